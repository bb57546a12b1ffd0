import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { daysAfter } from '../../../src/actions/days.ts';
import { applyEdits, type Edit } from '../../../src/markdown/edit.ts';
import { journalArtefacts, practiceOfFile } from '../../../src/practices/artefacts.ts';
import { catalogue } from '../../../src/practices/catalogue/all.ts';
import { draftDocument } from '../../../src/practices/document.ts';
import { weekName, weekStart } from '../../../src/practices/isoWeek.ts';
import { dateOf, dayOf, readPlan } from '../../../src/practices/plan.ts';
import { dateItem, pausePlan, resumePlan, startPlanOn, tickItem } from '../../../src/practices/planEdit.ts';
import { planLine } from '../../../src/practices/planLine.ts';
import { planPicture } from '../../../src/practices/planPicture.ts';
import { planState } from '../../../src/practices/planState.ts';
import type { Practice } from '../../../src/practices/practice.ts';
import { findTemplate } from '../../../src/records/templates.ts';

const builtIn = join(import.meta.dirname, '../../../templates/practices');
const template = await findTemplate('plan-90', { builtIn });
const text = (await draftDocument(template, { heading: '90-day plan', date: '2026-10-15' })).text;
const artefact = (practice: string, date: string) => ({ practice, date });

function stateOn(today: string, artefacts: readonly { practice: string; date: string }[] = [], plan = text) {
  const state = planState(readPlan(plan), artefacts, today);
  assert.ok(state);
  return state;
}

function edited(plan: string, edits: readonly Edit[] | undefined): string {
  assert.ok(edits);
  return applyEdits(plan, edits);
}

function itemOf(plan: string, words: string) {
  const item = readPlan(plan)
    .phases.flatMap(({ items }) => items)
    .find((each) => each.text.includes(words));
  assert.ok(item, words);
  return item;
}

