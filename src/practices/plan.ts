import { daysAfter, daysFrom, isDay } from '../actions/days.ts';
import { MarkdownDocument } from '../markdown/document.ts';
import { textsOf } from '../markdown/frontMatter.ts';

/** Days that do not count, both included; still under way without an end. */
export interface Pause {
  readonly from: string;
  readonly to: string | null;
}

/** One line of the plan. */
export interface PlanItem {
  /** Counted from 0. */
  readonly line: number;
  /** Without box, practice and day. */
  readonly text: string;
  /** Ticked by hand. */
  readonly ticked: boolean;
  /** The practice whose documents tick it, and how many it takes. */
  readonly practice: string | undefined;
  readonly wanted: number;
  /** A day of its own, YYYY-MM-DD. */
  readonly by: string | undefined;
}

/** Some days of the plan, counted from 1. */
export interface PlanPhase {
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly items: readonly PlanItem[];
}

/** The 90-day plan, as its file states it. */
export interface Plan {
  /** The first day, YYYY-MM-DD; undefined where the file does not state it. */
  readonly start: string | undefined;
  readonly pauses: readonly Pause[];
  readonly phases: readonly PlanPhase[];
}

const day = String.raw`\d{4}-\d\d-\d\d`;
const pause = new RegExp(`^(${day})(?:\\s+to(?:\\s+(${day}))?)?$`);
const heading = /^Days?\s+(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?\s*(?::\s*(.*))?$/i;
const item = new RegExp(
  `^\\s*[-*+] \\[([ xX])\\] (.*?)(?:\\s*\\((?:(\\d+) × )?\`([a-z0-9-]+)\`\\))?(?:\\s+by (${day}))?\\s*$`,
);

/** Reads a plan. What is no phase and no item is its author's own, and stays out of it. */
export function readPlan(text: string): Plan {
  const document = new MarkdownDocument(text);
  const { frontMatter, lines } = document;
  const start = textsOf(frontMatter?.get('start'))[0];
  const pauses = textsOf(frontMatter?.get('paused')).flatMap((each): Pause[] => {
    const [, from, to] = pause.exec(each.trim()) ?? [];
    return from && isDay(from) && (!to || (isDay(to) && to >= from)) ? [{ from, to: to ?? null }] : [];
  });
  const phases: PlanPhase[] = [];
  for (const section of document.sections) {
    const [, from, to, title] = heading.exec(section.title) ?? [];
    const block = document.blocks[section.heading];
    if (!from || !block) continue;
    const end = document.blocks[section.end]?.line ?? lines.count;
    const items: PlanItem[] = [];
    for (let line = block.endLine; line < end; line++) {
      const [whole, box, words, count, practice, by] = item.exec(lines.textAt(line)) ?? [];
      if (whole === undefined) continue;
      items.push({
        line,
        text: words ?? '',
        ticked: box !== ' ',
        practice,
        wanted: Math.max(1, Number(count ?? 1)),
        by: by && isDay(by) ? by : undefined,
      });
    }
    phases.push({ title: title || section.title, from: Number(from), to: Number(to ?? from), items });
  }
  return { start: start && isDay(start) ? start : undefined, pauses: pauses.sort(byFrom), phases };
}

function byFrom(a: Pause, b: Pause): number {
  return a.from.localeCompare(b.from);
}

/** The day that somebody means by "today", "+7" or YYYY-MM-DD; undefined for all else. Days are those of the calendar. */
export function dayMeant(words: string, today: string): string | undefined {
  const said = words.trim().toLowerCase();
  const ahead = /^\+(\d{1,3})$/.exec(said)?.[1];
  const day = said === 'today' ? today : ahead ? daysAfter(today, Number(ahead)) : said;
  return isDay(day) ? day : undefined;
}

/** Whether a day is one of a pause. */
export function isPaused({ pauses }: Plan, date: string): boolean {
  return pauses.some(({ from, to }) => from <= date && (to === null || date <= to));
}

/** Which day of the plan a date is, pauses left out; 0 or less before it begins. */
export function dayOf(plan: Plan & { readonly start: string }, date: string): number {
  const whole = daysFrom(plan.start, date) + 1;
  if (whole <= 0) return whole;
  let paused = 0;
  let counted = plan.start;
  for (const { from, to } of plan.pauses) {
    const first = from > counted ? from : counted;
    const last = to === null || to > date ? date : to;
    if (last < first) continue;
    paused += daysFrom(first, last) + 1;
    counted = daysAfter(last, 1);
  }
  return whole - paused;
}

/** The date of a day of the plan. A pause without an end is taken to last as long as it has. */
export function dateOf(plan: Plan & { readonly start: string }, number: number, today: string): string {
  const known = {
    ...plan,
    pauses: plan.pauses.map(({ from, to }) => ({ from, to: to ?? (today > from ? today : from) })),
  };
  let date = daysAfter(plan.start, number - 1);
  for (let missing = number - dayOf(known, date); missing > 0; missing = number - dayOf(known, date)) {
    date = daysAfter(date, missing);
  }
  return date;
}
