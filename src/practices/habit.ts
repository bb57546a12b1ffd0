import { daysAfter, type Weekday } from '../actions/days.ts';
import type { Edit } from '../markdown/edit.ts';
import { Lines, lineEnding } from '../markdown/lines.ts';
import { weekName } from './isoWeek.ts';

/** The one habit of a week: "When ..., I will ...". */
export interface Habit {
  /** Counted from 0. */
  readonly line: number;
  readonly text: string;
  readonly done: boolean;
}

const line = /^\s*[-*+] \[([ xX])\] (When .+, I will .+?)\s*$/i;
/** How many weeks are looked back on: no more is ever said. */
const most = 6;

/** Where the journal keeps a week. @param today YYYY-MM-DD. @param first the day with which weeks begin. */
export function weekPath(today: string, first: Weekday): string {
  return `weeks/${weekName(today, first)}.md`;
}

/** The habit that a week's document states. */
export function readHabit(text: string): Habit | undefined {
  const lines = new Lines(text);
  for (let number = 0; number < lines.count; number++) {
    const [, box, words] = line.exec(lines.textAt(number)) ?? [];
    if (words) return { line: number, text: words, done: box !== ' ' };
  }
  return undefined;
}

/** The edits that tick a week's habit, or take the tick back. @returns undefined where it states none. */
export function tickHabit(text: string, done: boolean): Edit[] | undefined {
  const habit = readHabit(text);
  if (!habit) return undefined;
  const box = text.indexOf('[', new Lines(text).at(habit.line).start) + 1;
  return [{ start: box, end: box + 1, text: done ? 'x' : ' ' }];
}

/** The edits that give a week another habit. */
export function changeHabit(text: string, words: string): Edit[] {
  const habit = readHabit(text);
  if (!habit) {
    const eol = lineEnding(text);
    const gap = text === '' || text.endsWith('\n') ? '' : eol;
    return [{ start: text.length, end: text.length, text: `${gap}${eol}## Habit${eol}${eol}- [ ] ${words}${eol}` }];
  }
  const { start, end } = new Lines(text).at(habit.line);
  const shape = /^\s*[-*+] /.exec(text.slice(start, end))?.[0] ?? '- ';
  return [{ start, end, text: `${shape}[ ] ${words}` }];
}

/**
 * How often the habit came about lately: of the last six weeks that had one, this week only once it is ticked. Weeks off
 * do not count.
 *
 * @param first the day with which weeks begin.
 * @param textOf the text of a week's document.
 * @returns undefined where there are not yet two weeks to speak of.
 */
export async function lately(
  today: string,
  first: Weekday,
  textOf: (path: string) => Promise<string | undefined>,
): Promise<{ readonly done: number; readonly of: number } | undefined> {
  const weeks: boolean[] = [];
  // Half a year is far enough to look for six weeks.
  for (let back = 0; back < 26 && weeks.length < most; back++) {
    const text = await textOf(weekPath(daysAfter(today, -7 * back), first));
    const habit = text === undefined ? undefined : readHabit(text);
    if (habit && (back > 0 || habit.done)) weeks.push(habit.done);
  }
  return weeks.length < 2 ? undefined : { done: weeks.filter(Boolean).length, of: weeks.length };
}