describe('the 90-day plan', () => {
  it('has three phases of thirty days, and day 120', () => {
    const { start, phases } = readPlan(text);
    assert.equal(start, '2026-10-15');
    assert.deepEqual(
      phases.map(({ title, from, to, items }) => [title, from, to, items.length]),
      [
        ['foundation', 1, 30, 4],
        ['visibility', 31, 60, 4],
        ['the ask', 61, 90, 5],
        ['Day 120', 120, 120, 1],
      ],
    );
  });

  it('knows which day it is, over the end of a year and of summer time', () => {
    assert.equal(stateOn('2026-10-15').day, 1);
    assert.equal(stateOn('2026-11-20').day, 37);
    assert.equal(stateOn('2027-01-12').day, 90);
    assert.equal(stateOn('2026-10-14').day, 0);
    const { now, phases } = stateOn('2026-11-20');
    assert.deepEqual([now?.title, now?.starts, now?.ends], ['Visibility', '2026-11-14', '2026-12-13']);
    assert.equal(phases.at(-1)?.starts, '2027-02-11');
  });

  it('ticks an item when what it asks for has appeared since the plan began', () => {
    const three = ['2026-10-15', '2026-11-01', '2026-11-20'].map((date) => artefact('decision-record', date));
    const [documents] =
      stateOn('2026-11-20', [artefact('decision-record', '2026-10-14'), ...three.slice(1)]).phases[0]?.items ?? [];
    assert.deepEqual([documents?.have, documents?.done], [2, false]);
    const { phases, marks } = stateOn('2026-11-20', three);
    assert.deepEqual([phases[0]?.items[0]?.have, phases[0]?.items[0]?.done], [3, true]);
    assert.equal(phases[2]?.items[0]?.done, false);
    assert.deepEqual(
      marks.map(({ day }) => day),
      [1, 18, 37],
    );
    assert.equal(stateOn('2026-11-19', three).phases[0]?.items[0]?.have, 2);
  });

  it('ticks by hand what leaves nothing behind, and only that box changes', () => {
    const item = itemOf(text, 'Research what the role is paid');
    const ticked = edited(text, tickItem(text, item, true));
    assert.equal(ticked, text.replace('[ ] Research', '[x] Research'));
    assert.ok(stateOn('2026-11-20', [], ticked).phases[2]?.items.find((each) => each.item.text === item.text)?.done);
    assert.equal(edited(ticked, tickItem(ticked, item, false)), text);
    assert.equal(tickItem('# Something else\n', item, true), undefined);
  });

  it('moves one item to a day of its own, or the whole to another start', () => {
    const item = itemOf(text, 'One'.toLowerCase());
    const dated = edited(text, dateItem(text, item, '2026-12-01'));
    assert.match(dated, /\(`ownership`\) by 2026-12-01\n/);
    assert.equal(itemOf(dated, 'one system').by, '2026-12-01');
    assert.match(edited(dated, dateItem(dated, item, '2026-12-09')), /\(`ownership`\) by 2026-12-09\n/);
    assert.equal(edited(dated, dateItem(dated, item, undefined)), text);
    assert.equal(readPlan(edited(text, startPlanOn(text, '2027-01-04'))).start, '2027-01-04');
  });

  it('does not count days off', () => {
    const paused = edited(text, pausePlan(text, '2026-12-21', '2027-01-03'));
    assert.deepEqual(readPlan(paused).pauses, [{ from: '2026-12-21', to: '2027-01-03' }]);
    const before = stateOn('2026-12-20', [], paused);
    assert.equal(before.day, 67);
    assert.equal(before.phases[2]?.ends, '2027-01-26');
    assert.deepEqual([stateOn('2026-12-28', [], paused).day, stateOn('2026-12-28', [], paused).paused], [67, true]);
    assert.equal(stateOn('2027-01-04', [], paused).day, 68);
  });

  it('pauses without an end, and goes on', () => {
    const paused = edited(text, pausePlan(text, '2026-11-20', undefined));
    assert.deepEqual([stateOn('2026-11-27', [], paused).day, stateOn('2026-11-27', [], paused).paused], [36, true]);
    const resumed = edited(paused, resumePlan(paused, '2026-11-27', '2026-11-26'));
    assert.deepEqual([stateOn('2026-11-27', [], resumed).day, stateOn('2026-11-27', [], resumed).paused], [37, false]);
    const atOnce = edited(paused, resumePlan(paused, '2026-11-20', '2026-11-19'));
    assert.deepEqual(readPlan(atOnce).pauses, []);
  });

  it('is read however somebody has edited it, and says nothing where it states no first day', () => {
    const own =
      '---\nstart: soon\n---\n\n# Mine\n\nWords.\n\n## Days 1–10\n\n* [X] Done (`idea`)\n- [ ] Open by 2026-13-77\n';
    const plan = readPlan(own.replaceAll('\n', '\r\n'));
    assert.equal(plan.start, undefined);
    assert.deepEqual(
      plan.phases[0]?.items.map(({ text, ticked, practice, by }) => [text, ticked, practice, by]),
      [
        ['Done', true, 'idea', undefined],
        ['Open', false, undefined, undefined],
      ],
    );
    assert.equal(planState(plan, [], '2026-11-20'), undefined);
    assert.deepEqual(readPlan('').phases, []);
  });

  it('counts forwards and backwards alike, whatever the pauses', () => {
    const days = fc.integer({ min: 0, max: 200 }).map((n) => daysAfter('2026-10-15', n));
    const pauses = fc.array(fc.tuple(days, fc.integer({ min: 0, max: 30 })), { maxLength: 4 });
    fc.assert(
      fc.property(pauses, fc.integer({ min: 1, max: 120 }), (off, number) => {
        const plan = {
          start: '2026-10-15',
          phases: [],
          pauses: off
            .map(([from, length]) => ({ from, to: daysAfter(from, length) }))
            .sort((a, b) => (a.from < b.from ? -1 : 1)),
        };
        const date = dateOf(plan, number, '2026-11-20');
        assert.equal(dayOf(plan, date), number);
        assert.equal(dayOf(plan, daysAfter(date, -1)), number - 1);
      }),
    );
  });

  it('changes nothing beside the span of an edit, whatever the line endings', () => {
    const items = readPlan(text).phases.flatMap((phase) => phase.items);
    fc.assert(
      fc.property(fc.constantFrom(...items), fc.constantFrom('\n', '\r\n'), fc.boolean(), (item, eol, mark) => {
        const own = (mark ? '\uFEFF' : '') + text.replaceAll('\n', eol);
        const ticked = edited(own, tickItem(own, item, true));
        assert.equal(itemOf(ticked, item.text).ticked, true);
        assert.equal(edited(ticked, tickItem(ticked, item, false)), own);
        const dated = edited(own, dateItem(own, item, '2026-12-24'));
        assert.equal(edited(dated, dateItem(dated, item, undefined)), own);
      }),
    );
  });
});

describe('the line of ninety days', () => {
  it('shows what is past, today, what is to come, and where something appeared', () => {
    assert.equal(planLine(stateOn('2026-11-20', [artefact('idea', '2026-10-30')])), '━━━◆━━┊━●────┊──────');
    assert.equal(planLine(stateOn('2026-10-01')), '──────┊──────┊──────');
    assert.equal(planLine(stateOn('2027-03-01')), '━━━━━━┊━━━━━━┊━━━━━━');
  });
});

