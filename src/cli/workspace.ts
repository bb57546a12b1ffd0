import { stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { isRecordFile } from '../decisions/folders.ts';
import { DecisionLog } from '../decisions/log.ts';
import { Team } from '../decisions/team.ts';
import { listFiles } from '../git/files.ts';
import { openRepository, type Repository } from '../git/repository.ts';
import { openSnapshot, type Snapshot } from '../git/snapshot.ts';
import { HumanError } from '../humanError.ts';
import { isInside, walk } from '../records/files.ts';
import type { TemplateFolders } from '../records/templates.ts';
import { workspaceSettings } from '../records/workspaceSettings.ts';

/** What surrounds a command: the world's facts, as arguments, so that a test can fix them. */
export interface Surroundings {
  /** Where the command was started, absolute. */
  readonly cwd: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** The system's language as a BCP 47 tag: it says with which day weeks begin. */
  readonly language: string;
  /** Our own templates, absolute. */
  readonly builtInTemplates: string;
  /** Where we are installed, absolute: holds `dist` and `media`. */
  readonly installation: string;
  /** Everything on standard input, to its end. */
  readInput(): Promise<string>;
}

/** A folder on disk and the repository around it, if there is one. */
export interface Workspace {
  /** What paths in the output are relative to: the repository's root, or the folder itself where there is none. */
  readonly root: string;
  readonly repository: Repository | undefined;
  /** The folder that was named, relative to the root, with `/`; empty for the root. */
  readonly within: string;
}

/** The workspace around a folder or file. @throws HumanError where it does not exist. */
export async function openWorkspace(path: string, surroundings: Surroundings): Promise<Workspace> {
  const folder = resolve(surroundings.cwd, path);
  if (!(await stat(folder).catch(() => undefined))) {
    throw new HumanError('{0} does not exist. Check the path.', [path]);
  }
  const repository = await openRepository(folder);
  const root = repository?.root ?? folder;
  const within = slashed(relative(root, folder));
  return { root, repository, within: within.startsWith('..') ? '' : within };
}

/** The decision log of a workspace, read. @param only files or folders to read instead of discovering them. */
export async function openLog(
  { root, repository, within }: Workspace,
  surroundings: Surroundings,
  only: readonly string[] = [],
): Promise<DecisionLog> {
  const files = only.length ? await filesUnder(only, root, surroundings, isRecordFile) : undefined;
  const log = new DecisionLog(root, {
    listFiles: async () => {
      const paths = repository ? await listFiles(repository) : await walk(root);
      return within ? paths.filter((path) => path.startsWith(`${within}/`)) : paths;
    },
    ...(files && { files }),
    team: teamOf(root),
  });
  await log.load();
  return log;
}

/** The team's own words, as the repository's settings for the editor have them. */
function teamOf(root: string): Team {
  const settings = workspaceSettings(root);
  const words = (name: string) => {
    const value = settings[`leadHabits.decisions.${name}`];
    return value && typeof value === 'object' && !Array.isArray(value) ? { ...value } : {};
  };
  return new Team(words('statuses'), words('fields'));
}

/**
 * The decision log of a workspace as it was at a commit, read from the repository's objects.
 *
 * @throws HumanError where there is no repository, or no such commit.
 */
export async function openLogAt({ root, repository, within }: Workspace, ref: string): Promise<CommittedLog> {
  if (!repository) throw new HumanError('{0} is not in a git repository, so it has no commits.', [root]);
  const snapshot = await openSnapshot(repository, ref);
  const log = new DecisionLog(root, {
    listFiles: async () => (within ? snapshot.paths.filter((path) => path.startsWith(`${within}/`)) : snapshot.paths),
    readTexts: (paths) => snapshot.read(paths),
  });
  await log.load();
  return { log, snapshot };
}

/** A decision log, and the commit that it was read from. */
export interface CommittedLog {
  readonly log: DecisionLog;
  readonly snapshot: Snapshot;
}

/**
 * The files that paths name, and those of a kind below the folders that they name, relative to the root.
 *
 * @throws HumanError for a path that does not exist, or lies outside of the root.
 */
export async function filesUnder(
  paths: readonly string[],
  root: string,
  { cwd }: Surroundings,
  isWanted: (path: string) => boolean,
): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const base = slashed(relative(root, absolute));
    if (!isInside(root, absolute)) {
      throw new HumanError('{0} is outside {1}. Name a file or folder inside it.', [path, root]);
    }
    const entry = await stat(absolute).catch(() => undefined);
    if (!entry) throw new HumanError('{0} does not exist. Check the path.', [path]);
    if (entry.isFile()) found.push(base);
    else found.push(...(await walk(absolute)).map((each) => (base ? `${base}/${each}` : each)).filter(isWanted));
  }
  return [...new Set(found)].sort();
}

/** Where the command line looks for templates: whoever runs it in a repository trusts it. */
export function templateFolders({ root }: Workspace, { builtInTemplates }: Surroundings): TemplateFolders {
  return { repository: join(root, '.lead', 'templates'), builtIn: builtInTemplates };
}

/** A path as it is printed: with `/`. */
export function slashed(path: string): string {
  return path.split(sep).join('/');
}

/** The path of a file relative to a workspace's root, with `/`. */
export function pathIn({ root }: Workspace, path: string, { cwd }: Surroundings): string {
  return slashed(relative(root, resolve(cwd, path)));
}
