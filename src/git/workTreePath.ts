import { access, lstat, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Repository } from './repository.ts';

/** Where a path that somebody named is, as git would spell it. */
export type WorkTreePath =
  | { readonly kind: 'inside'; readonly path: string; readonly onDisk: boolean }
  | { readonly kind: 'refused'; readonly reason: 'outside' | 'otherRepository' | 'notAFile' };

/**
 * Finds the path by which git knows a file. Symbolic links among its folders are followed, so that a workspace opened
 * through a link works; the file itself may be a link, and is then committed as the link that it is.
 *
 * @param path absolute, or relative to the root with `/`; the file may have been deleted, with its folders
 * @returns a path relative to the root with `/`, in the case that is on disk; or why there is none
 */
export async function locate(repository: Repository, path: string): Promise<WorkTreePath> {
  const named = isAbsolute(path) ? resolve(path) : join(repository.root, path);
  const entry = await lstat(named).catch(() => undefined);
  const link = entry?.isSymbolicLink() ?? false;
  const [root, real, target] = await Promise.all([
    realpath(repository.root),
    entry === undefined || link ? withRealFolder(named) : realpath(named),
    // What a link points at has to be here too: a commit would only hold the link.
    link ? realpath(named).catch(() => named) : undefined,
  ]);
  const inside = pathInside(root, real);
  if (inside === undefined || (target !== undefined && pathInside(root, target) === undefined && target !== named)) {
    return { kind: 'refused', reason: 'outside' };
  }
  if (await isInOtherRepository(root, inside, entry?.isDirectory() ?? false)) {
    return { kind: 'refused', reason: 'otherRepository' };
  }
  if (inside.length === 0 || (entry !== undefined && !link && !entry.isFile())) {
    return { kind: 'refused', reason: 'notAFile' };
  }
  // Git on macOS composes the names that it reads from disk (core.precomposeUnicode).
  const spelled = process.platform === 'darwin' ? inside.map((name) => name.normalize('NFC')) : inside;
  return { kind: 'inside', path: spelled.join('/'), onDisk: entry !== undefined };
}

/** The path with links resolved in as many of its folders as exist. */
async function withRealFolder(path: string): Promise<string> {
  const folder = dirname(path);
  if (folder === path) {
    return path;
  }
  const real = await realpath(folder).catch(() => withRealFolder(folder));
  return join(real, basename(path));
}

/** The names from the root down to the path; undefined if it is not below the root, or in git's own folder. */
function pathInside(root: string, path: string): string[] | undefined {
  const way = relative(root, path);
  if (isAbsolute(way)) {
    return undefined;
  }
  const names = way.split(sep).filter((name) => name !== '');
  return names[0] === '..' || names[0]?.toLowerCase() === '.git' ? undefined : names;
}

/** Whether a submodule or a nested repository lies between the root and the path, or is the path. */
async function isInOtherRepository(root: string, names: readonly string[], isFolder: boolean): Promise<boolean> {
  const depth = isFolder ? names.length : names.length - 1;
  const marks = Array.from({ length: Math.max(depth, 0) }, (_, index) =>
    access(join(root, ...names.slice(0, index + 1), '.git')).then(
      () => true,
      () => false,
    ),
  );
  return (await Promise.all(marks)).includes(true);
}
