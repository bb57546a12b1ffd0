import * as vscode from 'vscode';
import type { Surroundings } from '../surroundings.ts';
import { logViewType } from './logViewType.ts';

/** Brings a decision log that was open back after a reload. */
export function registerLogSerializer(surroundings: Surroundings): vscode.Disposable {
  return vscode.window.registerWebviewPanelSerializer(logViewType, {
    async deserializeWebviewPanel(panel) {
      (await import('./logPanel.ts')).restoreLog(panel, surroundings);
    },
  });
}
