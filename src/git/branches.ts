import { gitOutput, nulSeparated } from './process.ts';
import type { Repository } from './repository.ts';

/**
 * The files under some folders at the tip of every local branch and remote-tracking branch, as last fetched. Nothing is
 * checked out or fetched; three git processes do, however many branches there are.
 *
 * @param folders relative to the root, with `/`; the root itself is `''`
 * @returns full reference name (`refs/heads/main`) to paths relative to the root; empty before the first commit
 */
export async function filesOnBranches(
  repository: Repository,
  folders: readonly string[],
): Promise<Map<string, string[]>> {
  const tips = await branchTips(repository);
  const wanted = folders.map((folder) => folder.replace(/^\.$|\/+$/g, ''));
  const trees = await treesAt(repository, tips, wanted);
  const contents = await contentsOf(repository, new Set([...trees.values()]));
  return new Map(
    tips.map(({ ref, commit }) => [
      ref,
      wanted.flatMap((folder) => {
        const tree = trees.get(`${commit}:${folder}`);
        const paths = tree === undefined ? [] : (contents.get(tree) ?? []);
        return paths.map((path) => (folder === '' ? path : `${folder}/${path}`));
      }),
    ]),
  );
}

interface Tip {
  readonly ref: string;
  readonly commit: string;
}

async function branchTips(repository: Repository): Promise<Tip[]> {
  const output = await gitOutput(repository, [
    'for-each-ref',
    '--format=%(objectname) %(refname) %(symref)',
    'refs/heads',
    'refs/remotes',
  ]);
  return output.split('\n').flatMap((line) => {
    const [commit, ref, target] = line.split(' ');
    // `origin/HEAD` is another name of a branch that is listed anyway.
    return commit && ref && !target ? [{ ref, commit }] : [];
  });
}

/** Which tree a folder is in a commit, by `commit:folder`. Most branches share the few trees there are. */
async function treesAt(
  repository: Repository,
  tips: readonly Tip[],
  folders: readonly string[],
): Promise<Map<string, string>> {
  const queries = [...new Set(tips.flatMap(({ commit }) => folders.map((folder) => `${commit}:${folder}`)))];
  if (queries.length === 0) {
    return new Map();
  }
  const output = await gitOutput(
    repository,
    ['cat-file', '--batch-check=%(objecttype) %(objectname)'],
    queries.map((query) => `${query}\n`).join(''),
  );
  const answers = output.split('\n');
  return new Map(
    queries.flatMap((query, index) => {
      const [type, tree] = (answers[index] ?? '').split(' ');
      return type === 'tree' && tree ? [[query, tree]] : [];
    }),
  );
}

/** Every file in the trees, at any depth, by comparing each with the empty tree. */
async function contentsOf(repository: Repository, trees: ReadonlySet<string>): Promise<Map<string, string[]>> {
  const contents = new Map<string, string[]>();
  for (const tree of trees) {
    contents.set(tree, []);
  }
  if (trees.size === 0) {
    return contents;
  }
  const output = await gitOutput(
    repository,
    ['diff-tree', '--stdin', '-r', '-z', '--name-only', '--no-renames'],
    [...trees].map((tree) => `${emptyTree(tree)} ${tree}\n`).join(''),
  );
  let current: string[] = [];
  for (const entry of nulSeparated(output)) {
    // The pair of trees comes first and ends with a line feed, even with -z.
    const [, tree, first] = /^[0-9a-f]{40,64} ([0-9a-f]{40,64})\n(.*)$/s.exec(entry) ?? [];
    if (tree !== undefined && first !== undefined) {
      current = contents.get(tree) ?? [];
      current.push(first);
    } else {
      current.push(entry);
    }
  }
  return contents;
}

/** Git knows the empty tree by its name in either object format, whether or not it was ever written. */
function emptyTree(tree: string): string {
  return tree.length === 64
    ? '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321'
    : '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
}
