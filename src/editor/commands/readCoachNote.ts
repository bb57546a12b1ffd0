import * as vscode from 'vscode';
import { HumanError } from '../../humanError.ts';
import { isCoachOn, noteOn } from '../comments/coachNote.ts';
import { focusedEditor } from '../comments/focusedInput.ts';

/** "Read Coach Note": what stands dim below the comment that is being written, as a message, which screen readers say. */
export async function readCoachNote(): Promise<void> {
  const document = (await focusedEditor())?.document;
  if (document?.uri.scheme !== 'comment') {
    throw new HumanError('No comment is being written here. Put the cursor into its text, then try again.');
  }
  if (!isCoachOn()) {
    throw new HumanError('The review coach is off. Choose "Lead: Turn Review Coach On or Off" to turn it on.');
  }
  await vscode.window.showInformationMessage(
    noteOn(document)?.whole ?? vscode.l10n.t('The coach asks for nothing in this comment.'),
  );
}
