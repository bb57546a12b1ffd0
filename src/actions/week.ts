import type { ActionItem } from './carryOver.ts';
import { daysFrom, type Weekday, weekAround } from './days.ts';
import { type Me, whoseIs } from './mine.ts';

/** When and for whom a week is looked at. */
export interface WeekOptions {
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly firstDay: Weekday;
  readonly me: Me;
  /** Whether an item was said not to be mine, whatever its owner. */
  readonly notMine?: (item: ActionItem) => boolean;
  /** Whether others' actions without a day, or with a later one, are wanted too. */
  readonly others?: boolean;
}

/** What there is to do, by when; the first due first. */
export interface ActionWeek {
  /** The first and last day of the week, YYYY-MM-DD. */
  readonly start: string;
  readonly end: string;
  /** Mine, or nobody's yet. */
  readonly overdue: readonly ActionItem[];
  readonly thisWeek: readonly ActionItem[];
  /** Others', due by the end of the week. */
  readonly waiting: readonly ActionItem[];
  /** Mine, or nobody's yet, and without a day; said last first. */
  readonly noDate: readonly ActionItem[];
}

/** Days after which what is not mine, and nobody spoke of again, is no longer brought up. */
const lapsed = 56;

/** Sorts open actions into the week that a day is in. */
export function weekOf(
  items: readonly ActionItem[],
  { today, firstDay, me, notMine, others }: WeekOptions,
): ActionWeek {
  const { start, end } = weekAround(today, firstDay);
  const groups = {
    overdue: [] as ActionItem[],
    thisWeek: [] as ActionItem[],
    waiting: [] as ActionItem[],
    noDate: [] as ActionItem[],
  };
  for (const item of items) {
    if (item.done) continue;
    const whose = notMine?.(item) ? 'others' : whoseIs(item.owners, me);
    const { due } = item;
    if (whose === 'others') {
      if (others || (due !== null && due <= end && !isLapsed(item, today))) groups.waiting.push(item);
    } else if (whose === 'open' && isLapsed(item, today)) {
      // It stays in its document, and comes back when somebody takes it on.
    } else if (due === null) {
      groups.noDate.push(item);
    } else if (due < today) {
      groups.overdue.push(item);
    } else if (due <= end) {
      groups.thisWeek.push(item);
    }
  }
  for (const dated of [groups.overdue, groups.thisWeek, groups.waiting]) dated.sort(byDue);
  groups.noDate.sort((a, b) => (b.lastSeen ?? '').localeCompare(a.lastSeen ?? ''));
  return { start, end, ...groups };
}

/** How many of my actions are due today or before. */
export function dueNow({ overdue, thisWeek }: Pick<ActionWeek, 'overdue' | 'thisWeek'>, today: string): number {
  return overdue.length + thisWeek.filter(({ due }) => due === today).length;
}

function isLapsed({ due, lastSeen }: ActionItem, today: string): boolean {
  const last = [due, lastSeen]
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  return last !== undefined && daysFrom(last, today) > lapsed;
}

function byDue(a: ActionItem, b: ActionItem): number {
  return (a.due ?? '9999').localeCompare(b.due ?? '9999') || (a.firstSeen ?? '').localeCompare(b.firstSeen ?? '');
}
