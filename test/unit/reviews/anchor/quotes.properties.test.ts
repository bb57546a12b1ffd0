import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Quotes } from '../../../../src/reviews/anchor/quotes.ts';

/** A line that knows which one it was; -1 for those that have come since. */
interface Line {
  readonly text: string;
  readonly id: number;
}

const common = ['}', '  }', 'return;', '    continue;', 'assert.equal(actual, expected);'];
const anyFile = fc
  .array(fc.oneof(fc.constantFrom(...common), fc.constant('unlike')), { minLength: 1, maxLength: 120 })
  .map((texts) =>
    texts.map((text, id): Line => ({ text: text === 'unlike' ? `const unlike${id} = measure(${id});` : text, id })),
  );
/** Where lines come or go, and how many. */
const anyEdits = fc.array(
  fc.record({ at: fc.nat(120), deleted: fc.nat(8), inserted: fc.integer({ min: 0, max: 60 }) }),
  { maxLength: 4 },
);

/** Nothing that comes is like what was there. */
function edited(file: readonly Line[], edits: readonly { at: number; deleted: number; inserted: number }[]): Line[] {
  const now = [...file];
  for (const [which, { at, deleted, inserted }] of edits.entries()) {
    const lines = Array.from({ length: inserted }, (_, each): Line => ({ text: `new ${which} ${each} here`, id: -1 }));
    now.splice(Math.min(at, now.length), deleted, ...lines);
  }
  return now;
}

describe('Quotes from the lines of any file', () => {
  it('are at their own line or nowhere where they stood once, however many others were quoted', () => {
    const counts = { found: 0, nowhere: 0, amongCopies: 0 };
    fc.assert(
      fc.property(anyFile, anyEdits, fc.integer({ min: 1, max: 10 }), (file, edits, every) => {
        const now = edited(file, edits);
        const quoted = file.filter(({ id }) => id % every === 0);
        const quotes = quoted.map(({ text, id }) => ({ lines: [text], line: id + 1 }));
        const search = new Quotes(
          quotes,
          now.map(({ text }) => text),
        );
        for (const [index, quote] of quotes.entries()) {
          const [text = ''] = quote.lines;
          const place = search.place(quote, () => 0);
          const there = place && now[place.line - 1];
          const stoodOnce = file.filter((line) => line.text === text).length === 1;
          if (place === undefined) {
            counts.nowhere++;
            const isTelling = text.includes('measure') && now.some(({ id }) => id === quote.line - 1);
            assert.ok(!isTelling || Math.abs(now.findIndex(({ id }) => id === quote.line - 1) - quote.line) > 40);
          } else {
            if (stoodOnce) counts.found++;
            else counts.amongCopies++;
            assert.equal(there?.text, text);
            if (stoodOnce) assert.equal(there?.id, quoted[index]?.id, `"${text}" is another line`);
          }
        }
      }),
      { numRuns: 500 },
    );
    assert.ok(Math.min(counts.found, counts.nowhere, counts.amongCopies) > 30, JSON.stringify(counts));
  });
});
