import assert from 'node:assert/strict';
import { daysAfter, daysFrom, firstWeekday, weekAround, weekdayOf } from '../../../src/actions/days.ts';
import { localDate } from '../../../src/editor/today.ts';

describe('Days', () => {
  it('are counted over year ends, leap days and changes of the clock', () => {
    assert.equal(daysAfter('2026-12-31', 1), '2027-01-01');
    assert.equal(daysAfter('2028-02-28', 1), '2028-02-29');
    assert.equal(daysAfter('2027-03-01', -1), '2027-02-28');
    // Europe changes its clocks on 29 March and 25 October 2026, the Americas on 8 March and 1 November.
    for (const day of ['2026-03-07', '2026-03-28', '2026-10-24', '2026-10-31']) {
      assert.equal(daysFrom(day, daysAfter(day, 2)), 2);
      assert.equal(daysFrom(daysAfter(day, 14), day), -14);
    }
  });

  it('know their weekday, Monday first as in ISO 8601', () => {
    assert.deepEqual(['2026-11-16', '2026-11-20', '2026-11-22'].map(weekdayOf), [1, 5, 7]);
  });

  it('stand in the week that begins as asked, also where the year ends in it', () => {
    assert.deepEqual(weekAround('2026-11-20', 1), { start: '2026-11-16', end: '2026-11-22' });
    assert.deepEqual(weekAround('2026-11-22', 1), { start: '2026-11-16', end: '2026-11-22' });
    assert.deepEqual(weekAround('2026-11-22', 7), { start: '2026-11-22', end: '2026-11-28' });
    assert.deepEqual(weekAround('2026-11-20', 6), { start: '2026-11-14', end: '2026-11-20' });
    assert.deepEqual(weekAround('2027-01-01', 1), { start: '2026-12-28', end: '2027-01-03' });
    assert.deepEqual(weekAround('2027-01-01', 7), { start: '2026-12-27', end: '2027-01-02' });
  });

  it('are in every week of any beginning exactly once', () => {
    for (let day = '2026-12-20'; day < '2027-01-12'; day = daysAfter(day, 1)) {
      for (const first of [1, 6, 7] as const) {
        const { start, end } = weekAround(day, first);
        assert.ok(start <= day && day <= end, day);
        assert.equal(weekdayOf(start), first);
        assert.equal(daysFrom(start, end), 6);
      }
    }
  });

  it('begin a week as the language says, else on Monday', () => {
    assert.deepEqual(
      ['en-US', 'de-DE', 'fr', 'en-GB', 'ar-EG', 'pt-BR'].map((tag) => firstWeekday(tag)),
      [7, 1, 1, 1, 6, 7],
    );
    assert.equal(firstWeekday('not a language', 'de'), 1);
    assert.equal(firstWeekday(), 1);
  });
});

describe('Today', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('is the day of the calendar on the wall, from 11 hours behind to 14 hours ahead of Greenwich', () => {
    for (const [name, hours] of [
      ['Pacific/Pago_Pago', -11],
      ['America/New_York', -5],
      ['UTC', 0],
      ['Asia/Kolkata', 5.5],
      ['Asia/Tokyo', 9],
      ['Pacific/Kiritimati', 14],
    ] as const) {
      process.env.TZ = name;
      const midnight = Date.UTC(2026, 11, 31) - hours * 3_600_000;
      assert.equal(localDate(new Date(midnight - 1000)), '2026-12-30', name);
      assert.equal(localDate(new Date(midnight)), '2026-12-31', name);
      assert.equal(localDate(new Date(midnight + 86_400_000)), '2027-01-01', name);
    }
  });

  it('has one name all day long when clocks are changed', () => {
    process.env.TZ = 'Europe/Berlin';
    for (const hour of [0, 1, 2, 3, 23]) assert.equal(localDate(new Date(2026, 2, 29, hour, 30)), '2026-03-29');
    for (const hour of [0, 2, 3, 23]) assert.equal(localDate(new Date(2026, 9, 25, hour, 30)), '2026-10-25');
  });
});
