import * as vscode from 'vscode';
import { titleProblem } from '../../decisions/draft.ts';
import { nextNumber, recordFileName } from '../../decisions/naming.ts';
import { sentence, withoutIcons } from '../report.ts';
import { localDate } from '../today.ts';
import type { Origin, Target } from './origin.ts';

/**
 * Asks for the title, showing as it is typed which file it makes.
 *
 * @param trouble why the last attempt failed, shown until something is typed.
 */
export function askTitle(
  { title, question }: Origin,
  { open, folder }: Target,
  value: string,
  several: boolean,
  trouble?: string,
): Promise<{ title: string; changeFolder?: boolean } | undefined> {
  const input = vscode.window.createInputBox();
  const { naming } = open.log.styleOf(folder);
  const number = nextNumber(open.log.pathsIn(folder));
  input.title = title;
  input.placeholder = vscode.l10n.t('Retry with backoff');
  input.value = value;
  input.ignoreFocusOut = true;
  const change = { iconPath: new vscode.ThemeIcon('folder'), tooltip: vscode.l10n.t('Another Folder') };
  if (several) input.buttons = [change];
  const problem = () => {
    const error = titleProblem(input.value);
    return error && sentence(error);
  };
  const preview = () => {
    input.validationMessage = input.value.trim() ? problem() : undefined;
    const file = `${folder}/${recordFileName(naming, input.value, number, localDate())}`;
    input.prompt =
      input.value.trim() && !problem() ? vscode.l10n.t('{0} It will be {1}', question, withoutIcons(file)) : question;
  };
  preview();
  if (trouble !== undefined) input.validationMessage = trouble;
  return new Promise((resolve) => {
    input.onDidChangeValue(preview);
    input.onDidAccept(() => {
      input.validationMessage = problem();
      if (input.validationMessage) return;
      resolve({ title: input.value });
      input.hide();
    });
    input.onDidTriggerButton(() => {
      resolve({ title: input.value, changeFolder: true });
      input.hide();
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}
