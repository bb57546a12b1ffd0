import { daysAfter, type Weekday, weekAround, weekdayOf } from '../actions/days.ts';

const thursday = 4;

/**
 * The week that a day is in, as journals name it: `2026-W47`. It has the name that ISO 8601 gives to its Thursday, so that
 * machines whose weeks begin on other days agree on six or five days of seven, and a week is one week for each of them.
 *
 * @param day YYYY-MM-DD.
 * @param first the day with which weeks begin; ISO's own Monday unless told otherwise.
 */
export function weekName(day: string, first: Weekday = 1): string {
  const middle = daysAfter(weekAround(day, first).start, (thursday - first + 7) % 7);
  // A week belongs to the year that its Thursday is in.
  const year = middle.slice(0, 4);
  const week = Math.floor((Date.parse(middle) - Date.parse(`${year}-01-01`)) / 86_400_000 / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The first day of a week. @param week `2026-W47`. @param first the day with which weeks begin. */
export function weekStart(week: string, first: Weekday = 1): string {
  const [year = '', number = ''] = week.split('-W');
  const fourth = `${year}-01-04`;
  const middle = daysAfter(fourth, thursday - weekdayOf(fourth) + 7 * (Number(number) - 1));
  return daysAfter(middle, -((thursday - first + 7) % 7));
}

/** What a document about a week is called. @param week `2026-W47`. */
export function headingOfWeek(week: string): string {
  const [year = '', number = ''] = week.split('-W');
  return `Week ${Number(number)} of ${year}`;
}
