import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, invertEdits } from '../../../src/markdown/edit.ts';
import { FrontMatter, textsOf } from '../../../src/markdown/frontMatter.ts';
import { changeTexts } from '../../../src/markdown/frontMatterTexts.ts';
import { Lines } from '../../../src/markdown/lines.ts';
import { anyLine, fileShape, shaped } from './generated.ts';

function find(text: string): FrontMatter {
  const found = FrontMatter.find(text, new Lines(text));
  assert.ok(found, JSON.stringify(text));
  return found;
}

/** A document with the entry, one of its texts changed; undefined where that is refused. */
function changed(entry: string, from: string, to: string): string | undefined {
  const text = `---\n${entry}\n---\n\n# A\n`;
  const edits = changeTexts(find(text), 'affects', (each) => (each === from ? to : undefined));
  return edits && applyEdits(text, edits).slice(4, -10);
}

describe('One text of a front matter list', function () {
  this.timeout(20_000);

  it('changes where it stands, with its quotes, its list and its comments', () => {
    assert.equal(changed('affects: [a, b/**]', 'b/**', 'c/**'), 'affects: [a, c/**]');
    assert.equal(changed('affects: ["a", \'b\' ] # two', 'b', "it's"), "affects: [\"a\", 'it''s' ] # two");
    assert.equal(
      changed('affects:\n  - a # first\n  # then\n  - "b"', 'b', 'c\\d'),
      'affects:\n  - a # first\n  # then\n  - "c\\\\d"',
    );
    assert.equal(changed('affects: b', 'b', 'c'), 'affects: c');
    const adrkit = 'affects:\n- {type: path, pattern: b}\n-   type: path\n    pattern: "b" # x';
    assert.equal(changed(adrkit, 'b', 'c'), adrkit.replace(/b(?=}|")/g, 'c'));
  });

  it('gets quotes where it cannot be read without', () => {
    assert.equal(changed('affects: [b]', 'b', 'x, y'), "affects: ['x, y']");
    assert.equal(changed('affects:\n  - b\n  - c', 'b', '*.ts'), "affects:\n  - '*.ts'\n  - c");
    assert.equal(changed('affects:\n  - b', 'b', 'app/[id]'), 'affects:\n  - app/[id]');
    assert.equal(changed('affects: [b]', 'b', 'app/[id]'), "affects: ['app/[id]']");
  });

  it('stays where it cannot be changed safely', () => {
    assert.equal(changed('affects: [&x b, *x]', 'b', 'c'), undefined);
    assert.equal(changed('affects: [!tag b]', 'b', 'c'), undefined);
    assert.equal(changed('affects: |\n  b', 'b\n', 'c'), undefined);
    assert.equal(changed('affects: [b', 'b', 'c'), undefined);
    assert.equal(changed('other: [b]', 'b', 'c'), 'other: [b]');
  });

  it('changes alone, whatever the list and the words, and undo restores every character', () => {
    // An empty text is nothing to a reader of lists.
    const someLine = anyLine.filter((text) => text !== '');
    const item = fc.oneof(
      fc.constantFrom('src/a', '"src/**"', "'x y'", '"\\u0041"', "'it''s'", 'a # b', 'http://x', '"b" # two'),
      someLine.map((text) => JSON.stringify(text)),
    );
    const list = fc.oneof(
      fc
        .array(item, { minLength: 1, maxLength: 4 })
        .map((items) => ['affects:', ...items.map((each) => `  - ${each}`)].join('\n')),
      fc
        .array(
          item.filter((each) => !/ #/.test(each)),
          { minLength: 1, maxLength: 4 },
        )
        .map((items) => `affects: [${items.join(' , ')}] # list`),
      fc
        .array(item, { minLength: 1, maxLength: 3 })
        .map((items) =>
          ['affects:', ...items.flatMap((each) => ['  - type: path', `    pattern: ${each}`])].join('\n'),
        ),
    );
    let changes = 0;
    fc.assert(
      fc.property(list, fc.nat(7), someLine, fileShape, (entry, pick, words, shape) => {
        const text = shaped(['---', 'id: 7', entry, 'status: x # y', '---', '', 'affects: [a]'].join('\n'), shape);
        const before = find(text);
        const texts = textsOf(before.get('affects'));
        let at = -1;
        const index = pick % Math.max(1, texts.length);
        const edits = changeTexts(before, 'affects', () => (++at === index ? words : undefined));
        assert.ok(edits, text);
        const after = applyEdits(text, edits);
        const expected = texts.map((each, position) => (position === index ? words : each));
        assert.deepEqual(textsOf(find(after).get('affects')), expected, JSON.stringify([text, after]));
        assert.equal(find(after).get('status'), 'x');
        assert.ok(edits.length <= 1);
        for (const { start, end } of edits) {
          assert.equal(after.slice(0, start), text.slice(0, start));
          assert.equal(after.slice(after.length - (text.length - end)), text.slice(end));
          changes++;
        }
        assert.equal(applyEdits(after, invertEdits(text, edits)), text);
      }),
      { numRuns: 600 },
    );
    assert.ok(changes > 300);
  });

  it('is found among many without much work', () => {
    const text = `---\naffects:\n${'  - src/old/file.ts\n'.repeat(500)}---\n`;
    const edits = changeTexts(find(text), 'affects', (each) => each.replace('old', 'new'));
    assert.equal(edits?.length, 500);
  });
});
