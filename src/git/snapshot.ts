import { HumanError } from '../humanError.ts';
import { objectContents } from './objects.ts';
import { git, gitOutput, nulSeparated } from './process.ts';
import type { Repository } from './repository.ts';

/** More of a file than this is not read: no record is as long. */
const longestFile = 1024 * 1024;

/** The files of a commit, read from the repository's objects: nothing is checked out. */
export interface Snapshot {
  /** The commit's full name. */
  readonly commit: string;
  /** Every file, relative to the root, with `/`; links and submodules left out. */
  readonly paths: readonly string[];
  /** The texts of files, by path, in one git process; a file over a megabyte, or that is not there, is left out. */
  read(paths: readonly string[]): Promise<Map<string, string>>;
}

interface Blob {
  readonly name: string;
  readonly size: number;
}

/**
 * The files as they were at a commit.
 *
 * @param ref a commit, branch or tag, in any spelling that git knows
 * @throws HumanError if there is no such commit
 */
export async function openSnapshot(repository: Repository, ref: string): Promise<Snapshot> {
  const commit = await commitNamed(repository, ref);
  const blobs = await blobsOf(repository, commit);
  return {
    commit,
    paths: [...blobs.keys()],
    read: (paths) => {
      const wanted = paths.flatMap((path) => {
        const blob = blobs.get(path);
        return blob && blob.size <= longestFile ? [[path, blob] as const] : [];
      });
      return contentsOf(repository, new Map(wanted));
    },
  };
}

async function commitNamed(repository: Repository, ref: string): Promise<string> {
  // What begins with a dash would be an option, and is no name of a commit.
  if (ref !== '' && !ref.startsWith('-')) {
    const { exitCode, stdout } = await git(repository, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
    if (exitCode === 0) {
      return stdout.trim();
    }
  }
  throw new HumanError('There is no commit "{0}" in this repository. Name a commit, a branch or a tag.', [ref]);
}

/** git-ls-tree(1): `mode type name size`, with the size padded by spaces, a tab, and the path. */
async function blobsOf(repository: Repository, commit: string): Promise<Map<string, Blob>> {
  const output = await gitOutput(repository, ['ls-tree', '-r', '-l', '-z', '--full-tree', commit]);
  return new Map(
    nulSeparated(output).flatMap((entry) => {
      const [, name, size, path] = /^100\d{3} blob ([0-9a-f]{40,64}) +(\d+)\t(.*)$/s.exec(entry) ?? [];
      return name && size && path ? [[path, { name, size: Number(size) }] as const] : [];
    }),
  );
}

async function contentsOf(repository: Repository, blobs: ReadonlyMap<string, Blob>): Promise<Map<string, string>> {
  const contents = await objectContents(
    repository,
    [...blobs.values()].map(({ name }) => name),
  );
  return new Map(
    [...blobs].flatMap(([path, { name }]) => {
      const bytes = contents.get(name);
      return bytes ? [[path, String(bytes)] as const] : [];
    }),
  );
}
