import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Repository } from './repository.ts';

/** The file by which git processes keep each other from changing the work tree's index. Never delete it. */
export function indexLock(repository: Repository): string {
  return join(repository.gitDir, 'index.lock');
}

/** Whether the lock file is there, and so another process at work, or one that was killed. */
export async function isHeld(lock: string): Promise<boolean> {
  return access(lock).then(
    () => true,
    () => false,
  );
}

/** The lock files that are there now, of those that can stop a commit on the branch. */
export async function presentLocks(repository: Repository, branch: string | undefined): Promise<string[]> {
  const { gitDir, commonDir } = repository;
  const locks = [
    indexLock(repository),
    join(gitDir, 'HEAD.lock'),
    ...(branch === undefined ? [] : [join(commonDir, 'refs', 'heads', `${branch}.lock`)]),
    join(commonDir, 'packed-refs.lock'),
  ];
  const held = await Promise.all(locks.map(isHeld));
  return locks.filter((_, index) => held[index]);
}
