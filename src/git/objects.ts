import { gitBytes } from './process.ts';
import type { Repository } from './repository.ts';

/**
 * The contents of objects, by name, in one git process. An object that the repository lacks is left out.
 *
 * @param names whole names.
 */
export async function objectContents(repository: Repository, names: Iterable<string>): Promise<Map<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  const wanted = [...new Set(names)];
  if (wanted.length === 0) return contents;
  const bytes = await gitBytes(repository, ['cat-file', '--batch'], wanted.map((name) => `${name}\n`).join(''));
  // git-cat-file(1), --batch: `name type size`, a line feed, the content, a line feed, for each in the order asked.
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0x0a, at);
    const [, name, size] = /^(\w+) \w+ (\d+)$/.exec(bytes.toString('latin1', at, end)) ?? [];
    at = end + 1;
    // An object that a partial clone has not fetched is `missing`, and has no content.
    if (name === undefined) continue;
    contents.set(name, bytes.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
}
