import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { daysAfter, weekAround } from '../../../src/actions/days.ts';
import { lately, weekPath } from '../../../src/practices/habit.ts';
import { weekName, weekStart } from '../../../src/practices/isoWeek.ts';
import { dayMeant } from '../../../src/practices/plan.ts';

const source = pathToFileURL(join(import.meta.dirname, '../../../src')).href;
/** What a process says of some moments: its own day, and all that the practices make of that day. */
const script = `
const { localDate } = await import('${source}/editor/today.ts');
const { weekName, weekStart } = await import('${source}/practices/isoWeek.ts');
const { weekPath } = await import('${source}/practices/habit.ts');
const { dayMeant, readPlan } = await import('${source}/practices/plan.ts');
const { planState } = await import('${source}/practices/planState.ts');
const { journalArtefacts } = await import('${source}/practices/artefacts.ts');
const { actingTooLong, readPayTalk } = await import('${source}/practices/careerClock.ts');
const { weekOf } = await import('${source}/actions/week.ts');
const plan = readPlan('---\\nstart: 2026-10-15\\npaused: [2026-12-24 to 2027-01-03]\\n---\\n\\n## Days 1-90: all\\n\\n- [ ] Status (\\\`weekly-status\\\`)\\n');
const due = (due) => ({ text: due, owners: [], due, done: false, firstSeen: due, lastSeen: due, sources: [] });
const tell = (moment) => {
  const today = localDate(new Date(moment));
  const state = planState(plan, journalArtefacts(['status/2026-W53.md'], 1), today);
  const week = weekOf(['2026-12-30', '2026-12-31', '2027-01-01'].map(due), { today, firstDay: 1, me: [] });
  return {
    today,
    weeks: [1, 6, 7].map((first) => weekName(today, first)),
    starts: [1, 6, 7].map((first) => weekStart(weekName(today, first), first)),
    habit: weekPath(today, 1),
    plan: [state.day, state.paused, state.phases[0].items[0].have],
    tomorrow: dayMeant('+1', today),
    overdue: week.overdue.map(({ text }) => text),
    acting: actingTooLong(['I am acting since 2026-06-30'], today) ?? null,
    deadline: readPayTalk('## Deadline\\n\\n' + today + '\\n').deadline,
  };
};
console.log(JSON.stringify(process.argv.slice(1).map(Number).map(tell)));
`;

function tell(zone: string, moments: readonly number[]): readonly Record<string, unknown>[] {
  const env = { ...process.env, TZ: zone, NODE_NO_WARNINGS: '1' };
  const args = ['--input-type=module', '--eval', script, '--', ...moments.map(String)];
  return JSON.parse(execFileSync(process.execPath, args, { env, encoding: 'utf8' }));
}

/** What is said on the last day of 2026, and on the first one of 2027, wherever one is. */
const lastDay = {
  today: '2026-12-31',
  weeks: ['2026-W53', '2026-W53', '2026-W53'],
  starts: ['2026-12-28', '2026-12-26', '2026-12-27'],
  habit: 'weeks/2026-W53.md',
  plan: [70, true, 1],
  tomorrow: '2027-01-01',
  overdue: ['2026-12-30'],
  acting: '2026-06-30',
  deadline: '2026-12-31',
};
const firstDay = {
  ...lastDay,
  today: '2027-01-01',
  tomorrow: '2027-01-02',
  overdue: ['2026-12-30', '2026-12-31'],
  deadline: '2027-01-01',
};

describe('the practices at the end of a year', function () {
  this.timeout(60_000);

  for (const [zone, hours] of [
    ['Pacific/Pago_Pago', -11],
    ['America/Sao_Paulo', -3],
    ['Europe/Berlin', 1],
    ['Asia/Kathmandu', 5.75],
    ['Pacific/Kiritimati', 14],
  ] as const) {
    it(`go by the calendar on the wall in ${zone}: nothing is due a day off`, () => {
      const midnight = Date.UTC(2027, 0, 1) - hours * 3_600_000;
      assert.deepEqual(tell(zone, [midnight - 86_400_000, midnight - 1, midnight, midnight + 86_399_999]), [
        lastDay,
        lastDay,
        firstDay,
        firstDay,
      ]);
    });
  }

  it('have one name for a day on which clocks are changed, and the next day is the next one', () => {
    // 23 and 25 hours long: Berlin in March and October 2026, São Paulo at midnight in November 2018.
    for (const [zone, day, first, hours] of [
      ['Europe/Berlin', '2026-03-29', Date.UTC(2026, 2, 28, 23), 23],
      ['Europe/Berlin', '2026-10-25', Date.UTC(2026, 9, 24, 22), 25],
      ['America/Sao_Paulo', '2018-11-04', Date.UTC(2018, 10, 4, 3), 23],
    ] as const) {
      const moments = Array.from({ length: hours }, (_, hour) => first + hour * 3_600_000 + 1_800_000);
      const told = tell(zone, [first - 1, ...moments, first + hours * 3_600_000]);
      assert.deepEqual(
        told.map(({ today }) => today),
        [daysAfter(day, -1), ...moments.map(() => day), daysAfter(day, 1)],
        zone,
      );
      for (const { today, tomorrow } of told) assert.equal(tomorrow, daysAfter(String(today), 1));
    }
  });
});

describe('the week of a habit', () => {
  it('is one document from the first day of a week to its last, whichever day weeks begin with', () => {
    for (let day = '2026-12-14'; day < '2027-01-20'; day = daysAfter(day, 1)) {
      for (const first of [1, 6, 7] as const) {
        const { start, end } = weekAround(day, first);
        assert.equal(weekPath(day, first), weekPath(start, first));
        assert.equal(weekPath(day, first), weekPath(end, first));
        assert.notEqual(weekPath(day, first), weekPath(daysAfter(end, 1), first));
        assert.equal(weekStart(weekName(day, first), first), start);
      }
    }
  });

  it('chosen on a Sunday is still that of Monday, where weeks begin on Sunday', async () => {
    assert.equal(weekPath('2026-11-22', 7), weekPath('2026-11-23', 7));
    const habit = '- [x] When A, I will B\n';
    const weeks: Readonly<Record<string, string>> = { 'weeks/2026-W48.md': habit, 'weeks/2026-W47.md': habit };
    assert.deepEqual(await lately('2026-11-22', 7, async (path) => weeks[path]), { done: 2, of: 2 });
    assert.equal(await lately('2026-11-22', 1, async (path) => weeks[path]), undefined);
  });
});

describe('a day that somebody names', () => {
  it('is today, some days ahead, or one that there is', () => {
    const today = '2026-10-24';
    assert.deepEqual(
      ['today', ' Today ', '+1', '+7', '2027-02-28', '2027-02-29', 'soon', ''].map((words) => dayMeant(words, today)),
      [today, today, '2026-10-25', '2026-10-31', '2027-02-28', undefined, undefined, undefined],
    );
  });
});
