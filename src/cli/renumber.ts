import { isRecordFile } from '../decisions/folders.ts';
import { renumberMessage } from '../decisions/message.ts';
import { planRenumber } from '../decisions/renumberPlan.ts';
import { changedFiles } from '../git/files.ts';
import { HumanError } from '../humanError.ts';
import { applyChanges } from '../records/changes.ts';
import type { Command } from './command.ts';
import { commitPaths, requireRepository, withCommit } from './commit.ts';
import { openLog, openWorkspace, pathIn } from './workspace.ts';

/** `lead-habits renumber`: another number for a record, with everything that refers to it. */
export const renumber: Command = {
  words: ['renumber'],
  usage: 'renumber PATH [NUMBER] [--commit]',
  summary: 'Give a record another number, with every link to it',
  options: { commit: { type: 'boolean' } },
  arguments: { least: 1, most: 2 },
  async run([path = '', wanted], options, surroundings) {
    const number = wanted === undefined ? undefined : Number(wanted);
    if (number !== undefined && !(Number.isInteger(number) && number >= 0 && number < 1e6)) {
      throw new HumanError('"{0}" is not a number for a record. Name a whole one.', [wanted ?? '']);
    }
    const found = await openWorkspace(path, surroundings);
    const workspace = { ...(found.repository ? found : await openWorkspace('.', surroundings)), within: '' };
    if (options.commit) requireRepository(workspace);
    const record = pathIn(workspace, path, surroundings);
    if (!isRecordFile(record)) throw new HumanError('{0} is not a decision record. Name a record file.', [record]);
    const log = await openLog(workspace, surroundings);
    const plan = await planRenumber(log, workspace.repository, record, number);
    const { from, to } = plan.renumbering;
    // What the user is in the middle of is edited too, but stays theirs to commit.
    const dirty = new Set(
      workspace.repository ? (await changedFiles(workspace.repository)).map((file) => file.path) : [],
    );
    await applyChanges(workspace.root, plan.changes);
    const linked = plan.changes.map((change) => change.path).filter((each) => each !== from);
    const messages = [
      ...plan.left.map((each) => `${each.path}:${each.line} may mean either record: left as it is.`),
      ...(options.commit
        ? linked.filter((each) => dirty.has(each)).map((each) => `${each} has other changes: edited, not committed.`)
        : []),
    ];
    const written = [`${from} -> ${to}`, ...linked].join('\n');
    if (!options.commit) return { output: written, messages, status: 0 };
    const changed = workspace.repository ? await changedFiles(workspace.repository) : [];
    const paths = changed
      .map((file) => file.path)
      .filter((each) => each === from || each === to || (linked.includes(each) && !dirty.has(each)));
    const committed = await commitPaths(workspace, paths, surroundings, renumberMessage(plan.renumbering));
    return { ...withCommit(written, committed), messages: [...messages, ...(committed.messages ?? [])] };
  },
};
