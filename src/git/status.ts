import { nulSeparated } from './process.ts';

/** A file that differs from HEAD. A path occurs once, whatever happened to it. */
export interface ChangedFile {
  /** Relative to the repository's root, with `/`. */
  readonly path: string;
  /** The index differs from HEAD. An intent to add is not content, and does not count. */
  readonly staged: boolean;
  /** The file differs from the index. */
  readonly unstaged: boolean;
  /** Git does not track it, nor ignore it. */
  readonly untracked: boolean;
  /** It is not on disk, or not tracked any more. */
  readonly deleted: boolean;
  /** A conflict was left in it. */
  readonly unmerged: boolean;
}

/** What `git status` says about some paths. */
export interface Status {
  /** The current branch's short name; undefined if HEAD is detached. */
  readonly branch: string | undefined;
  /** The commit at HEAD; undefined before the first commit. */
  readonly head: string | undefined;
  readonly files: readonly ChangedFile[];
  /** Ignored paths, a wholly ignored folder as one path that ends with `/`. */
  readonly ignored: readonly string[];
}

/**
 * The arguments whose output `readStatus` reads. They spell out what the user's configuration could change, and take no
 * lock. Submodules are left out: a file of ours is never one.
 */
export const statusArguments: readonly string[] = [
  '--no-optional-locks',
  '--literal-pathspecs',
  'status',
  '--porcelain=v2',
  '--branch',
  '--no-ahead-behind',
  '--no-renames',
  '--untracked-files=all',
  '--ignore-submodules=all',
  '-z',
];

/** Reads the second porcelain format with NULs (git-status(1), "Porcelain Format Version 2"). */
export function readStatus(output: string): Status {
  const files = new Map<string, ChangedFile>();
  const ignored: string[] = [];
  let branch: string | undefined;
  let head: string | undefined;
  for (const entry of nulSeparated(output)) {
    if (entry.startsWith('# branch.head ')) {
      branch = entry === '# branch.head (detached)' ? undefined : entry.slice('# branch.head '.length);
    } else if (entry.startsWith('# branch.oid ')) {
      head = entry === '# branch.oid (initial)' ? undefined : entry.slice('# branch.oid '.length);
    } else if (entry.startsWith('! ')) {
      ignored.push(entry.slice(2));
    } else {
      const file = changedFile(entry);
      if (file !== undefined) {
        files.set(file.path, together(files.get(file.path), file));
      }
    }
  }
  return { branch, head, files: [...files.values()], ignored };
}

/** `1 XY sub mH mI mW hH hI path`, `u XY sub m1 m2 m3 mW h1 h2 h3 path` or `? path`; X is the index, Y the work tree. */
function changedFile(entry: string): ChangedFile | undefined {
  const [, x = '', y = '', path = ''] =
    /^1 (.)(.) (?:\S+ ){6}(.*)$/s.exec(entry) ?? /^u (.)(.) (?:\S+ ){8}(.*)$/s.exec(entry) ?? [];
  if (path !== '') {
    return {
      path,
      staged: x !== '.',
      unstaged: y !== '.',
      untracked: false,
      deleted: x === 'D' || y === 'D',
      unmerged: entry.startsWith('u'),
    };
  }
  if (entry.startsWith('? ')) {
    return {
      path: entry.slice(2),
      staged: false,
      unstaged: false,
      untracked: true,
      deleted: false,
      unmerged: false,
    };
  }
  return undefined;
}

/** A file whose deletion is staged and which is there again is listed twice. */
function together(one: ChangedFile | undefined, other: ChangedFile): ChangedFile {
  if (one === undefined) {
    return other;
  }
  return {
    path: one.path,
    staged: one.staged || other.staged,
    unstaged: one.unstaged || other.unstaged,
    untracked: one.untracked || other.untracked,
    deleted: false,
    unmerged: one.unmerged || other.unmerged,
  };
}
