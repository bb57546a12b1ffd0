import assert from 'node:assert/strict';
import fc from 'fast-check';
import { draftOutcome } from '../../../src/decisions/outcomeDraft.ts';
import { readDecision } from '../../../src/decisions/reader.ts';
import { type DecisionRecord, statuses } from '../../../src/decisions/record.ts';
import { relationEdits } from '../../../src/decisions/relation.ts';
import { mentionEdits, type Renumbering, renumbering } from '../../../src/decisions/renumber.ts';
import { renumberedText } from '../../../src/decisions/renumberedText.ts';
import { revisitEdits } from '../../../src/decisions/revisit.ts';
import { statusEdits } from '../../../src/decisions/statusEdit.ts';
import { supersedeEdits } from '../../../src/decisions/supersede.ts';
import { HumanError } from '../../../src/humanError.ts';
import { applyEdits, type Edit, invertEdits } from '../../../src/markdown/edit.ts';
import { words } from '../markdown/generated.ts';
import { anyRecord, formatNames, recordsIn } from './generatedRecords.ts';

const path = 'docs/adr/0012-x.md';
const other = readDecision('docs/adr/0014-other one.md', '# 14. Other [one]\n\n## Status\n\nAccepted\n');

/**
 * The text after an edit, or undefined where the edit was refused with a sentence. What stands outside of the spans is the
 * same, character for character, and the inverse edits bring the text back.
 */
function changed(text: string, make: () => readonly Edit[]): string | undefined {
  let edits: readonly Edit[];
  try {
    edits = make();
  } catch (error) {
    assert.ok(error instanceof HumanError, String(error));
    return undefined;
  }
  const result = applyEdits(text, edits);
  let [at, shift] = [0, 0];
  for (const { start, end, text: written } of [...edits].sort((a, b) => a.start - b.start)) {
    assert.equal(result.slice(at + shift, start + shift), text.slice(at, start));
    shift += written.length - (end - start);
    at = end;
  }
  assert.equal(result.slice(at + shift), text.slice(at));
  assert.equal(applyEdits(result, invertEdits(text, edits)), text);
  const ending = /\r\n|\n|\r/.exec(text)?.[0];
  // A file with one kind of line ending still has one.
  if (ending === '\r\n') for (const { text: written } of edits) assert.doesNotMatch(written, /(?<!\r)\n/);
  return result;
}

/** How often an edit is refused: a property that only ever met refusals would hold of nothing. */
class Count {
  made = 0;
  refused = 0;

  note(result: string | undefined): result is string {
    if (result === undefined) this.refused++;
    else this.made++;
    return result !== undefined;
  }
}

function same(one: DecisionRecord, two: DecisionRecord, ...except: (keyof DecisionRecord)[]): void {
  const rest = (record: DecisionRecord) => ({ ...record, ...Object.fromEntries(except.map((key) => [key, null])) });
  assert.deepEqual(rest(one), rest(two));
}

