import picomatch from 'picomatch';
import { parse } from 'yaml';
import type { FolderHints } from './folders.ts';

/**
 * The folders that a repository's settings and tools name, relative to its root, `.` for the root itself.
 *
 * @param folders every folder of the repository, for globs to choose from.
 */
export function namedFolders(hints: FolderHints, folders: Iterable<string>): string[] {
  const configured = hints.configured ?? [];
  if (configured.length) return configured.flatMap((pattern) => matching(normalise(pattern), folders));
  const named: string[] = [];
  const adrDir = hints.adrDir?.split(/\r?\n/, 1)[0]?.trim();
  if (adrDir) named.push(normalise(adrDir));
  if (hints.log4brains) named.push(...log4brainsFolders(hints.log4brains).map(normalise));
  return named.filter((folder) => folder !== '..' && !folder.startsWith('../'));
}

function matching(pattern: string, folders: Iterable<string>): string[] {
  if (!/[*?[{]/.test(pattern)) return [pattern];
  const matches = picomatch(pattern, { dot: true });
  return [...folders].filter((folder) => matches(folder));
}

function normalise(folder: string): string {
  const parts: string[] = [];
  for (const part of folder.replaceAll('\\', '/').split('/')) {
    if (part === '..' && parts.length && parts.at(-1) !== '..') parts.pop();
    else if (part && part !== '.') parts.push(part);
  }
  return parts.join('/') || '.';
}

/** `project.adrFolder` and each package's, of log4brains' configuration; none where the file is no such YAML. */
function log4brainsFolders(text: string): string[] {
  let project: { adrFolder?: unknown; packages?: unknown } | undefined;
  try {
    project = (parse(text, { maxAliasCount: 0, logLevel: 'silent' }) as { project?: typeof project } | null)?.project;
  } catch {
    return [];
  }
  const packages = Array.isArray(project?.packages) ? (project.packages as { adrFolder?: unknown }[]) : [];
  return [project?.adrFolder, ...packages.map((each) => each?.adrFolder)].filter(
    (folder) => typeof folder === 'string',
  );
}
