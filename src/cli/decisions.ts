import type { DecisionLog } from '../decisions/log.ts';
import type { DecisionRecord } from '../decisions/record.ts';
import type { Command } from './command.ts';
import { openLog, openWorkspace } from './workspace.ts';

/** `lead-habits decisions`: every decision record of a repository. */
export const decisions: Command = {
  words: ['decisions'],
  usage: 'decisions [DIR] [--in PATH]... [--json]',
  summary: 'List decision records, newest first',
  options: { in: { type: 'string', multiple: true }, json: { type: 'boolean' } },
  arguments: { least: 0, most: 1 },
  async run([folder = '.'], options, surroundings) {
    const workspace = await openWorkspace(folder, surroundings);
    const log = await openLog(workspace, surroundings, (options.in as string[] | undefined) ?? []);
    const { records } = log;
    if (options.json) {
      return { output: JSON.stringify({ records: records.map((record) => toJson(log, record)) }, null, 1), status: 0 };
    }
    if (!records.length) return { output: '', messages: ['No decision records here.'], status: 0 };
    return { output: records.map(line).join('\n'), status: 0 };
  },
};

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
