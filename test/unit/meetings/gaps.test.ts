import assert from 'node:assert/strict';
import fc from 'fast-check';
import { textOf } from '../../../src/humanError.ts';
import { applyEdits } from '../../../src/markdown/edit.ts';
import { dueChoices } from '../../../src/meetings/dueChoices.ts';
import { dueEdits, ownerEdits, type ReadSummary } from '../../../src/meetings/fillGap.ts';
import { gapFixes } from '../../../src/meetings/gapFixes.ts';
import { type Gap, gapsOf } from '../../../src/meetings/gaps.ts';
import { minutesReader } from '../../../src/meetings/minutes.ts';
import { attendeesAsPeople, ownerWritten } from '../../../src/meetings/whoIs.ts';

const read = await minutesReader();
const path = 'docs/meetings/2026-11-20-retries.md';

function summaryOf(text: string): ReadSummary {
  return { text, minutes: read(path, text), read };
}

/** A summary of Ana's and Raj's with these next steps. */
function summary(...steps: string[]): ReadSummary {
  return summaryOf(
    `---\ndate: 2026-11-20\nattendees: [Ana Ruiz, Raj Patel]\n---\n\n# Retries\n\n## Next steps\n\n${steps.join('\n')}\n\n## Notes\n\n> - [ ] quoted\n`,
  );
}

function gaps({ text, minutes }: ReadSummary): Gap[] {
  const attendees = attendeesAsPeople(minutes.attendees);
  return gapsOf(text, minutes, (owner) => ownerWritten(owner, attendees));
}

const found = (...steps: string[]) => gaps(summary(...steps)).map(({ code, words }) => `${code}: ${words}`);

describe("A summary's gaps", () => {
  for (const [step, expected] of [
    ['- [ ] Raj Patel will measure it by 2026-11-27', []],
    ['- [x] write the runbook', []],
    ['- [ ] write the runbook', ['no-owner: write', 'no-date: runbook']],
    ['- [ ] Raj will write the runbook', ['no-date: runbook']],
    ['- [ ] write the runbook by 2026-11-27', ['no-owner: write']],
    ['- [ ] @sandro will ask Eve by 2026-11-27', ['unresolved-name: @sandro']],
    ['- [ ] Raj and Zoe will ask Eve by 2026-11-27', ['unresolved-name: Zoe']],
    ['- [ ] Everyone will read it by 2026-11-27', []],
    ['- [ ] Raj will ask Eve by next Friday', ['ambiguous-date: by next Friday']],
    ['- [ ] Raj will ask Eve soon', ['ambiguous-date: soon']],
    ['- Raj will ask Eve', []],
    ['ACTION: Raj to ask Eve', []],
    ['* [ ] Raj will ask\n  Eve about it', ['no-date: it']],
  ] as const) {
    it(`in "${step.replace('\n', ' ')}"`, () => assert.deepEqual(found(step), expected));
  }

  it('are said in a sentence that asks', async () => {
    const { gapMessage } = await import('../../../src/meetings/gapFixes.ts');
    const said = gaps(summary('- [ ] @zoe will ask by next Friday', '- [ ] write it down')).map((gap) =>
      textOf(gapMessage(gap)),
    );
    assert.deepEqual(said, [
      '"@zoe" is neither among the attendees nor known in this repository.',
      '"by next Friday" can be 2026-11-27 or 2026-12-04.',
      'No owner: who will do it?',
      'No date: by when?',
    ]);
  });
});

