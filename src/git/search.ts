import { git, gitOutput, nulSeparated } from './process.ts';
import type { Repository } from './repository.ts';

/**
 * The text files, tracked or untracked and not ignored, that hold one of some patterns, case aside.
 *
 * @param patterns extended regular expressions, as git grep takes them
 * @returns paths relative to the root, with `/`
 */
export async function filesHolding(repository: Repository, patterns: readonly string[]): Promise<string[]> {
  const args = [
    'grep',
    '-l',
    '-z',
    '-I',
    '-i',
    '-E',
    '--untracked',
    '--full-name',
    ...patterns.flatMap((each) => ['-e', each]),
  ];
  // Exit code 1 means that nothing was found.
  const { exitCode, stdout } = await git(repository, args);
  return exitCode === 0 ? nulSeparated(stdout) : [];
}

/**
 * The text files, tracked or untracked and not ignored, in which each of some lines stands as it is.
 *
 * @param lines without line endings; those without any text are not looked for
 * @returns by line, paths relative to the root, with `/`; nothing for a line that is nowhere
 */
export async function filesWithLines(
  repository: Repository,
  lines: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map(lines.filter((line) => line.trim()).map((line) => [line, new Set<string>()]));
  if (found.size > 0) {
    const options = ['-I', '-F', '-z', '--untracked', '--full-name', '--no-color', '--no-line-number', '--no-column'];
    const { stdout } = await git(repository, ['grep', ...options, '-f', '-'], `${[...found.keys()].join('\n')}\n`);
    for (const match of stdout.split('\n')) {
      const end = match.indexOf('\0');
      found.get(match.slice(end + 1).replace(/\r$/, ''))?.add(match.slice(0, end));
    }
  }
  return new Map([...found].map(([line, paths]) => [line, [...paths]]));
}

/** The commit that brought a file, the newest if it came more than once; undefined for a file that is not committed. */
export async function commitThatAdded(repository: Repository, path: string): Promise<string | undefined> {
  const output = await gitOutput(repository, [
    'log',
    '-1',
    '--diff-filter=A',
    '--format=%H',
    '--no-renames',
    'HEAD',
    '--',
    `:(top,literal)${path}`,
  ]);
  return output.trim().split('\n', 1)[0] || undefined;
}

/** The commit that a line, counted from 1, is from; undefined for one that is not committed. */
export async function commitOfLine(repository: Repository, path: string, line: number): Promise<string | undefined> {
  const { exitCode, stdout } = await git(repository, ['blame', '-l', '-s', '--root', `-L${line},${line}`, '--', path]);
  const commit = /^[0-9a-f]{40,64}/.exec(stdout)?.[0];
  return exitCode === 0 && commit && !/^0+$/.test(commit) ? commit : undefined;
}

/** Whether a commit holds another in its history; a commit holds itself. */
export async function holds(repository: Repository, commit: string, earlier: string): Promise<boolean> {
  const { exitCode } = await git(repository, ['merge-base', '--is-ancestor', earlier, commit]);
  return exitCode === 0;
}

/** Whether any commit of the current branch's history touched a path. */
export async function isInHistory(repository: Repository, path: string): Promise<boolean> {
  const { exitCode, stdout } = await git(repository, ['log', '-1', '--format=%H', '--', `:(top,literal)${path}`]);
  return exitCode === 0 && stdout.trim() !== '';
}
