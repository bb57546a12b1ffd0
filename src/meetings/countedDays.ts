import type { DueReading } from '../actions/action.ts';
import { isDay } from '../actions/days.ts';
import { dayNear, dayOf, lastOfMonth, nextWeekday, plusDays, weekdayOf } from './calendar.ts';
import { monthsLater } from './englishDays.ts';
import type { DayWords, MinutesLanguage } from './languages/language.ts';
import { alternatives, languages } from './words.ts';

/** How days are written in a language other than English. */
interface DayReader {
  readonly words: DayWords;
  /** A preposition and a day or a number of days: `bis Freitag`, `dans deux semaines`. */
  readonly inText: readonly RegExp[];
  /** A table's cell, which needs no preposition: `Freitag`, `3 semaines`. */
  readonly alone: readonly RegExp[];
}

const readers: readonly DayReader[] = languages.flatMap((language) =>
  language.days ? [readerOf(language, language.days)] : [],
);

function readerOf({ dueLabels }: MinutesLanguage, words: DayWords): DayReader {
  const one = (group: string, ...each: readonly (readonly string[])[]) => `(?<${group}>${alternatives(each.flat())})`;
  const day = [
    '(?<iso>\\d{4}-\\d\\d-\\d\\d)(?!\\d)',
    `(?<date>\\d{1,2})(?:\\.|er|º|ª)?\\s+(?:de\\s+)?${one('month', words.months)}(?:,?\\s+(?:del?\\s+)?(?<full>\\d{4}))?`,
    '(?<first>\\d{1,2})[./-](?<second>\\d{1,2})(?:[./-](?<year>\\d{4})|\\.)?(?!\\d)',
    one('nextWeek', words.nextWeek),
    one('endOfWeek', words.endOfWeek),
    one('endOfMonth', words.endOfMonth),
    one('tomorrow', words.tomorrow),
    one('today', words.today),
    one('weekday', ...words.weekdays),
  ].join('|');
  const units = Object.entries(words.units).map(([unit, each]) => one(unit, each));
  const amount = `(?:(?<digits>\\d{1,3})|${one('number', ...words.numbers)})\\s+(?:${units.join('|')})`;
  const article = `(?:(?:${alternatives(words.articles)})\\s+){0,2}`;
  const label = `(?:${alternatives(dueLabels)})(?!\\p{L})\\s*[:：]?\\s*`;
  const [from, to] = ['(?<![\\p{L}])', '(?!\\p{L})'];
  const within = `(?:${alternatives(words.in)})\\s+`;
  return {
    words,
    inText: [pattern(`${from}${label}${article}(?:${day})${to}`), pattern(`${from}${within}${amount}${to}`)],
    alone: [pattern(`^(?:${label})?${article}(?:${day})${to}`), pattern(`^(?:${within})?${amount}${to}`)],
  };
}

function pattern(source: string): RegExp {
  return new RegExp(source, 'iu');
}

/** A sentence that counts has a label or a unit of one of the languages. */
const mayCount = pattern(
  `(?<!\\p{L})(?:${alternatives(
    languages.flatMap(({ days, dueLabels }) => (days ? [...dueLabels, ...Object.values(days.units).flat()] : [])),
  )})(?!\\p{L})`,
);

/**
 * A day as a language other than English writes it; undefined where a text has none.
 *
 * @param meeting the day to count from, or null, when only full dates are days.
 * @param alone whether the text is a table's cell, which says nothing but a day.
 */
export function countedElsewhere(text: string, meeting: string | null, alone = false): DueReading | undefined {
  if (!alone && !mayCount.test(text)) return undefined;
  for (const { words, ...patterns } of readers) {
    for (const pattern of alone ? patterns.alone : patterns.inText) {
      const match = pattern.exec(text);
      if (!match?.groups) continue;
      const stated = statedDay(match.groups, words);
      const day = stated ?? (meeting === null ? undefined : countedDay(match.groups, words, meeting));
      if (stated === undefined && meeting !== null && day === undefined) continue;
      return {
        words: match[0].trim(),
        certainty: stated ? 'stated' : day ? 'inferred' : 'vague',
        days: day === undefined ? [] : [day],
      };
    }
  }
  return undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

function statedDay({ iso, date, month, full, first, second, year }: Groups, { months }: DayWords): string | undefined {
  if (iso) return isDay(iso) ? iso : undefined;
  if (full) return dayOf(Number(full), months.indexOf(month?.toLowerCase() ?? '') + 1, Number(date));
  return year ? dayOf(Number(year), Number(second), Number(first)) : undefined;
}

function countedDay(groups: Groups, words: DayWords, meeting: string): string | undefined {
  const { date, month, first, second, weekday, digits, number, day, week } = groups;
  const among = (lists: readonly (readonly string[])[], word: string) =>
    lists.findIndex((each) => each.includes(word.toLowerCase()));
  const [year, ofYear] = [Number(meeting.slice(0, 4)), Number(meeting.slice(5, 7))];
  if (month && date) return dayNear(meeting, words.months.indexOf(month.toLowerCase()) + 1, Number(date));
  if (first && second) return dayNear(meeting, Number(second), Number(first));
  if (weekday) return nextWeekday(meeting, among(words.weekdays, weekday));
  if (groups.nextWeek) return plusDays(meeting, 7);
  if (groups.endOfWeek) return plusDays(meeting, (5 - weekdayOf(meeting) + 7) % 7);
  if (groups.endOfMonth) return lastOfMonth(year, ofYear);
  if (groups.tomorrow) return plusDays(meeting, 1);
  if (groups.today) return meeting;
  const amount = digits ? Number(digits) : among(words.numbers, number ?? '') + 1;
  if (!amount) return undefined;
  if (day) return plusDays(meeting, amount);
  return week ? plusDays(meeting, amount * 7) : monthsLater(meeting, amount);
}
