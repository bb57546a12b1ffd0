import * as vscode from 'vscode';
import { isRearranged } from './saving.ts';

/** Milliseconds of quiet after which typed text is written. */
const quiet = 400;
/** Milliseconds after which it is written also while somebody goes on typing. */
const longest = 800;
/** Drafts that are remembered when the editor starts again. */
const most = 50;
const memory = 'drafts';

/**
 * Keeps records that were begun here on disk as they are typed, until they are committed or closed; also after the editor
 * or its extension host was started again. Saving goes without formatters: a file is not to be rearranged under the hands
 * of somebody who writes in it.
 */
export class Drafts implements vscode.Disposable {
  readonly #memento: vscode.Memento;
  readonly #uris: Set<string>;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  /** Since when a draft has text that is not on disk. */
  readonly #since = new Map<string, number>();
  readonly #finished = new vscode.EventEmitter<vscode.Uri>();
  /** A draft was committed or closed. */
  readonly onDidFinish = this.#finished.event;
  readonly #subscriptions: vscode.Disposable[] = [
    this.#finished,
    vscode.workspace.onDidChangeTextDocument(({ document }) => this.#schedule(document)),
    vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#closed(uri)),
    vscode.window.onDidChangeActiveTextEditor(() => this.#flush()),
  ];

  /** @param memento where the drafts of this workspace are remembered. */
  constructor(memento: vscode.Memento) {
    this.#memento = memento;
    this.#uris = new Set(memento.get<string[]>(memory, []));
    // What was typed just before the last extension host ended.
    for (const document of vscode.workspace.textDocuments) this.#schedule(document);
  }

  /** From now on, what is typed in this file is saved. */
  keep(uri: vscode.Uri): void {
    this.#uris.add(uri.toString());
    this.#remember();
  }

  /** Whether a file was begun here, and is neither committed nor closed yet. */
  has(uri: vscode.Uri): boolean {
    return this.#uris.has(uri.toString());
  }

  /** The file is a record like any other from now on: the user saves it. */
  done(uri: vscode.Uri): void {
    const key = uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    this.#since.delete(key);
    if (!this.#uris.delete(key)) return;
    this.#remember();
    this.#finished.fire(uri);
  }

  /** A document is closed and opened again at once when its language is changed: it is still a draft then. */
  #closed(uri: vscode.Uri): void {
    setTimeout(() => {
      if (!vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString()))
        this.done(uri);
    }, quiet);
  }

  #remember(): void {
    void this.#memento.update(memory, [...this.#uris].slice(-most));
  }

  #schedule(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (!this.#uris.has(key) || !document.isDirty) return;
    const now = Date.now();
    const since = this.#since.get(key) ?? now;
    this.#since.set(key, since);
    clearTimeout(this.#timers.get(key));
    const wait = Math.max(0, Math.min(quiet, since + longest - now));
    this.#timers.set(
      key,
      setTimeout(() => void this.#save(document), wait),
    );
  }

  async #save(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    this.#since.delete(key);
    if (document.isClosed) return;
    // The command saves whichever editor is the active one by the time it runs: it is for those who need it alone, and
    // what it left is saved in the ordinary way.
    if (isRearranged(document) && vscode.window.activeTextEditor?.document === document) {
      const saved = vscode.commands.executeCommand('workbench.action.files.saveWithoutFormatting');
      await Promise.race([saved, new Promise((resolve) => setTimeout(resolve, longest))]);
      if (!document.isDirty) return;
    }
    // Whether it is dirty is not asked: once a save ends, an extension is told that the document is clean, also when
    // somebody typed on meanwhile. Where there is nothing to save, nothing is written.
    await document.save();
  }

  #flush(): void {
    for (const document of vscode.workspace.textDocuments) {
      if (this.#timers.has(document.uri.toString())) void this.#save(document);
    }
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
