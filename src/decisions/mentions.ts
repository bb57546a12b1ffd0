import { posix } from 'node:path';
import { decodedTarget } from './linkTarget.ts';
import { candidate, count, mayMention } from './mentionWords.ts';
import { readName } from './naming.ts';

/** A place in a text that may mean a decision record. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** The record's number, for `ADR-12` and `decision 12`; undefined for a path. */
  readonly number: number | undefined;
  /** A path or file name as written; undefined for a number. */
  readonly target: string | undefined;
}

/** A place in a text that means a decision record. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** Paths of the record, or of all that may be meant. At least one. */
  readonly paths: readonly string[];
}

/** Longer texts are not searched: nobody reads them in an editor, and every change would search them anew. */
export const longestText = 1024 * 1024;
const mostCandidates = 5000;

/** What stands before a numbered decision that a text sets out itself: the line's beginning, a comment, list or heading sign. */
const lineLead = /(?:^|[\r\n])[ \t]*(?:[#>*+|/-]+[ \t]*|\d+[.)][ \t]*|<h\d>)*[*_]{0,3}$/;
const setOut = /^[*_]{0,3}[ \t]*(?:[:：.—–|]|-[ \t]|[*_]{1,3}|\r|\n|$)/;

/**
 * The places of a text that may mean a record, by its words alone: which of them do, {@link readMentions} knows.
 *
 * `decision 3` in a text that sets out a "Decision 3" itself, in a heading or at a line's beginning, means that one.
 *
 * @param setOutAlso whether those are wanted, too.
 */
export function findCandidates(text: string, setOutAlso = false): Candidate[] {
  if (text.length > longestText || !mayMention.test(text)) return [];
  const found: (Candidate & { readonly plain: boolean })[] = [];
  const own = new Set<number>();
  for (const match of text.matchAll(candidate)) {
    const { url, target, adr, joined, decision, word } = match.groups ?? {};
    const [start, end] = [match.index, match.index + match[0].length];
    // `adr0` to `adr99` are names of variables, in capitals it is a record.
    if (url !== undefined || (joined !== undefined && !match[0].includes('ADR'))) continue;
    const digits = adr ?? joined ?? decision;
    const number = digits === undefined ? undefined : Number(digits);
    if (word !== undefined && number !== undefined) {
      const after = text.slice(end, end + 40);
      if (count.test(after)) continue;
      if (!setOutAlso && setOut.test(after) && lineLead.test(text.slice(Math.max(0, start - 80), start))) {
        own.add(number);
        continue;
      }
    }
    if (found.length === mostCandidates) break;
    found.push({ start, end, number, target, plain: word !== undefined });
  }
  return found
    .filter(({ plain, number }) => !(plain && number !== undefined && own.has(number)))
    .map(({ start, end, number, target }) => ({ start, end, number, target }));
}

/** A candidate of a Markdown text, and whether a link leads where it means. */
type LinkedCandidate = Candidate & { readonly linked: boolean };

/** The span of a link, and of its target. */
interface LinkSpan {
  readonly start: number;
  readonly end: number;
  readonly targetStart: number;
  readonly targetEnd: number;
}

/**
 * The candidates of a Markdown text, whose links say themselves what they mean: a path in a link's target stands for the
 * whole link, and is marked as linked; a link's words mean what its target does.
 *
 * @param candidates in order.
 * @param links in the order in which they begin.
 */
export function withLinks(candidates: readonly Candidate[], links: readonly LinkSpan[]): LinkedCandidate[] {
  let next = 0;
  // Links stand one after another or within one another, so the innermost that has not ended is the last one opened.
  const open: LinkSpan[] = [];
  return candidates.flatMap((candidate): LinkedCandidate[] => {
    for (let link = links[next]; link && link.start <= candidate.start; link = links[++next]) open.push(link);
    while ((open.at(-1)?.end ?? candidate.end) < candidate.end) open.pop();
    const link = open.at(-1);
    if (!link) return [{ ...candidate, linked: false }];
    if (candidate.target === undefined || candidate.start !== link.targetStart) return [];
    return [{ ...candidate, start: link.start, end: link.end, linked: true }];
  });
}

/**
 * Which records the candidates of a text mean. A number means the record of the nearest folder: the one that the file
 * lies in, then the one of the innermost package around the file, then any other; where several are as near, all of
 * theirs. Where there is no such record, nothing is meant.
 *
 * @param from path of the text's file, relative to the root, with `/`; a file does not mention itself.
 * @param records paths of all records, relative to the root.
 */
export function readMentions(candidates: readonly Candidate[], from: string, records: readonly string[]): Mention[] {
  if (!candidates.length) return [];
  const known = new Set(records);
  const byNumber = grouped(records, (record) => readName(record).number);
  const byName = grouped(records, (record) => posix.basename(record));
  return candidates.flatMap(({ start, end, number, target }) => {
    const meant =
      target === undefined
        ? nearest(byNumber.get(number ?? null) ?? [], from)
        : atPath(decodedTarget(target), from, known, byName);
    const paths = meant.filter((record) => record !== from);
    return paths.length && paths.length === meant.length ? [{ start, end, paths }] : [];
  });
}

function grouped<Key>(records: readonly string[], keyOf: (record: string) => Key): Map<Key, string[]> {
  const groups = new Map<Key, string[]>();
  for (const record of records) {
    const key = keyOf(record);
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  return groups;
}

/** The record at a path as written: from the file's folder, from the root, or by the end of its path alone. */
function atPath(
  target: string,
  from: string,
  known: ReadonlySet<string>,
  byName: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const written = target.replaceAll('\\', '/');
  for (const path of [posix.join(posix.dirname(from), written), posix.normalize(written.replace(/^\/+/, ''))]) {
    if (known.has(path)) return [path];
  }
  const tail = written.replace(/^(?:\.{0,2}\/)+/, '');
  const named = byName.get(posix.basename(written)) ?? [];
  return nearest(
    named.filter((record) => record.endsWith(`/${tail}`)),
    from,
  );
}

/** Those of some records whose folders are nearest to a file. */
function nearest(records: readonly string[], from: string): readonly string[] {
  if (records.length < 2) return records;
  const ranks = records.map((record) => distance(posix.dirname(record), from));
  const least = Math.min(...ranks);
  return records.filter((_, index) => ranks[index] === least);
}

/** How far a folder of records is from a file: 0 in it, then by how far out the package lies that the folder speaks for. */
function distance(folder: string, from: string): number {
  if (posix.dirname(from) === folder || from.startsWith(`${folder}/`)) return 0;
  const scope = scopeOf(folder);
  const steps = from.split('/').length;
  if (scope === '' || from.startsWith(`${scope}/`)) {
    return 1 + steps - (scope === '' ? 0 : scope.split('/').length);
  }
  return 1 + steps + 1;
}

/** The package that a folder of records speaks for: `packages/api` for `packages/api/docs/adr`, `''` for the repository. */
function scopeOf(folder: string): string {
  const parts = folder === '.' ? [] : folder.split('/').slice(0, -1);
  while (
    /^(?:\.?docs?|documentation|architecture|arch|design|decisions?|adrs?|src|content|wiki)$/i.test(parts.at(-1) ?? '')
  )
    parts.pop();
  return parts.join('/');
}
