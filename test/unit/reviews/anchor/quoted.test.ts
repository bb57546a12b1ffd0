import assert from 'node:assert/strict';
import { placeOfQuote } from '../../../../src/reviews/anchor/quoted.ts';

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

/** Where a quote is found, as `state first-last`. */
function found(quote: string, line: number, now: readonly string[] = file): string {
  const place = placeOfQuote(quote.split('\n'), line, now);
  return place ? `${place.state} ${place.line}-${place.endLine}` : 'orphaned';
}

const shifted = [...Array.from({ length: 200 }, (_, index) => `// ${index}`), ...file];

describe('A quote, where the commit that it is from is not to be had', () => {
  it('is found where it stands once', () => {
    assert.equal(found('  for (let count = 0; count < most; count++) {', 4), 'same 4-4');
    assert.equal(found('    if (charge()) {\n      return true;\n    }', 3), 'moved 5-7');
    assert.equal(found('export function retry(most: number): boolean {', 3, shifted), 'moved 203-203');
  });

  it('is orphaned where it stands twice, or nowhere', () => {
    assert.equal(found('  return false;', 9, [...file, ...file]), 'orphaned');
    assert.equal(found('  return maybe;', 9), 'orphaned');
    assert.equal(found('}', 10, [...file, '}']), 'orphaned');
  });

  it('is orphaned where it says little and is far from where it was', () => {
    assert.equal(found('  return false;', 11), 'moved 9-9');
    assert.equal(found('  return false;', 9, shifted), 'orphaned');
    assert.equal(found('}', 10), 'same 10-10');
    assert.equal(found('}', 20), 'orphaned');
  });

  it('is changed where half of several lines are left, together', () => {
    const quote = file.slice(2, 6).join('\n');
    const now = file.map((line) => line.replace('number', 'bigint'));
    assert.equal(found(quote, 3, now), 'changed 4-6');
    assert.equal(found(quote, 3, ['      return true;']), 'orphaned');
  });
});
