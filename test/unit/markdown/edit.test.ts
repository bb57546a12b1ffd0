import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type Edit, invertEdits } from '../../../src/markdown/edit.ts';

describe('An edit', () => {
  it('replaces its span and leaves every other character', () => {
    assert.equal(applyEdits('one two three', [{ start: 4, end: 7, text: '2' }]), 'one 2 three');
  });

  it('inserts where start and end are the same', () => {
    assert.equal(applyEdits('ab', [{ start: 1, end: 1, text: '-' }]), 'a-b');
  });

  it('is applied together with others whatever their order', () => {
    const edits: Edit[] = [
      { start: 8, end: 13, text: '3' },
      { start: 0, end: 3, text: '1' },
    ];
    assert.equal(applyEdits('one two three', edits), '1 two 3');
  });

  it('keeps the order of several insertions at one place', () => {
    const edits: Edit[] = [
      { start: 1, end: 1, text: 'x' },
      { start: 1, end: 1, text: 'y' },
    ];
    assert.equal(applyEdits('ab', edits), 'axyb');
  });

  it('is refused where it overlaps another', () => {
    const edits: Edit[] = [
      { start: 0, end: 3, text: '' },
      { start: 2, end: 4, text: '' },
    ];
    assert.throws(() => applyEdits('abcdef', edits), RangeError);
  });

  for (const [what, edit] of [
    ['begins before the text', { start: -1, end: 0, text: '' }],
    ['ends after the text', { start: 0, end: 4, text: '' }],
    ['ends before it begins', { start: 2, end: 1, text: '' }],
  ] as const) {
    it(`is refused where it ${what}`, () => {
      assert.throws(() => applyEdits('abc', [edit]), RangeError);
    });
  }

  it('can be undone, to the last character', () => {
    fc.assert(
      fc.property(textAndEdits(), ([text, edits]) => {
        const after = applyEdits(text, edits);
        assert.equal(applyEdits(after, invertEdits(text, edits)), text);
      }),
      { numRuns: 300 },
    );
  });
});

/** A text and edits on it that do not overlap, some of them insertions at the same place. */
function textAndEdits(): fc.Arbitrary<[string, Edit[]]> {
  return fc.string({ unit: 'binary', maxLength: 40 }).chain((text) =>
    fc.tuple(
      fc.constant(text),
      fc
        .array(fc.tuple(fc.nat(text.length), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 8 })
        .map((cuts) => {
          const places = cuts.map(([at]) => at).sort((a, b) => a - b);
          return cuts.flatMap(([, replacement], index): Edit[] => {
            const [start, end] = [places[index], places[index + 1]];
            if (start === undefined || index % 2) return [];
            return [{ start, end: end ?? start, text: replacement }];
          });
        }),
    ),
  );
}