describe('Whatever the format, line endings and fences of a record', function () {
  this.timeout(60_000);
  const runs = { numRuns: 400 };

  it('a day to revisit it is read back, and changed again', () => {
    const count = new Count();
    fc.assert(
      fc.property(anyRecord, (text) => {
        const result = changed(text, () => revisitEdits(path, text, '2027-02-20'));
        if (!count.note(result)) return;
        const record = readDecision(path, result);
        assert.equal(record.revisit, '2027-02-20');
        same(record, readDecision(path, text), 'revisit');
        const again = changed(result, () => revisitEdits(path, result, '2028-01-01'));
        assert.equal(readDecision(path, again ?? '').revisit, '2028-01-01');
      }),
      runs,
    );
    assert.ok(count.made > count.refused * 3, `${count.made} made, ${count.refused} refused`);
  });

  it('an outcome is read back, its status stays, and a second one leaves the first as it is', () => {
    const count = new Count();
    fc.assert(
      fc.property(anyRecord, (text) => {
        const add = (before: string, day: string) =>
          changed(before, () => {
            const { at, draft } = draftOutcome(path, before, day);
            return [{ start: at, end: at, text: draft.text }];
          });
        const first = add(text, '2027-02-20');
        if (!count.note(first)) return;
        same(readDecision(path, first), readDecision(path, text), 'outcome');
        assert.equal(readDecision(path, first).outcome, '2027-02-20');
        const second = add(first, '2027-08-20') ?? '';
        assert.equal(readDecision(path, second).outcome, '2027-08-20');
        const entry = first.slice(first.indexOf('2027-02-20'), first.indexOf('2027-02-20') + 60);
        assert.ok(second.includes(entry));
        assert.ok(second.indexOf('2027-08-20') > second.indexOf('2027-02-20'));
      }),
      runs,
    );
    assert.ok(count.made > count.refused * 3, `${count.made} made, ${count.refused} refused`);
  });

  for (const side of ['amends', 'amendedBy', 'supersedes'] as const) {
    it(`a link is read back: ${side}`, () => {
      const count = new Count();
      fc.assert(
        fc.property(anyRecord, (text) => {
          const before = readDecision(path, text);
          const result = changed(text, () => relationEdits(side, before, text, other));
          if (!count.note(result)) return;
          const record = readDecision(path, result);
          same(record, before, side);
          assert.equal(record[side].length, before[side].length + 1);
          assert.ok(
            record[side].some(({ target }) => target === '0014-other%20one.md' || target === '0014-other one.md'),
            JSON.stringify(record[side]),
          );
          assert.deepEqual(relationEdits(side, record, result, other), []);
        }),
        runs,
      );
      assert.ok(count.made > count.refused * 3, `${count.made} made, ${count.refused} refused`);
    });
  }

  it('any status is read back', () => {
    const count = new Count();
    fc.assert(
      fc.property(anyRecord, fc.constantFrom(...statuses), (text, status) => {
        const result = changed(text, () => statusEdits(text, status, '2027-02-20'));
        if (count.note(result)) assert.equal(readDecision(path, result).status, status);
      }),
      runs,
    );
    assert.ok(count.made > count.refused * 3, `${count.made} made, ${count.refused} refused`);
  });

  it('what supersedes it is read back', () => {
    const count = new Count();
    fc.assert(
      fc.property(anyRecord, (text) => {
        const before = readDecision(path, text);
        const result = changed(text, () => supersedeEdits(before, text, other, '2027-02-20'));
        if (!count.note(result)) return;
        const record = readDecision(path, result);
        assert.equal(record.status, 'superseded');
        assert.ok(record.supersededBy.some(({ target }) => target?.includes('0014-other')));
      }),
      runs,
    );
    assert.ok(count.made > count.refused * 3, `${count.made} made, ${count.refused} refused`);
  });

  for (const format of formatNames) {
    const numbered = format === 'nygard' || format === 'french';
    const leads = ['ADR-0012: ', 'ADR 12 - ', '[ADR-12] ', '12. ', '0012 ', 'Décision '];
    const lead = fc.constantFrom('', ...(numbered ? [] : leads));
    const title = fc.tuple(lead, words).map(([before, after]) => `${before}Use ${after}`);
    const mentions = fc.constantFrom(
      'As ADR-12 says, [12. This](0012-x.md) and `docs/adr/0012-x.md`; not ADR-120.',
      'As decision 12 says.\n\n[12]: 0012-x.md "ADR-0012"',
      '```\n# 12. Fenced\n```',
      '',
    );

    it(`a new number is read back, and the record stays what it was: ${format}`, () => {
      const count = new Count();
      const records = recordsIn(format, title, mentions);
      fc.assert(
        fc.property(records, fc.constantFrom(3, 13, 107, 12345), (text, number) => {
          const change = renumbering(path, number) as Renumbering;
          const { edits, mentions: found } = renumberedText(text, path, change);
          const result = changed(text, () => [...edits, ...mentionEdits(text, found, number)]);
          if (!count.note(result)) return;
          const record = readDecision(change.to, result);
          assert.equal(record.number, number);
          same(record, readDecision(path, text), 'number', 'path');
          // Nothing speaks of the old number any more, in the record's own heading least of all.
          assert.doesNotMatch(
            result.replace(/```[^`]*```/g, ''),
            /(?:ADR[- ]|# \[?|decision |\[ADR-|\[12\. )0*12(?!\d)|\[12\. |0012-x/,
          );
        }),
        { numRuns: 60 },
      );
      assert.equal(count.refused, 0);
    });

    it(`what superseded it, or was changed by it, leads to its new name: ${format}`, () => {
      const count = new Count();
      const renumbered = readDecision('docs/adr/0014-other one.md', '# 14. Other [one]\n\n## Status\n\nAccepted\n');
      const change = renumbering(renumbered.path, 107) as Renumbering;
      fc.assert(
        fc.property(recordsIn(format), fc.constantFrom('supersedes', 'amends', 'amendedBy'), (text, side) => {
          const before = readDecision(path, text);
          const linked = changed(text, () => relationEdits(side, before, text, renumbered));
          if (!count.note(linked)) return;
          const { edits, mentions: found } = renumberedText(linked, path, change);
          const result = changed(linked, () => [...edits, ...mentionEdits(linked, found, 107)]) ?? '';
          const record = readDecision(path, result);
          same(record, readDecision(path, linked), side);
          const target = /^0107-other(?:%20| )one\.md$/;
          assert.ok(
            record[side].some((each) => target.test(each.target ?? '')),
            JSON.stringify(record[side]),
          );
          assert.doesNotMatch(result, /0014-other/);
        }),
        { numRuns: 60 },
      );
      assert.ok(count.made > count.refused * 3, `${count.made} made, ${count.refused} refused`);
    });
  }
});
