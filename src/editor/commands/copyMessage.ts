import * as vscode from 'vscode';
import { HumanError } from '../../humanError.ts';
import { type MessageForm, summaryMessage } from '../../meetings/message.ts';
import type { Surroundings } from '../surroundings.ts';

/** "Lead: Copy as Message": the summary in the editor, without its notes, for a chat or a mail. */
export async function copyMessage({ meetings }: Surroundings): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const meeting = document && (await meetings.read(document));
  if (!meeting) throw new HumanError("Open a meeting's summary, then try again.");
  const forms: (vscode.QuickPickItem & { form: MessageForm })[] = [
    { label: vscode.l10n.t('Plain Text'), description: vscode.l10n.t('for mail'), form: 'text' },
    { label: vscode.l10n.t('Markdown'), description: vscode.l10n.t('for chat'), form: 'markdown' },
  ];
  const picked = await vscode.window.showQuickPick(forms, {
    title: vscode.l10n.t('Copy as Message'),
    placeHolder: vscode.l10n.t('The notes are left out.'),
  });
  if (!picked) return;
  await vscode.env.clipboard.writeText(summaryMessage(meeting.summary.text, picked.form));
  vscode.window.setStatusBarMessage(vscode.l10n.t('$(copy) The summary is on the clipboard'), 5000);
}
