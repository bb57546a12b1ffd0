import * as vscode from 'vscode';
import { draftOutcome } from '../../decisions/outcomeDraft.ts';
import { Lines } from '../../markdown/lines.ts';
import { editFile, resolveInside } from '../../records/files.ts';
import { recordTarget } from '../recordTarget.ts';
import type { Surroundings } from '../surroundings.ts';
import { localDate } from '../today.ts';
import { mayWrite } from '../trust.ts';
import type { DecisionRow } from '../views/rows.ts';
import { isOneLineEnding, textEdits } from '../workspaceEdits.ts';

/** "Lead: Record Outcome": what was expected of a decision and what happened, as places to fill at the record's end. */
export async function recordOutcome(surroundings: Surroundings, from?: DecisionRow | vscode.Uri): Promise<void> {
  if (!(await mayWrite())) return;
  const { logs, drafts, recordState } = surroundings;
  const target = await recordTarget(logs, from, vscode.l10n.t('Record Outcome'));
  if (!target) return;
  const { open, record, uri, text } = target;
  const { at, draft } = draftOutcome(record.path, text, localDate());
  const edit = { start: at, end: at, text: draft.text };
  if (!isOneLineEnding(text)) {
    // The editor would make all line endings alike: this file is written on disk, and shown.
    await editFile(await resolveInside(open.log.root, record.path), text, [edit]);
    const line = lineOf(text, at);
    await vscode.window.showTextDocument(uri, { preview: false, selection: new vscode.Range(line, 0, line, 0) });
  } else {
    const editor = await vscode.window.showTextDocument(uri, { preview: false });
    const [place] = textEdits(text, [edit]);
    drafts.keep(uri);
    if (place) {
      await editor.insertSnippet(new vscode.SnippetString(draft.snippet), place.range.start, {
        undoStopBefore: true,
        undoStopAfter: true,
        keepWhitespace: true,
      });
    }
  }
  open.log.refresh(record.path);
  logs.changed();
  await recordState.update();
}

function lineOf(text: string, offset: number): number {
  const lines = new Lines(text);
  let line = 0;
  while (line + 1 < lines.count && lines.at(line + 1).start <= offset) line++;
  return line;
}
