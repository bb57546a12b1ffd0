import { posix } from 'node:path';
import { supersedeMessage } from '../decisions/message.ts';
import { isMarkdown } from '../decisions/naming.ts';
import { draftDecision } from '../decisions/newDecision.ts';
import { readDecision } from '../decisions/reader.ts';
import { numbersElsewhere } from '../decisions/renumberPlan.ts';
import { supersededSpelling, supersedeEdits } from '../decisions/supersede.ts';
import { identity } from '../git/identity.ts';
import { HumanError } from '../humanError.ts';
import { editFile, readForEdit, resolveInside, writeNew } from '../records/files.ts';
import type { Command } from './command.ts';
import { commitPaths, requireRepository, withCommit } from './commit.ts';
import { openLog, openWorkspace, pathIn, templateFolders } from './workspace.ts';

/** `lead-habits supersede`: a new record that replaces an old one; both say so. */
export const supersede: Command = {
  words: ['supersede'],
  usage: 'supersede OLD "New title" [--template NAME] [--commit]',
  summary: 'Write the record that replaces another',
  options: { template: { type: 'string' }, commit: { type: 'boolean' } },
  arguments: { least: 2, most: 2 },
  async run([path = '', title = ''], options, surroundings) {
    const found = await openWorkspace(path, surroundings);
    const workspace = { ...(found.repository ? found : await openWorkspace('.', surroundings)), within: '' };
    if (options.commit) requireRepository(workspace);
    const oldPath = pathIn(workspace, path, surroundings);
    const log = await openLog(workspace, surroundings);
    if (!isMarkdown(oldPath)) {
      throw new HumanError('{0} is not Markdown, and is only read. Mark it as superseded by hand.', [oldPath]);
    }
    const file = await resolveInside(workspace.root, oldPath);
    const text = await readForEdit(file);
    const old = log.recordAt(oldPath) ?? readDecision(oldPath, text);
    const people = workspace.repository && (await identity(workspace.repository));
    const folder = posix.dirname(oldPath);
    const draft = await draftDecision(
      log,
      {
        title,
        date: surroundings.today,
        deciders: people ? [people.name] : [],
        folder,
        supersedes: old,
        template: typeof options.template === 'string' ? options.template : undefined,
      },
      templateFolders(workspace, surroundings),
      await numbersElsewhere(workspace.repository, folder),
    );
    const next = readDecision(draft.path, draft.text);
    const spelling = supersededSpelling(log.records.filter((record) => posix.dirname(record.path) === folder));
    // The old record's edits are computed before anything is written: a refusal leaves no half of it behind.
    const edits = supersedeEdits(old, text, next, surroundings.today, spelling);
    await writeNew(await resolveInside(workspace.root, draft.path), draft.text);
    await editFile(file, text, edits);
    const paths = [draft.path, oldPath];
    if (!options.commit) return { output: paths.join('\n'), status: 0 };
    return withCommit(paths.join('\n'), await commitPaths(workspace, paths, surroundings, supersedeMessage(next, old)));
  },
};
