import * as vscode from 'vscode';
import { HumanError } from '../../humanError.ts';
import { withoutIcons } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { uriOf } from '../views/recordItem.ts';
import type { DecisionRow } from '../views/rows.ts';

/** "Copy Link": a record's number, title and path as a Markdown link from the repository's root. */
export async function copyLink(surroundings: Surroundings, row?: DecisionRow): Promise<void> {
  const found = row?.kind === 'record' ? row : await activeRecord(surroundings);
  if (!found) return;
  const { linkTo } = await import('../../decisions/draft.ts');
  const link = linkTo(found.record, '');
  await vscode.env.clipboard.writeText(link);
  vscode.window.setStatusBarMessage(vscode.l10n.t('$(link) Copied {0}', withoutIcons(link)), 5000);
}

/** "Reveal in Explorer View". */
export async function revealFile(_: Surroundings, row?: DecisionRow): Promise<void> {
  if (row?.kind === 'record') await vscode.commands.executeCommand('revealInExplorer', uriOf(row.open, row.record));
}

/** "Open to the Side". */
export async function openToSide(_: Surroundings, row?: DecisionRow): Promise<void> {
  if (row?.kind !== 'record') return;
  await vscode.window.showTextDocument(uriOf(row.open, row.record), { viewColumn: vscode.ViewColumn.Beside });
}

/** "Show in Decisions": the row of the record in the active editor. */
export async function showInView(surroundings: Surroundings): Promise<void> {
  const found = await activeRecord(surroundings);
  if (found) await surroundings.view.reveal(found.record);
}

async function activeRecord({ logs, reporter }: Surroundings) {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const place = uri && (await logs.placeOf(uri));
  const record = place?.open.log.recordAt(place.path);
  if (place && record) return { open: place.open, record };
  await reporter.show(new HumanError('This file is not a decision record. Open one, then try again.'));
  return undefined;
}

/** "Filter Decisions": the view follows as words are typed; Escape brings back what was shown before. */
export async function filterDecisions({ view }: Surroundings): Promise<void> {
  const before = view.filter;
  const input = vscode.window.createInputBox();
  input.title = vscode.l10n.t('Filter Decisions');
  input.placeholder = vscode.l10n.t('Number, title, status, person or tag');
  input.value = before;
  await vscode.commands.executeCommand('leadHabits.decisions.focus');
  await new Promise<void>((resolve) => {
    let accepted = false;
    input.onDidChangeValue((words) => {
      view.filter = words;
    });
    input.onDidAccept(() => {
      accepted = true;
      input.hide();
    });
    input.onDidHide(() => {
      if (!accepted) view.filter = before;
      input.dispose();
      resolve();
    });
    input.show();
  });
}
