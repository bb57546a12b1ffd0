import * as vscode from 'vscode';

/** Milliseconds of quiet after which typed text is written. */
const quiet = 400;

/**
 * Keeps records that were begun here on disk as they are typed, until they are committed or closed. Saving goes without
 * formatters: a file is not to be rearranged under the hands of somebody who writes in it.
 */
export class Drafts implements vscode.Disposable {
  readonly #uris = new Set<string>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #subscriptions: vscode.Disposable[] = [
    vscode.workspace.onDidChangeTextDocument(({ document }) => this.#schedule(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.done(uri)),
    vscode.window.onDidChangeActiveTextEditor(() => this.#flush()),
  ];

  /** From now on, what is typed in this file is saved. */
  keep(uri: vscode.Uri): void {
    this.#uris.add(uri.toString());
  }

  /** The file is a record like any other from now on: the user saves it. */
  done(uri: vscode.Uri): void {
    this.#uris.delete(uri.toString());
    clearTimeout(this.#timers.get(uri.toString()));
    this.#timers.delete(uri.toString());
  }

  #schedule(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (!this.#uris.has(key) || !document.isDirty) return;
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => void this.#save(document), quiet),
    );
  }

  async #save(document: vscode.TextDocument): Promise<void> {
    if (document.isClosed || !document.isDirty) return;
    const active = vscode.window.activeTextEditor?.document === document;
    // The command works on the active editor only; behind it, an ordinary save has to do.
    if (active) await vscode.commands.executeCommand('workbench.action.files.saveWithoutFormatting');
    else await document.save();
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
