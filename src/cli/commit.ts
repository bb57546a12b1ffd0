import { commitMessage } from '../decisions/message.ts';
import { readDecision } from '../decisions/reader.ts';
import { commitFiles } from '../git/commit.ts';
import { HumanError } from '../humanError.ts';
import { readTextIfAny } from '../records/files.ts';
import type { Command, Result } from './command.ts';
import { openWorkspace, pathIn, type Surroundings, type Workspace } from './workspace.ts';

/** `lead-habits commit`: these files and nothing else. */
export const commit: Command = {
  words: ['commit'],
  usage: 'commit PATH... [--message TEXT] [--include-staged]',
  summary: 'Commit exactly the named records',
  options: { message: { type: 'string' }, 'include-staged': { type: 'boolean' } },
  arguments: { least: 1, most: Number.POSITIVE_INFINITY },
  async run(args, options, surroundings) {
    const workspace = await openWorkspace('.', surroundings);
    requireRepository(workspace);
    const paths = args.map((path) => pathIn(workspace, path, surroundings));
    const message = typeof options.message === 'string' ? options.message : undefined;
    return commitPaths(workspace, paths, surroundings, message, options['include-staged'] === true);
  },
};

/** @throws HumanError where a workspace has no repository: to be asked before anything is written that would be committed. */
export function requireRepository({ root, repository }: Workspace): void {
  if (!repository) {
    throw new HumanError('{0} is not in a git repository. Run "git init" there, then commit again.', [root]);
  }
}

/** What to print of a commit of files that were written: the files in any case, also where the commit was refused. */
export function withCommit(written: string, committed: Result): Result {
  return { ...committed, output: [written, committed.output].filter(Boolean).join('\n') };
}

/**
 * Commits files of a workspace.
 *
 * @param paths relative to the root, with `/`.
 * @returns what to print: the commit's short hash and first line, then the paths; or why there is none.
 */
export async function commitPaths(
  { root, repository }: Workspace,
  paths: readonly string[],
  _surroundings: Surroundings,
  message?: string,
  includeStaged = false,
): Promise<Result> {
  if (!repository) return { output: '', status: 1 };
  const records = await Promise.all(
    paths.map(async (path) => readDecision(path, (await readTextIfAny(`${root}/${path}`)) ?? '')),
  );
  const text = message ?? commitMessage(records);
  const outcome = await commitFiles(repository, { paths, message: text, includeStaged });
  switch (outcome.kind) {
    case 'committed':
      return {
        output: [`${outcome.shortHash} ${text.split('\n', 1)[0]}`, ...outcome.paths.map((path) => `  ${path}`)].join(
          '\n',
        ),
        messages: [
          ...(outcome.detached ? ['HEAD is detached: make a branch to keep this commit.'] : []),
          ...(outcome.warning ? [outcome.warning.message] : []),
        ],
        status: 0,
      };
    case 'unchanged':
      return { output: '', messages: ['Nothing to commit: these files are as they were.'], status: 0 };
    case 'ask':
      return {
        output: '',
        messages: [
          `${outcome.staged.join(', ')}: you have staged a version of your own. To commit the whole file, add --include-staged.`,
        ],
        status: 1,
      };
    case 'refused':
      return {
        output: '',
        messages: [outcome.error.message, ...(outcome.error.detail ? [outcome.error.detail] : [])],
        status: 1,
      };
  }
}
