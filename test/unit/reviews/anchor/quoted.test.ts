import assert from 'node:assert/strict';
import type { OtherFiles } from '../../../../src/reviews/anchor/quoted.ts';
import { Quotes } from '../../../../src/reviews/anchor/quotes.ts';

const file = [
  "import { charge } from './charge.ts';",
  '',
  'export function retry(most: number): boolean {',
  '  for (let count = 0; count < most; count++) {',
  '    if (charge()) {',
  '      return true;',
  '    }',
  '  }',
  '  return false;',
  '}',
];

/** A quote, and the line at which it stood. */
type Stood = readonly [quote: string, line: number];

/** Where a quote is found, as `state first-last`. */
function found(
  [text, line]: Stood,
  now: readonly string[] = file,
  others: readonly Stood[] = [],
  otherFiles: OtherFiles = () => 0,
): string {
  const [quote, ...rest] = [[text, line] as const, ...others].map(([each, at]) => ({
    lines: each.split('\n'),
    line: at,
  }));
  assert.ok(quote);
  const place = new Quotes([quote, ...rest], now).place(quote, otherFiles);
  return place ? `${place.state} ${place.line}-${place.endLine}` : 'orphaned';
}

const shifted = [...Array.from({ length: 200 }, (_, index) => `// ${index}`), ...file];

describe('A quote, where the commit that it is from is not to be had', () => {
  it('is found where it stands once', () => {
    assert.equal(found(['  for (let count = 0; count < most; count++) {', 4]), 'same 4-4');
    assert.equal(found(['    if (charge()) {\n      return true;\n    }', 3]), 'moved 5-7');
    assert.equal(found(['export function retry(most: number): boolean {', 3], shifted), 'moved 203-203');
  });

  it('is orphaned where it stands twice, or nowhere', () => {
    assert.equal(found(['  return false;', 9], [...file, ...file]), 'orphaned');
    assert.equal(found(['  return maybe;', 9]), 'orphaned');
    assert.equal(found(['}', 10], [...file, '}']), 'orphaned');
  });

  it('is orphaned where it says little and is far from where it was', () => {
    assert.equal(found(['  return false;', 11]), 'moved 9-9');
    assert.equal(found(['    if (charge()) {', 5], shifted), 'orphaned');
    assert.equal(found(['}', 10]), 'same 10-10');
    assert.equal(found(['}', 9]), 'orphaned');
    assert.equal(found(['}', 20]), 'orphaned');
  });

  it('is orphaned where its words are everywhere in the file, the farther the sooner', () => {
    const rows = Array.from({ length: 300 }, (_, row) => `  expect(sum(${row}), matchers);`);
    const now = [...rows, '  expect(matchers, sum);'];
    assert.equal(found(['  expect(matchers, sum);', 270], now), 'moved 301-301');
    assert.equal(found(['  expect(matchers, sum);', 100], now), 'orphaned');
    assert.equal(found(['  expect(sum(200), matchers);', 100], now), 'orphaned');
    assert.equal(found(['  expect(sum(200), matchers);', 150], now), 'moved 201-201');
  });

  it('is orphaned far from where it was if many files have it, or another one and it is above', () => {
    const line = '// You may obtain a copy of the license at';
    const now = [line, ...shifted];
    assert.equal(found([line, 100], now), 'moved 1-1');
    assert.equal(
      found([line, 100], now, [], () => 1),
      'orphaned',
    );
    assert.equal(
      found([line, 100], [...shifted, line], [], () => 1),
      'moved 211-211',
    );
    assert.equal(
      found([line, 100], [...shifted, line], [], () => 3),
      'orphaned',
    );
    assert.equal(
      found([line, 20], now, [], () => 3),
      'moved 1-1',
    );
  });

  it('is found by what was quoted above and below it, also where there are others like it', () => {
    const above: Stood = ['export function retry(most: number): boolean {', 3];
    const below: Stood = ['  return false;', 9];
    const now = [...Array.from({ length: 30 }, (_, index) => `// ${index}`), ...file, '    }'];
    assert.equal(found(['    }', 7], now), 'orphaned');
    assert.equal(found(['    }', 7], now, [above]), 'orphaned');
    assert.equal(found(['    }', 7], now, [above, below]), 'moved 37-37');
    assert.equal(found(['    }', 6], now, [above, below]), 'orphaned');
    assert.equal(found(['      return true;\n    }', 6], now, [above, below]), 'moved 36-37');
  });

  it('is found by lines of which it is a part', () => {
    const all: Stood = [file.slice(2, 8).join('\n'), 3];
    const now = ['    }', ...shifted];
    assert.equal(found(['    }', 7], now), 'orphaned');
    assert.equal(found(['    }', 7], now, [all]), 'moved 208-208');
  });

  it('is found between others that moved otherwise, if it stands once and in their order', () => {
    const above: Stood = ['export function retry(most: number): boolean {', 3];
    const below: Stood = ['export class Budget extends Retries {', 90];
    const between = '  go();';
    const other = Array.from({ length: 60 }, (_, index) => `// more of ${index}`);
    const now = [...shifted, ...other, between, ...other, below[0]];
    assert.equal(found([between, 50], now), 'orphaned');
    assert.equal(found([between, 50], now, [above]), 'orphaned');
    assert.equal(found([between, 50], now, [above, below]), 'moved 271-271');
    assert.equal(found([between, 50], [...now, between], [above, below]), 'orphaned');
    assert.equal(found([between, 95], now, [above, below]), 'orphaned');
  });

  it('is changed where half of several lines are left, together', () => {
    const quote = file.slice(2, 6).join('\n');
    const now = file.map((line) => line.replace('number', 'bigint'));
    assert.equal(found([quote, 3], now), 'changed 4-6');
    assert.equal(found([quote, 3], ['      return true;']), 'orphaned');
  });
});
