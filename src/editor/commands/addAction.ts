import { realpath } from 'node:fs/promises';
import * as vscode from 'vscode';
import { addEdit, newList } from '../../actions/list.ts';
import { HumanError } from '../../humanError.ts';
import { newActionLine } from '../../meetings/newAction.ts';
import { editFile, readForEdit, resolveInside, writeNew } from '../../records/files.ts';
import { withoutIcons } from '../report.ts';
import { saveAsItIs } from '../saving.ts';
import { actionSettings } from '../settings.ts';
import type { Surroundings } from '../surroundings.ts';
import { localDate } from '../today.ts';
import { mayWrite } from '../trust.ts';
import type { OpenActions } from '../week/actionLogs.ts';

/** What was typed and not written, since something went wrong. */
const unwritten = 'week.unwrittenAction';

/** "Lead: Add Action": one question; owner and day are read from the sentence, and it goes on the list of the repository. */
export async function addAction({ actionLogs, context }: Surroundings): Promise<void> {
  if (!(await mayWrite())) return;
  const target = await pickFolder(await actionLogs.all());
  if (!target) return;
  const { workspaceState } = context;
  const { open, log, me } = target;
  const { list } = actionSettings(open.workspaceFolder.uri);
  const today = localDate();
  const lineOf = (words: string) => newActionLine(log.reader, words, me[0], today);
  const words = await vscode.window.showInputBox({
    title: vscode.l10n.t('Add Action'),
    prompt: vscode.l10n.t('What is to be done? It goes to {0}', list),
    placeHolder: vscode.l10n.t('Raj: measure the retry storm by Friday'),
    value: workspaceState.get(unwritten, ''),
    validateInput: (value) =>
      value.trim()
        ? { message: lineOf(value).replace(/^- \[ \] /, ''), severity: vscode.InputBoxValidationSeverity.Info }
        : undefined,
  });
  if (!words?.trim()) return;
  await workspaceState.update(unwritten, words);
  const line = await write(log.root, list, lineOf(words));
  await workspaceState.update(unwritten, undefined);
  await actionLogs.written(target, list);
  vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Added to {0}', `${withoutIcons(list)}:${line}`), 10_000);
}

/** @returns the number of the line that was written, from 1. */
async function write(root: string, list: string, line: string): Promise<number> {
  const file = await resolveInside(root, list);
  const uri = vscode.Uri.file(file).toString();
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri);
  if (document?.isDirty) await saveAsItIs(document);
  if (!(await realpath(file).catch(() => undefined))) {
    const text = newList(line);
    await writeNew(file, text);
    return text.split('\n').indexOf(line) + 1;
  }
  const before = await readForEdit(file);
  const edit = addEdit(before, line);
  const after = await editFile(file, before, [edit]);
  return after.slice(0, edit.start + edit.text.indexOf(line)).split(/\r\n?|\n/).length;
}

async function pickFolder(all: readonly OpenActions[]): Promise<OpenActions | undefined> {
  const [first, ...more] = all;
  if (!first) throw new HumanError('No folder is open. Open the folder of a repository, then try again.');
  if (!more.length) return first;
  const picked = await vscode.window.showQuickPick(
    all.map((actions) => ({ label: actions.open.workspaceFolder.name, actions })),
    { title: vscode.l10n.t('Add Action'), placeHolder: vscode.l10n.t('In which folder?') },
  );
  return picked?.actions;
}
