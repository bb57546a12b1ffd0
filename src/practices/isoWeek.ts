import { daysAfter, weekdayOf } from '../actions/days.ts';

/** The week of ISO 8601 that a day is in, as journals name it: `2026-W47`. @param day YYYY-MM-DD. */
export function isoWeek(day: string): string {
  // The week belongs to the year that its Thursday is in.
  const thursday = daysAfter(day, 4 - weekdayOf(day));
  const year = thursday.slice(0, 4);
  const week = Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000 / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The Monday of a week of ISO 8601. @param week `2026-W47`. */
export function mondayOf(week: string): string {
  const [year = '', number = ''] = week.split('-W');
  const fourth = `${year}-01-04`;
  return daysAfter(fourth, 1 - weekdayOf(fourth) + 7 * (Number(number) - 1));
}
