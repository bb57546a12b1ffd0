import * as vscode from 'vscode';
import type { Drafts } from './drafts.ts';

/** Who types while a file opens is asked again between two keys. */
const mostTries = 100;

/** Shows a file that was just begun; its places to fill become tab stops, and what is typed is on disk at once. */
export async function openDraft(uri: vscode.Uri, snippet: string, drafts: Drafts): Promise<void> {
  const editor = await shown(uri, drafts);
  const { document } = editor;
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  await insert(editor, snippet, whole);
}

/** Shows a file and goes on with it below what is there, as if it was begun there. */
export async function continueDraft(uri: vscode.Uri, snippet: string, drafts: Drafts): Promise<void> {
  const editor = await shown(uri, drafts);
  const { document } = editor;
  for (let inserted = false, tries = 0; !inserted && tries < mostTries; tries++) {
    const text = document.getText();
    const end = document.positionAt(text.length);
    const gap = /(?:^|\n\r?\n)$/.test(text) ? '' : /\n$/.test(text) ? '\n' : '\n\n';
    inserted = await insert(editor, gap + snippet, new vscode.Range(end, end));
  }
  // On disk before anything is typed.
  await document.save();
}

async function shown(uri: vscode.Uri, drafts: Drafts): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uri);
  drafts.keep(uri);
  return vscode.window.showTextDocument(document, { preview: false });
}

/** @returns false where something was typed since the range was looked up: then nothing is inserted. */
async function insert(editor: vscode.TextEditor, snippet: string, range: vscode.Range): Promise<boolean> {
  // Whitespace is kept: a selection's tabs are not the editor's to change.
  return editor.insertSnippet(new vscode.SnippetString(snippet), range, {
    undoStopBefore: true,
    undoStopAfter: true,
    keepWhitespace: true,
  });
}
