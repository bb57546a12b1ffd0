import { gitOutput, nulSeparated } from './process.ts';
import type { Repository } from './repository.ts';
import { type ChangedFile, readStatus, statusArguments } from './status.ts';

/** Which files to list; all of them by default. */
export interface ListOptions {
  /** Folders relative to the root, with `/`; the root itself is `''`. */
  readonly under?: readonly string[];
  /** How file names end, in any case, with or without the dot: `md`. */
  readonly extensions?: readonly string[];
}

/**
 * The files in the work tree that git tracks or would track: those that are ignored, deleted from disk, left out by a
 * sparse checkout, or inside a submodule or another repository are not listed.
 *
 * @returns paths relative to the root, with `/`, in no particular order
 */
export async function listFiles(repository: Repository, options: ListOptions = {}): Promise<string[]> {
  const output = await gitOutput(repository, [
    'ls-files',
    '-z',
    '-t',
    '--cached',
    '--deleted',
    '--others',
    '--exclude-standard',
    '--',
    ...pathspecs(options),
  ]);
  const files = new Set<string>();
  const gone = new Set<string>();
  for (const entry of nulSeparated(output)) {
    const path = entry.slice(2);
    // git-ls-files(1), -t: R is deleted, and listed as H (or M) too; S is skipped by a sparse checkout.
    if (entry.startsWith('R ') || entry.startsWith('S ')) {
      gone.add(path);
    } else if (!path.endsWith('/')) {
      files.add(path);
    }
  }
  return [...files].filter((path) => !gone.has(path));
}

/**
 * The files that differ from HEAD, among the given paths or altogether.
 *
 * @param paths relative to the root, with `/`
 */
export async function changedFiles(repository: Repository, paths?: readonly string[]): Promise<ChangedFile[]> {
  // A command line holds 32,767 characters on Windows; with many paths the whole status is asked for.
  const named = paths !== undefined && paths.join(' ').length < 8000 ? paths : [];
  const output = await gitOutput(repository, [...statusArguments, '--', ...named]);
  const { files } = readStatus(output);
  if (paths === undefined) {
    return [...files];
  }
  const wanted = new Set(paths);
  return files.filter((file) => wanted.has(file.path));
}

function pathspecs({ under = [''], extensions }: ListOptions): string[] {
  const folders = under.map((folder) => folder.replace(/\/+$/, ''));
  const prefixes = folders.map((folder) => (folder === '' || folder === '.' ? '' : `${literal(folder)}/`));
  const names = extensions?.map((extension) => `*.${anyCase(extension.replace(/^\./, ''))}`) ?? ['*'];
  return prefixes.flatMap((prefix) => names.map((name) => `:(top,glob)${prefix}**/${name}`));
}

/** The text as a glob that matches only itself; by brackets, because a backslash is a separator on Windows. */
function literal(text: string): string {
  return text.replace(/[[\]*?\\]/g, (special) => (special === '\\' ? '[\\\\]' : `[${special}]`));
}

/** A glob for the text in any case. Git's own `icase` would apply to the folder too, and make git walk every folder. */
function anyCase(text: string): string {
  return literal(text).replace(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}
