import * as vscode from 'vscode';

/** "Turn Review Coach On or Off": for good, in the user's settings, or in the workspace's where those decide. */
export async function toggleCoach(): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('leadHabits.coach');
  const enabled = !configuration.get<boolean>('enabled', true);
  const inWorkspace = configuration.inspect('enabled')?.workspaceValue !== undefined;
  const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await configuration.update('enabled', enabled, target);
  vscode.window.setStatusBarMessage(
    enabled ? vscode.l10n.t('The review coach is on') : vscode.l10n.t('The review coach is off'),
    5000,
  );
}
