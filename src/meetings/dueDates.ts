import type { ParsedResult } from 'chrono-node';
import type { DueReading } from '../actions/action.ts';
import { isDay } from '../actions/days.ts';
import { dayNear, dayOf } from './calendar.ts';
import { countedElsewhere } from './countedDays.ts';
import { countedInEnglish } from './englishDays.ts';

/** chrono-node's parser, which loads late. */
export type ParseDates = (text: string, reference: Date) => ParsedResult[];

/** What a day is read against. */
export interface DueContext {
  /** YYYY-MM-DD; null where it is not known, when only full dates are days. */
  readonly meeting: string | null;
  /** Whether the document writes 5 February as 05/02; undefined where nothing in it tells. */
  readonly dayFirst: boolean | undefined;
  readonly parse: ParseDates;
}

const field = /(?:📅|[[(]due::|(?<![\p{L}-])due:)\s*(?<day>\d{4}-\d\d-\d\d)(?:(?<=[[(]due::[^\])]*)[\])])?/u;
const english =
  /(?<![\p{L}])(?<words>(?:due(?:\s+(?:date|on|by))?|deadline|by|before|until)\s*[:：]?\s*(?<day>\d{4}-\d\d-\d\d))(?!\d)/iu;
const when =
  /\b(?:by|before|until|till|due(?:\s+(?:on|by))?|no later than|not later than|within|in(?=\s+(?:the\s+next\s+)?(?:\d+(?:\s*[-–]\s*\d+)?|an?|one|two|three|four|five|six|seven|eight)\s)|on|at|over|deadline:?|eta:?|this|next|end of|eo[dwmy]|tomorrow|today|tonight|asap|as soon as possible|soon|shortly|immediately|prior to)\b[^.;]*/giu;

/**
 * When an action is due, as its words state it against the day of the meeting: the first certain day, or else the first
 * words that state when but leave open which day; undefined where nothing does.
 */
export function dueIn(text: string, context: DueContext): DueReading | undefined {
  const { meeting } = context;
  const inFull = /\d{4}-\d\d-\d\d/.test(text);
  const stated = inFull ? field.exec(text) : undefined;
  if (stated?.groups?.day && isDay(stated.groups.day)) return statedAs(stated[0], stated.groups.day);
  const named = inFull ? english.exec(text)?.groups : undefined;
  if (named?.day && named.words && isDay(named.day)) return statedAs(named.words, named.day);
  const elsewhere = countedElsewhere(text, meeting);
  if (elsewhere && elsewhere.certainty !== 'vague') return elsewhere;
  let open = elsewhere;
  for (const { 0: phrase, index } of text.matchAll(when)) {
    // "... joint call on Tuesday, Feb 2": that is when the call is, not when the action is due.
    if (
      /^(?:on|at|this|next)\b/i.test(phrase) &&
      /\b(?:calls?|meetings?|sessions?|events?|summit|conference)\s+(?:with\s+[\p{L}\s]{1,30})?$/iu.test(
        text.slice(0, index),
      )
    )
      continue;
    const counted = countedInEnglish(phrase, meeting);
    if (counted?.certainty === 'inferred') return counted;
    const written = counted?.certainty === 'ambiguous' ? undefined : dateIn(phrase, context);
    if (written && written.certainty !== 'ambiguous') return written;
    open ??= written ?? counted;
  }
  return open;
}

/** What a table's cell says of when its row is due; it needs no preposition. */
export function dueInCell(cell: string, context: DueContext): DueReading {
  const value = cell.trim().replace(/^[[(]([^[\]()]*)[\])]$/, '$1');
  const elsewhere = slashed.test(value) ? undefined : countedElsewhere(value, context.meeting, true);
  const found = elsewhere ?? countedInEnglish(`by ${value}`, context.meeting) ?? dateIn(value, context);
  return { ...(found ?? dueIn(`by ${value}`, context) ?? { certainty: 'vague', days: [] }), words: cell.trim() };
}

/** A text without the words at its beginning or end that state the day, which the action keeps apart. */
export function withoutDue(text: string, words: string, due: string): string {
  const isField = field.test(words);
  let rest = text;
  for (const each of [words, `by ${due}`]) {
    const at = rest.lastIndexOf(each);
    if (at < 0) continue;
    const [before, after] = [rest.slice(0, at), rest.slice(at + each.length)];
    if (isField) rest = `${before.trimEnd()} ${after.trimStart()}`.replace(/\s*[([]\s*[)\]]/, '');
    else if (/^[\s.;,!)\]]*$/.test(after)) rest = before.replace(/[\s,;:([–—-]+$/, '');
    else if (!before.trim()) rest = after.replace(/^[\s,;:–—-]+/, '');
  }
  return /\p{L}/u.test(rest) ? rest.trim() : text;
}

function statedAs(words: string, day: string): DueReading {
  return { words, certainty: 'stated', days: [day] };
}

const slashed = /(?<!\d)(?<one>\d{1,2})[/.](?<two>\d{1,2})(?:[/.](?<year>\d{4}|\d{2}))?(?![\d./]*\d)/;

/** A date that names its day and month; a missing year is the one that makes it the next after the meeting. */
function dateIn(phrase: string, context: DueContext): DueReading | undefined {
  const { meeting, parse } = context;
  if (!/\d/.test(phrase)) return undefined;
  const either = slashed.exec(phrase);
  if (either?.groups) return slashedDate(phrase, either, context);
  for (const { start, text, index } of parse(phrase, new Date(`${meeting ?? '2000-01-01'}T12:00:00`))) {
    // chrono calls "next week" a certain day; only what names the day by number is one.
    if (!/\d/.test(text) || !start.isCertain('day') || !start.isCertain('month')) continue;
    const [month, date] = [start.get('month') ?? 0, start.get('day') ?? 0];
    const words = phrase.slice(0, index + text.length).trim();
    const day = start.isCertain('year')
      ? dayOf(start.get('year') ?? 0, month, date)
      : meeting === null
        ? undefined
        : dayNear(meeting, month, date);
    if (day) return { words, certainty: start.isCertain('year') ? 'stated' : 'inferred', days: [day] };
  }
  return undefined;
}

/**
 * 05/02/2027 is another day on each side of the Atlantic: the document's own dates tell, or else that nothing is due
 * before the meeting; otherwise it is a question.
 */
function slashedDate(
  phrase: string,
  match: RegExpExecArray,
  { meeting, dayFirst }: DueContext,
): DueReading | undefined {
  const { one, two, year } = match.groups ?? {};
  const words = phrase.slice(0, match.index + match[0].length).trim();
  const full = year?.length === 2 ? `20${year}` : year;
  const read = (month: string | undefined, date: string | undefined) => {
    if (full) return dayOf(Number(full), Number(month), Number(date));
    return meeting === null ? undefined : dayNear(meeting, Number(month), Number(date));
  };
  const readings =
    dayFirst === undefined ? [read(one, two), read(two, one)] : [dayFirst ? read(two, one) : read(one, two)];
  const possible = [...new Set(readings.filter((day) => day !== undefined))].sort();
  const ahead = meeting === null ? possible : possible.filter((day) => day >= meeting);
  const days = ahead.length ? ahead : possible;
  // Without a year "1/2" is as often a half.
  if (
    !days.length ||
    (!full &&
      !/^(?:by|before|until|till|due|on|deadline)\b/i.test(phrase) &&
      phrase.trim().replace(/\.$/, '') !== match[0])
  )
    return undefined;
  if (days.length > 1) return { words, certainty: 'ambiguous', days };
  return { words, certainty: full && dayFirst !== undefined ? 'stated' : 'inferred', days };
}
