import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HumanError } from '../humanError.ts';
import { git, gitOutput } from './process.ts';
import type { Repository } from './repository.ts';

/** A commit that some lines of a file come from. */
export interface ShapingCommit {
  readonly hash: string;
  readonly shortHash: string;
  /** The author's name, after the repository's `.mailmap`. */
  readonly author: string;
  /** The day on which the author made it, where they were: YYYY-MM-DD. */
  readonly date: string;
  /** The message's first line. */
  readonly subject: string;
  /** The rest of the message; empty for most. */
  readonly body: string;
  /** How many of the lines are as this commit left them. */
  readonly lines: number;
  /** The history ends here, because the clone is shallow: the lines may be older. */
  readonly cutOff: boolean;
}

/** Where the lines of a passage come from. */
export interface LineHistory {
  /** Those that shaped the most lines first; the newer first among equals. */
  readonly commits: readonly ShapingCommit[];
  /** How many lines are in no commit yet. */
  readonly uncommitted: number;
}

/**
 * The commits that lines of a file come from, by `git blame`: renames of the file are followed, changes of white space
 * alone do not count, nor do the commits that the repository's `blame.ignoreRevsFile` names. Nothing is fetched.
 *
 * @param path relative to the root, with `/`
 * @param first the first line, counted from 1
 * @param last the last line, included; a number past the end means the end
 * @param text the file as it is in the editor, saved or not
 * @throws HumanError if git cannot be started, or the repository cannot be read
 */
export async function historyOfLines(
  repository: Repository,
  path: string,
  first: number,
  last: number,
  text: string,
): Promise<LineHistory> {
  const end = Math.min(last, text.split('\n').length - (text.endsWith('\n') ? 1 : 0));
  if (end < first) {
    return { commits: [], uncommitted: 0 };
  }
  const lines = await blame(repository, path, first, end, text);
  if (lines === undefined) {
    return { commits: [], uncommitted: end - first + 1 };
  }
  const hashes = [...lines.keys()].filter((hash) => !isNobody(hash));
  const commits = await describe(repository, hashes, lines);
  const uncommitted = [...lines].reduce((sum, [hash, count]) => sum + (isNobody(hash) ? count : 0), 0);
  return { commits: commits.sort((a, b) => b.lines - a.lines || b.date.localeCompare(a.date)), uncommitted };
}

/** How many lines come from which commit; undefined for a file that is in no commit. */
async function blame(
  repository: Repository,
  path: string,
  first: number,
  last: number,
  text: string,
): Promise<Map<string, number> | undefined> {
  const { exitCode, stdout, stderr } = await git(
    repository,
    ['blame', '--porcelain', '-w', '-M', `-L${first},${last}`, '--contents', '-', '--', path],
    text,
  );
  if (exitCode === 0) {
    return readPorcelain(stdout);
  }
  const known = await git(repository, ['cat-file', '-e', `HEAD:${path}`]);
  if (known.exitCode !== 0) {
    return undefined;
  }
  throw new HumanError(
    'Git could not say where the lines of {0} come from. Its output says why.',
    [path],
    stderr.trim(),
  );
}

/** git-blame(1), "The porcelain format": a header a line, facts of a commit once, then the line itself after a tab. */
function readPorcelain(output: string): Map<string, number> {
  const lines = new Map<string, number>();
  for (const line of output.split('\n')) {
    const hash = /^([0-9a-f]{40,64}) \d+ \d+/.exec(line)?.[1];
    if (hash !== undefined) {
      lines.set(hash, (lines.get(hash) ?? 0) + 1);
    }
  }
  return lines;
}

/** Git attributes what is in no commit to a hash of zeros. */
function isNobody(hash: string): boolean {
  return /^0+$/.test(hash);
}

async function describe(
  repository: Repository,
  hashes: readonly string[],
  lines: ReadonlyMap<string, number>,
): Promise<ShapingCommit[]> {
  if (hashes.length === 0) {
    return [];
  }
  const [output, shallow] = await Promise.all([
    gitOutput(
      repository,
      [
        'log',
        '--no-walk=unsorted',
        '--no-show-signature',
        '--no-notes',
        '--encoding=UTF-8',
        '--format=%H%x00%h%x00%aN%x00%as%x00%s%x00%b%x00%x00',
        '--stdin',
      ],
      hashes.map((hash) => `${hash}\n`).join(''),
    ),
    // The commits at which a shallow clone ends, one a line; in other clones there is no such file.
    readFile(join(repository.commonDir, 'shallow'), 'utf8').catch(() => ''),
  ]);
  const ends = new Set(shallow.split('\n'));
  return output.split('\0\0\n').flatMap((entry) => {
    const [hash, shortHash = '', author = '', date = '', subject = '', body = ''] = entry.split('\0');
    if (!hash) {
      return [];
    }
    const cutOff = ends.has(hash);
    return [{ hash, shortHash, author, date, subject, body: body.trim(), lines: lines.get(hash) ?? 0, cutOff }];
  });
}