describe("the plan's picture", () => {
  const words = {
    title: '90-day plan',
    now: 'Day 37 of 90',
    today: 'today',
    marks: 'written',
    date: (day: string) => day,
    practice: (id: string) => id,
    count: (have: number, wanted: number) => `${have} of ${wanted}`,
  };

  it('says all in words too, and never that something is late', () => {
    const html = planPicture(stateOn('2026-11-20', [artefact('idea', '2026-10-30')]), words);
    assert.match(html, /aria-label="Day 37 of 90"/);
    assert.match(html, /<title>idea<\/title>/);
    assert.match(html, /<section class="present"><h2>Visibility<\/h2>/);
    assert.doesNotMatch(html, /late|overdue|missed|percent|%/i);
  });

  it('shows what somebody has written into the plan as text', () => {
    const plan = text.replace('Set a deadline', '<img src=x onerror=alert(1)> & "so"').replace(': the ask', ': <b>');
    const html = planPicture(stateOn('2026-11-20', [], plan), words);
    assert.doesNotMatch(html, /<img|<b>/);
    assert.match(html, /&#60;img src=x onerror=alert\(1\)&#62; &#38; &#34;so&#34;/);
  });
});

describe('weeks', () => {
  it('have the numbers of ISO 8601, also where a year begins in the old one', () => {
    for (const [day, week] of [
      ['2026-11-20', '2026-W47'],
      ['2026-12-31', '2026-W53'],
      ['2027-01-03', '2026-W53'],
      ['2027-01-04', '2027-W01'],
      ['2024-12-30', '2025-W01'],
      ['2021-01-01', '2020-W53'],
    ] as const) {
      assert.equal(weekName(day), week, day);
    }
    assert.equal(weekStart('2026-W47'), '2026-11-16');
    assert.equal(weekStart('2025-W01'), '2024-12-30');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const day = daysAfter('1970-01-01', days);
        for (const first of [1, 6, 7] as const) {
          const start = weekStart(weekName(day, first), first);
          assert.ok(start <= day && day <= daysAfter(start, 6));
        }
      }),
    );
  });

  it('that begin on another day have the name of their Thursday: one name from the first day to the last', () => {
    // A Sunday: the last day of ISO's week 47, the first one of week 48 where weeks begin on Sunday.
    assert.deepEqual(
      ([1, 6, 7] as const).map((first) => weekName('2026-11-22', first)),
      ['2026-W47', '2026-W48', '2026-W48'],
    );
    assert.deepEqual(
      ([1, 6, 7] as const).map((first) => [weekStart('2026-W53', first), weekName('2027-01-02', first)]),
      [
        ['2026-12-28', '2026-W53'],
        ['2026-12-26', '2027-W01'],
        ['2026-12-27', '2026-W53'],
      ],
    );
  });
});

describe('what a practice has left behind', () => {
  it('is told by where a file is', () => {
    assert.equal(practiceOfFile('docs/adr/7-x.md', true), 'decision-record');
    assert.equal(practiceOfFile('docs/runbooks/billing.md', false), 'runbook');
    assert.equal(practiceOfFile('ops/Postmortems/x.md', false), 'debrief');
    assert.equal(practiceOfFile('docs/meetings/2026-01-01-x.md', false), 'meeting-summary');
    assert.equal(practiceOfFile('docs/reviews/x.md', false), 'teaching-review');
    assert.equal(practiceOfFile('src/ideas/a.ts', false), undefined);
    assert.equal(practiceOfFile('README.md', false), undefined);
    const pairing = { ...catalogue[0], id: 'pairing', store: 'team', folder: 'docs/pairing' } as Practice;
    assert.equal(practiceOfFile('docs/pairing/2026-11-20-x.md', false, [pairing]), 'pairing');
    assert.equal(practiceOfFile('lib/pairing/2026-11-20-x.md', false, [pairing]), undefined);
  });

  it('counts from its first day on, and for a plan that began in its week or month', () => {
    const status = journalArtefacts(['status/2026-W47.md'], 1);
    const item = '---\nstart: 2026-11-18\n---\n\n## Days 1-30: x\n\n- [ ] Status (`weekly-status`)\n';
    const on = (today: string) => stateOn(today, status, item);
    assert.deepEqual([on('2026-11-18').phases[0]?.items[0]?.have, on('2026-11-18').marks[0]?.day], [1, 1]);
    assert.equal(stateOn('2026-11-30', status, item.replace('11-18', '11-23')).phases[0]?.items[0]?.have, 0);
    const month = journalArtefacts(['evidence/2026-02.md'], 1);
    assert.equal(month[0]?.until, '2026-02-28');
  });

  it('is told in the journal by the names of its files', () => {
    assert.deepEqual(
      journalArtefacts(
        [
          'practices/idea/2026-11-20-x.md',
          'status/2026-W47.md',
          'plan.md',
          'practices/idea/notes.md',
          'evidence/2026-11.md',
        ],
        1,
      ),
      [
        artefact('idea', '2026-11-20'),
        { ...artefact('weekly-status', '2026-11-16'), until: '2026-11-22' },
        { ...artefact('evidence', '2026-11-01'), until: '2026-11-30' },
      ],
    );
  });
});
