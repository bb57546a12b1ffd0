import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Action } from '../../../src/actions/action.ts';
import { type ActionChange, changeAction } from '../../../src/actions/change.ts';
import type { ActionReader } from '../../../src/actions/reader.ts';
import { applyEdits, invertEdits } from '../../../src/markdown/edit.ts';
import { Lines } from '../../../src/markdown/lines.ts';
import { actionReader } from '../../../src/meetings/actionReader.ts';

const day = fc.constantFrom('2026-11-27', '2026-12-31', '2027-02-28');
const owner = fc.constantFrom('Ana', 'Raj Patel', 'Sam', 'Zoë', '@mia');
const what = fc
  .tuple(
    fc.constantFrom('measure', 'write', 'review', 'send'),
    fc.array(fc.constantFrom('the', 'storm', '💥', 'of', 'retries', '`code`', '**bold**', 'naïve', '[a](b.md)', '山'), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([verb, words]) => [verb, ...words].join(' '));

/** Lines of each shape, open; `BOX` is filled later. */
const shapes: Readonly<Record<string, fc.Arbitrary<string>>> = {
  box: fc.tuple(owner, what, day).map(([who, does, when]) => `- [BOX] ${who} will ${does} by ${when}`),
  bareBox: what.map((does) => `* [BOX] ${does}`),
  numbered: fc.tuple(owner, what).map(([who, does]) => `1. [BOX] ${who}: ${does}`),
  emoji: fc.tuple(what, day).map(([does, when]) => `- [BOX] ${does} ⏫ 📅 ${when}`),
  dataview: fc.tuple(what, day).map(([does, when]) => `- [BOX] ${does} [due:: ${when}]`),
  key: fc.tuple(what, day).map(([does, when]) => `- [BOX] ${does} due:${when}`),
  wrapped: fc.tuple(owner, what, what).map(([who, does, more]) => `- [BOX] ${who} to ${does} and\n  ${more}`),
  listed: fc.tuple(owner, what).map(([who, does]) => `- ${who}: ${does}`),
  marked: fc.tuple(owner, what, day).map(([who, does, when]) => `ACTION: ${who} to ${does} by ${when}.\n`),
  row: fc
    .tuple(owner, what)
    .map(([who, does]) => `\n| Action | Owner | By | Status |\n|---|---|---|---|\n| ${does} | ${who} | | |\n`),
};
const shape = fc.constantFrom(...Object.keys(shapes));
const line = shape.chain((id) => shapes[id] ?? fc.constant(''));

const documentOf = (lines: fc.Arbitrary<string>) =>
  fc
    .record({
      lines: fc.array(
        fc.tuple(lines, fc.constantFrom(' ', ' ', 'x', 'X')).map(([each, tick]) => each.replace('BOX', tick)),
        { minLength: 1, maxLength: 6 },
      ),
      ending: fc.constantFrom('\n', '\r\n'),
      mark: fc.constantFrom('', '\uFEFF'),
      last: fc.boolean(),
    })
    .map(
      ({ lines: each, ending, mark, last }) =>
        mark +
        ['# Billing, 2026-11-20', '', '## Next steps', '', ...each].join('\n').replace(/\n/g, ending) +
        (last ? ending : ''),
    );

const change: fc.Arbitrary<ActionChange> = fc.oneof(
  fc.boolean().map((done) => ({ done })),
  fc.option(fc.constantFrom('2026-12-04', '2028-02-29')).map((due) => ({ due })),
  fc
    .constantFrom(['Mia'] as const, ['Mia', 'Lee'] as const, ['Ana Ruiz'] as const)
    .map((owners) => ({ owners: [owners[0], ...owners.slice(1)] as [string, ...string[]] })),
);

const path = 'docs/meetings/2026-11-20-billing.md';
const today = '2026-11-21';
let reader: ActionReader;
before(async () => {
  reader = await actionReader();
});

/** The lines that an action may stand on: its own, up to the next one's. */
function spanOf(text: string, actions: readonly Action[], action: Action): { start: number; end: number } {
  const lines = new Lines(text);
  const next = Math.min(...actions.flatMap((other) => (other.line > action.line ? [other.line - 1] : [])), lines.count);
  return { start: lines.at(action.line - 1).start, end: lines.at(next - 1).end };
}

const facts = ({ text, owners, due, done }: Action) => ({
  text: text.replace(/[\s.]+$/, '').toLowerCase(),
  owners: owners.map((name) => name.toLowerCase()),
  due,
  done,
});

describe('Whatever the shape, endings and signs of an action', function () {
  this.timeout(120_000);

  it('a change is read back, keeps every other action, and touches only its lines', () => {
    let [made, refused] = [0, 0];
    fc.assert(
      fc.property(documentOf(line), change, fc.nat(), (text, wanted, nth) => {
        const { actions } = reader.read(path, text);
        const index = nth % actions.length;
        const action = actions[index];
        assert.ok(action, 'no action was read');
        const result = changeAction(reader, path, text, action, wanted, today);
        if (result.kind === 'refused') {
          refused++;
          return;
        }
        made++;
        const after = applyEdits(text, result.edits);
        const { start, end } = spanOf(text, actions, action);
        for (const edit of result.edits) {
          assert.ok(edit.start >= start && edit.end <= end, `${edit.start}-${edit.end} is outside of ${start}-${end}`);
          assert.doesNotMatch(edit.text, /[\r\n]/);
        }
        const expected = actions.map((each, at) => facts(at === index ? { ...each, ...wanted } : each));
        assert.deepEqual(reader.read(path, after).actions.map(facts), expected);
        assert.equal(applyEdits(after, invertEdits(text, result.edits)), text);
      }),
      { numRuns: 250 },
    );
    assert.ok(made > refused * 20, `${made} made, ${refused} refused`);
  });

  it('a tick that is taken back leaves every byte as it was', () => {
    const open = fc
      .constantFrom(...Object.keys(shapes).filter((id) => id !== 'row'))
      .chain((id) => shapes[id] ?? fc.constant(''));
    let made = 0;
    fc.assert(
      fc.property(documentOf(open), fc.nat(), (text, nth) => {
        const waiting = reader.read(path, text).actions.filter(({ done }) => !done);
        const action = waiting[nth % waiting.length];
        if (!action) return;
        const ticked = changeAction(reader, path, text, action, { done: true }, today);
        if (ticked.kind === 'refused') return;
        const after = applyEdits(text, ticked.edits);
        const back = changeAction(reader, path, after, ticked.action, { done: false }, today);
        assert.equal(back.kind, 'edits');
        if (back.kind === 'edits') assert.equal(applyEdits(after, back.edits), text);
        made++;
      }),
      { numRuns: 150 },
    );
    assert.ok(made > 50, `${made} were ticked`);
  });

  it('is refused once the line says something else', () => {
    fc.assert(
      fc.property(documentOf(line), change, fc.nat(), (text, wanted, nth) => {
        const { actions } = reader.read(path, text);
        const action = actions[nth % actions.length];
        assert.ok(action);
        const other = { ...action, text: `${action.text} no longer` };
        assert.equal(changeAction(reader, path, text, other, wanted, today).kind, 'refused');
      }),
      { numRuns: 60 },
    );
  });
});
