import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Repository } from './repository.ts';

/** Something that git has begun and the user has to finish; a commit would land inside it. */
export type Operation = 'merge' | 'cherry-pick' | 'revert' | 'rebase' | 'am' | 'bisect';

/**
 * The marks that git leaves in a work tree's own git folder (`git rev-parse --git-path <mark>` for each of them), the
 * first one deciding: a rebase that stops at a conflict leaves a `CHERRY_PICK_HEAD` as well.
 */
const marks: readonly (readonly [mark: string, operation: Operation])[] = [
  ['rebase-merge', 'rebase'],
  ['rebase-apply/applying', 'am'],
  ['rebase-apply', 'rebase'],
  ['MERGE_HEAD', 'merge'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
  ['BISECT_LOG', 'bisect'],
];

/** The operation under way in the repository's work tree, or undefined. */
export async function operationUnderWay(repository: Repository): Promise<Operation | undefined> {
  const [todo, ...present] = await Promise.all([
    // Between two commits of a series neither HEAD mark is there, only what is left to do.
    readFile(join(repository.gitDir, 'sequencer', 'todo'), 'utf8').catch(() => ''),
    ...marks.map(([mark]) => isThere(join(repository.gitDir, mark))),
  ]);
  const marked = marks[present.indexOf(true)];
  if (marked !== undefined) {
    return marked[1];
  }
  if (/^(pick|revert)\b/m.test(todo)) {
    return /^revert\b/m.test(todo) ? 'revert' : 'cherry-pick';
  }
  return undefined;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
