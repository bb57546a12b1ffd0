import { defaultFolder } from '../decisions/log.ts';
import { draftDecision } from '../decisions/newDecision.ts';
import { numbersElsewhere } from '../decisions/renumberPlan.ts';
import { identity } from '../git/identity.ts';
import { HumanError } from '../humanError.ts';
import { resolveInside, writeNew } from '../records/files.ts';
import type { Command } from './command.ts';
import { commitPaths, requireRepository, withCommit } from './commit.ts';
import { openLog, openWorkspace, templateFolders } from './workspace.ts';

/** `lead-habits new decision`: the next record, in the folder's own naming and format. */
export const newDecision: Command = {
  words: ['new', 'decision'],
  usage: 'new decision "Title" [DIR] [--template NAME] [--commit]',
  summary: 'Write the next decision record',
  options: { template: { type: 'string' }, commit: { type: 'boolean' } },
  arguments: { least: 1, most: 2 },
  async run([title = '', folder = '.'], options, surroundings) {
    const workspace = await openWorkspace(folder, surroundings);
    if (options.commit) requireRepository(workspace);
    const log = await openLog(workspace, surroundings);
    const people = workspace.repository && (await identity(workspace.repository));
    const target = folderFor(log.folders, workspace.within);
    const draft = await draftDecision(
      log,
      {
        title,
        date: surroundings.today,
        deciders: people ? [people.name] : [],
        folder: target,
        template: typeof options.template === 'string' ? options.template : undefined,
      },
      templateFolders(workspace, surroundings),
      await numbersElsewhere(workspace.repository, target),
    );
    await writeNew(await resolveInside(workspace.root, draft.path), draft.text);
    if (!options.commit) return { output: draft.path, status: 0 };
    return withCommit(draft.path, await commitPaths(workspace, [draft.path], surroundings));
  },
};

/** The folder for a new record: the only one there is, or the one that DIR names. */
function folderFor(folders: readonly string[], within: string): string {
  if (within && (folders.includes(within) || !folders.length)) return within;
  const [only, another] = folders;
  if (only === undefined) return defaultFolder;
  if (another !== undefined) {
    throw new HumanError('There are several folders of decision records: {0}. Name one as DIR.', [folders.join(', ')]);
  }
  return only;
}
