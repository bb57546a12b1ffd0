import { daysBetween } from './checks/day.ts';
import type { DecisionRecord } from './record.ts';
import { isRevisitDue } from './revisitDue.ts';
import { daysWaiting } from './waiting.ts';

/** A decision that somebody has to come back to. */
export interface FollowUp {
  readonly record: DecisionRecord;
  /** To look at its outcome, or to decide at last. */
  readonly why: 'revisit' | 'proposed';
  /** The day to revisit it, or the day of the proposal, YYYY-MM-DD. */
  readonly since: string;
  /** Days since then. */
  readonly days: number;
}

/**
 * The decisions to come back to, the longest waiting first: first those to revisit, then proposals.
 *
 * @param today YYYY-MM-DD.
 * @param staleAfter days after which a proposal counts.
 */
export function followUpsOf(records: readonly DecisionRecord[], today: string, staleAfter: number): FollowUp[] {
  const revisits = records.flatMap((record): FollowUp[] =>
    record.revisit !== null && isRevisitDue(record, today)
      ? [{ record, why: 'revisit', since: record.revisit, days: daysBetween(record.revisit, today) }]
      : [],
  );
  const proposals = records.flatMap((record): FollowUp[] => {
    const days = daysWaiting(record, today);
    return days !== undefined && days > staleAfter && record.date !== null
      ? [{ record, why: 'proposed', since: record.date, days }]
      : [];
  });
  return [revisits, proposals].flatMap((each) => each.sort((a, b) => b.days - a.days));
}
