import * as vscode from 'vscode';
import { pastDecision } from '../../decisions/past.ts';
import { historyOfLines } from '../../git/history.ts';
import { HumanError } from '../../humanError.ts';
import { selectedText } from '../selectedText.ts';
import type { Surroundings } from '../surroundings.ts';
import { mayWrite } from '../trust.ts';
import { begin } from './newDecision.ts';

/** "Lead: Record a Past Decision": a record of what the selected lines decided, begun from the commits behind them. */
export async function recordPastDecision(surroundings: Surroundings): Promise<void> {
  if (!(await mayWrite())) return;
  const editor = vscode.window.activeTextEditor;
  const selected = await selectedText(surroundings, true);
  if (!editor || !selected) {
    throw new HumanError('Select the lines that the decision is about, then try again.');
  }
  const { open, selection } = selected;
  if (!open.repository) {
    throw new HumanError('{0} is not in a git repository, so these lines have no history to begin from.', [
      open.workspaceFolder.name,
    ]);
  }
  const { commits, uncommitted } = await historyOfLines(
    open.repository,
    selection.path,
    selection.startLine,
    selection.endLine,
    editor.document.getText(),
  );
  if (!commits.length) {
    throw new HumanError('These lines are in no commit yet. Commit them, then try again.');
  }
  const past = (folder: string) => pastDecision(selection, commits, uncommitted, folder);
  await begin(surroundings, {
    title: vscode.l10n.t('Record a Past Decision'),
    question: vscode.l10n.t('What was decided?'),
    guess: past('').title,
    request: (folder) => {
      const { date, deciders, context, note } = past(folder);
      return { date, deciders, context, note, status: 'accepted' };
    },
  });
}
