import type { DecisionLog } from './log.ts';
import type { DecisionRecord } from './record.ts';

/** Two records of which one replaces the other or changes it in part. */
export interface Pair {
  readonly next: DecisionRecord;
  readonly old: DecisionRecord;
  readonly verb: 'supersedes' | 'amends';
}

/** Every pair that a record is one of, whichever of the two says so. */
export function pairsOf(log: DecisionLog, record: DecisionRecord): Pair[] {
  const pairs: Pair[] = [];
  const add = (verb: Pair['verb'], next: DecisionRecord | undefined, old: DecisionRecord | undefined) => {
    if (!next || !old || next === old) return;
    if (!pairs.some((pair) => pair.next === next && pair.old === old)) pairs.push({ verb, next, old });
  };
  for (const each of record.supersedes) add('supersedes', record, log.recordAt(log.resolve(each, record.path)));
  for (const each of record.supersededBy) add('supersedes', log.recordAt(log.resolve(each, record.path)), record);
  for (const each of record.amends) add('amends', record, log.recordAt(log.resolve(each, record.path)));
  for (const each of record.amendedBy) add('amends', log.recordAt(log.resolve(each, record.path)), record);
  return pairs;
}
