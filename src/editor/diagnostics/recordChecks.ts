import * as vscode from 'vscode';
import type { Severity } from '../../decisions/checks/check.ts';
import type { Diagnosis } from '../../decisions/checks/diagnose.ts';
import type { Message } from '../../humanError.ts';
import type { DecisionLogs, Place } from '../decisionLogs.ts';
import type { NumberClashes } from '../numberClashes.ts';
import { localDate } from '../today.ts';
import { checkSettings, checksEnabled } from './checkSettings.ts';
import { SurroundingLogs } from './surroundingLog.ts';
import { mayBeRecord, type WorkedOn } from './workedOn.ts';

/** Milliseconds of quiet after a change before records are checked. */
const quiet = 300;

/** Where diagnostics come from, as the Problems view says it. */
export const source = 'Lead Habits';

/** A record as it stands in the editor, and what the checks find in it. */
export interface Checked {
  readonly place: Place;
  readonly diagnoses: readonly Diagnosis[];
}

/**
 * Shows what the checks find in open records, on the text in the editor. A record that nobody has made or edited here
 * stays unpainted, whatever is wrong with it, unless a setting wants all of them checked.
 */
export class RecordChecks implements vscode.Disposable {
  readonly #logs: DecisionLogs;
  readonly #surrounding: SurroundingLogs;
  readonly #workedOn: WorkedOn;
  readonly #collection = vscode.languages.createDiagnosticCollection('leadHabits');
  readonly #subscriptions: vscode.Disposable[];
  #timer: NodeJS.Timeout | undefined;
  #turn = 0;

  constructor(logs: DecisionLogs, clashes: NumberClashes, workedOn: WorkedOn) {
    this.#logs = logs;
    this.#surrounding = new SurroundingLogs(logs, clashes);
    this.#workedOn = workedOn;
    this.#subscriptions = [
      this.#collection,
      this.#surrounding,
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (mayBeRecord(document)) this.#soon();
      }),
      vscode.workspace.onDidOpenTextDocument(() => this.#soon()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#collection.delete(uri)),
      vscode.workspace.onDidSaveTextDocument(() => this.#soon()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('leadHabits.checks')) this.#soon();
      }),
      logs.onDidChange(() => this.#soon()),
      clashes.onDidChange(() => this.#soon()),
    ];
    this.#soon();
  }

  /** What the checks find in a document now; undefined where it is no record, or is not to be checked. */
  async check(document: vscode.TextDocument): Promise<Checked | undefined> {
    if (!this.#wanted(document)) return undefined;
    const place = await this.#logs.placeOf(document.uri);
    const record = place?.open.log.recordAt(place.path);
    if (!place || !record) return undefined;
    const { diagnose } = await import('../../decisions/checks/diagnose.ts');
    const needsFiles = record.affects.length > 0 || /^affects:/m.test(document.getText());
    const around = await this.#surrounding.around(place.open, needsFiles);
    const settings = await checkSettings(document.uri);
    return { place, diagnoses: diagnose(place.path, document.getText(), around, settings, localDate()) };
  }

  #wanted(document: vscode.TextDocument): boolean {
    if (!mayBeRecord(document) || document.isClosed) return false;
    const enabled = checksEnabled(document.uri);
    return enabled === 'always' || (enabled === 'whenWorking' && this.#workedOn.has(document.uri));
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#show(), quiet);
  }

  async #show(): Promise<void> {
    const turn = ++this.#turn;
    for (const document of vscode.workspace.textDocuments) {
      const { version } = document;
      const checked = await this.check(document).catch(() => undefined);
      // A slower answer about an earlier text must not overrule a later one.
      if (turn !== this.#turn) return;
      if (document.version !== version) continue;
      if (checked)
        this.#collection.set(
          document.uri,
          checked.diagnoses.map((each) => shown(document, each)),
        );
      else this.#collection.delete(document.uri);
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** A message of the core in the user's language. */
export function said({ template, args }: Message): string {
  return vscode.l10n.t(template, ...args);
}

/** Where a finding stands in a document. */
export function rangeOf(document: vscode.TextDocument, { start, end }: Diagnosis): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

export const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

function shown(document: vscode.TextDocument, diagnosis: Diagnosis): vscode.Diagnostic {
  const range = rangeOf(document, diagnosis);
  const diagnostic = new vscode.Diagnostic(range, said(diagnosis.message), severities[diagnosis.severity]);
  diagnostic.source = source;
  diagnostic.code = diagnosis.code;
  return diagnostic;
}
