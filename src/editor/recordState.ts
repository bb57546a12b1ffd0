import * as vscode from 'vscode';
import type { DecisionLogs } from './decisionLogs.ts';

/**
 * Knows whether the file in the active editor is a decision record, and whether it differs from the last commit: the
 * context keys `leadHabits.activeRecord` and `leadHabits.activeRecordChanged`, which the editor title's buttons follow.
 */
export class RecordState implements vscode.Disposable {
  readonly #logs: DecisionLogs;
  readonly #subscriptions: vscode.Disposable[];
  #asked = 0;

  constructor(logs: DecisionLogs) {
    this.#logs = logs;
    this.#subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => void this.update()),
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (document === vscode.window.activeTextEditor?.document) void this.update();
      }),
      logs.onDidChange(() => void this.update()),
    ];
    void this.update();
  }

  /** Looks again. */
  async update(): Promise<void> {
    const turn = ++this.#asked;
    const document = vscode.window.activeTextEditor?.document;
    const state = document && (await this.#stateOf(document));
    // A slower answer about an earlier editor must not overrule a later one.
    if (turn !== this.#asked) return;
    await vscode.commands.executeCommand('setContext', 'leadHabits.activeRecord', state !== undefined);
    await vscode.commands.executeCommand('setContext', 'leadHabits.activeRecordChanged', state === 'changed');
  }

  async #stateOf(document: vscode.TextDocument): Promise<'changed' | 'same' | undefined> {
    if (document.uri.scheme !== 'file' || !/\.(?:md|markdown|mdx|rst|adoc|asciidoc)$/i.test(document.uri.path))
      return undefined;
    const place = await this.#logs.placeOf(document.uri);
    if (!place?.open.log.recordAt(place.path)) return undefined;
    const { repository } = place.open;
    if (!repository) return 'same';
    const { changedFiles } = await import('../git/files.ts');
    const changed = await changedFiles(repository, [place.path]).catch(() => []);
    return changed.length || document.isDirty ? 'changed' : 'same';
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
