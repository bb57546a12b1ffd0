import { objectContents } from './objects.ts';
import { gitOutput } from './process.ts';
import type { Repository } from './repository.ts';

/** A file as it was at a commit. */
export interface PastFile {
  /** The commit's name, whole or abbreviated, in hexadecimal digits. */
  readonly commit: string;
  /** Relative to the root, with `/`. */
  readonly path: string;
}

/** What the repository still has of some files and commits. */
export interface Past {
  /** The file's text; undefined where the repository lacks the commit, or the commit the file, or it is too long or no text. */
  text(file: PastFile): string | undefined;
  /** When the commit was made, in seconds since 1970; undefined where the repository lacks it. */
  time(commit: string): number | undefined;
}

/** More of a file than this is no source that somebody commented on. */
const longestSource = 4 * 1024 * 1024;

/**
 * Reads files as they were, at any number of commits, in two git processes. A commit that the clone lacks (rebased, squashed
 * away, behind a shallow clone's end) is no error.
 */
export async function readPast(repository: Repository, files: readonly PastFile[]): Promise<Past> {
  const named = files.filter(({ commit, path }) => isName(commit) && isInTree(path));
  const wanted = [...new Set(named.flatMap(({ commit, path }) => [commitSpec(commit), fileSpec({ commit, path })]))];
  const found = new Map<string, string>();
  if (wanted.length > 0) {
    const output = await gitOutput(repository, ['cat-file', '--batch-check'], `${wanted.join('\n')}\n`);
    for (const [index, line] of output.split('\n').entries()) {
      const [, name, type, size] = /^([0-9a-f]{40,64}) (blob|commit) (\d+)$/.exec(line) ?? [];
      const spec = wanted[index];
      if (spec && name && type && Number(size) <= longestSource) found.set(spec, name);
    }
  }
  const contents = await objectContents(repository, found.values());
  return {
    text(file) {
      const bytes = contents.get(found.get(fileSpec(file)) ?? '');
      return bytes === undefined || bytes.includes(0) ? undefined : String(bytes);
    },
    time(commit) {
      const bytes = contents.get(found.get(commitSpec(commit)) ?? '');
      const [, seconds] = /^committer .*> (\d+) [+-]\d+$/m.exec(bytes?.toString('latin1') ?? '') ?? [];
      return seconds === undefined ? undefined : Number(seconds);
    },
  };
}

function isName(commit: string): boolean {
  return /^[0-9a-f]{7,64}$/i.test(commit);
}

/** Whether a path can be one of a commit's: for one that leads out of the root, git ends with an error. */
function isInTree(path: string): boolean {
  return !/[\n\r\0]/.test(path) && path.split('/').every((name) => name !== '' && name !== '.' && name !== '..');
}

function commitSpec(commit: string): string {
  return `${commit}^{commit}`;
}

function fileSpec({ commit, path }: PastFile): string {
  return `${commit}:${path}`;
}
