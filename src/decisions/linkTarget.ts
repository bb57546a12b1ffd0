import { posix } from 'node:path';

/** A relative link target from a folder to a file, both relative to the root; what would end a Markdown link is encoded. */
export function linkTarget(folder: string, path: string): string {
  const encoded = (sign: string) =>
    [...Buffer.from(sign)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
  return posix.relative(folder, path).replace(/[\s()<>%#?"'[\]\\]/g, encoded);
}

/** A link's target as a path; as it was written where its percent signs encode nothing. */
export function decodedTarget(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
