import type { ParsedResult } from 'chrono-node';
import { dueLabels } from './words.ts';

/** A day by which something is due, and the words that say so. */
export interface Due {
  /** YYYY-MM-DD; null where the words name no certain day. */
  readonly due: string | null;
  readonly dueText: string | null;
}

type Parse = (text: string, reference: Date) => ParsedResult[];

const none: Due = { due: null, dueText: null };
const field = /(?:📅|[[(]due::|due:)\s*(\d{4}-\d\d-\d\d)(?:(?<=[[(]due::[^\])]*)[\])])?/u;
const labelled = new RegExp(
  `(?<![\\p{L}])(?<words>(?:${dueLabels})\\s*[:：]?\\s*(?<day>\\d{4}-\\d\\d-\\d\\d))(?!\\d)`,
  'iu',
);
const when =
  /\b(?:by|before|until|till|due(?:\s+(?:on|by))?|no later than|not later than|within|in(?=\s+(?:\d+|a|an|one|two|three|four|five|six)\s)|on|at|over|deadline:?|eta:?|this|next|tomorrow|today|tonight|asap|soon|shortly|immediately|prior to)\b[^.;]*/giu;
/** Words that state when, but no certain day: "next Friday" is this week's for some and next week's for others. */
const uncertain =
  /^(?:(?:by|before|until|till|due|on|at|prior to)\s+)*(?:next\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|month|quarter|sprint|year)|the\s+next\s+(?:meeting|call|session|sync)|(?:the\s+)?next\s+(?:week['’]s\s+)?(?:meeting|call|session|sync)|asap|soon|shortly|immediately)(?!\p{L})/iu;
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const counts: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  couple: 2,
};

/**
 * When an action is due, as its words state it against the day of the meeting. Only days that are certain are given:
 * "soon" and "before the next meeting" state something, but no day.
 *
 * @param meeting YYYY-MM-DD, or null, when only full dates can be read.
 * @param parse chrono-node's parser, which loads late.
 */
export function dueIn(text: string, meeting: string | null, parse: Parse): Due {
  const stated = field.exec(text);
  if (stated?.[1] && isDay(stated[1])) return { due: stated[1], dueText: stated[0] };
  const named = labelled.exec(text)?.groups;
  if (named?.day && isDay(named.day)) return { due: named.day, dueText: named.words ?? null };
  let vague: string | undefined;
  for (const { 0: phrase, index } of text.matchAll(when)) {
    // "... joint call on Tuesday, Feb 2": that is when the call is, not when the action is due.
    if (
      /^(?:on|at|this|next)\b/i.test(phrase) &&
      /\b(?:calls?|meetings?|sessions?|events?|summit|conference)\s+(?:with\s+[\p{L}\s]{1,30})?$/iu.test(
        text.slice(0, index),
      )
    )
      continue;
    const relative = meeting === null ? undefined : relativeDay(phrase, meeting);
    if (relative) return relative;
    const absolute = absoluteDay(phrase, meeting, parse);
    if (absolute) return absolute;
    vague ??= uncertain.exec(phrase)?.[0].trim();
  }
  return vague === undefined ? none : { due: null, dueText: vague };
}

/** A text without the words at its beginning or end that state the day, which the action keeps apart. */
export function withoutDue(text: string, { due, dueText }: Due): string {
  if (due === null || dueText === null) return text;
  const isField = field.test(dueText);
  let rest = text;
  for (const words of [dueText, `by ${due}`]) {
    const at = rest.lastIndexOf(words);
    if (at < 0) continue;
    const [before, after] = [rest.slice(0, at), rest.slice(at + words.length)];
    if (isField) rest = `${before.trimEnd()} ${after.trimStart()}`.replace(/\s*[([]\s*[)\]]/, '');
    else if (/^[\s.;,!)\]]*$/.test(after)) rest = before.replace(/[\s,;:([–—-]+$/, '');
    else if (!before.trim()) rest = after.replace(/^[\s,;:–—-]+/, '');
  }
  return /\p{L}/u.test(rest) ? rest.trim() : text;
}

function isDay(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}

/** The phrases that mean a day counted from the meeting. */
function relativeDay(phrase: string, meeting: string): Due | undefined {
  const day = new Date(`${meeting}T12:00:00Z`);
  const weekday = day.getUTCDay();
  const match = (pattern: RegExp) => pattern.exec(phrase);
  const on = (days: number, words: string | undefined): Due => ({
    due: plus(day, days),
    dueText: (words ?? phrase).trim(),
  });
  const toFriday = (5 - weekday + 7) % 7;

  let found = match(/^.*?\b(?:by|before|until|at|on)?\s*(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?week\b|\beow\b/iu);
  if (found) return on(toFriday, found[0]);
  found = match(/^.*?\bend\s+of\s+next\s+week\b/iu);
  if (found) return on(toFriday + 7, found[0]);
  found = match(/^.*?\bend\s+of\s+(?:the\s+|this\s+)?month\b|\beom\b/iu);
  if (found) return { due: lastOfMonth(day.getUTCFullYear(), day.getUTCMonth()), dueText: found[0].trim() };
  found = match(
    /^(?:by|before|until|at|due)?\s*(?:the\s+)?(?:end\s+of\s+(?:(?:the\s+|this\s+)?day|day\s+today|today|business)|\beod)\b(?!\s*(?:on\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\p{L}+\s+\d))/iu,
  );
  if (found) return on(0, found[0]);
  found = match(/^(?:by|before|until)?\s*tomorrow\b/iu);
  if (found) return on(1, found[0]);
  found = match(/^(?:by|before|until)\s+(?:today|tonight)\b|^(?:today|tonight)(?=\s*[)\].!]*$)/iu);
  if (found) return on(0, found[0]);
  found = match(
    /^(?:due\s+)?(?:within|in)\s+(?:the\s+next\s+)?(?<count>\d+|a|an|one|two|three|four|five|six)\s+(?<unit>hours?|days?|weeks?)\b/iu,
  );
  if (found?.groups?.count && found.groups.unit) {
    const count = counts[found.groups.count.toLowerCase()] ?? Number(found.groups.count);
    const unit = found.groups.unit.toLowerCase();
    return on(unit.startsWith('hour') ? Math.ceil(count / 24) : unit.startsWith('day') ? count : count * 7, found[0]);
  }
  found = match(/^(?:by|before|until|due)?\s*next\s+week(?!\p{L}|['’]s)/iu);
  if (found && !/next\s+week\s+(?:on|call|meeting)/iu.test(phrase)) return on(7, found[0]);
  found = match(
    /^(?:(?:by|before|until|due|on|this)\s+)+(?:eod\s+|end\s+of\s+day\s+)?(?<day>sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b(?!\s*,?\s*(?:\p{L}{3,}\s+\d|\d))/iu,
  );
  if (found?.groups?.day) {
    const ahead = (weekdays.indexOf(found.groups.day.toLowerCase()) - weekday + 7) % 7 || 7;
    return on(ahead, found[0]);
  }
  found = match(/^(?:by|before|until|due)\s+(?:christmas|xmas)\b/iu);
  if (found) return { due: `${day.getUTCFullYear()}-12-25`, dueText: found[0] };
  found = match(
    /^(?:by|before|until)\s+(?:the\s+)?end\s+of\s+(?<month>january|february|march|april|may|june|july|august|september|october|november|december)\b/iu,
  );
  if (found?.groups?.month) {
    const month = new Date(`${found.groups.month} 1, 2000 12:00:00Z`).getUTCMonth();
    const year = day.getUTCFullYear() + (month < day.getUTCMonth() ? 1 : 0);
    return { due: lastOfMonth(year, month), dueText: found[0] };
  }
  return undefined;
}

/** A date that names its day and month; a missing year is the one that makes it the next after the meeting. */
function absoluteDay(phrase: string, meeting: string | null, parse: Parse): Due | undefined {
  const reference = new Date(`${meeting ?? '2000-01-01'}T12:00:00`);
  for (const { start, text, index } of parse(phrase, reference)) {
    // chrono calls "next week" a certain day; only what names the day by number is one.
    if (!/\d/.test(text) || !start.isCertain('day') || !start.isCertain('month')) continue;
    if (!start.isCertain('year') && meeting === null) continue;
    // "1-2 weeks" is no day, and 05/02/2026 is another one on each side of the Atlantic.
    if (/\d\s*[-–]\s*\d+\s*(?:days|weeks|months)/iu.test(phrase) || isEitherWay(phrase)) continue;
    const [month, day] = [start.get('month') ?? 1, start.get('day') ?? 1];
    let year = start.get('year') ?? reference.getFullYear();
    if (!start.isCertain('year') && meeting) {
      year = Number(meeting.slice(0, 4));
      const candidate = `${year}-${two(month)}-${two(day)}`;
      // More than two months back is next year's: minutes in December speak of January.
      if (Date.parse(candidate) < Date.parse(meeting) - 62 * 86_400_000) year++;
    }
    const due = `${year}-${two(month)}-${two(day)}`;
    if (Number.isNaN(Date.parse(due))) continue;
    return { due, dueText: phrase.slice(0, index + text.length).trim() };
  }
  return undefined;
}

function isEitherWay(phrase: string): boolean {
  const [, one, two] = /(?<!\d)(\d{1,2})[/.](\d{1,2})[/.]\d{2,4}(?!\d)/.exec(phrase) ?? [];
  return (
    one !== undefined && two !== undefined && Number(one) <= 12 && Number(two) <= 12 && Number(one) !== Number(two)
  );
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

function plus(day: Date, days: number): string {
  return new Date(day.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

function lastOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10);
}
