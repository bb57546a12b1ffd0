import { git } from './process.ts';
import type { Repository } from './repository.ts';

/** A commit, and the files that it changed. */
export interface OwnCommit {
  readonly hash: string;
  readonly shortHash: string;
  /** The commit before it; empty for the first of all. */
  readonly parent: string;
  /** The day on which its author made it, where they were: YYYY-MM-DD. */
  readonly date: string;
  readonly subject: string;
  /** Relative to the root, with `/`; a renamed file by its new name. */
  readonly files: readonly { readonly path: string; readonly added: boolean }[];
}

/**
 * The commits of one author on the current branch, merges left out, newest first.
 *
 * @param email as the commits have it, in any case.
 * @param since the first day, YYYY-MM-DD.
 * @returns none where there is no commit yet.
 */
export async function ownCommits(repository: Repository, email: string, since: string): Promise<OwnCommit[]> {
  const { exitCode, stdout } = await git(repository, [
    '-c',
    'core.quotePath=false',
    'log',
    '--no-merges',
    '--no-show-signature',
    '--no-notes',
    '--no-color',
    '--encoding=UTF-8',
    '--regexp-ignore-case',
    '--fixed-strings',
    `--author=<${email}>`,
    // A commit may be pushed days after it was made; the author's own day decides below.
    `--since=${since}T00:00:00Z -2 days`,
    '--name-status',
    '--find-renames',
    '--format=%x01%H%x00%h%x00%P%x00%as%x00%s',
  ]);
  if (exitCode !== 0) return [];
  return stdout
    .split('\x01')
    .slice(1)
    .map(read)
    .filter(({ date }) => date >= since);
}

/** git-log(1): the line of the format, an empty one, then a line a file: its state, a tab, and its name, or its two names. */
function read(entry: string): OwnCommit {
  const [head = '', ...lines] = entry.split('\n');
  const [hash = '', shortHash = '', parents = '', date = '', subject = ''] = head.split('\0');
  const [parent = ''] = parents.split(' ');
  const files = lines.flatMap((line) => {
    const [state = '', ...names] = line.split('\t');
    const path = names.at(-1);
    // Names with control characters are quoted; no record has one.
    return state && path && !path.startsWith('"') ? [{ path, added: state.startsWith('A') }] : [];
  });
  return { hash, shortHash, parent, date, subject, files };
}
