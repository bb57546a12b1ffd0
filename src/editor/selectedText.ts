import * as vscode from 'vscode';
import type { Selection } from '../decisions/draft.ts';
import type { OpenLog } from './decisionLogs.ts';
import type { Surroundings } from './surroundings.ts';

/** What is selected, where it can be linked to. */
export interface Selected {
  readonly open: OpenLog;
  readonly selection: Selection;
}

/**
 * What is selected in the active editor; undefined where nothing is, or nothing that can be linked to.
 * @param orLine whether the cursor's line is meant where nothing is selected.
 */
export async function selectedText({ logs }: Surroundings, orLine = false): Promise<Selected | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || (editor.selection.isEmpty && !orLine)) return undefined;
  const { document } = editor;
  const selection = editor.selection.isEmpty ? document.lineAt(editor.selection.active.line).range : editor.selection;
  const place = await logs.placeOf(document.uri);
  if (!place) return undefined;
  // A selection that ends at the beginning of a line does not mean that line.
  const last =
    selection.end.character === 0 && selection.end.line > selection.start.line
      ? selection.end.line - 1
      : selection.end.line;
  return {
    open: place.open,
    selection: {
      path: place.path,
      startLine: selection.start.line + 1,
      endLine: last + 1,
      language: document.languageId,
      text: document.getText(selection),
    },
  };
}
