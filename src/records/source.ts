import { readFile, stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { decodeText, resolveInside } from './files.ts';

/** More of a file than this is no source that somebody commented on, in bytes. */
const longestSource = 4 * 1024 * 1024;

/**
 * The text of a file that a record names, which may name anything.
 *
 * @param path relative to `root`, with `/`.
 * @returns undefined for what is no text file inside of `root`: a path or a link that leads out, git's own files, folders,
 *   pipes, binary and huge files, and what cannot be read.
 */
export async function readSource(root: string, path: string): Promise<string | undefined> {
  if (isAbsolute(path) || /(?:^|[/\\])(?:\.\.|\.git)(?:[/\\]|$)/i.test(path)) return undefined;
  const file = await resolveInside(root, path).catch(() => undefined);
  const entry = file === undefined ? undefined : await stat(file).catch(() => undefined);
  if (file === undefined || !entry?.isFile() || entry.size > longestSource) return undefined;
  const bytes = await readFile(file).catch(() => undefined);
  return bytes === undefined || bytes.includes(0) ? undefined : decodeText(bytes).text;
}
