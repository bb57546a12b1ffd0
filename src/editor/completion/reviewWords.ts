import * as vscode from 'vscode';
import type { DecisionLogs } from '../decisionLogs.ts';

/** Where reviewers write. The inputs of comments, of any extension, are Markdown too. */
const selector: vscode.DocumentSelector = [
  { language: 'markdown' },
  { language: 'git-commit' },
  { language: 'scminput' },
];

/** A slash that begins a word; in a file only where it begins the line, because prose has slashes of its own. */
const beginsWord = /(?:^|\s)\/\w*$/;
const beginsLine = /^\s*\/\w*$/;

/**
 * Offers what a reviewer writes often: reasons, patterns and risks, Conventional Comments labels, the lines in question
 * as a suggestion, and lessons and decision records to cite. `/` asks for it, and so does "Trigger Suggest".
 */
export class ReviewWords implements vscode.CompletionItemProvider, vscode.Disposable {
  readonly #logs: DecisionLogs;
  readonly #subscriptions: vscode.Disposable[];
  #code: vscode.TextEditor | undefined;

  constructor(logs: DecisionLogs) {
    this.#logs = logs;
    this.#remember(vscode.window.activeTextEditor);
    this.#subscriptions = [
      vscode.languages.registerCompletionItemProvider(selector, this, '/'),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#remember(editor)),
    ];
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionItem[] | undefined> {
    const before = document.lineAt(position.line).text.slice(0, position.character);
    const slash = (document.uri.scheme === 'file' ? beginsLine : beginsWord).test(before)
      ? before.lastIndexOf('/')
      : undefined;
    if (slash === undefined && (before.endsWith('/') || !isAskedFor(document, before))) return undefined;
    const { reviewItems } = await import('./reviewItems.ts');
    if (token.isCancellationRequested) return undefined;
    return reviewItems({ logs: this.#logs, code: this.#shownCode() }, document, position, slash);
  }

  /** The editor whose lines are commented on: a comment's own input is an editor too. */
  #remember(editor: vscode.TextEditor | undefined): void {
    if (editor && !isWrittenIn(editor.document)) this.#code = editor;
  }

  #shownCode(): vscode.TextEditor | undefined {
    const shown = vscode.window.visibleTextEditors.filter(({ document }) => !isWrittenIn(document));
    const known = this.#code;
    return known && shown.includes(known) ? known : shown.length === 1 ? shown[0] : undefined;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** In a file others complete too: what can be cited is offered there where its name is begun. */
function isAskedFor({ uri }: vscode.TextDocument, before: string): boolean {
  if (uri.scheme !== 'file') return true;
  const begun = /[a-z]{2,}$/i.exec(before)?.[0].toLowerCase();
  return begun !== undefined && ['decision', 'lesson'].some((name) => name.startsWith(begun));
}

function isWrittenIn({ uri, languageId }: vscode.TextDocument): boolean {
  return (
    uri.scheme === 'comment' || uri.scheme === 'output' || languageId === 'git-commit' || languageId === 'scminput'
  );
}
