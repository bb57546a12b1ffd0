import * as vscode from 'vscode';
import type { Drafts } from './drafts.ts';

/** Shows a file that was just begun; its places to fill become tab stops, and what is typed is on disk at once. */
export async function openDraft(uri: vscode.Uri, snippet: string, drafts: Drafts): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  drafts.keep(uri);
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  // Whitespace is kept: a selection's tabs are not the editor's to change.
  await editor.insertSnippet(new vscode.SnippetString(snippet), whole, {
    undoStopBefore: true,
    undoStopAfter: true,
    keepWhitespace: true,
  });
}
