import * as vscode from 'vscode';
import type { DecisionLogs } from './decisionLogs.ts';
import { type TeamRecord, teamRecordAt } from './teamRecords.ts';

/** What the file in the active editor is, and whether it differs from the last commit. */
interface State {
  readonly kind: 'decision' | 'meeting' | 'actions' | 'practice' | 'review' | 'lesson';
  readonly changed: boolean;
}

const kinds = {
  decisions: 'decision',
  meetings: 'meeting',
  actions: 'actions',
  practices: 'practice',
  reviews: 'review',
  lessons: 'lesson',
} as const satisfies Record<TeamRecord['scope'], State['kind']>;

/**
 * Knows whether the file in the active editor is a decision record, a meeting's summary, a list of actions, a review or a
 * lesson, and whether it differs from the last commit: the context keys `leadHabits.activeRecord`, `leadHabits.activeMeeting` and
 * `leadHabits.activeRecordChanged`, which the editor title's buttons follow.
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
    const set = (key: string, value: boolean) => vscode.commands.executeCommand('setContext', key, value);
    await set('leadHabits.activeRecord', state?.kind === 'decision');
    await set('leadHabits.activeMeeting', state?.kind === 'meeting');
    await set('leadHabits.activeRecordChanged', state?.changed ?? false);
  }

  async #stateOf(document: vscode.TextDocument): Promise<State | undefined> {
    if (document.uri.scheme !== 'file' || !/\.(?:md|markdown|mdx|rst|adoc|asciidoc)$/i.test(document.uri.path))
      return undefined;
    const place = await this.#logs.placeOf(document.uri);
    if (!place) return undefined;
    const scope = (await teamRecordAt(place))?.scope;
    if (!scope) return undefined;
    const kind = kinds[scope];
    const { repository } = place.open;
    if (!repository) return { kind, changed: false };
    const { changedFiles } = await import('../git/files.ts');
    const changed = await changedFiles(repository, [place.path]).catch(() => []);
    return { kind, changed: changed.length > 0 || document.isDirty };
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
