import * as vscode from 'vscode';
import { MarkdownDocument } from '../../markdown/document.ts';
import type { Edit } from '../../markdown/edit.ts';
import type { SummaryDraft } from '../../meetings/draft.ts';
import { type Gap, gapsOf } from '../../meetings/gaps.ts';
import type { Minutes } from '../../meetings/minutes.ts';
import type { OpenLog } from '../decisionLogs.ts';
import { rangeOf } from '../diagnostics/summaryGaps.ts';
import type { Surroundings } from '../surroundings.ts';
import { textEdits } from '../workspaceEdits.ts';
import type { Notes } from './notesSource.ts';

/** Milliseconds for which the status bar says what was found. */
const shown = 15_000;

/** What is known of a summary that is shown. */
interface Showing {
  readonly draft?: SummaryDraft;
  /** The notes that a new one was made of, as they were read. */
  readonly minutes?: Minutes;
  /** What one that was there gains, as edits on its document's text. */
  readonly added?: readonly Edit[];
}

/**
 * Shows a summary, beside its notes where they are open, with the cursor at its first gap. A day that the notes do not
 * state is selected instead, and Tab leads on.
 *
 * @param what how a new summary was made, or what one that was there gains; neither, where it stays as it is.
 */
export async function showSummary(
  { drafts, workedOn, meetings, recordState, gaps: shownGaps }: Surroundings,
  open: OpenLog,
  path: string,
  notes: Notes,
  { draft, minutes, added = [] }: Showing,
): Promise<void> {
  const uri = vscode.Uri.joinPath(vscode.Uri.file(open.log.root), path);
  if (draft) drafts.keep(uri);
  if (draft || added.length) workedOn.add(uri);
  const document = await vscode.workspace.openTextDocument(uri);
  const isBeside =
    notes.uri !== undefined && vscode.window.activeTextEditor?.document.uri.toString() === notes.uri.toString();
  const editor = await vscode.window.showTextDocument(document, {
    preview: false,
    viewColumn:
      isBeside && notes.uri?.toString() !== uri.toString() ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
  });
  if (added.length) {
    const edit = new vscode.WorkspaceEdit();
    edit.set(uri, textEdits(document.getText(), added));
    await vscode.workspace.applyEdit(edit);
    await document.save();
  }
  const meeting = await meetings.read(document);
  const gaps = meeting ? gapsOf(meeting.summary.text, meeting.summary.minutes, (owner) => meeting.whoIs(owner)) : [];
  await placeCursor(editor, gaps, draft);
  vscode.window.setStatusBarMessage(statusOf(path, gaps, added.length > 0, minutes), shown);
  shownGaps.update();
  await recordState.update();
}

async function placeCursor(editor: vscode.TextEditor, [first]: readonly Gap[], draft?: SummaryDraft): Promise<void> {
  const { document } = editor;
  const gap = first && rangeOf(document, first).start;
  const { frontMatter } = new MarkdownDocument(document.getText());
  const span = draft && !draft.dated ? frontMatter?.spanOf('date') : undefined;
  if (span) {
    const date = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
    const between = gap && new vscode.Range(date.end, gap);
    const snippet = new vscode.SnippetString()
      .appendPlaceholder(document.getText(date))
      .appendText(between ? document.getText(between) : '');
    if (between) snippet.appendTabstop(0);
    await editor.insertSnippet(snippet, new vscode.Range(date.start, between?.end ?? date.end), {
      undoStopBefore: true,
      undoStopAfter: true,
      keepWhitespace: true,
    });
  } else if (gap) {
    editor.selection = new vscode.Selection(gap, gap);
    editor.revealRange(new vscode.Range(gap, gap), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

function statusOf(path: string, gaps: readonly Gap[], hasGained: boolean, minutes: Minutes | undefined): string {
  if (hasGained) return vscode.l10n.t('$(checklist) {0} has what the notes say by now. Nothing else changed.', path);
  if (!minutes) return vscode.l10n.t('$(check) {0} was made of these notes already. Nothing changed.', path);
  const steps = minutes.actions.filter(({ explicit }) => explicit).length;
  if (!steps && !minutes.decisions.length) {
    return vscode.l10n.t('$(info) The notes state no decision and no action that was recognised.');
  }
  return vscode.l10n.t(
    '$(checklist) Decisions: {0}, next steps: {1}, left open: {2}',
    minutes.decisions.length,
    steps,
    gaps.length,
  );
}
