import * as vscode from 'vscode';
import type { Edit } from '../markdown/edit.ts';
import type { OpenLog } from './decisionLogs.ts';
import { saveAsItIs } from './saving.ts';
import type { Surroundings } from './surroundings.ts';
import { applyUndoably, textEdits } from './workspaceEdits.ts';

/** What becomes of one record, or of another file of its repository. */
export interface RecordChange {
  readonly target: {
    readonly open: OpenLog;
    /** Its path relative to the log's root. */
    readonly record: { readonly path: string };
    readonly uri: vscode.Uri;
    /** Its text as it is on disk. */
    readonly text: string;
  };
  readonly edits: readonly Edit[];
}

/**
 * Makes changes to records of one log: they are shown, the first one in front, changed as one step to undo, and saved
 * without anything else being rearranged. The button that commits is then above the record.
 */
export async function editRecords(
  { logs, recordState }: Surroundings,
  changes: readonly [RecordChange, ...RecordChange[]],
): Promise<void> {
  const { open, uri } = changes[0].target;
  const { log } = open;
  await vscode.window.showTextDocument(uri, { preview: false });
  await applyUndoably(
    log.root,
    changes.map(({ target, edits }) => ({ path: target.record.path, before: target.text, edits })),
    saveAsItIs,
  );
  for (const { target } of changes) log.refresh(target.record.path);
  // Saving another record may have brought that one to the front.
  if (vscode.window.activeTextEditor?.document.uri.toString() !== uri.toString()) {
    await vscode.window.showTextDocument(uri, { preview: false });
  }
  const [place] = textEdits(changes[0].target.text, changes[0].edits);
  const editor = vscode.window.activeTextEditor;
  if (place) editor?.revealRange(place.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  logs.changed();
  await recordState.update();
}
