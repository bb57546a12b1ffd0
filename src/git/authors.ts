import { git } from './process.ts';
import type { Repository } from './repository.ts';

/** Somebody who wrote commits, named as the repository's `.mailmap` names them. */
export interface Author {
  readonly name: string;
  readonly email: string;
}

/** So many commits tell who is around, and take less than a second in the largest repositories. */
const enough = 5000;

/**
 * The authors of the last commits, those with the most first; none where there is no commit yet.
 *
 * @throws HumanError if git cannot be started
 */
export async function authorsOf(repository: Repository): Promise<Author[]> {
  const { exitCode, stdout } = await git(repository, [
    'log',
    `--max-count=${enough}`,
    '--no-show-signature',
    '--encoding=UTF-8',
    '--format=%aN%x00%aE',
    'HEAD',
  ]);
  if (exitCode !== 0) return [];
  const counts = new Map<string, number>();
  for (const line of stdout.split('\n')) if (line) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts]
    .sort(([, many], [, more]) => more - many)
    .map(([line]) => {
      const [name = '', email = ''] = line.split('\0');
      return { name, email };
    });
}
