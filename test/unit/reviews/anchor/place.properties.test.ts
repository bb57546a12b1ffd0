import assert from 'node:assert/strict';
import fc from 'fast-check';
import { successor } from '../../../../src/reviews/anchor/place.ts';

/** A line that knows which one it is. */
interface Line {
  readonly text: string;
  readonly id: number;
}

/** Some lines stand in many places, others in one. */
const common = ['}', '', '  }', 'return value;', '    continue;', 'assert.equal(actual, expected);'];
const anyLine = fc.oneof(
  fc.constantFrom(...common),
  fc.nat(30).map((number) => `const unlike${number} = ${number};`),
);
const anyFile = fc
  .array(anyLine, { minLength: 1, maxLength: 40 })
  .map((texts) => texts.map((text, id): Line => ({ text, id })));

/** Deletes some lines and inserts others, which no line of the file is like. */
const anyEdit = fc.record({
  deleted: fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 6 })), { maxLength: 3 }),
  inserted: fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 5 })), { maxLength: 3 }),
});

function edited(
  file: readonly Line[],
  { deleted, inserted }: { deleted: [number, number][]; inserted: [number, number][] },
): Line[] {
  const gone = new Set(deleted.flatMap(([at, count]) => Array.from({ length: count }, (_, index) => at + index)));
  return file.flatMap((line, index) => {
    const before = inserted.flatMap(([at, count], which) =>
      at === index
        ? Array.from({ length: count }, (_, each): Line => ({ text: `new ${which} ${each} here`, id: -1 }))
        : [],
    );
    return gone.has(index) ? before : [...before, line];
  });
}

const textOf = (lines: readonly Line[], ending = '\n') => lines.map(({ text }) => `${text}${ending}`).join('');

describe('Comments on the lines of any file', () => {
  it('are never found at another line of the same text, wherever others came or went', () => {
    const counts = { found: 0, orphaned: 0 };
    fc.assert(
      fc.property(anyFile, anyEdit, fc.constantFrom('\n', '\r\n'), (file, edit, ending) => {
        const now = edited(file, edit);
        const texts = successor(textOf(file), textOf(now, ending));
        for (const { id, text } of file) {
          const place = texts.place({ line: id + 1, endLine: id + 1 });
          if (!place || place.state === 'changed') {
            counts.orphaned++;
            const alike = (lines: readonly Line[]) => lines.filter((line) => line.text === text).length;
            const stands = now.some((line) => line.id === id);
            assert.ok(!stands || alike(file) > 1 || alike(now) > 1, `"${text}" stands there once, and is not found`);
          } else {
            counts.found++;
            assert.equal(now[place.line - 1]?.id, id, `"${text}" is another line`);
            assert.equal(place.state, place.line === id + 1 ? 'same' : 'moved');
          }
        }
      }),
      { numRuns: 2000 },
    );
    assert.ok(counts.found > 5000 && counts.orphaned > 1000, JSON.stringify(counts));
  });

  it('are found at lines that say the same as before, wherever blocks have moved to', () => {
    let moved = 0;
    fc.assert(
      fc.property(anyFile, fc.nat(40), fc.nat(40), fc.nat(40), (file, a, b, c) => {
        const [from = 0, to = 0, target = 0] = [a, b, c].map((each) => each % (file.length + 1)).sort((x, y) => x - y);
        const now = [...file.slice(0, from), ...file.slice(to, target), ...file.slice(from, to), ...file.slice(target)];
        const texts = successor(textOf(file), textOf(now));
        for (const { id, text } of file) {
          const place = texts.place({ line: id + 1, endLine: id + 1 });
          const alike = file.filter((line) => line.text === text).length;
          if (alike === 1) {
            assert.equal(now[(place?.line ?? 0) - 1]?.id, id);
            if (place?.state === 'moved') moved++;
          } else if (place && place.state !== 'changed') {
            assert.equal(now[place.line - 1]?.text, text);
          }
        }
      }),
      { numRuns: 1000 },
    );
    assert.ok(moved > 1000, String(moved));
  });

  it('cover only lines that the file has now, also when several lines have become more or fewer', () => {
    const states = new Set<string>();
    fc.assert(
      fc.property(anyFile, anyEdit, fc.nat(40), fc.nat(10), (file, edit, first, length) => {
        const now = edited(file, edit);
        const range = { line: first + 1, endLine: first + 1 + length };
        const place = successor(textOf(file), textOf(now)).place(range);
        states.add(place?.state ?? 'orphaned');
        if (!place) return;
        assert.ok(1 <= place.line && place.line <= place.endLine && place.endLine <= now.length);
        if (place.state !== 'changed') {
          assert.equal(textOf(now.slice(place.line - 1, place.endLine)), textOf(file.slice(first, first + length + 1)));
        }
      }),
      { numRuns: 2000 },
    );
    assert.deepEqual([...states].sort(), ['changed', 'moved', 'orphaned', 'same']);
  });
});
