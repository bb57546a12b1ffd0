import * as vscode from 'vscode';

/** Milliseconds of quiet after which a comment is looked at. */
const quiet = 400;

/**
 * Says below a comment that is being written what it leaves out, in every extension's inputs. Nothing is loaded before
 * somebody writes a comment; the note goes as soon as what it asks for is there, and stands in nobody's way.
 */
export class CommentCoach implements vscode.Disposable {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #subscriptions: vscode.Disposable[];
  #note: vscode.TextEditorDecorationType | undefined;

  constructor() {
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#changed(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri.toString())),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#lookAtAll()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('leadHabits.coach')) this.#lookAtAll();
      }),
    ];
  }

  #lookAtAll(): void {
    for (const { document } of vscode.window.visibleTextEditors) this.#changed(document);
  }

  #changed(document: vscode.TextDocument): void {
    if (document.uri.scheme !== 'comment') return;
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        void this.#look(document);
      }, quiet),
    );
  }

  async #look(document: vscode.TextDocument): Promise<void> {
    const text = document.getText();
    const configuration = vscode.workspace.getConfiguration('leadHabits.coach');
    const { coachNote } = await import('./coachNote.ts');
    // The text has been sent or changed in the meantime: it is looked at again.
    if (document.isClosed || document.getText() !== text) return;
    const note = configuration.get<boolean>('enabled', true)
      ? coachNote(text, configuration.get<string[]>('quietLabels', []))
      : undefined;
    if (!note && !this.#note) return;
    this.#note ??= vscode.window.createTextEditorDecorationType({});
    for (const editor of vscode.window.visibleTextEditors.filter((each) => each.document === document)) {
      editor.setDecorations(this.#note, note ? [placed(document, note)] : []);
    }
  }

  #forget(key: string): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#note?.dispose();
  }
}

/** About how many characters a line of an input holds. */
const lineWidth = 75;

/** Lines of text that leave room for a note below them: an input is five lines high and grows with its text alone. */
const roomBelow = 4;

/** A note below the text while there is room; behind its last short line where the text fills the input. */
function placed(document: vscode.TextDocument, note: string): vscode.DecorationOptions {
  const lines = Array.from({ length: document.lineCount }, (_, index) => document.lineAt(index));
  const rows = lines.reduce((sum, { text }) => sum + Math.max(1, Math.ceil(text.length / lineWidth)), 0);
  const short = [...lines].reverse().find(({ text }) => text.length <= lineWidth / 3);
  const last = document.lineAt(document.lineCount - 1);
  const below = rows <= roomBelow || !short;
  const line = below ? last : short;
  return {
    range: new vscode.Range(line.range.end, line.range.end),
    renderOptions: {
      after: {
        contentText: note,
        color: new vscode.ThemeColor('input.placeholderForeground'),
        ...(below ? { textDecoration: 'none; display: block' } : { margin: '0 0 0 2ch' }),
      },
    },
  };
}
