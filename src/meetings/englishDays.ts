import type { DueReading } from '../actions/action.ts';
import { dayOf, lastOfMonth, nextWeekday, plusDays, weekdayOf } from './calendar.ts';

interface Pattern {
  readonly pattern: RegExp;
  /** The days, given what was matched and the meeting's. */
  readonly days: (groups: Readonly<Record<string, string | undefined>>, meeting: string) => readonly string[];
  readonly open?: true;
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const weekday = '(?<weekday>(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?)(?!\\p{L})';
const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const before = '(?:(?:by|before|until|till|due|on|at|in|over|within|during|for|prior\\s+to)\\s+)';
const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
const count = `(?<count>\\d{1,3}|an?|${numbers.join('|')})`;
const daysIn = { hour: 0, day: 1, week: 7 };

const fridayOf = (meeting: string) => plusDays(meeting, (5 - weekdayOf(meeting) + 7) % 7);
const [year, month] = [
  (meeting: string) => Number(meeting.slice(0, 4)),
  (meeting: string) => Number(meeting.slice(5, 7)),
];

/** Phrases that mean a day counted from the meeting; the first that fits a phrase has it. */
const patterns: readonly Pattern[] = [
  {
    pattern: re(`^.*?\\b(?:the\\s+)?end\\s+of\\s+(?:the\\s+|this\\s+)?week\\b|\\beow\\b`),
    days: (_, on) => [fridayOf(on)],
  },
  { pattern: re('^.*?\\bend\\s+of\\s+next\\s+week\\b'), days: (_, on) => [plusDays(fridayOf(on), 7)] },
  {
    pattern: re('^.*?\\bend\\s+of\\s+(?:the\\s+|this\\s+)?month\\b|\\beom\\b'),
    days: (_, on) => [lastOfMonth(year(on), month(on))],
  },
  {
    pattern: re('^.*?\\bend\\s+of\\s+(?:the\\s+|this\\s+)?year\\b|\\beoy\\b'),
    days: (_, on) => [`${on.slice(0, 4)}-12-31`],
  },
  {
    pattern: re(
      `^(?:by|before|until|at|due)?\\s*(?:the\\s+)?(?:end\\s+of\\s+(?:(?:the\\s+|this\\s+)?day|day\\s+today|today|business)|\\beod)\\b(?!\\s*(?:on\\s+)?(?:${weekday.replace('?<weekday>', '?:')}|\\p{L}+\\s+\\d))`,
    ),
    days: (_, on) => [on],
  },
  { pattern: re('^(?:by|before|until|due)?\\s*tomorrow\\b'), days: (_, on) => [plusDays(on, 1)] },
  {
    pattern: re('^(?:by|before|until|due)\\s+(?:today|tonight)\\b|^(?:today|tonight)(?=\\s*[)\\].!]*$)'),
    days: (_, on) => [on],
  },
  {
    pattern: re(
      `^${before}*(?:the\\s+)?(?:next\\s+)?(?<from>\\d+)\\s*(?:-|–|to|or)\\s*(?<to>\\d+)\\s+(?<unit>day|week)s?\\b`,
    ),
    days: ({ from, to, unit }, on) => [from, to].map((each) => plusDays(on, Number(each) * lengthOf(unit))),
    open: true,
  },
  {
    pattern: re(
      `^(?:(?:due|by)\\s+)?(?:within|in)\\s+(?:the\\s+next\\s+)?${count}\\s+(?<unit>hour|day|week|month)s?\\b`,
    ),
    days: ({ count: many = '', unit }, on) => {
      const times = amount(many.toLowerCase());
      if (unit === 'month') return [monthsLater(on, times)];
      return [plusDays(on, unit === 'hour' ? Math.ceil(times / 24) : times * lengthOf(unit))];
    },
  },
  {
    pattern: re(
      `^(?:by|before|until|due|during|within|in|for)?\\s*next\\s+week(?!\\p{L}|['’]s|\\s+(?:on|call|meeting)\\b)`,
    ),
    days: (_, on) => [plusDays(on, 7)],
  },
  {
    pattern: re(
      `^(?:(?:by|before|until|till|due|on|this|coming)\\s+)+(?:the\\s+)?(?:this\\s+|coming\\s+)*(?:cob\\s+|eod\\s+|end\\s+of\\s+(?:the\\s+)?day\\s+)?(?:on\\s+)?${weekday}(?!\\s*,?\\s*(?:\\p{L}{3,}\\s+\\d|\\d))`,
    ),
    days: ({ weekday: name = '' }, on) => [nextWeekday(on, weekdays.indexOf(name.slice(0, 3).toLowerCase()))],
  },
  { pattern: re('^(?:by|before|until|due)\\s+(?:christmas|xmas)\\b'), days: (_, on) => [`${on.slice(0, 4)}-12-25`] },
  {
    pattern: re(`^(?:by|before|until|due)\\s+(?:the\\s+)?end\\s+of\\s+(?<month>${months})\\b`),
    days: ({ month: name = '' }, on) => {
      const named =
        1 +
        ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(
          name.slice(0, 3).toLowerCase(),
        );
      return [lastOfMonth(year(on) + (named < month(on) ? 1 : 0), named)];
    },
  },
  // "Next Friday" is this week's for some, and next week's for others.
  {
    pattern: re(`^${before}*next\\s+${weekday}(?!\\s*,?\\s*(?:\\p{L}{3,}\\s+\\d|\\d))`),
    days: ({ weekday: name = '' }, on) => {
      const next = nextWeekday(on, weekdays.indexOf(name.slice(0, 3).toLowerCase()));
      return [next, plusDays(next, 7)];
    },
    open: true,
  },
  {
    pattern: re(`^${before}*this\\s+week(?!\\p{L}|['’]s)`),
    days: (_, on) => [fridayOf(on), plusDays(fridayOf(on), 2)],
    open: true,
  },
  {
    pattern: re(`^${before}*this\\s+month(?!\\p{L}|['’]s)`),
    days: (_, on) => [lastOfMonth(year(on), month(on))],
    open: true,
  },
  {
    pattern: re(`^${before}*next\\s+month(?!\\p{L}|['’]s)`),
    days: (_, on) => [monthsLater(on, 1), lastOfMonth(year(on), month(on) + 1)],
    open: true,
  },
  {
    pattern: re(
      `^${before}*(?:(?:the\\s+)?next\\s+(?:quarter|sprint|year|release|few\\s+(?:days|weeks)|(?:week['’]s\\s+)?(?:meeting|call|session|sync|week\\s+or\\s+two))|a\\s+few\\s+(?:days|weeks)|(?:the\\s+)?end\\s+of\\s+(?:the\\s+|this\\s+)?(?:quarter|sprint)|this\\s+(?:sprint|quarter)|asap|as\\s+soon\\s+as\\s+possible|soon|shortly|immediately)(?!\\p{L})`,
    ),
    days: () => [],
    open: true,
  },
];

/**
 * What an English phrase that begins with a preposition or a day's word means, counted from a meeting; undefined for one
 * that counts from no meeting.
 *
 * @param meeting YYYY-MM-DD; null where it is not known, so that no day is.
 */
export function countedInEnglish(phrase: string, meeting: string | null): DueReading | undefined {
  for (const { pattern, days, open } of patterns) {
    const match = pattern.exec(phrase);
    if (!match) continue;
    const found = meeting === null ? [] : [...new Set(days(match.groups ?? {}, meeting))];
    const certainty = !found.length ? 'vague' : open ? 'ambiguous' : 'inferred';
    return { words: match[0].trim(), certainty, days: found };
  }
  return undefined;
}

/** So many months later, on the same date or on the month's last day. */
export function monthsLater(from: string, months: number): string {
  const [target, last] = [month(from) + months, lastOfMonth(year(from), month(from) + months)];
  const date = Math.min(Number(from.slice(8)), Number(last.slice(8)));
  return dayOf(year(from) + Math.floor((target - 1) / 12), ((target - 1) % 12) + 1, date) ?? last;
}

function amount(word: string): number {
  if (word === 'a' || word === 'an') return 1;
  return numbers.indexOf(word) + 1 || Number(word);
}

function lengthOf(unit: string | undefined): number {
  return daysIn[unit?.toLowerCase() as keyof typeof daysIn] ?? 1;
}

function re(source: string): RegExp {
  return new RegExp(source, 'iu');
}
