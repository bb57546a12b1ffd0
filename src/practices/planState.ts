import { daysAfter } from '../actions/days.ts';
import type { Artefact } from './artefacts.ts';
import { dateOf, dayOf, isPaused, type Plan, type PlanItem } from './plan.ts';

/** Days of the plan itself; day 120 comes after it. */
export const planDays = 90;

/** An item, and how far it is. */
export interface ItemState {
  readonly item: PlanItem;
  readonly done: boolean;
  /** Documents since the plan began, where documents tick it. */
  readonly have: number;
}

export interface PhaseState {
  readonly title: string;
  readonly from: number;
  readonly to: number;
  /** The dates of its first and last day. */
  readonly starts: string;
  readonly ends: string;
  readonly items: readonly ItemState[];
}

/** The plan on one day. Nothing in it is late: days pass, and items stay. */
export interface PlanState {
  /** Which day it is, pauses left out; 0 or less before the first. */
  readonly day: number;
  readonly paused: boolean;
  readonly phases: readonly PhaseState[];
  /** The phase that the day is in; the next one between two, the last one after all. */
  readonly now: PhaseState | undefined;
  /** Days of the plan on which something of mine appeared. */
  readonly marks: readonly { readonly day: number; readonly practice: string }[];
}

/** Where the plan stands. @param today YYYY-MM-DD. @returns undefined for a plan that states no first day. */
export function planState(plan: Plan, artefacts: readonly Artefact[], today: string): PlanState | undefined {
  const { start } = plan;
  if (start === undefined) return undefined;
  const begun = { ...plan, start };
  const mine = artefacts.filter(({ date, until = date }) => until >= start && date <= today);
  const day = dayOf(begun, today);
  const phases = plan.phases.map(({ title, from, to, items }) => ({
    title: title.charAt(0).toUpperCase() + title.slice(1),
    from,
    to,
    starts: dateOf(begun, from, today),
    ends: dateOf(begun, to, today),
    items: items.map((item) => {
      const have = mine.filter(({ practice }) => practice === item.practice).length;
      return { item, have, done: item.ticked || (item.practice !== undefined && have >= item.wanted) };
    }),
  }));
  return {
    day,
    paused: isPaused(plan, today),
    phases,
    now: phases.find(({ to }) => day <= to) ?? phases.at(-1),
    // What is about a week or a month in which the plan began stands on its first day.
    marks: mine.map(({ practice, date }) => ({ practice, day: dayOf(begun, date < start ? start : date) })),
  };
}

/** Items without a day of their own that a week is shown: the next ones of the phase. */
const mostNext = 2;

/** What a plan has for the coming seven days: open items whose day it is, and the next of the present phase. */
export function planForWeek({ now, paused, day, phases }: PlanState, today: string): ItemState[] {
  if (!now || paused || day < 1) return [];
  const end = daysAfter(today, 6);
  const open = phases.flatMap(({ items }) => items).filter(({ done }) => !done);
  const dated = open.filter(({ item: { by } }) => by !== undefined && by <= end);
  const next = now.items.filter(({ done, item: { by } }) => !done && by === undefined).slice(0, mostNext);
  return [...dated, ...next];
}
