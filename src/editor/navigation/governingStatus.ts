import * as vscode from 'vscode';
import type { DecisionLogs } from '../decisionLogs.ts';
import { withoutIcons } from '../report.ts';
import { governedAt, governingSentence, inForce, nameOf } from './governance.ts';

/** Letters of records' names that are shown: more would push the way to them out of the hover. */
const most = 40;
/** Milliseconds for which an editor stays active before its file is asked about: whoever walks past is not held up. */
const settle = 150;

/** Says in the language status that decisions govern the active editor's file; where none does, nothing is there. */
export class GoverningStatus implements vscode.Disposable {
  readonly #logs: DecisionLogs;
  readonly #subscriptions: vscode.Disposable[];
  #item: vscode.LanguageStatusItem | undefined;
  #timer: NodeJS.Timeout | undefined;
  #asked = 0;

  constructor(logs: DecisionLogs) {
    this.#logs = logs;
    this.#subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.#hide();
        this.#look();
      }),
      logs.onDidChange(() => this.#look()),
    ];
    this.#look();
  }

  #look(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#show(), settle);
  }

  async #show(): Promise<void> {
    const turn = ++this.#asked;
    const uri = vscode.window.activeTextEditor?.document.uri;
    const governed = uri?.scheme === 'file' ? await governedAt(this.#logs, uri) : undefined;
    // A slower answer about an earlier editor must not overrule a later one.
    if (turn !== this.#asked) return;
    const records = governed ? inForce(governed) : [];
    if (!records.length) {
      this.#hide();
      return;
    }
    this.#item ??= vscode.languages.createLanguageStatusItem('leadHabits.governing', { scheme: 'file' });
    this.#item.name = vscode.l10n.t('Decisions');
    this.#item.text = governingSentence(records.length);
    this.#item.detail = withoutIcons(shortened(records.map(nameOf).join(', ')));
    this.#item.command = {
      command: 'leadHabits.decisionsForFile',
      title: vscode.l10n.t('Show'),
      arguments: [uri],
    };
  }

  #hide(): void {
    this.#asked++;
    this.#item?.dispose();
    this.#item = undefined;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#hide();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function shortened(names: string): string {
  const letters = [...names];
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : names;
}
