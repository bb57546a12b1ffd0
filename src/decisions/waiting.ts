import { daysBetween } from './checks/day.ts';
import type { DecisionRecord } from './record.ts';

/** Words of proposals that somebody has put aside on purpose. */
const putAside =
  /hold|defer|postpon|later|zurückgestellt|verschoben|report|reporté|aplazad|adiad|rinviat|ertelen|保留|延期|搁置|보류/iu;

/** Whether a record waits to be decided: proposed, and not put aside on purpose. */
export function isWaiting({ status, statusText }: DecisionRecord): boolean {
  return status === 'proposed' && !putAside.test(statusText ?? '');
}

/** How many days a proposal has waited by its date; undefined where it is none, or states no date. @param today YYYY-MM-DD. */
export function daysWaiting(record: DecisionRecord, today: string): number | undefined {
  return isWaiting(record) && record.date !== null ? daysBetween(record.date, today) : undefined;
}
