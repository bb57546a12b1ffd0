import * as vscode from 'vscode';
import { scaffold } from './scaffold.ts';

/** VS Code names the input of a thread that does not exist yet by a number, all others by their thread. */
const newInput = /-\d+\.md$/;

/**
 * The threads that VS Code itself opens for its "+". They are not ours to know before something is submitted, and nobody
 * could keep what is typed in them. So each is submitted at once, and one of our own takes its place. Should that fail, its
 * own button does the same.
 */
export class GutterThreads implements vscode.Disposable {
  readonly #controller: string;
  #submitted: { readonly uri: string; readonly text: string; now: string } | undefined;
  readonly #subscriptions: vscode.Disposable[] = [
    vscode.window.onDidChangeActiveTextEditor((editor) => void this.#submit(editor)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      const text = document.getText();
      if (text && this.#submitted?.uri === document.uri.toString()) this.#submitted.now = text;
    }),
  ];

  constructor(controllerId: string) {
    // Inputs have it as authority, in lower case.
    this.#controller = controllerId.toLowerCase();
  }

  async #submit(editor: vscode.TextEditor | undefined): Promise<void> {
    const document = editor?.document;
    const uri = document?.uri;
    if (!editor || !document || uri?.scheme !== 'comment') return;
    if (uri.authority.toLowerCase() !== this.#controller || !newInput.test(uri.path)) return;
    // Nothing at all is not submitted.
    if (!document.getText()) await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), scaffold));
    editor.selection = atSubjectsEnd(document);
    if (vscode.window.activeTextEditor?.document !== document) return;
    this.#submitted = { uri: uri.toString(), text: document.getText(), now: document.getText() };
    await vscode.commands.executeCommand('editor.action.submitComment');
  }

  /** What was typed in the input while its text was on the way to ours; given once. */
  typedSince(): string {
    const { text = '', now = '' } = this.#submitted ?? {};
    this.#submitted = undefined;
    const [before = '', after = ''] = [text.split('\n', 1)[0], now.split('\n', 1)[0]];
    return after.startsWith(before) ? after.slice(before.length) : '';
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** Where the subject of a comment is written on. */
export function atSubjectsEnd(document: vscode.TextDocument): vscode.Selection {
  const { end } = document.lineAt(0).range;
  return new vscode.Selection(end, end);
}
