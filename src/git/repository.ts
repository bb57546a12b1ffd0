import { mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, normalize, resolve } from 'node:path';
import { HumanError } from '../humanError.ts';
import { git, type Place } from './process.ts';

/** A repository with a work tree. It is a plain value: keep it as long as the folder is open. */
export interface Repository extends Place {
  /** The work tree's top folder, native absolute path with links resolved, as git reports it. */
  readonly root: string;
  /** This work tree's own git folder: HEAD, the index, and the marks of an operation under way. */
  readonly gitDir: string;
  /** The git folder that all linked work trees share: references, objects, hooks. */
  readonly commonDir: string;
}

/**
 * The repository that a file or folder belongs to: a submodule's own, a linked work tree's own, the innermost of
 * nested ones.
 *
 * @param path absolute; it need not exist, its nearest existing folder decides
 * @param binary git's path, as the editor knows it
 * @returns undefined if no work tree is around the path
 * @throws HumanError if git is missing, or refuses the repository because somebody else owns it
 */
export async function openRepository(path: string, binary = 'git'): Promise<Repository | undefined> {
  const folder = await nearestFolder(resolve(path));
  // One line each. `--git-common-dir` may be relative to the folder that git was started in.
  const { exitCode, stdout, stderr } = await git({ root: folder, binary }, [
    'rev-parse',
    '--show-toplevel',
    '--absolute-git-dir',
    '--git-common-dir',
  ]);
  const [root, gitDir, commonDir] = stdout.split('\n');
  if (exitCode !== 0 || !root || !gitDir || !commonDir) {
    // Configuration names are not translated, so this is git's advice in any language.
    if (stderr.includes('safe.directory')) {
      throw new HumanError(
        'Git does not trust the repository around {0}, because another user owns it. If you trust it, add it to "safe.directory".',
        [folder],
        stderr.trim(),
      );
    }
    return undefined;
  }
  return { root: normalize(root), gitDir: normalize(gitDir), commonDir: resolve(folder, commonDir), binary };
}

/**
 * Makes the folder, if need be, the top of a repository of its own. An existing repository is left as it is.
 *
 * @throws HumanError if git is missing or cannot write there
 */
export async function initializeRepository(folder: string, binary = 'git'): Promise<Repository> {
  const refusal = await mkdir(folder, { recursive: true }).then(
    async () => {
      const { exitCode, stderr } = await git({ root: folder, binary }, ['init']);
      return exitCode === 0 ? undefined : stderr.trim();
    },
    (error: Error) => error.message,
  );
  const repository = refusal === undefined ? await openRepository(folder, binary) : undefined;
  if (repository === undefined) {
    throw new HumanError(
      'Git could not make a repository in {0}. Choose a folder that you can write to.',
      [folder],
      refusal,
    );
  }
  return repository;
}

async function nearestFolder(path: string): Promise<string> {
  try {
    if ((await stat(path)).isDirectory()) {
      return await realpath(path);
    }
  } catch {
    // Not there (yet), or not readable: its parent decides.
  }
  const parent = dirname(path);
  return parent === path ? path : nearestFolder(parent);
}
