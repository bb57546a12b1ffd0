import { commitIfAny } from './comparison.ts';
import { git, gitOutput } from './process.ts';
import type { Repository } from './repository.ts';

/** A branch, a tag or a commit that somebody may want to name. */
export interface Reference {
  readonly kind: 'branch' | 'remote' | 'tag' | 'commit';
  /** What git knows it by: `feature/retries`, `origin/main`, `v1.2`, or an abbreviated commit. */
  readonly name: string;
  /** The first line of its commit's message. */
  readonly subject: string;
  /** How long ago, in git's words. */
  readonly age: string;
}

const kinds = { heads: 'branch', remotes: 'remote', tags: 'tag' } as const;
/** More commits are named by typing. */
const recent = 30;

/** Branches, remote-tracking branches and tags, the newest first, then the last commits of HEAD. */
export async function references(repository: Repository): Promise<Reference[]> {
  const refs = await gitOutput(repository, [
    'for-each-ref',
    '--sort=-creatordate',
    '--format=%(refname)%00%(refname:short)%00%(symref)%00%(contents:subject)%00%(creatordate:relative)',
    ...['refs/heads', 'refs/remotes', 'refs/tags'],
  ]);
  const named = refs.split('\n').flatMap((line): Reference[] => {
    const [full = '', name = '', target, subject = '', age = ''] = line.split('\0');
    const kind = kinds[full.split('/')[1] as keyof typeof kinds];
    // `origin/HEAD` is another name of a branch that is listed anyway.
    return name && kind && !target ? [{ kind, name, subject, age }] : [];
  });
  const log = await git(repository, ['log', `-${recent}`, '--format=%h%x00%s%x00%cr']);
  const commits = log.exitCode === 0 ? log.stdout.split('\n') : [];
  return [
    ...named,
    ...commits.flatMap((line): Reference[] => {
      const [name = '', subject = '', age = ''] = line.split('\0');
      return name ? [{ kind: 'commit', name, subject, age }] : [];
    }),
  ];
}

/** The branch that is checked out; undefined on a detached HEAD. */
export async function currentBranch(repository: Repository): Promise<string | undefined> {
  const { exitCode, stdout } = await git(repository, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
  return exitCode === 0 ? stdout.trim() : undefined;
}

/** The branch that others are usually compared with: the remote's default one, or `main`, `master`, `trunk`, `develop`. */
export async function defaultBranch(repository: Repository): Promise<string | undefined> {
  const { exitCode, stdout } = await git(repository, [
    'symbolic-ref',
    '--quiet',
    '--short',
    'refs/remotes/origin/HEAD',
  ]);
  const usual = ['main', 'master', 'trunk', 'develop'];
  const candidates = exitCode === 0 ? [stdout.trim().replace(/^origin\//, ''), stdout.trim(), ...usual] : usual;
  for (const name of candidates) {
    if ((await commitIfAny(repository, name)) !== undefined) return name;
  }
  return undefined;
}
