import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import type { OwnCommit } from '../../../src/git/ownCommits.ts';
import { applyEdits } from '../../../src/markdown/edit.ts';
import { draftDocument } from '../../../src/practices/document.ts';
import { areas, caseFrom, evidenceEntry, evidencePath, readEvidence } from '../../../src/practices/evidence.ts';
import { changeHabit, lately, readHabit, tickHabit, weekPath } from '../../../src/practices/habit.ts';
import { statusMessage, statusParts, type WeekOfWork } from '../../../src/practices/weeklyStatus.ts';
import { Draft } from '../../../src/records/placesToFill.ts';
import { findTemplate } from '../../../src/records/templates.ts';

const builtIn = join(import.meta.dirname, '../../../templates/practices');
const habit = 'When a discussion ends, I will send its summary';
const week = (box: string) => `# Week 47 of 2026\n\n## Habit\n\n- [${box}] ${habit}\n\nNotes.\n`;

describe('the habit of a week', () => {
  it("is the one line of the week's document that says when and what", () => {
    assert.deepEqual(readHabit(week(' ')), { line: 4, text: habit, done: false });
    assert.equal(readHabit(week('x'))?.done, true);
    assert.equal(readHabit('# Week\n\n- [ ] Call Raj\n'), undefined);
    assert.equal(weekPath('2026-11-20', 1), 'weeks/2026-W47.md');
    assert.equal(weekPath('2027-01-01', 1), 'weeks/2026-W53.md');
  });

  it('is ticked and changed without touching anything else', () => {
    const ticked = applyEdits(week(' '), tickHabit(week(' '), true) ?? []);
    assert.equal(ticked, week('x'));
    const other = 'When I promise something, I will write it down';
    assert.equal(applyEdits(ticked, changeHabit(ticked, other)), week(' ').replace(habit, other));
    assert.equal(applyEdits('# Mine\n', changeHabit('# Mine\n', habit)), `# Mine\n\n## Habit\n\n- [ ] ${habit}\n`);
    assert.equal(tickHabit('# Mine\n', true), undefined);
  });

  it('keeps the line endings of its document', () => {
    fc.assert(
      fc.property(fc.constantFrom('\n', '\r\n'), fc.boolean(), (eol, done) => {
        const text = week(done ? 'x' : ' ').replaceAll('\n', eol);
        const back = applyEdits(text, tickHabit(text, !done) ?? []);
        assert.equal(readHabit(back)?.done, !done);
        assert.equal(applyEdits(back, tickHabit(back, done) ?? []), text);
      }),
    );
  });

  it('is counted over the last six weeks that had one, weeks off left out', async () => {
    const count = (weeks: Readonly<Record<string, string>>) =>
      lately('2026-11-20', 1, async (path) => weeks[path.slice('weeks/2026-'.length, -3)]);
    assert.equal(await count({ W47: week('x') }), undefined);
    assert.deepEqual(await count({ W47: week('x'), W46: week(' ') }), { done: 1, of: 2 });
    // This week is still under way.
    assert.deepEqual(await count({ W47: week(' '), W46: week('x'), W45: week('x') }), { done: 2, of: 2 });
    const many = Object.fromEntries(['46', '44', '43', '41', '40', '39', '38', '37'].map((n) => [`W${n}`, week('x')]));
    assert.deepEqual(await count({ ...many, W42: '# Off\n', W44: week(' ') }), { done: 5, of: 6 });
  });
});

