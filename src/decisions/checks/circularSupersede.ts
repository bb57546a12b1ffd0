import { posix } from 'node:path';
import { phrase } from '../../humanError.ts';
import type { Check, CheckedLog, Finding, Subject } from './check.ts';
import { referenceSpan } from './place.ts';

/** Records that supersede each other in a circle, or one that supersedes itself. */
export const circularSupersede: Check = {
  code: 'circular-supersede',
  severity: 'error',
  anyMarkup: true,
  documentation: 'Following "superseded by" from this record leads back to it, so that none of them holds.',
  run(subject) {
    const { record, log } = subject;
    const found: Finding[] = [];
    for (const reference of [...record.supersedes, ...record.supersededBy]) {
      const other = log.resolve(reference, record.path);
      if (!log.recordAt(other)) continue;
      // A bare number that happens to be the record's own is more likely to count something else.
      if (other === record.path && reference.target === undefined) continue;
      const newer = record.supersededBy.includes(reference);
      const [older, by] = newer ? [record.path, other] : [other, record.path];
      const circle = wayBack(subject, by, older);
      if (!circle) continue;
      const message = phrase(
        'These records supersede each other: {0}.',
        circle.map((path) => posix.basename(path)).join(' → '),
      );
      found.push({ ...referenceSpan(subject, reference), message });
      break;
    }
    return found;
  },
};

/** The way from a record, by what supersedes it, to another one; undefined where there is none. */
function wayBack({ log }: Subject, from: string, to: string): string[] | undefined {
  const newer = newerOf(log);
  const ways: string[][] = [[to, from]];
  const seen = new Set<string>();
  for (let way = ways.shift(); way; way = ways.shift()) {
    const last = way.at(-1) ?? from;
    if (last === to) return way;
    if (seen.has(last)) continue;
    seen.add(last);
    for (const next of newer.get(last) ?? []) ways.push([...way, next]);
  }
  return undefined;
}

const known = new WeakMap<CheckedLog, ReadonlyMap<string, ReadonlySet<string>>>();

/** For each record those that supersede it, whichever of them says so; joined once for all records of a log. */
function newerOf(log: CheckedLog): ReadonlyMap<string, ReadonlySet<string>> {
  const joined = known.get(log);
  if (joined) return joined;
  const newer = new Map<string, Set<string>>();
  const add = (older: string, by: string) => newer.set(older, (newer.get(older) ?? new Set()).add(by));
  for (const record of log.records) {
    for (const each of record.supersededBy) add(record.path, log.resolve(each, record.path));
    for (const each of record.supersedes) add(log.resolve(each, record.path), record.path);
  }
  known.set(log, newer);
  return newer;
}
