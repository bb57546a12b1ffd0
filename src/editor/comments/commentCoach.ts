import * as vscode from 'vscode';
import type { CoachNote } from './coachNote.ts';

/** Milliseconds of quiet after which a comment is looked at. */
const quiet = 400;

/**
 * Says below a comment that is being written what it leaves out, in every extension's inputs. Nothing is loaded before
 * somebody writes a comment; the note goes as soon as what it asks for is there, and stands in nobody's way.
 *
 * VS Code draws what stands below a text and tells screen readers nothing of it: while the input has the focus, the status bar
 * holds the note too, and "Lead: Read Coach Note" has it read aloud.
 */
export class CommentCoach implements vscode.Disposable {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #notes = new Map<string, CoachNote>();
  readonly #subscriptions: vscode.Disposable[];
  #note: vscode.TextEditorDecorationType | undefined;
  #status: vscode.StatusBarItem | undefined;

  constructor() {
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#changed(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri.toString())),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#lookAtAll()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#showStatus()),
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
    const { noteOn } = await import('./coachNote.ts');
    // The text has been sent or changed in the meantime: it is looked at again.
    if (document.isClosed || document.getText() !== text) return;
    const note = noteOn(document);
    if (note) this.#notes.set(document.uri.toString(), note);
    else this.#notes.delete(document.uri.toString());
    this.#showStatus();
    if (!note && !this.#note) return;
    this.#note ??= vscode.window.createTextEditorDecorationType({});
    for (const editor of vscode.window.visibleTextEditors.filter((each) => each.document === document)) {
      editor.setDecorations(this.#note, note ? [placed(document, note)] : []);
    }
  }

  #showStatus(): void {
    const document = vscode.window.activeTextEditor?.document;
    const note = document && this.#notes.get(document.uri.toString());
    if (!note) {
      this.#status?.hide();
      return;
    }
    this.#status ??= coachStatus();
    this.#status.text = `$(comment) ${note.gaps}`;
    this.#status.tooltip = note.whole;
    this.#status.accessibilityInformation = { label: vscode.l10n.t('Review coach: {0}', note.whole) };
    this.#status.show();
  }

  #forget(key: string): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    this.#notes.delete(key);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#note?.dispose();
    this.#status?.dispose();
  }
}

function coachStatus(): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem('leadHabits.coach', vscode.StatusBarAlignment.Left);
  item.name = vscode.l10n.t('Review Coach');
  item.command = 'leadHabits.readCoachNote';
  return item;
}

/** About how many characters a line of an input holds. */
const lineWidth = 75;

/** Lines of text that leave room for a note of two below them: an input is five lines high and grows with its text alone. */
const roomBelow = 3;

/** A note is broken so that it can be read in the input of a diff, which is half as wide. */
const noteWidth = 36;

/**
 * A note below the text while there is room. Where the text fills the input it stands in the text's last blank line, or behind
 * its last short one, and there as much of it as the input of a diff has room for.
 */
function placed(document: vscode.TextDocument, { gaps, whole, isOne }: CoachNote): vscode.DecorationOptions {
  const lines = Array.from({ length: document.lineCount }, (_, index) => document.lineAt(index)).reverse();
  const rows = lines.reduce((sum, { text }) => sum + Math.max(1, Math.ceil(text.length / lineWidth)), 0);
  const free =
    lines.find(({ isEmptyOrWhitespace }) => isEmptyOrWhitespace) ??
    lines.find(({ text }) => text.length <= lineWidth / 3);
  const isBelow = rows <= roomBelow || !free;
  const { end } = (isBelow ? document.lineAt(document.lineCount - 1) : free).range;
  return {
    range: new vscode.Range(end, end),
    renderOptions: {
      after: {
        contentText: isBelow || isOne ? whole : gaps,
        color: new vscode.ThemeColor('input.placeholderForeground'),
        ...(isBelow
          ? { textDecoration: `none; display: block; white-space: normal; max-width: ${noteWidth}ch` }
          : end.character && { margin: '0 0 0 2ch' }),
      },
    },
  };
}
