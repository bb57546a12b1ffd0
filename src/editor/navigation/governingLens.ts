import * as vscode from 'vscode';
import type { DecisionLogs } from '../decisionLogs.ts';
import { governedAt, governingSentence, inForce } from './governance.ts';

const setting = 'leadHabits.codeLens.enabled';

/** A line above a governed file's first one, for those who have asked for it in the settings. */
export class GoverningLens implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #logs: DecisionLogs;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;
  readonly #subscriptions: vscode.Disposable[];

  constructor(logs: DecisionLogs) {
    this.#logs = logs;
    this.#subscriptions = [
      this.#changed,
      logs.onDidChange(() => this.#changed.fire()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(setting)) this.#changed.fire();
      }),
    ];
  }

  async provideCodeLenses({ uri }: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (!vscode.workspace.getConfiguration(undefined, uri).get<boolean>(setting, false)) return [];
    const governed = await governedAt(this.#logs, uri);
    const count = governed ? inForce(governed).length : 0;
    if (!count) return [];
    const command = {
      title: governingSentence(count),
      command: 'leadHabits.decisionsForFile',
      arguments: [uri],
    };
    return [new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), command)];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
