import * as vscode from 'vscode';
import type { Severity } from '../../decisions/checks/check.ts';
import type { Gap, GapCode } from '../../meetings/gaps.ts';
import type { MeetingDocument, MeetingDocuments } from '../meetings/meetingDocuments.ts';
import { checkSettings, checksEnabled } from './checkSettings.ts';
import { said, severities, source } from './recordChecks.ts';
import { isMarkdownFile, type WorkedOn } from './workedOn.ts';

/** Milliseconds of quiet after a change before summaries are looked at. */
const quiet = 300;

/** How much gaps matter, unless a setting says otherwise: each is a question, and none is a fault. */
const weights: Readonly<Record<GapCode, Severity>> = {
  'no-owner': 'information',
  'no-date': 'information',
  'unresolved-name': 'information',
  'ambiguous-date': 'information',
};

/** A summary with the gaps that are shown in it. */
export interface Shown {
  readonly meeting: MeetingDocument;
  readonly gaps: readonly Gap[];
}

/**
 * Shows what the actions of open summaries leave open: no owner, no date, a name that nobody knows, a day that may be
 * either of two. Only in what was made or edited here, unless a setting wants all of them.
 */
export class SummaryGaps implements vscode.Disposable {
  readonly #meetings: MeetingDocuments;
  readonly #workedOn: WorkedOn;
  readonly #collection = vscode.languages.createDiagnosticCollection('leadHabits.gaps');
  /** What is shown of each document: the same again is no news, and would close the menu that offers fixes. */
  readonly #last = new WeakMap<vscode.TextDocument, string>();
  readonly #subscriptions: vscode.Disposable[];
  #timer: NodeJS.Timeout | undefined;
  #turn = 0;

  constructor(meetings: MeetingDocuments, workedOn: WorkedOn) {
    this.#meetings = meetings;
    this.#workedOn = workedOn;
    this.#subscriptions = [
      this.#collection,
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (isMarkdownFile(document)) this.#soon();
      }),
      vscode.workspace.onDidOpenTextDocument(() => this.#soon()),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#collection.delete(document.uri);
        this.#last.delete(document);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('leadHabits')) this.#soon();
      }),
    ];
    this.#soon();
  }

  /** The gaps of a document that are shown now; undefined where it is no summary, or is not to be checked. */
  async look(document: vscode.TextDocument): Promise<Shown | undefined> {
    if (!isMarkdownFile(document)) return undefined;
    const enabled = checksEnabled(document.uri);
    if (enabled !== 'always' && !(enabled === 'whenWorking' && this.#workedOn.has(document.uri))) return undefined;
    const meeting = await this.#meetings.read(document);
    if (!meeting) return undefined;
    const [{ gapsOf }, { severity }] = await Promise.all([
      import('../../meetings/gaps.ts'),
      checkSettings(document.uri),
    ]);
    const { text, minutes } = meeting.summary;
    const gaps = gapsOf(text, minutes, (owner) => meeting.whoIs(owner)).filter(({ code }) => severity[code] !== 'off');
    return { meeting, gaps };
  }

  /** Looks again, after a file was made here. */
  update(): void {
    this.#soon();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#show(), quiet);
  }

  async #show(): Promise<void> {
    const turn = ++this.#turn;
    for (const document of vscode.workspace.textDocuments) {
      const { version } = document;
      const shown = await this.look(document).catch(() => undefined);
      // A slower answer about an earlier text must not overrule a later one.
      if (turn !== this.#turn) return;
      if (document.version !== version) continue;
      const { severity } = await checkSettings(document.uri);
      const now = shown ? JSON.stringify([shown.gaps, severity]) : '';
      if (this.#last.get(document) === now) continue;
      this.#last.set(document, now);
      if (!shown) {
        this.#collection.delete(document.uri);
        continue;
      }
      const { gapMessage } = await import('../../meetings/gapFixes.ts');
      this.#collection.set(
        document.uri,
        shown.gaps.map((gap) => {
          const weight = severity[gap.code];
          const named = weight === undefined || weight === 'off' ? weights[gap.code] : weight;
          const diagnostic = new vscode.Diagnostic(rangeOf(document, gap), said(gapMessage(gap)), severities[named]);
          diagnostic.source = source;
          diagnostic.code = gap.code;
          return diagnostic;
        }),
      );
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** Where a gap stands in a document. */
export function rangeOf(document: vscode.TextDocument, { start, end }: Gap): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
