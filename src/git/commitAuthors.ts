import type { Author } from './authors.ts';
import { git } from './process.ts';
import type { Repository } from './repository.ts';

/**
 * Who wrote some commits, named as the repository's `.mailmap` names them.
 *
 * @param hashes whole or shortened.
 * @returns by the hash that was asked for; a commit that the repository lacks is left out.
 */
export async function commitAuthors(repository: Repository, hashes: Iterable<string>): Promise<Map<string, Author>> {
  const wanted = [...new Set(hashes)].filter((hash) => /^[0-9a-f]{7,64}$/i.test(hash));
  const found = new Map<string, Author>();
  if (!wanted.length) return found;
  const { exitCode, stdout } = await git(repository, [
    'log',
    '--no-walk=unsorted',
    '--ignore-missing',
    '--no-show-signature',
    '--encoding=UTF-8',
    '--format=%H%x00%aN%x00%aE',
    ...wanted,
    '--',
  ]);
  if (exitCode !== 0) return found;
  for (const line of stdout.split('\n')) {
    const [hash = '', name = '', email = ''] = line.split('\0');
    for (const each of wanted) if (hash.startsWith(each.toLowerCase())) found.set(each, { name, email });
  }
  return found;
}
