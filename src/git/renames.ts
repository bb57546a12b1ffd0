import { git, nulSeparated } from './process.ts';
import type { Repository } from './repository.ts';

/** A file that got another path. */
export interface Rename {
  /** Relative to the root, with `/`. */
  readonly from: string;
  readonly to: string;
  /** When, in seconds since 1970; infinite for what is not committed yet. */
  readonly time: number;
}

/**
 * The renames on the way to the work tree as it is, oldest first, as git finds them by content. Those of a work tree are found
 * once git knows the new file (`git mv`, or staged).
 *
 * @param since seconds since 1970: commits before it are not looked at; undefined for the whole history.
 */
export async function renamesSince(repository: Repository, since: number | undefined): Promise<Rename[]> {
  const look = ['-M', '--diff-filter=R', '--name-status', '-z'];
  const [committed, uncommitted] = await Promise.all([
    git(repository, [
      'log',
      // A merge's renames too: a branch may have made the new file long before the old one went.
      '-m',
      '--no-show-signature',
      '--format=%x01%ct',
      // A day's grace, for clocks that differ.
      ...(since === undefined ? [] : [`--since=${Math.max(0, since - 86_400)}`]),
      ...look,
      'HEAD',
      '--',
    ]),
    git(repository, ['diff', '--no-ext-diff', ...look, 'HEAD', '--']),
  ]);
  // A repository without a commit has no renames either.
  const renames = [...read(committed.stdout).reverse(), ...read(uncommitted.stdout)];
  return renames.sort((a, b) => a.time - b.time);
}

/** With -z: a commit's own line and a NUL, then for each rename `R` and its likeness, the old path and the new one. */
function read(output: string): Rename[] {
  const renames: Rename[] = [];
  let time = Number.POSITIVE_INFINITY;
  const entries = nulSeparated(output);
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index] ?? '';
    if (entry.startsWith('\u0001')) {
      time = Number(entry.slice(1));
    } else if (/^\n?R\d*$/.test(entry)) {
      renames.push({ from: entries[index + 1] ?? '', to: entries[index + 2] ?? '', time });
      index += 2;
    }
  }
  return renames;
}
