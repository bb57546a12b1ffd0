import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Repository } from './repository.ts';

/**
 * The name that git gives to a file's content, if no filter or line-ending conversion applies.
 *
 * @param length the length of object names in the repository: 40 (SHA-1) or 64 (SHA-256)
 */
export function blobName(content: Uint8Array, length: number): string {
  return createHash(length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${content.length}\0`)
    .update(content)
    .digest('hex');
}

/** What is on disk at these paths; links, and what cannot be read, are left out. */
export async function contentsOf(repository: Repository, paths: readonly string[]): Promise<Map<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>();
  await Promise.all(
    paths.map(async (path) => {
      const file = join(repository.root, path);
      const entry = await lstat(file).catch(() => undefined);
      const content = entry?.isFile() ? await readFile(file).catch(() => undefined) : undefined;
      if (content !== undefined) {
        contents.set(path, content);
      }
    }),
  );
  return contents;
}
