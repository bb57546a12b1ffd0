import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { git, gitOutput, nulSeparated } from './process.ts';
import { type Refusal, refuse } from './refusals.ts';
import type { Repository } from './repository.ts';
import type { Status } from './status.ts';

/** Why the status says nothing about some of the paths that it was asked about. */
export type Silence =
  | { readonly kind: 'unchanged' }
  /** The file is the same, but git knows it under another name, where case does not count. */
  | { readonly kind: 'otherName'; readonly names: ReadonlyMap<string, string> }
  | Refusal;

/**
 * Explains the named paths that a status does not list. Most are simply unchanged; the others would be left out of the
 * commit without a word.
 *
 * @param onDisk those of the paths that exist
 */
export async function silentPaths(
  repository: Repository,
  paths: readonly string[],
  status: Status,
  onDisk: ReadonlySet<string>,
): Promise<Silence> {
  const listed = new Set(status.files.map((file) => file.path));
  // A folder, or a deleted one, is listed by the files in it.
  const silent = paths.filter((path) => !listed.has(path) && !status.files.some((file) => isBelow(file.path, path)));
  if (silent.length === 0) {
    return { kind: 'unchanged' };
  }
  const ignored = silent.filter((path) =>
    status.ignored.some((rule) => rule === path || (rule.endsWith('/') && path.startsWith(rule))),
  );
  if (ignored.length > 0) {
    const { stdout } = await git(repository, ['check-ignore', '--verbose', '--', ...ignored]);
    return refuse('ignored', paths, ignored.join(', '), stdout);
  }
  const tags = await indexTags(repository, silent);
  const names = new Map<string, string>();
  for (const path of silent) {
    const tag = tags.get(path);
    if (tag === undefined) {
      const name = onDisk.has(path) ? await nameInOtherCase(repository, path) : undefined;
      if (name === undefined) {
        return refuse('missing', paths, path);
      }
      names.set(path, name);
    } else if (tag.toLowerCase() === 's') {
      return refuse('sparse', paths, path);
    } else if (tag === 'h') {
      return refuse('unwatched', paths, path);
    }
  }
  return names.size > 0 ? { kind: 'otherName', names } : { kind: 'unchanged' };
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

/** git-ls-files(1), -v: `H` is tracked, in lower case if assumed unchanged, `S` skipped by a sparse checkout. */
async function indexTags(repository: Repository, paths: readonly string[]): Promise<Map<string, string>> {
  const output = await gitOutput(repository, ['--literal-pathspecs', 'ls-files', '-v', '-z', '--', ...paths]);
  return new Map(nulSeparated(output).map((entry) => [entry.slice(2), entry.slice(0, 1)]));
}

async function nameInOtherCase(repository: Repository, path: string): Promise<string | undefined> {
  const output = await gitOutput(repository, ['ls-files', '-z', '--', `:(top,icase,literal)${path}`]);
  const file = await lstat(join(repository.root, path));
  for (const name of nulSeparated(output)) {
    const other = await lstat(join(repository.root, name)).catch(() => undefined);
    if (other !== undefined && other.ino === file.ino && other.dev === file.dev) {
      return name;
    }
  }
  return undefined;
}
