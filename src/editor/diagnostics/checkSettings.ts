import * as vscode from 'vscode';
import type { CheckSettings } from '../../decisions/checks/settings.ts';

/** Which records are checked: those somebody works on here, all that are open, none. */
export type Enable = 'whenWorking' | 'always' | 'never';

/** Which records of a folder are checked as the settings are now. */
export function checksEnabled(scope: vscode.Uri): Enable {
  const value = vscode.workspace.getConfiguration('leadHabits', scope).get<string>('checks.enable');
  return value === 'always' || value === 'never' ? value : 'whenWorking';
}

/** How the records of a folder are checked as the settings are now. */
export async function checkSettings(scope: vscode.Uri): Promise<CheckSettings> {
  const { readSettings } = await import('../../decisions/checks/settings.ts');
  const configuration = vscode.workspace.getConfiguration('leadHabits', scope);
  return readSettings(configuration.get('checks.staleAfterDays'), configuration.get('checks.severity'));
}
