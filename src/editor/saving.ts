import * as vscode from 'vscode';

/**
 * Saves a document byte for byte as it is: where the user's settings would rearrange it (format, trim), the document is
 * shown, since only the active editor can be saved without that.
 */
export async function saveAsItIs(document: vscode.TextDocument): Promise<void> {
  if (!document.isDirty) return;
  if (isRearranged(document)) {
    await vscode.window.showTextDocument(document, { preview: false });
    await vscode.commands.executeCommand('workbench.action.files.saveWithoutFormatting');
  }
  if (document.isDirty) await document.save();
}

/** Whether the user's settings change this file when it is saved. */
export function isRearranged(document: vscode.TextDocument): boolean {
  const editor = vscode.workspace.getConfiguration('editor', document);
  const files = vscode.workspace.getConfiguration('files', document);
  return (
    editor.get('formatOnSave') === true ||
    Object.keys(editor.get('codeActionsOnSave', {})).length > 0 ||
    ['trimTrailingWhitespace', 'insertFinalNewline', 'trimFinalNewlines'].some((name) => files.get(name) === true)
  );
}
