import { posix } from 'node:path';
import { commitMessage, relationMessage } from '../decisions/message.ts';
import { pairsOf } from '../decisions/pairs.ts';
import { readDecision } from '../decisions/reader.ts';
import type { DecisionRecord } from '../decisions/record.ts';
import { changedFiles } from '../git/files.ts';
import { openSnapshot } from '../git/snapshot.ts';
import { MarkdownDocument } from '../markdown/document.ts';
import { linksOf } from '../markdown/links.ts';
import { readTextIfAny } from '../records/files.ts';
import type { Place } from './decisionLogs.ts';
import { isMeeting, teamRecordAt } from './teamRecords.ts';

/** What one commit is to hold. */
export interface Together {
  /** Relative to the log's root; the new record first. */
  readonly paths: readonly string[];
  readonly message: string;
}

/**
 * What belongs into one commit with a record or a summary: records that it was written together with.
 *
 * @returns undefined where it goes alone.
 */
export async function partnersOf(place: Place): Promise<Together | undefined> {
  return (await pairedWith(place)) ?? (await decidedTogether(place));
}

/**
 * The records that belong into one commit with a record: those that it supersedes or amends, or that do so to it, where the
 * last commit knows nothing of that yet and both have changed.
 *
 * @returns undefined where the record goes alone.
 */
async function pairedWith({ open: { log, repository }, path }: Place): Promise<Together | undefined> {
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

/**
 * A summary and the records that its lines became: where the last commit knows nothing of the link, and both have changed,
 * either one alone would lead nowhere.
 */
async function decidedTogether({ open, path }: Place): Promise<Together | undefined> {
  const { log, repository } = open;
  if (!repository) return undefined;
  const changed = (await changedFiles(repository)).map((file) => file.path);
  if (!changed.includes(path)) return undefined;
  const records = changed.filter((each) => log.recordAt(each));
  const summaries: string[] = [];
  for (const each of log.recordAt(path) ? changed : [path]) {
    if (await isMeeting({ open, path: each })) summaries.push(each);
  }
  if (!records.length || !summaries.length) return undefined;
  const before = await openSnapshot(repository, 'HEAD')
    .then((snapshot) => snapshot.read(summaries))
    .catch(() => new Map<string, string>());
  for (const summary of summaries) {
    const text = (await readTextIfAny(`${log.root}/${summary}`)) ?? '';
    const known = linkedFrom(summary, before.get(summary) ?? '');
    const news = new Set([...linkedFrom(summary, text)].filter((target) => !known.has(target)));
    const made = records.filter((record) => news.has(record));
    if (!made.length || (summary !== path && !made.includes(path))) continue;
    const meeting = await teamRecordAt({ open, path: summary }, text);
    const decisions = made.flatMap((record) => log.recordAt(record) ?? []);
    return { paths: [...made, summary], message: `${commitMessage(decisions)}\n\nDecided in "${meeting?.name}".` };
  }
  return undefined;
}

/** The files that a Markdown file links to, relative to the root. */
function linkedFrom(path: string, text: string): Set<string> {
  const links = linksOf(new MarkdownDocument(text));
  return new Set(
    links.flatMap(({ target }) => {
      if (/^[a-z][a-z\d+.-]*:|^[#/]/i.test(target)) return [];
      try {
        return [posix.join(posix.dirname(path), decodeURIComponent(target.replace(/[#?].*$/, '')))];
      } catch {
        return [];
      }
    }),
  );
}
