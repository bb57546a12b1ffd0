import * as vscode from 'vscode';
import { daysFrom } from '../../actions/days.ts';

/** A day as people say it nearby: "today", "Thu", "Fri 13 Nov"; with the year where it is another. Both YYYY-MM-DD. */
export function nearbyDay(day: string, today: string): string {
  const days = daysFrom(today, day);
  if (days === 0) return vscode.l10n.t('today');
  if (days === 1) return vscode.l10n.t('tomorrow');
  if (days === -1) return vscode.l10n.t('yesterday');
  if (days > 0 && days < 7) return said(day, { weekday: 'short' });
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return said(day, { ...(days > -7 && { weekday: 'short' }), day: 'numeric', month: 'short', ...year });
}

/** A day in full: "Friday, 13 November 2026". */
export function fullDay(day: string): string {
  return said(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** Formatters are dear to make: one for each way of saying a day. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** No zone counts: the day is one of the calendar. */
function said(day: string, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(vscode.env.language, { ...options, timeZone: 'UTC' });
  formats.set(key, format);
  return format.format(new Date(`${day}T12:00:00Z`));
}
