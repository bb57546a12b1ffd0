import { constants } from 'node:fs';
import { access, mkdir, open, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { HumanError } from '../humanError.ts';
import { applyEdits, type Edit } from '../markdown/edit.ts';

/** A file's text as it is, byte order mark and line endings included. */
export interface FileText {
  readonly text: string;
  /** Whether writing the text back gives the same bytes: false for files that are not UTF-8, which are never written. */
  readonly lossless: boolean;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** Decodes a file's bytes; see {@link FileText}. */
export function decodeText(bytes: Uint8Array): FileText {
  try {
    return { text: strict.decode(bytes), lossless: true };
  } catch {
    return { text: lenient.decode(bytes), lossless: false };
  }
}

/** Reads a file that is about to be edited. @throws HumanError where it is missing, unreadable or not UTF-8. */
export async function readForEdit(path: string): Promise<string> {
  const { text, lossless } = decodeText(await readFile(path).catch((error) => Promise.reject(describe(error, path))));
  if (!lossless) {
    throw new HumanError('{0} is not UTF-8 text. Save it as UTF-8, then try again.', [path]);
  }
  return text;
}

/**
 * The absolute path of a file inside a folder, with every symbolic link on the way followed.
 *
 * @param path relative to `root`, or absolute.
 * @throws HumanError where the path, or what it links to, lies outside `root`.
 */
export async function resolveInside(root: string, path: string): Promise<string> {
  const wanted = resolve(root, path);
  const realRoot = await realpath(root);
  // The file itself may not exist yet: what counts is where its nearest existing parent really is.
  let existing = wanted;
  const missing: string[] = [];
  let real: string | undefined;
  while (real === undefined) {
    real = await realpath(existing).catch(() => undefined);
    if (real !== undefined) break;
    const parent = dirname(existing);
    if (parent === existing) break;
    missing.unshift(relative(parent, existing));
    existing = parent;
  }
  const target = join(real ?? existing, ...missing);
  if (!isInside(realRoot, target)) {
    throw new HumanError('{0} is outside the repository. Choose a folder inside it.', [path]);
  }
  return target;
}

/** Whether a path is a folder or lies below it. Both absolute. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`));
}

/**
 * Writes a file that must not exist yet, making its folders; nothing is there before all of it is.
 *
 * @throws HumanError where a file of that name exists, or the folder cannot be written.
 */
export async function writeNew(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(path, 'wx');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } catch (error) {
      await handle.close();
      await rm(path, { force: true });
      throw error;
    }
    await handle.close();
  } catch (error) {
    throw describe(error, path);
  }
}

/**
 * Applies edits to a file, in one step: readers see the old text or the new one. A symbolic link stays a link.
 *
 * @param before the text that the edits were computed for.
 * @returns the new text.
 * @throws HumanError where the file has changed since, or cannot be written; it is then as it was.
 */
export async function editFile(path: string, before: string, edits: readonly Edit[]): Promise<string> {
  if ((await readForEdit(path)) !== before) {
    throw new HumanError('{0} has changed in the meantime. Look at it, then try again.', [path]);
  }
  const after = applyEdits(before, edits);
  if (after === before) return after;
  const target = await realpath(path);
  const draft = join(dirname(target), `.${Date.now().toString(36)}-${process.pid}.tmp`);
  try {
    await access(target, constants.W_OK);
    const { mode } = await stat(target);
    await writeFile(draft, after, { mode, flag: 'wx', flush: true });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw describe(error, path);
  }
  return after;
}

const sentences: Record<string, string> = {
  EEXIST: '{0} exists already. Choose another title.',
  ENOENT: '{0} does not exist. Check the path.',
  ENOTDIR: 'A part of {0} is a file, not a folder. Choose another folder.',
  EACCES: '{0} cannot be written: permission denied. Change its permissions, or choose another folder.',
  EPERM: '{0} cannot be written: permission denied. Change its permissions, or choose another folder.',
  EROFS: '{0} is on a read-only file system. Choose another folder.',
  ENOSPC: 'The disk is full: {0} was not written. Free some space, then try again.',
  EDQUOT: 'Your disk quota is used up: {0} was not written. Free some space, then try again.',
  ENAMETOOLONG: 'The name of {0} is too long for this file system. Choose a shorter title.',
  EISDIR: '{0} is a folder, not a file. Name a record file.',
  ELOOP: '{0} is a symbolic link that leads to itself. Mend the link, then try again.',
};

/** A file system error as a sentence with the remedy; anything else as it is. */
export function describe(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentence = sentences[code];
  return sentence ? new HumanError(sentence, [path]) : error;
}

/** A file's text, or undefined where there is no such file, or it cannot be read. */
export async function readTextIfAny(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes && decodeText(bytes).text;
}

/** Files below a folder that is in no git repository, relative to it, with `/`; hidden and installed ones left out. */
export async function walk(root: string, folder = '', depth = 0): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isFile()) found.push(path);
    else if (entry.isDirectory() && depth < 12 && !/^(?:\.git|node_modules)$/.test(entry.name)) {
      found.push(...(await walk(root, path, depth + 1)));
    }
  }
  return found;
}
