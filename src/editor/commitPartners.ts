import { relationMessage } from '../decisions/message.ts';
import { pairsOf } from '../decisions/pairs.ts';
import { readDecision } from '../decisions/reader.ts';
import type { DecisionRecord } from '../decisions/record.ts';
import { changedFiles } from '../git/files.ts';
import { openSnapshot } from '../git/snapshot.ts';
import type { Place } from './decisionLogs.ts';

/** What one commit is to hold. */
export interface Together {
  /** Relative to the log's root; the new record first. */
  readonly paths: readonly string[];
  readonly message: string;
}

/**
 * The records that belong into one commit with a record: those that it supersedes or amends, or that do so to it, where the
 * last commit knows nothing of that yet and both have changed.
 *
 * @returns undefined where the record goes alone.
 */
export async function partnersOf({ open: { log, repository }, path }: Place): Promise<Together | undefined> {
  const record = log.recordAt(path);
  const pairs = record ? pairsOf(log, record) : [];
  if (!record || !repository || !pairs.length) return undefined;
  const paths = [...new Set(pairs.flatMap(({ next, old }) => [next.path, old.path]))];
  const changed = new Set((await changedFiles(repository, paths)).map((file) => file.path));
  const news = pairs.filter(({ next, old }) => changed.has(next.path) && changed.has(old.path));
  if (!news.length) return undefined;
  const before = await openSnapshot(repository, 'HEAD')
    .then((snapshot) => snapshot.read(paths))
    .catch(() => new Map<string, string>());
  const said = (each: DecisionRecord) => {
    const text = before.get(each.path);
    return text === undefined ? [] : pairsOf(log, readDecision(each.path, text, log.team));
  };
  const fresh = news.filter(({ next, old }) => {
    return ![...said(next), ...said(old)].some((pair) => pair.next.path === next.path && pair.old.path === old.path);
  });
  const [first] = fresh;
  if (!first) return undefined;
  // Where the record is the older one of a pair and the newer of another, only the pair with its successor goes with it.
  const next = first.next;
  const olds = fresh.filter((pair) => pair.next === next);
  return { paths: [next.path, ...olds.map(({ old }) => old.path)], message: relationMessage(next, olds) };
}
