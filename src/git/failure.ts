import { access, constants } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { canCommit } from './identity.ts';
import { presentLocks } from './lock.ts';
import { type Ended, git, nulSeparated } from './process.ts';
import type { Failure } from './refusals.ts';
import type { Repository } from './repository.ts';

/** Gathers what can be known about a failed `git add` or `git commit`, before anything is undone. */
export async function examine(
  repository: Repository,
  command: 'add' | 'commit',
  ended: Ended,
  branch: string | undefined,
): Promise<Failure> {
  const [hasIdentity, locks, hooks, settings] = await Promise.all([
    canCommit(repository),
    presentLocks(repository, branch),
    presentHooks(repository),
    settingsOf(repository),
  ]);
  return {
    command,
    exitCode: ended.exitCode,
    output: [ended.stdout.trim(), ended.stderr.trim()].join('\n').trim(),
    hasIdentity,
    locks,
    hooks,
    signs: isTrue(settings.get('commit.gpgsign')),
    signingKey: settings.get('user.signingkey') ?? '',
    forbidsLineEndings: isTrue(settings.get('core.safecrlf')),
    isSparse: isTrue(settings.get('core.sparsecheckout')),
  };
}

/** The names of the hooks that can stop a commit, and are there to be run. */
async function presentHooks(repository: Repository): Promise<string[]> {
  const { stdout } = await git(repository, ['rev-parse', '--git-path', 'hooks']);
  const folder = resolve(repository.root, stdout.replace(/\n$/, ''));
  const hooks = ['pre-commit', 'prepare-commit-msg', 'commit-msg'].map((name) =>
    access(join(folder, name), constants.X_OK).then(
      () => [name],
      () => [],
    ),
  );
  return (await Promise.all(hooks)).flat();
}

/** The settings that can stop a commit, by their names in lower case. */
async function settingsOf(repository: Repository): Promise<Map<string, string>> {
  const { stdout } = await git(repository, [
    'config',
    '-z',
    '--get-regexp',
    '^(commit\\.gpgsign|user\\.signingkey|core\\.(safecrlf|sparsecheckout))$',
  ]);
  // name, line feed, value; a name alone means true; the last one counts
  return new Map(
    nulSeparated(stdout).map((entry) => {
      const [name = '', value = 'true'] = entry.split('\n');
      return [name, value];
    }),
  );
}

function isTrue(value: string | undefined): boolean {
  return value !== undefined && /^(true|yes|on|1)$/i.test(value);
}
