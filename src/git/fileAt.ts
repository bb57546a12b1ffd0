import { HumanError } from '../humanError.ts';
import { git, gitBytes } from './process.ts';
import type { Repository } from './repository.ts';

/** More of a file than this is not shown for review: 5 MB. */
const largest = 5 * 1024 * 1024;

/**
 * A file's text as it was at a commit; empty where it was not there.
 *
 * @param commit a full name.
 * @param path relative to the root, with `/`.
 * @throws HumanError for what cannot be shown as text: a binary or very large file, or a submodule.
 */
export async function fileAt(repository: Repository, commit: string, path: string): Promise<string> {
  if (!/^[0-9a-f]{40,64}$/.test(commit)) throw new HumanError('"{0}" is no commit. Choose the base again.', [commit]);
  const name = `${commit}:${path}`;
  const { exitCode, stdout } = await git(repository, ['cat-file', '--batch-check'], `${name}\n`);
  if (exitCode !== 0) return '';
  const [, type, size] = / ?(blob|commit|tree) (\d+)$/.exec(stdout.trim()) ?? [];
  if (type === undefined) {
    // A gitlink names a commit of another repository, which is `missing` here.
    const tree = await git(repository, ['--literal-pathspecs', 'ls-tree', '-z', commit, '--', path]);
    if (tree.stdout.startsWith('160000'))
      throw new HumanError('{0} is a submodule. Review it in its own repository.', [path]);
    return '';
  }
  if (type !== 'blob') throw new HumanError('{0} is a submodule. Review it in its own repository.', [path]);
  if (Number(size) > largest)
    throw new HumanError('{0} is too large to review here. Look at it in a terminal.', [path]);
  const bytes = await gitBytes(repository, ['cat-file', 'blob', name]);
  if (bytes.subarray(0, 8000).includes(0)) {
    throw new HumanError('{0} is not text. Look at it in its own program.', [path]);
  }
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}
