import { isMarkdown } from '../decisions/naming.ts';
import { type DecisionRecord, statuses } from '../decisions/record.ts';
import { statusEdits } from '../decisions/statusEdit.ts';
import { HumanError } from '../humanError.ts';
import { editFile, readForEdit, resolveInside } from '../records/files.ts';
import type { Command } from './command.ts';
import { commitPaths, requireRepository, withCommit } from './commit.ts';
import { openWorkspace, pathIn } from './workspace.ts';

/** `lead-habits status`: one record's status, and nothing else of it. */
export const status: Command = {
  words: ['status'],
  usage: `status PATH ${statuses.join('|')} [--commit]`,
  summary: "Change a record's status",
  options: { commit: { type: 'boolean' } },
  arguments: { least: 2, most: 2 },
  async run([path = '', wanted = ''], options, surroundings) {
    const known = statuses.find((each) => each === wanted.toLowerCase());
    if (!known) {
      return {
        output: '',
        messages: [`There is no status "${wanted}". Name one of ${statuses.join(', ')}.`],
        status: 2,
      };
    }
    const workspace = await openWorkspace(path, surroundings).then(async (found) =>
      // A record outside any repository is its own workspace's only file.
      found.repository ? found : openWorkspace('.', surroundings),
    );
    if (options.commit) requireRepository(workspace);
    const relativePath = pathIn(workspace, path, surroundings);
    if (!isMarkdown(relativePath)) {
      throw new HumanError('{0} is not Markdown, and is only read. Change its status by hand.', [relativePath]);
    }
    const file = await resolveInside(workspace.root, relativePath);
    const text = await readForEdit(file);
    const edits = statusEdits(text, known satisfies DecisionRecord['status'], surroundings.today);
    if (!edits.length) return { output: '', messages: [`${relativePath} is ${known} already.`], status: 0 };
    await editFile(file, text, edits);
    if (!options.commit) return { output: relativePath, status: 0 };
    return withCommit(relativePath, await commitPaths(workspace, [relativePath], surroundings));
  },
};
