import { daysBetween } from './checks/day.ts';
import type { DecisionRecord, Status } from './record.ts';

/** Decisions that are no longer in force have no outcome to look at. */
const past: ReadonlySet<Status> = new Set(['rejected', 'deprecated', 'superseded']);

/** How many days before its day a decision's outcome may be recorded and count as that of the day. */
const early = 31;

/** Whether the day to look at a decision's outcome has come, and no outcome was recorded for it. @param today YYYY-MM-DD. */
export function isRevisitDue({ revisit, outcome, status }: DecisionRecord, today: string): boolean {
  if (revisit === null || revisit > today || past.has(status)) return false;
  return outcome === null || daysBetween(outcome, revisit) > early;
}
