import * as vscode from 'vscode';

/** Whether records may be written and committed here: not in Restricted Mode, which is said, with the way out of it. */
export async function mayWrite(): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const manage = vscode.l10n.t('Manage Workspace Trust');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('Reading only until you trust this folder.'),
    manage,
  );
  if (choice === manage) await vscode.commands.executeCommand('workbench.trust.manage');
  return false;
}
