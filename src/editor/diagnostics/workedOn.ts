import * as vscode from 'vscode';

/** Files that are remembered, the latest. */
const most = 200;
const memory = 'checks.workedOn';

/** Which files that may be records were made or edited in this workspace: checks speak of these, and leave other people's alone. */
export class WorkedOn implements vscode.Disposable {
  readonly #memento: vscode.Memento;
  readonly #uris: Set<string>;
  readonly #subscription: vscode.Disposable;

  /** @param memento where they are remembered. */
  constructor(memento: vscode.Memento) {
    this.#memento = memento;
    this.#uris = new Set(memento.get<string[]>(memory, []));
    this.#subscription = vscode.workspace.onDidChangeTextDocument(({ document }) => {
      // A file that changed on disk, such as by a checkout, is read again and is not dirty. A document becomes dirty with
      // an event of its own, which brings no change of the text.
      if (mayBeRecord(document) && document.isDirty) this.add(document.uri);
    });
  }

  has(uri: vscode.Uri): boolean {
    return this.#uris.has(uri.toString());
  }

  /** Takes note of a file that was just made. */
  add(uri: vscode.Uri): void {
    const key = uri.toString();
    if (this.#uris.has(key)) return;
    this.#uris.add(key);
    void this.#memento.update(memory, [...this.#uris].slice(-most));
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

/** Whether a document is a Markdown file on disk. */
export function isMarkdownFile({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === 'file' && /\.(?:md|markdown|mdx)$/i.test(uri.path);
}

/** Whether a document is a file of a kind that records are written in. */
export function mayBeRecord({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === 'file' && /\.(?:md|markdown|mdx|rst|adoc|asciidoc)$/i.test(uri.path);
}
