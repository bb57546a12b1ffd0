import * as vscode from 'vscode';

/** Milliseconds in which the focus is back where it was before a question was asked. */
const back = 500;

/** The editor that somebody writes in. After a pick, the input of a comment gets the focus back a moment later than we know. */
export async function focusedEditor(): Promise<vscode.TextEditor | undefined> {
  const isInput = () => vscode.window.activeTextEditor?.document.uri.scheme === 'comment';
  const hasInput = vscode.window.visibleTextEditors.some(({ document }) => document.uri.scheme === 'comment');
  for (let waited = 0; hasInput && !isInput() && waited < back; waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return vscode.window.activeTextEditor;
}
