/** Days as YYYY-MM-DD; weekdays from 0, Sunday. */

const day = 86_400_000;

/** The day of a year, month (from 1) and date; undefined where the calendar has none. */
export function dayOf(year: number, month: number, date: number): string | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || date < 1) return undefined;
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, date);
  if (moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== date) return undefined;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}

/** So many days later; the last day of the year 9999 where it would be past it. */
export function plusDays(from: string, days: number): string {
  const moment = new Date(Date.parse(from) + days * day);
  return moment.getUTCFullYear() > 9999 || Number.isNaN(moment.getTime())
    ? '9999-12-31'
    : moment.toISOString().slice(0, 10);
}

export function weekdayOf(text: string): number {
  return new Date(text).getUTCDay();
}

/** The next such weekday after a day; a week later on the day itself. */
export function nextWeekday(from: string, weekday: number): string {
  return plusDays(from, (weekday - weekdayOf(from) + 7) % 7 || 7);
}

/** The last day of a month, counted from 1; months past December are of later years. */
export function lastOfMonth(year: number, month: number): string {
  const moment = new Date(Date.UTC(year, month, 0));
  return moment.toISOString().slice(0, 10);
}

/**
 * A day without its year, read against a meeting's: minutes in December speak of January, so what would be more than two
 * months back is next year's.
 */
export function dayNear(meeting: string, month: number, date: number): string | undefined {
  const year = Number(meeting.slice(0, 4));
  const same = dayOf(year, month, date);
  return same !== undefined && Date.parse(same) >= Date.parse(meeting) - 62 * day ? same : dayOf(year + 1, month, date);
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
