import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decisionsFor } from '../decisions/affects.ts';
import type { DecisionLog } from '../decisions/log.ts';
import type { DecisionRecord } from '../decisions/record.ts';
import { HumanError } from '../humanError.ts';
import type { Command } from './command.ts';
import { openLog, openLogAt, openWorkspace, pathIn, type Surroundings, type Workspace } from './workspace.ts';

/** `lead-habits decisions`: the decision records of a repository, or those that name a file. */
export const decisions: Command = {
  words: ['decisions'],
  usage: 'decisions [DIR] [--in PATH]... [--for PATH] [--at COMMIT] [--json]',
  summary: 'List decision records, newest first; or those that govern a file, now or at a commit',
  options: {
    in: { type: 'string', multiple: true },
    for: { type: 'string' },
    at: { type: 'string' },
    json: { type: 'boolean' },
  },
  arguments: { least: 0, most: 1 },
  async run([folder], options, surroundings) {
    const asked = typeof options.for === 'string' ? options.for : undefined;
    const at = typeof options.at === 'string' ? options.at : undefined;
    const only = (options.in as string[] | undefined) ?? [];
    if (at !== undefined && only.length) {
      throw new HumanError('"--in" reads files on disk, "--at" those of a commit. Leave one of them out.');
    }
    const opened = await openWorkspace(folder ?? '.', surroundings);
    // What governs a file may stand anywhere in the repository, not just below the folder that somebody works in.
    const workspace = asked !== undefined && folder === undefined ? { ...opened, within: '' } : opened;
    const path = asked === undefined ? undefined : insidePath(workspace, asked, surroundings);
    const committed = at === undefined ? undefined : await openLogAt(workspace, at);
    const log = committed?.log ?? (await openLog(workspace, surroundings, only));
    const records = path === undefined ? log.records : decisionsFor(log.records, path);
    const messages =
      path === undefined || (committed ? isIn(committed.snapshot.paths, path) : await exists(workspace, path))
        ? []
        : [at === undefined ? `${path} does not exist.` : `${path} did not exist at ${at}.`];
    messages.push(...log.problems.map((problem) => problem.message));
    if (options.json) {
      const json = { records: records.map((record) => toJson(log, record)) };
      return { output: JSON.stringify(json, null, 1), messages, status: 0 };
    }
    if (!records.length) messages.push(path === undefined ? 'No decision records here.' : `No decision names ${path}.`);
    return { output: records.map(line).join('\n'), messages, status: 0 };
  },
};

/** A path relative to the root. @throws HumanError for one that is outside. */
function insidePath(workspace: Workspace, path: string, surroundings: Surroundings): string {
  const inside = pathIn(workspace, path, surroundings);
  if (!inside || inside === '..' || inside.startsWith('../')) {
    throw new HumanError('{0} is outside {1}. Name a file or folder inside it.', [path, workspace.root]);
  }
  return inside;
}

function isIn(paths: readonly string[], path: string): boolean {
  return paths.some((each) => each === path || each.startsWith(`${path}/`));
}

async function exists({ root }: Workspace, path: string): Promise<boolean> {
  return (await stat(join(root, path)).catch(() => undefined)) !== undefined;
}

function toJson(log: DecisionLog, record: DecisionRecord) {
  const { path, number, title, status, statusText, date, deciders, tags, affects, revisit, options } = record;
  const supersedes = record.supersedes.map((reference) => log.resolve(reference, path));
  const supersededBy = record.supersededBy.map((reference) => log.resolve(reference, path));
  return {
    path,
    number,
    title,
    status,
    statusText,
    date,
    deciders,
    tags,
    supersedes,
    supersededBy,
    affects,
    revisit,
    options,
  };
}

function line({ number, status, date, title, path }: DecisionRecord): string {
  return [String(number ?? '-').padStart(4), status.padEnd(10), (date ?? '-').padEnd(10), title, `(${path})`].join(
    '  ',
  );
}