describe('evidence', () => {
  const entry = (what: string, area: string, links: string[] = []) =>
    new Draft(evidenceEntry('2026-11-20', what, area, links)).text;

  it('is one item of its month, read back with what was filled in', () => {
    const text = `# November\n\n${entry('Ended the\nretry storm', 'Ownership', ['[billing 3f2c1ab](https://x.example/c/3f2c1ab)'])}`;
    assert.equal(evidencePath('2026-11-20'), 'evidence/2026-11.md');
    assert.deepEqual(readEvidence(text), [
      {
        date: '2026-11-20',
        what: 'Ended the retry storm',
        area: 'Ownership',
        impact: undefined,
        links: ['[billing 3f2c1ab](https://x.example/c/3f2c1ab)'],
      },
    ]);
    const filled = text.replace('{what it changed, for whom}', 'no pages at night');
    assert.equal(readEvidence(filled.replaceAll('\n', '\r\n'))[0]?.impact, 'no pages at night');
    assert.deepEqual(readEvidence(entry('', 'Vision')), []);
  });

  it('makes a case by the ten areas, oldest first, and names those that nothing shows yet', async () => {
    const text = [
      entry('B', 'ownership').replace('11-20', '11-21'),
      entry('A', 'Ownership', ['link']).replace('{what it changed, for whom}', 'calm nights'),
      entry('C', 'Elsewhere'),
    ].join('\n');
    const made = caseFrom(readEvidence(text));
    assert.deepEqual(made.areas, [
      { title: 'Ownership', entries: ['A: calm nights (2026-11-20, link)', 'B (2026-11-21)'] },
      { title: 'And', entries: ['C (2026-11-20)'] },
    ]);
    assert.equal(areas.length, 10);
    assert.equal(made.open.length, 9);
    assert.deepEqual(made.resume, ['A: calm nights']);
    const template = await findTemplate('career-case', { builtIn });
    const draft = await draftDocument(template, { heading: 'Case for the role', date: '2026-12-01', more: made });
    assert.match(draft.text, /\n## Ownership\n\n- A: calm nights \(2026-11-20, link\)\n- B \(2026-11-21\)\n\n## And\n/);
    assert.match(draft.text, /\n## Not shown yet\n\n- Stepping up\n/);
    assert.match(draft.text, /\n## For a résumé\n\n- A: calm nights\n- \{/);
  });
});

describe('a weekly status', () => {
  const commit = (subject: string, ...paths: string[]): OwnCommit => ({
    hash: subject,
    shortHash: subject,
    parent: '',
    date: '2026-11-20',
    subject,
    files: paths.map((path) => ({ path, added: false })),
  });
  const week = (name: string, subjects: readonly string[]): WeekOfWork => ({
    name,
    commits: subjects.map((subject) => commit(subject, 'src/a.ts')),
    records: new Map(),
    closed: [],
    slipping: [],
  });

  it('tells the commits, but for those that only wrote records, which have their own part', async () => {
    const records: WeekOfWork['records'] = new Map([
      ['docs/decisions/5.md', { title: '5 Move to Postgres 17 (accepted)', kind: 'decision' }],
      ['docs/reviews/x.md', { title: 'Review: retries', kind: 'review' }],
      ['docs/meetings/x.md', { title: 'Outage', kind: 'other' }],
    ]);
    const parts = statusParts([
      {
        ...week('billing', ['Use the budget', 'fixup! Use the budget', 'Use the budget', 'Count retries']),
        commits: [
          commit('Use the budget', 'src/a.ts'),
          commit('Accept Postgres', 'docs/decisions/5.md'),
          commit('fixup! Count', 'src/a.ts'),
          commit('Count retries', 'src/a.ts', 'docs/meetings/x.md'),
        ],
        records,
        closed: ['measure the storm'],
        slipping: [{ text: 'write the runbook', due: '2026-11-18' }],
      },
    ]);
    assert.deepEqual(parts, {
      progress: ['Count retries', 'Use the budget'],
      decisions: ['5 Move to Postgres 17 (accepted)'],
      reviews: ['Review: retries'],
      closed: ['measure the storm'],
      slipping: ['write the runbook, due since 2026-11-18'],
    });
    const template = await findTemplate('weekly-status', { builtIn });
    const draft = await draftDocument(template, { heading: 'Week 47 of 2026', date: '2026-11-20', more: parts });
    assert.match(draft.text, /## Progress\n\n- Count retries\n- Use the budget\n\n## Decisions\n\n- 5 Move/);
    assert.match(draft.text, /## Done\n\n- measure the storm\n\n## Blockers\n\n- \{/);
    assert.equal(
      statusMessage(draft.text.replaceAll('\n', '\r\n')),
      'Week 47 of 2026\n\nProgress:\n- Count retries\n- Use the budget\n\nDecisions:\n- 5 Move to Postgres 17 (accepted)\n\nReviews:\n- Review: retries\n\nDone:\n- measure the storm\n\nWhat may slip:\n- write the runbook, due since 2026-11-18',
    );
  });

  it('names the repository where there are several, and stops before nobody reads on', () => {
    const many = Array.from({ length: 20 }, (_, n) => `Step ${n}`);
    const { progress } = statusParts([week('billing', many), week('ledger', ['Pair'])]);
    assert.equal(progress.length, 13);
    assert.equal(progress[0], 'billing: Step 19');
    assert.equal(progress.at(-1), 'and 9 more commits');
  });
});
