import { setTimeout as wait } from 'node:timers/promises';
import { HumanError } from '../humanError.ts';
import { contentsOf } from './blob.ts';
import { examine } from './failure.ts';
import { identity } from './identity.ts';
import { indexLock, isHeld } from './lock.ts';
import { madeCommit, matchHead, stalePaths } from './madeCommit.ts';
import { operationUnderWay } from './operation.ts';
import { type Ended, git, gitOutput } from './process.ts';
import { inTurn } from './queue.ts';
import { type Refusal, refusalFor, refuse } from './refusals.ts';
import type { Repository } from './repository.ts';
import { silentPaths } from './silence.ts';
import { readStatus, type Status, statusArguments } from './status.ts';
import { locate } from './workTreePath.ts';

/** What to commit. */
export interface CommitRequest {
  /** Files, absolute or relative to the root with `/`. A deleted one is named like any other. */
  readonly paths: readonly string[];
  /** The whole message, taken as it is but for blank lines at its ends and spaces at the ends of lines. */
  readonly message: string;
  /** The user agreed to commit the whole of files of which they had staged something. */
  readonly includeStaged?: boolean;
}

/** What became of it. In every case but `committed`, everything that the user has is as it was. */
export type CommitOutcome =
  | {
      readonly kind: 'committed';
      readonly hash: string;
      readonly shortHash: string;
      /** The files that the commit holds. */
      readonly paths: readonly string[];
      readonly detached: boolean;
      /** The branch's short name, unless HEAD is detached. */
      readonly branch?: string;
      /** Something that the user should look at: the commit is there, but not just as it was asked for. */
      readonly warning?: HumanError;
    }
  | {
      readonly kind: 'ask';
      /** The named files of which something is staged. */
      readonly staged: readonly string[];
      /** Those among them whose file has changed again since, so that the staged version would get lost. */
      readonly partial: readonly string[];
    }
  | { readonly kind: 'unchanged' }
  | Refusal;

/** How long to wait, in milliseconds, before each new attempt when another process (the editor's own git) has the index. */
const patience = [50, 100, 200, 400];

/**
 * After every commit git looks whether the repository needs housekeeping, which takes a fifth of a small commit's time.
 * One commit in sixteen, those on top of a hash that begins with 0, is often enough for ours.
 */
const withoutHousekeeping = ['-c', 'maintenance.auto=false'];

/** The git folders for which git knew the user. If that changes, git's own refusal is as good, and a process is saved. */
const identified = new Set<string>();

/**
 * Commits the named files as they are on disk, and nothing else: what is staged, modified or untracked beside them stays
 * as it is, byte for byte. Hooks run as they do for `git commit`. Calls for the same repository wait for each other.
 *
 * @throws HumanError if git cannot be started, or the repository cannot be read
 */
export function commitFiles(repository: Repository, request: CommitRequest): Promise<CommitOutcome> {
  return inTurn(repository.gitDir, async () => {
    let outcome = await attempt(repository, request);
    for (const pause of patience) {
      if (outcome.kind !== 'refused' || outcome.reason !== 'locked') {
        break;
      }
      await wait(pause);
      outcome = await attempt(repository, request);
    }
    return outcome;
  });
}

async function attempt(repository: Repository, request: CommitRequest): Promise<CommitOutcome> {
  const paths: string[] = [];
  const onDisk = new Set<string>();
  for (const [index, place] of (await Promise.all(request.paths.map((path) => locate(repository, path)))).entries()) {
    if (place.kind === 'refused') {
      return refuse(place.reason, request.paths, request.paths[index]);
    }
    paths.push(place.path);
    if (place.onDisk) {
      onDisk.add(place.path);
    }
  }
  if (paths.length === 0) {
    return { kind: 'unchanged' };
  }
  if (request.message.trim() === '') {
    return refuse('message', paths);
  }
  const [operation, known, locked, status] = await Promise.all([
    operationUnderWay(repository),
    isIdentified(repository),
    isHeld(indexLock(repository)),
    statusOf(repository, paths),
  ]);
  if (operation !== undefined) {
    return refuse('operation', paths, operation);
  }
  if (!known) {
    return refuse('identity', paths);
  }
  if (locked) {
    return refuse('locked', paths, indexLock(repository));
  }
  const silent = await silentPaths(repository, paths, status, onDisk);
  if (silent.kind === 'refused') {
    return silent;
  }
  if (silent.kind === 'otherName') {
    return attempt(repository, { ...request, paths: paths.map((path) => silent.names.get(path) ?? path) });
  }
  const named = new Set(paths);
  const folder = status.files.find((file) => !named.has(file.path));
  if (folder !== undefined) {
    return refuse(
      'notAFile',
      paths,
      paths.find((path) => folder.path.startsWith(`${path}/`)),
    );
  }
  const unmerged = status.files.filter((file) => file.unmerged).map((file) => file.path);
  if (unmerged.length > 0) {
    return refuse('unmerged', paths, unmerged.join(', '));
  }
  const staged = status.files.filter((file) => file.staged);
  if (staged.length > 0 && !request.includeStaged) {
    return {
      kind: 'ask',
      staged: staged.map((file) => file.path),
      partial: staged.filter((file) => file.unstaged || file.untracked).map((file) => file.path),
    };
  }
  return status.files.length === 0 ? { kind: 'unchanged' } : commit(repository, status, request.message);
}

