import { blobName } from './blob.ts';
import { git, gitOutput, nulSeparated } from './process.ts';
import type { Repository } from './repository.ts';

/** A commit as it is, whatever was asked for. */
export interface MadeCommit {
  readonly hash: string;
  readonly shortHash: string;
  /** Path to the object's abbreviated name; undefined if the commit deletes the file. */
  readonly objects: ReadonlyMap<string, string | undefined>;
}

/** The commit at HEAD. */
export async function madeCommit(repository: Repository): Promise<MadeCommit> {
  const output = await gitOutput(repository, [
    'diff-tree',
    '--root',
    '-r',
    '-z',
    '--no-renames',
    '--abbrev',
    '--format=%H%x00%h',
    'HEAD',
  ]);
  const [hash = '', shortHash = '', ...entries] = nulSeparated(output);
  const objects = new Map<string, string | undefined>();
  // `:mode mode object object status`, the first one after a line feed, and the path, in turn
  for (let index = 0; index + 1 < entries.length; index += 2) {
    const object = entries[index]?.split(' ')[3];
    const path = entries[index + 1];
    if (object !== undefined && path !== undefined) {
      objects.set(path, /^0+$/.test(object) ? undefined : object);
    }
  }
  return { hash, shortHash, objects };
}

/**
 * The paths at which the index is not what was committed. Git put there what it read from disk before the hooks ran, so
 * if that very content was committed, the index need not be asked.
 *
 * @param contents what was on disk before the commit
 */
export async function stalePaths(
  repository: Repository,
  paths: readonly string[],
  contents: ReadonlyMap<string, Uint8Array>,
  made: MadeCommit,
): Promise<string[]> {
  const doubtful = paths.filter((path) => {
    const content = contents.get(path);
    return content === undefined || !sameObject(made.objects.get(path), blobName(content, made.hash.length));
  });
  if (doubtful.length === 0) {
    return [];
  }
  const indexed = await indexedObjects(repository, doubtful);
  return doubtful.filter((path) => !sameObject(made.objects.get(path), indexed.get(path)));
}

/** Path to the object's whole name in the index. */
async function indexedObjects(repository: Repository, paths: readonly string[]): Promise<Map<string, string>> {
  const output = await gitOutput(repository, ['--literal-pathspecs', 'ls-files', '--stage', '-z', '--', ...paths]);
  return new Map(
    nulSeparated(output).map((entry) => {
      // mode, object, stage, tab, path
      const tab = entry.indexOf('\t');
      return [entry.slice(tab + 1), entry.slice(0, tab).split(' ')[1] ?? ''];
    }),
  );
}

function sameObject(abbreviated: string | undefined, whole: string | undefined): boolean {
  return abbreviated === undefined || whole === undefined ? abbreviated === whole : whole.startsWith(abbreviated);
}

/**
 * Makes the index hold what HEAD has at these paths, and changes nothing else of it.
 *
 * @returns whether git could
 */
export async function matchHead(repository: Repository, paths: readonly string[]): Promise<boolean> {
  const { exitCode } = await git(repository, ['--literal-pathspecs', 'reset', '--quiet', '--', ...paths]);
  return exitCode === 0;
}