describe('A gap', () => {
  const people = ['Ana Ruiz', 'Raj Patel', 'Zoe Lang'];
  const days = dueChoices('2026-11-18');
  const step = (after: string) => after.split('\n').find((line) => /^[-*] \[ \]/.test(line));
  const fixes = (line: string) => {
    const before = summary(line);
    return gaps(before).map((gap) =>
      gapFixes(before, gap, { people, days }).map(
        ({ title, edits }) => `${textOf(title)} => ${step(applyEdits(before.text, edits))}`,
      ),
    );
  };

  it('without owner is filled with a person', () => {
    assert.deepEqual(fixes('- [ ] Write the runbook by 2026-11-27'), [
      [
        'Owner: Ana Ruiz => - [ ] Ana Ruiz will write the runbook by 2026-11-27',
        'Owner: Raj Patel => - [ ] Raj Patel will write the runbook by 2026-11-27',
        'Owner: Zoe Lang => - [ ] Zoe Lang will write the runbook by 2026-11-27',
      ],
    ]);
  });

  it('without date is filled with a day', () => {
    assert.deepEqual(fixes('- [ ] Raj will write the runbook. ^step-1'), [
      [
        'Due this Friday, 2026-11-20 => - [ ] Raj will write the runbook by 2026-11-20. ^step-1',
        'Due in two weeks, 2026-12-02 => - [ ] Raj will write the runbook by 2026-12-02. ^step-1',
      ],
    ]);
    assert.deepEqual(fixes('- [ ] Raj will ask Eve by next Friday.'), [
      [
        '"by next Friday" is 2026-11-27 => - [ ] Raj will ask Eve by 2026-11-27.',
        '"by next Friday" is 2026-12-04 => - [ ] Raj will ask Eve by 2026-12-04.',
        'Due this Friday, 2026-11-20 => - [ ] Raj will ask Eve by 2026-11-20.',
        'Due in two weeks, 2026-12-02 => - [ ] Raj will ask Eve by 2026-12-02.',
      ],
    ]);
  });

  it('without date is filled in the notation of the document', () => {
    const others = ['- [ ] Ana will rest 📅 2026-11-30', '- [ ] Raj will write the runbook'];
    const before = summary(...others);
    const edits = dueEdits(before, 11, '2026-12-01');
    assert.ok(edits);
    assert.match(applyEdits(before.text, edits), /^- \[ \] Raj will write the runbook 📅 2026-12-01$/m);
    const again = dueEdits(before, 10, '2026-12-01');
    assert.match(applyEdits(before.text, again ?? []), /^- \[ \] Ana will rest 📅 2026-12-01$/m);
  });

  it('of a name is filled with the person who is called so, or with an attendee', () => {
    assert.deepEqual(fixes('- [ ] @zlang will ask Eve by 2026-11-27'), [
      [
        '"@zlang" is Zoe Lang => - [ ] Zoe Lang will ask Eve by 2026-11-27',
        'Add zlang to the Attendees => - [ ] @zlang will ask Eve by 2026-11-27',
      ],
    ]);
    assert.match(fixes('- [ ] @sandro will ask Eve by 2026-11-27')[0]?.[0] ?? '', /^Add sandro/);
  });

  it('of a name that two people have is filled with either', () => {
    const before = summaryOf(
      '---\ndate: 2026-11-20\nattendees: [Ana Ruiz, Ana Bell]\n---\n\n# X\n\n- [ ] Ana will rest by 2026-11-27\n',
    );
    const [gap] = gaps(before);
    assert.deepEqual(gap?.among, ['Ana Ruiz', 'Ana Bell']);
    const titles = gapFixes(before, gap, { people, days }).map(({ title }) => textOf(title));
    assert.deepEqual(titles, ['"Ana" is Ana Ruiz', '"Ana" is Ana Bell']);
  });

  it('has no fix where the line would not be read so afterwards', () => {
    assert.equal(ownerEdits(summary('- [ ] write it down'), 10, 'a b\nc'), undefined);
    assert.equal(ownerEdits(summary('- [ ] write it down'), 6, 'Ana Ruiz'), undefined);
    assert.equal(dueEdits(summary('- [x] write it down'), 10, '2026-11-27'), undefined);
  });

  it('is filled by a change of its own line alone, whatever stands around it', () => {
    const names = fc.constantFrom('Ana Ruiz', 'Raj Patel', 'Zoe Lang', 'sandro', 'Will', 'May', 'José da Silva');
    const around = fc.array(fc.constantFrom('text', '', '🎉 astral', '- [ ] Ana will rest', '```\n- [ ] code\n```'), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        around,
        fc.constantFrom('write the runbook', 'Write `it` down.', 'ask Eve 🎉 soon', 'tell the partner by next Friday'),
        names,
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\uFEFF'),
        fc.boolean(),
        (above, words, name, eol, bom, ends) => {
          const lines = [
            '---',
            'date: 2026-11-20',
            '---',
            '',
            '# X',
            '',
            ...above,
            '',
            '## Next steps',
            '',
            `- [ ] ${words}`,
          ];
          const text = bom + lines.join('\n').split('\n').join(eol) + (ends ? eol : '');
          const line = lines.join('\n').split('\n').length;
          const before = summaryOf(text);
          const owned = ownerEdits(before, line, name);
          assert.ok(owned, text);
          const after = summaryOf(applyEdits(text, owned));
          const dated = dueEdits(after, line, '2026-12-01');
          assert.ok(dated, after.text);
          const last = summaryOf(applyEdits(after.text, dated));
          const action = last.minutes.actions.find((each) => each.line === line);
          assert.deepEqual([action?.owners, action?.due], [[name], '2026-12-01']);
          const others = (from: string) => from.split(eol).filter((_, index) => index !== line - 1);
          assert.deepEqual(others(last.text), others(text));
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('The days that are offered', () => {
  const offered = (today: string, sprint?: { end: string; weeks: number }) =>
    dueChoices(today, sprint).map(({ name, date }) => `${textOf(name)} ${date}`);

  it('count from today, over the end of a year', () => {
    assert.deepEqual(offered('2026-12-30'), ['this Friday 2027-01-01', 'in two weeks 2027-01-13']);
    assert.deepEqual(offered('2026-11-20'), ['next Friday 2026-11-27', 'in two weeks 2026-12-04']);
    assert.deepEqual(offered('2026-11-22'), ['next Friday 2026-11-27', 'in two weeks 2026-12-06']);
  });

  it('know when the sprint ends, whichever of its ends is named', () => {
    for (const end of ['2026-10-30', '2026-11-27', '2027-01-08']) {
      assert.ok(offered('2026-11-18', { end, weeks: 2 }).includes('end of sprint 2026-11-27'), end);
    }
    assert.ok(offered('2026-11-27', { end: '2026-11-27', weeks: 3 }).includes('end of sprint 2026-11-27'));
    assert.ok(!offered('2026-11-27', { end: '2026-13-45', weeks: 0 }).join().includes('sprint'));
  });
});
