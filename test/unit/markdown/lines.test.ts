import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lines, lineEnding } from '../../../src/markdown/lines.ts';

describe('The lines of a text', () => {
  for (const [ending, name] of [
    ['\n', 'LF'],
    ['\r\n', 'CRLF'],
    ['\r', 'a lone CR'],
  ] as const) {
    it(`end with ${name}, which is no part of them`, () => {
      const lines = new Lines(['one', '', 'three'].join(ending));
      assert.equal(lines.count, 3);
      assert.deepEqual(
        [0, 1, 2].map((line) => lines.textAt(line)),
        ['one', '', 'three'],
      );
    });

    it(`have an empty last one after a final ${name}`, () => {
      const lines = new Lines(`one${ending}`);
      assert.equal(lines.count, 2);
      assert.deepEqual(lines.at(1), { start: 3 + ending.length, end: 3 + ending.length, next: 3 + ending.length });
    });
  }

  it('may end in different ways in one text', () => {
    const lines = new Lines('a\r\nb\rc\nd\r\r\n\ne');
    const texts = Array.from({ length: lines.count }, (_, line) => lines.textAt(line));
    assert.deepEqual(texts, ['a', 'b', 'c', 'd', '', '', 'e']);
  });

  it('are one, and empty, in an empty text', () => {
    const lines = new Lines('');
    assert.equal(lines.count, 1);
    assert.equal(lines.textAt(0), '');
  });

  it('are empty, at the end, past the last one', () => {
    assert.deepEqual(new Lines('abc').at(7), { start: 3, end: 3, next: 3 });
  });

  it('do not end at the other separators of Unicode, as in CommonMark', () => {
    assert.equal(new Lines('a\u2028b\u0085c\u000Bd\fe').count, 1);
  });

  it('make up the whole text, with their endings', () => {
    const piece = fc.constantFrom('a', 'é', '😀', ' ', '\n', '\r', '\r\n', '\u2028');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const lines = new Lines(text);
        let whole = '';
        for (let number = 0; number < lines.count; number++) {
          const line = lines.at(number);
          assert.match(text.slice(line.end, line.next), /^(?:\r\n|\n|\r)?$/);
          assert.doesNotMatch(lines.textAt(number), /[\r\n]/);
          whole += text.slice(line.start, line.next);
        }
        assert.equal(whole, text);
        assert.equal(lines.count, text.split(/\r\n|\r|\n/).length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('The line ending that an edit uses', () => {
  it('is that of the first line', () => {
    assert.equal(lineEnding('a\r\nb\n'), '\r\n');
    assert.equal(lineEnding('a\nb\r\n'), '\n');
  });

  it('is LF in a text of one line', () => {
    assert.equal(lineEnding('a'), '\n');
    assert.equal(lineEnding(''), '\n');
  });

  it('is CRLF where the first line is empty', () => {
    assert.equal(lineEnding('\r\na'), '\r\n');
  });
});