async function isIdentified(repository: Repository): Promise<boolean> {
  if (!identified.has(repository.gitDir) && (await identity(repository)) !== undefined) {
    identified.add(repository.gitDir);
  }
  return identified.has(repository.gitDir);
}

async function statusOf(repository: Repository, paths: readonly string[]): Promise<Status> {
  return readStatus(await gitOutput(repository, [...statusArguments, '--ignored=matching', '--', ...paths]));
}

/** Commits the files in a status, which are the changed ones among those that were named. */
async function commit(repository: Repository, status: Status, message: string): Promise<CommitOutcome> {
  const paths = status.files.map((file) => file.path);
  const contents = await contentsOf(repository, paths);
  // `--only` takes no file that the index does not know.
  const untracked = status.files.filter((file) => file.untracked).map((file) => file.path);
  if (untracked.length > 0) {
    // simple-git waits 50 ms after a command that prints nothing, hence `--verbose`.
    const added = await git(repository, [
      '--literal-pathspecs',
      'add',
      '--intent-to-add',
      '--verbose',
      '--',
      ...untracked,
    ]);
    if (added.exitCode !== 0) {
      return failed(repository, 'add', added, status, untracked);
    }
  }
  const committed = await git(
    repository,
    [
      '--literal-pathspecs',
      // The message is given in UTF-8, whatever the repository's own encoding.
      '-c',
      'i18n.commitEncoding=UTF-8',
      ...(status.head?.startsWith('0') ? [] : withoutHousekeeping),
      'commit',
      '--only',
      // The default would take a Markdown heading for a comment, and `commit.verbose` cut at a scissors line.
      '--cleanup=whitespace',
      '--no-verbose',
      '--file=-',
      '--',
      ...paths,
    ],
    message,
  );
  if (committed.exitCode !== 0) {
    return failed(repository, 'commit', committed, status, untracked);
  }
  return verified(repository, status, contents);
}

async function failed(
  repository: Repository,
  command: 'add' | 'commit',
  ended: Ended,
  status: Status,
  untracked: readonly string[],
): Promise<CommitOutcome> {
  const paths = status.files.map((file) => file.path);
  const failure = await examine(repository, command, ended, status.branch);
  const unchanged = untracked.length === 0 && (await sameAsHead(repository, paths));
  await forget(repository, untracked);
  return unchanged ? { kind: 'unchanged' } : refusalFor(failure, paths);
}

/** Whether git would store just what HEAD has: a status lists files too of which only converted line endings differ. */
async function sameAsHead(repository: Repository, paths: readonly string[]): Promise<boolean> {
  const { exitCode, stdout } = await git(repository, [
    '--no-optional-locks',
    '--literal-pathspecs',
    'diff',
    '--no-ext-diff',
    '--numstat',
    'HEAD',
    '--',
    ...paths,
  ]);
  return exitCode === 0 && stdout === '';
}

/** Undoes our intent to add: these paths were not in the index, and are not again, whatever HEAD has there. */
async function forget(repository: Repository, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) {
    return;
  }
  const list = paths.map((path) => `${path}\0`).join('');
  for (const pause of [0, ...patience]) {
    await wait(pause);
    const { exitCode } = await git(repository, ['update-index', '--force-remove', '-z', '--stdin'], list);
    if (exitCode === 0) {
      return;
    }
  }
}

/** What the commit really holds. A hook can have changed our files, and added others. */
async function verified(
  repository: Repository,
  status: Status,
  contents: ReadonlyMap<string, Uint8Array>,
): Promise<CommitOutcome> {
  const paths = status.files.map((file) => file.path);
  const made = await madeCommit(repository);
  const stale = await stalePaths(repository, paths, contents, made);
  const known = new Set(paths);
  const others = [...made.objects.keys()].filter((path) => !known.has(path));
  const refreshed = stale.length === 0 || (await matchHead(repository, stale));
  const warning = warningAbout(others, refreshed ? [] : stale);
  return {
    kind: 'committed',
    hash: made.hash,
    shortHash: made.shortHash,
    paths: [...made.objects.keys()],
    detached: status.branch === undefined,
    ...(status.branch === undefined ? {} : { branch: status.branch }),
    ...(warning === undefined ? {} : { warning }),
  };
}

function warningAbout(others: readonly string[], stale: readonly string[]): HumanError | undefined {
  if (others.length > 0) {
    return new HumanError(
      'The commit also holds {0}, which a hook added. Look at "git status" before the next commit: it may show that file as staged.',
      [others.join(', ')],
    );
  }
  if (stale.length > 0) {
    return new HumanError(
      'The commit is made, but the index still has {0} as it was before a hook changed it. Unstage it with "git reset".',
      [stale.join(', ')],
    );
  }
  return undefined;
}
