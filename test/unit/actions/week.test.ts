import assert from 'node:assert/strict';
import type { ActionItem } from '../../../src/actions/carryOver.ts';
import { daysAfter } from '../../../src/actions/days.ts';
import { dueNow, type WeekOptions, weekOf } from '../../../src/actions/week.ts';

const item = (text: string, more: Partial<ActionItem> = {}): ActionItem => ({
  text,
  owners: ['Ana Ruiz'],
  due: null,
  done: false,
  firstSeen: '2026-11-13',
  lastSeen: '2026-11-13',
  sources: [{ path: 'docs/meetings/2026-11-13.md', line: 7 }],
  ...more,
});
/** A Friday. */
const today = '2026-11-20';
const me = ['Ana Ruiz', 'ana@billing.example'];
const week = (items: readonly ActionItem[], more: Partial<WeekOptions> = {}) => {
  const { start, end, ...groups } = weekOf(items, { today, firstDay: 1, me, ...more });
  return Object.fromEntries(
    Object.entries(groups)
      .map(([group, found]) => [group, found.map(({ text }) => text)] as const)
      .filter(([, found]) => found.length),
  );
};

describe('The week', () => {
  it('sorts what is mine by its day: overdue, this week, without a day', () => {
    assert.deepEqual(
      week([
        item('later', { due: '2026-11-23' }),
        item('sunday', { due: '2026-11-22' }),
        item('today', { due: '2026-11-20' }),
        item('yesterday', { due: '2026-11-19' }),
        item('last year', { due: '2025-11-19' }),
        item('some day'),
        item('done', { due: '2026-11-19', done: true }),
      ]),
      { overdue: ['last year', 'yesterday'], thisWeek: ['today', 'sunday'], noDate: ['some day'] },
    );
  });

  it('ends as weeks do where I live', () => {
    const items = [item('saturday', { due: '2026-11-21' }), item('sunday', { due: '2026-11-22' })];
    assert.deepEqual(week(items, { firstDay: 7 }), { thisWeek: ['saturday'] });
    assert.deepEqual(week(items, { firstDay: 6 }), {});
    assert.deepEqual(week(items, { firstDay: 6, today: '2026-11-21' }), { thisWeek: ['saturday', 'sunday'] });
  });

  it('is the same on the last days of a year', () => {
    const items = [item('new year', { due: '2027-01-01' }), item('monday', { due: '2027-01-04' })];
    assert.deepEqual(week(items, { today: '2026-12-31' }), { thisWeek: ['new year'] });
    assert.deepEqual(week(items, { today: '2027-01-02' }), { overdue: ['new year'] });
    assert.deepEqual(week(items, { today: '2027-01-04' }), { overdue: ['new year'], thisWeek: ['monday'] });
  });

  it('calls nothing overdue on its day, and everything from the next on, whatever the date', () => {
    for (let day = '2026-02-25'; day < '2026-04-05'; day = daysAfter(day, 1)) {
      const one = [item('it', { due: day })];
      assert.deepEqual(week(one, { today: day }), { thisWeek: ['it'] });
      assert.deepEqual(week(one, { today: daysAfter(day, 1) }), { overdue: ['it'] });
    }
  });

  it("keeps others' actions apart: those due by its end, all of them on demand", () => {
    const items = [
      item('soon', { owners: ['Sam'], due: '2026-11-21' }),
      item('late', { owners: ['Sam'], due: '2026-11-18' }),
      item('next week', { owners: ['Raj'], due: '2026-11-27' }),
      item('some day', { owners: ['Raj'] }),
      item('long ago', { owners: ['Raj'], due: '2026-01-27', lastSeen: '2026-01-20' }),
    ];
    assert.deepEqual(week(items), { waiting: ['late', 'soon'] });
    assert.deepEqual(week(items, { others: true }), { waiting: ['long ago', 'late', 'soon', 'next week', 'some day'] });
  });

  it('knows me by name, first name, handle and address, and everybody means me too', () => {
    const mine = (owner: string) =>
      'noDate' in
      week([item('it', { owners: [owner] })], { me: [...me, '@ana-r', '7+aruiz@users.noreply.github.com'] });
    assert.deepEqual(
      ['Ana Ruiz', 'ana', '@ana-r', 'Ana-R', 'aruiz', 'ana@billing.example', 'everyone'].filter(
        (owner) => !mine(owner),
      ),
      [],
    );
    assert.deepEqual(['Ana Silva', 'Sam', 'Ruiz', 'billing', 'team'].filter(mine), []);
    assert.ok('noDate' in week([item('it', { owners: ['Raj', 'Ana'] })]));
  });

  it('brings up what nobody owns, until nobody has spoken of it for eight weeks', () => {
    const old = { owners: [], lastSeen: '2026-09-01' };
    const items = [item('new', { owners: [] }), item('old', old), item('mine', { lastSeen: '2020-01-01' })];
    assert.deepEqual(week(items), { noDate: ['new', 'mine'] });
    assert.deepEqual(week([item('due', { ...old, due: '2026-11-18' })]), { overdue: ['due'] });
    assert.deepEqual(week([item('undated list', { owners: [], lastSeen: null })]), { noDate: ['undated list'] });
  });

  it('believes me when I say that something is not mine', () => {
    const items = [item('hers', { due: '2026-11-20' }), item('mine', { due: '2026-11-20' })];
    assert.deepEqual(week(items, { notMine: ({ text }) => text === 'hers' }), {
      thisWeek: ['mine'],
      waiting: ['hers'],
    });
  });

  it('counts what is due by today', () => {
    const items = ['2026-11-18', '2026-11-20', '2026-11-21'].map((due) => item(due, { due }));
    assert.equal(dueNow(weekOf(items, { today, firstDay: 1, me }), today), 2);
  });
});
