import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HumanError } from '../humanError.ts';
import { describe, readTextIfAny, resolveInside, walk } from './files.ts';

/**
 * Writes a site into a folder of its own, over what was written there before. Pages of before that are none any more are
 * removed; files that are not ours stay.
 *
 * @param folder absolute.
 * @param named the folder as the user calls it.
 * @param files texts by path in the folder, with `/`.
 * @param mark stands in every page of ours.
 * @throws HumanError where the folder holds something else, or a file of somebody else is in the way; nothing is written.
 */
export async function writeSite(
  folder: string,
  named: string,
  files: ReadonlyMap<string, string>,
  mark: string,
): Promise<void> {
  const isOurs = async (path: string) => (await readTextIfAny(path))?.includes(mark) ?? false;
  const there = await readdir(folder).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw describe(error, named);
  });
  // A work tree made for a site alone holds `.git` from the beginning.
  if (there.some((name) => name !== '.git') && !(await isOurs(join(folder, 'index.html')))) {
    throw new HumanError('{0} is not empty, and holds no decision site. Name an empty folder.', [named]);
  }
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw describe(error, named);
  }
  const targets = new Map<string, { readonly path: string; readonly text: string }>();
  for (const [path, text] of files) {
    const target = await resolveInside(folder, path).catch(() => {
      throw new HumanError('{0} leads out of {1} by a symbolic link. Remove the link, then try again.', [path, named]);
    });
    const before = await readFile(target).catch(() => undefined);
    if (before && !before.includes(mark)) {
      throw new HumanError('{0} in {1} is not a page of a decision site. Move it away, then try again.', [path, named]);
    }
    targets.set(target, { path, text });
  }
  for (const [target, { path, text }] of targets) {
    try {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text);
    } catch (error) {
      throw describe(error, path);
    }
  }
  for (const page of await walk(join(folder, 'records'))) {
    const stale = page.endsWith('.html') && !files.has(`records/${page}`);
    const path = join(folder, 'records', page);
    if (stale && (await isOurs(path))) await rm(path);
  }
}
