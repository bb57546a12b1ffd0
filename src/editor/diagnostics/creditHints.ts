import { relative, sep } from 'node:path';
import * as vscode from 'vscode';
import type { CreditHint } from '../../practices/credit.ts';
import type { Drafts } from '../drafts.ts';
import type { JournalStore } from '../journalStore.ts';
import { withoutIcons } from '../report.ts';
import { checkSettings, checksEnabled } from './checkSettings.ts';
import { severities, source } from './recordChecks.ts';
import { isMarkdownFile } from './workedOn.ts';

/** Milliseconds of quiet after a change before a draft is looked at. */
const quiet = 300;

/** How a hint is named in the settings and beside its message. */
const codes = { I: 'credit', blame: 'blame' } as const satisfies Record<CreditHint['kind'], string>;

/**
 * Hints in one's own drafts, before they are committed or published: a line that says "I" for what may be the team's work, or
 * that looks for a culprit. Only lines that were typed here since the draft was begun are looked at: what it was begun with,
 * such as the minutes' own words, may be somebody else's.
 */
export class CreditHints implements vscode.Disposable {
  readonly #drafts: Drafts;
  readonly #journal: JournalStore;
  readonly #collection = vscode.languages.createDiagnosticCollection('leadHabits.credit');
  /** The lines that a draft was begun with. */
  readonly #begun = new Map<string, ReadonlySet<string>>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(drafts: Drafts, journal: JournalStore) {
    this.#drafts = drafts;
    this.#journal = journal;
    this.#subscriptions = [
      this.#collection,
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#changed(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
      drafts.onDidFinish((uri) => this.#forget(uri)),
    ];
  }

  #changed(document: vscode.TextDocument): void {
    if (!isMarkdownFile(document) || !this.#drafts.has(document.uri)) return;
    const key = document.uri.toString();
    // The first change is the draft's own: its places to fill become tab stops.
    if (!this.#begun.has(key)) this.#begun.set(key, new Set(linesOf(document.getText())));
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => void this.#show(document), quiet),
    );
  }

  async #show(document: vscode.TextDocument): Promise<void> {
    const { uri, version } = document;
    const { creditHints } = await import('../../practices/credit.ts');
    const { severity } = await checkSettings(uri);
    const isWanted = checksEnabled(uri) !== 'never' && !(await this.#isPrivate(uri));
    if (document.isClosed || document.version !== version || !this.#drafts.has(uri)) return;
    const begun = this.#begun.get(uri.toString());
    const hints = isWanted ? creditHints(document.getText()) : [];
    this.#collection.set(
      uri,
      hints.flatMap(({ line, kind, words }) => {
        const weight = severity[codes[kind]] ?? 'hint';
        const text = document.lineAt(line - 1).text;
        if (weight === 'off' || begun?.has(text)) return [];
        const start = text.indexOf(words);
        const range = new vscode.Range(line - 1, start, line - 1, start + words.length);
        const diagnostic = new vscode.Diagnostic(range, message(kind, words), severities[weight]);
        diagnostic.source = source;
        diagnostic.code = codes[kind];
        return [diagnostic];
      }),
    );
  }

  /** Whether a document is the journal's for good: what nobody else will read gives no credit and takes none. */
  async #isPrivate({ fsPath }: vscode.Uri): Promise<boolean> {
    const journal = await this.#journal.existing();
    if (!journal || !(await journal.holds(fsPath))) return false;
    const [{ practiceOf }, { catalogue }, { realPath }] = await Promise.all([
      import('../../practices/publish.ts'),
      import('../../practices/catalogue/all.ts'),
      import('../../practices/journalPlace.ts'),
    ]);
    const path = relative(journal.root, await realPath(fsPath));
    return practiceOf(path.split(sep).join('/'), catalogue)?.store !== 'draft';
  }

  #forget(uri: vscode.Uri): void {
    const key = uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    this.#begun.delete(key);
    this.#collection.delete(uri);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/);
}

function message(kind: CreditHint['kind'], words: string): string {
  return kind === 'I'
    ? vscode.l10n.t('"{0}": if others did it too, name them.', withoutIcons(words))
    : vscode.l10n.t('"{0}" looks for a culprit: say what made it easy to get wrong.', withoutIcons(words));
}
