import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { applyEdits, invertEdits } from '../../../src/markdown/edit.ts';
import { FrontMatter } from '../../../src/markdown/frontMatter.ts';
import { Lines } from '../../../src/markdown/lines.ts';
import { anyLine, documentWithFrontMatter, words } from './generated.ts';

function find(text: string): FrontMatter {
  const found = FrontMatter.find(text, new Lines(text));
  assert.ok(found, JSON.stringify(text));
  return found;
}

/** Sets a value, and asserts that only its span has changed, that it can be read, and that undoing restores every character. */
function checkSet(text: string, key: string, value: string | readonly string[]): void {
  const before = find(text);
  const edits = before.set(key, value);
  assert.ok(edits, JSON.stringify(text));
  const after = applyEdits(text, edits);
  const [start, end] = [Math.min(...edits.map((edit) => edit.start)), Math.max(...edits.map((edit) => edit.end))];
  assert.equal(after.slice(0, start), text.slice(0, start));
  assert.equal(after.slice(after.length - (text.length - end)), text.slice(end));
  const read = find(after);
  assert.deepEqual(read.get(key), value === '' ? null : value, JSON.stringify([text, after]));
  assert.deepEqual(new Set(read.keys), new Set([...before.keys, key]));
  for (const other of before.keys) if (other !== key) assert.deepEqual(read.get(other), before.get(other), other);
  assert.equal(applyEdits(after, invertEdits(text, edits)), text);
}

describe('Front matter of any document', function () {
  this.timeout(20_000);

  it('changes in the span of the value that is set, and nowhere else', () => {
    fc.assert(
      fc.property(
        documentWithFrontMatter,
        fc.constantFrom('accepted', 'superseded by [12](0012-x.md)'),
        (text, value) => {
          checkSet(text, 'status', value);
        },
      ),
      { numRuns: 250 },
    );
  });

  it('gives back any text that is written to it', () => {
    fc.assert(
      fc.property(documentWithFrontMatter, fc.oneof(anyLine, fc.string({ unit: 'binary' })), (text, value) => {
        checkSet(text, 'status', value);
      }),
      { numRuns: 250 },
    );
  });

  it('gives back any list of texts that is written to it', () => {
    const list = fc.array(
      fc.oneof(anyLine, fc.string({ unit: 'binary' })).filter((text) => text !== ''),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(documentWithFrontMatter, list, (text, value) => checkSet(text, 'status', value)),
      {
        numRuns: 150,
      },
    );
  });

  it('is read as the YAML library reads it, entry by entry', () => {
    const sign = fc.constantFrom(...'abz09ÄßÿЖ日🦊 .,/_()-:#\'"[]{}|>&*!%@`~?=+;$\t\\', 'é', '\u00A0');
    const value = fc.oneof(
      fc.array(sign, { maxLength: 8 }).map((signs) => signs.join('')),
      fc.constantFrom(
        'null',
        'true',
        '1e3',
        '0x1F',
        '.inf',
        '12:30',
        '2024-01-02',
        'a-',
        'a -',
        'a (b',
        'a: b',
        'a #b',
      ),
    );
    const item = fc.oneof(
      value,
      words,
      fc.constantFrom('"a, b"', "'it''s'", '[a]', '', 'a # b', '{ a: b }', 'null', '&a b', '!t c'),
    );
    const list = fc.oneof(
      fc.array(item, { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
      fc.array(item, { maxLength: 4 }).map((items) => `[ ${items.join(' ,')} ]`),
      fc
        .tuple(
          fc.array(item, { minLength: 1, maxLength: 4 }),
          fc.constantFrom('\n- ', '\n  - ', '\n\t- ', '\n  -  ', '\n # c\n - '),
        )
        .map(([items, lead]) => items.map((each) => lead + each).join('')),
    );
    const entry = fc.record({
      key: fc.constantFrom('k', 'my-key', 'a_b', '7', '-k', 'Ä', 'two words'),
      gap: fc.constantFrom(' ', '  ', '\t', ''),
      value: fc.oneof(value, list),
      tail: fc.constantFrom('', ' ', '\t', ' # c'),
      ending: fc.constantFrom('\n', '\r\n'),
    });
    let compared = 0;
    fc.assert(
      fc.property(entry, ({ key, gap, value, tail, ending }) => {
        const source = `${key}:${gap}${value.replaceAll('\n', ending)}${tail}${ending}`;
        const document = parseDocument(source, { schema: 'failsafe', logLevel: 'silent' });
        // What YAML refuses, aliases, and what is no entry of the top level are no subject here.
        const aliased = /(?:^|[\s,[])\*/.test(value);
        const read = document.errors.length || aliased ? undefined : document.toJS();
        if (read === null || typeof read !== 'object' || !(key in read)) return;
        const whole = `---${ending}${source}---${ending}`;
        assert.deepEqual(find(whole).get(key), JSON.parse(JSON.stringify(read[key]), nothing), source);
        compared++;
      }),
      { numRuns: 500 },
    );
    assert.ok(compared > 100);
  });
});

/** Empty text is nothing. */
function nothing(_key: string, value: unknown): unknown {
  return value === '' ? null : value;
}
