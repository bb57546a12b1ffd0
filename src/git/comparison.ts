import { HumanError } from '../humanError.ts';
import { changedFiles } from './files.ts';
import { git, gitOutput, nulSeparated } from './process.ts';
import type { Repository } from './repository.ts';

/** What happened to a file between two states. */
export type Change = 'added' | 'modified' | 'deleted' | 'renamed';

/** A file that differs between the two sides of a comparison. */
export interface ComparedFile {
  readonly change: Change;
  /** Relative to the root, with `/`: as it is named on the head's side; on the base's, if it was deleted. */
  readonly path: string;
  /** Its name on the base's side; undefined for one that was added. */
  readonly before: string | undefined;
  /** Lines added and removed; null for what is not text. */
  readonly added: number | null;
  readonly removed: number | null;
  readonly submodule: boolean;
}

/** The two sides of a comparison. */
export interface Comparison {
  /** The full name of the base's commit: the common ancestor of what was asked for. */
  readonly base: string;
  /** The full name of the head's commit; undefined for the working tree. */
  readonly head: string | undefined;
}

/**
 * What two names stand for: the head's commit, and the commit at which it left the base.
 *
 * @param base a commit, branch or tag in any spelling that git knows.
 * @param head the same; undefined for the working tree.
 * @throws HumanError if one of them is gone, or the two have no history in common.
 */
export async function compare(repository: Repository, base: string, head: string | undefined): Promise<Comparison> {
  const [from, to] = await Promise.all([
    commitAt(repository, base),
    head === undefined ? undefined : commitAt(repository, head),
  ]);
  const { exitCode, stdout } = await git(repository, ['merge-base', from, to ?? 'HEAD']);
  const common = stdout.trim();
  if (exitCode !== 0 || !common) {
    throw new HumanError(
      '{0} and {1} have no commit in common here. Fetch more of the history, or choose another base.',
      [base, head ?? 'HEAD'],
    );
  }
  return { base: common, head: to };
}

/** The full name of the commit that a name stands for. @throws HumanError if there is none. */
export async function commitAt(repository: Repository, name: string): Promise<string> {
  const commit = await commitIfAny(repository, name);
  if (commit === undefined) {
    throw new HumanError('"{0}" is not in this repository. Fetch it, or choose another branch, tag or commit.', [name]);
  }
  return commit;
}

/** As {@link commitAt}; undefined if there is none. */
export async function commitIfAny(repository: Repository, name: string): Promise<string | undefined> {
  if (name === '') return undefined;
  // What begins with a dash would be an option. It can be the name of a branch all the same.
  const full = name.startsWith('-') ? `refs/heads/${name}` : name;
  const { exitCode, stdout } = await git(repository, ['rev-parse', '--verify', '--quiet', `${full}^{commit}`]);
  return exitCode === 0 ? stdout.trim() : undefined;
}

/**
 * The files that differ between the two sides, ordered by path, renames found. In the working tree that is what is on disk,
 * staged or not, untracked files among it.
 *
 * @param paths only these files and folders, relative to the root.
 */
export async function changedBetween(
  repository: Repository,
  { base, head }: Comparison,
  paths: readonly string[] = [],
): Promise<ComparedFile[]> {
  const output = await gitOutput(repository, [
    '--literal-pathspecs',
    ...['diff', '--raw', '--numstat', '-z', '-M', '--no-ext-diff', '--no-textconv', '--no-color', '--no-relative'],
    ...['--ignore-submodules=dirty', '--no-abbrev', '--diff-filter=ACDMRT'],
    ...[base, ...(head === undefined ? [] : [head]), '--', ...paths],
  ]);
  const files = parse(nulSeparated(output));
  if (head === undefined) {
    const known = new Set(files.map(({ path }) => path));
    const among = (path: string) => !paths.length || paths.some((each) => path === each || path.startsWith(`${each}/`));
    for (const { path, untracked } of await changedFiles(repository)) {
      if (!untracked || known.has(path) || !among(path)) continue;
      files.push({ change: 'added', path, before: undefined, added: null, removed: null, submodule: false });
    }
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

const changes: Readonly<Record<string, Change>> = { A: 'added', C: 'added', D: 'deleted', R: 'renamed' };

/**
 * Reads `git diff --raw --numstat -z`: first `:mode mode name name X`, and one path or two; then `added removed path`, where
 * a rename's path is empty and two follow.
 */
function parse(entries: readonly string[]): ComparedFile[] {
  const files = new Map<string, ComparedFile>();
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at] ?? '';
    const raw = /^:(?<before>\d{6}) (?<after>\d{6}) \S+ \S+ (?<letter>[A-Z])\d*$/.exec(entry)?.groups;
    if (raw) {
      const { letter = '' } = raw;
      const first = entries[++at] ?? '';
      const path = letter === 'R' || letter === 'C' ? (entries[++at] ?? '') : first;
      const change = changes[letter] ?? 'modified';
      files.set(path, {
        change,
        path,
        before: change === 'added' ? undefined : first,
        added: null,
        removed: null,
        submodule: raw.before === '160000' || raw.after === '160000',
      });
      continue;
    }
    const [, added = '', removed = '', named = ''] = /^(\d+|-)\t(\d+|-)\t(.*)$/s.exec(entry) ?? [];
    if (!added) continue;
    if (!named) at += 2;
    const path = named || (entries[at] ?? '');
    const file = files.get(path);
    if (file && added !== '-') files.set(path, { ...file, added: Number(added), removed: Number(removed) });
  }
  return [...files.values()];
}

/** Lines of one side that a change touches, counted from 1, both included. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a file differs between the two sides, with the lines around that a diff shows.
 *
 * @param file of {@link changedBetween}.
 * @param context how many lines around.
 */
export async function changedLines(
  repository: Repository,
  { base, head }: Comparison,
  { path, before }: ComparedFile,
  context = 3,
): Promise<{ readonly base: readonly LineRange[]; readonly head: readonly LineRange[] }> {
  const output = await gitOutput(repository, [
    '--literal-pathspecs',
    ...['diff', `-U${context}`, '-M', '--no-ext-diff', '--no-textconv', '--no-color', '--no-relative'],
    ...[base, ...(head === undefined ? [] : [head]), '--', ...new Set([path, before ?? path])],
  ]);
  const sides = { base: [] as LineRange[], head: [] as LineRange[] };
  for (const [, from, count = '1', to, many = '1'] of output.matchAll(
    /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm,
  )) {
    if (Number(count)) sides.base.push({ start: Number(from), end: Number(from) + Number(count) - 1 });
    if (Number(many)) sides.head.push({ start: Number(to), end: Number(to) + Number(many) - 1 });
  }
  return sides;
}
