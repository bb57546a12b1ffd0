import { createHash } from 'node:crypto';

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
