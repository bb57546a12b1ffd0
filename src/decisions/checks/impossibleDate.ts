import { phrase } from '../../humanError.ts';
import { isoDate } from '../date.ts';
import type { Field } from '../field.ts';
import type { FieldName } from '../languages/language.ts';
import type { Check, Finding, Subject } from './check.ts';
import { daysBetween } from './day.ts';
import { fieldSpan } from './place.ts';

const dates: readonly FieldName[] = ['date', 'decided', 'modified', 'created', 'revisit'];
const iso = /(?<![\d-])(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?![\d-])/;
/** How far ahead a day may lie: a decision may take effect in a year, a revisit wait for ten. */
const revisitAhead = 3660;
const usuallyAhead = 366;

/** A date that no calendar has, or that lies so far ahead that the year must be wrong. */
export const impossibleDate: Check = {
  code: 'impossible-date',
  severity: 'error',
  anyMarkup: true,
  documentation:
    'A date is no day of any month, or lies years ahead: a slip of the keyboard that sorts the record wrongly.',
  run(subject) {
    return subject.fields
      .filter(({ name }) => dates.some((each) => each === name))
      .flatMap((field) => inField(subject, field));
  },
};

function inField({ document, record, today }: Subject, field: Field): Finding[] {
  const place = fieldSpan(document, field);
  const value = document.text.slice(place.start, place.end);
  const match = iso.exec(value);
  const { year, month, day } = match?.groups ?? {};
  if (!match || !year || !month || !day || Number(year) < 1900) return [];
  const span = { start: place.start + match.index, end: place.start + match.index + match[0].length };
  const real = isoDate(Number(year), Number(month), Number(day));
  if (real) {
    if (daysBetween(today, real) <= (field.name === 'revisit' ? revisitAhead : usuallyAhead) || year === '9999')
      return [];
    const message = phrase('{0} lies far ahead. Check the year.', match[0]);
    return [{ ...span, message }];
  }
  const message = phrase('{0} is no day of the calendar. Check month and day.', match[0]);
  const fixes = () =>
    likely(Number(year), Number(month), Number(day)).map((date) => ({
      title: phrase('Change to {0}', date),
      changes: [{ path: record.path, before: document.text, edits: [{ ...span, text: date }] }],
    }));
  return [{ ...span, message, fixes }];
}

/** What may have been meant: day and month the other way round, or the month's last day. */
function likely(year: number, month: number, day: number): string[] {
  const swapped = isoDate(year, day, month);
  if (swapped) return [swapped];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const end = month >= 1 && month <= 12 && day > last ? isoDate(year, month, last) : undefined;
  return end ? [end] : [];
}
