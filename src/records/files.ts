import {
  closeSync,
  constants,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
} from 'node:fs';
import {
  access,
  chmod,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
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

/** As many links may lead to each other as Linux allows. */
const longestChain = 40;

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
  let links = 0;
  while (real === undefined) {
    real = await realpath(existing).catch(() => undefined);
    if (real !== undefined) break;
    // A link to a file that does not exist yet counts as the place where that file would be.
    const link = links < longestChain ? await readlink(existing).catch(() => undefined) : undefined;
    if (link !== undefined) {
      links++;
      existing = resolve(dirname(existing), link);
      continue;
    }
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
    await mkdir(dirname(path), { recursive: true }).catch((error) =>
      // A folder that is there already is none of mkdir's errors: a file is in its place.
      Promise.reject(isCode(error, 'EEXIST') ? new HumanError(sentences.ENOTDIR, [path]) : error),
    );
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

/** Sets drafts of one process apart that are written in one folder at the same time. */
let drafts = 0;

/**
 * Applies edits to a file, in one step: readers see the old text or the new one. A symbolic link stays a link.
 *
 * @param before the text that the edits were computed for.
 * @returns the new text.
 * @throws HumanError where the file has changed since, or cannot be written; it is then as it was.
 */
export async function editFile(path: string, before: string, edits: readonly Edit[]): Promise<string> {
  const changed = new HumanError('{0} has changed in the meantime. Look at it, then try again.', [path]);
  if ((await readForEdit(path)) !== before) throw changed;
  const after = applyEdits(before, edits);
  if (after === before) return after;
  const target = await realpath(path);
  const draft = join(dirname(target), `.${Date.now().toString(36)}-${process.pid}-${drafts++}.tmp`);
  try {
    await access(target, constants.W_OK);
    const { mode } = await stat(target);
    await writeFile(draft, after, { mode, flag: 'wx', flush: true });
    // The process' own mask may have taken some of the permissions away.
    await chmod(draft, mode);
    // Looked at once more, in one go with the renaming: edits that were computed for the same text exclude each other.
    if (decodeText(readFileSync(target)).text !== before) throw changed;
    renameSync(draft, target);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw describe(error, path);
  }
  return after;
}

const sentences = {
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
} as const;

/** A file system error as a sentence with the remedy; anything else as it is. */
export function describe(error: unknown, path: string): unknown {
  const code = (Object.keys(sentences) as (keyof typeof sentences)[]).find((each) => isCode(error, each));
  return code ? new HumanError(sentences[code], [path]) : error;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
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

/** More of a file than this is never read for the index: no record is as long. */
const longestRecord = 1024 * 1024;

/**
 * A record file's text for reading; its beginning, where it is longer than a record can be. Bytes that are no UTF-8 become
 * U+FFFD, and a byte order mark stays.
 *
 * @param path relative to `root`, with `/`.
 * @param longest how many bytes are read at most.
 * @param onProblem is told why a file is not read, or not wholly.
 * @returns undefined for what is no file, cannot be read, or is a link that leads out of `root`.
 */
export function readRecordSync(
  root: string,
  path: string,
  longest = longestRecord,
  onProblem: (problem: HumanError) => void = () => undefined,
): string | undefined {
  try {
    let file = join(root, path);
    let entry = lstatSync(file);
    if (entry.isSymbolicLink()) {
      file = realpathSync(file);
      if (!isInside(realpathSync(root), file)) {
        onProblem(
          new HumanError('{0} is a link that leads out of the repository, so it is not read. Remove the link.', [path]),
        );
        return undefined;
      }
      entry = statSync(file);
    }
    // Pipes and devices may never end.
    if (!entry.isFile()) {
      onProblem(new HumanError('{0} is no ordinary file, so it is not read. Remove it.', [path]));
      return undefined;
    }
    if (entry.size <= longest) return readFileSync(file, 'utf8');
    onProblem(new HumanError('{0} is longer than a record can be, so only its beginning is read. Shorten it.', [path]));
    const handle = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(longest);
      return bytes.toString('utf8', 0, readSync(handle, bytes, 0, longest, 0));
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    const problem = describe(error, path);
    // A file that is gone is nobody's problem.
    if (problem instanceof HumanError && !isMissing(error)) onProblem(problem);
    return undefined;
  }
}

/**
 * What is another whenever a file was written, as long as clocks go on; undefined for links, whose own state says nothing of
 * what they lead to, and for what is not there.
 */
export function stampOf(root: string, path: string): string | undefined {
  const entry = lstatSync(join(root, path), { bigint: true, throwIfNoEntry: false });
  return entry?.isFile() ? [entry.size, entry.mtimeNs, entry.ctimeNs, entry.ino].join() : undefined;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
