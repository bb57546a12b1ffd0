import { git } from './process.ts';
import type { Repository } from './repository.ts';

/** Who git says is committing. */
export interface Identity {
  readonly name: string;
  readonly email: string;
}

/**
 * The committer as git itself works it out, from the configuration or the environment.
 *
 * @returns undefined if git has none and would refuse to commit
 */
export async function identity(repository: Repository): Promise<Identity | undefined> {
  const { exitCode, stdout } = await git(repository, ['var', 'GIT_COMMITTER_IDENT']);
  const [, name, email] = /^(.*) <(.*)> \d+ [+-]\d+$/m.exec(stdout) ?? [];
  return exitCode === 0 && name !== undefined && email !== undefined ? { name, email } : undefined;
}

/** Whether git knows both people that a commit names, its author and its committer. */
export async function canCommit(repository: Repository): Promise<boolean> {
  const [committer, author] = await Promise.all([identity(repository), git(repository, ['var', 'GIT_AUTHOR_IDENT'])]);
  return committer !== undefined && author.exitCode === 0;
}
