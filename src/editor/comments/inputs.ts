import * as vscode from 'vscode';

/** A comment in editing mode, whose text is in an input of VS Code's. */
export interface EditedText {
  /** What the input held when it was last heard of. */
  text: string;
}

/** An input of a comment in editing mode; those of replies and new threads carry their controller's id as authority. */
function isEditInput({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === 'comment' && !uri.authority;
}

/** Milliseconds within which VS Code opens the input of a comment that was put in editing mode. */
const prompt = 2000;

/**
 * Tells which input belongs to which comment. VS Code does not say so, and names all extensions' inputs alike: an input is a
 * comment's when its first text is that comment's, and stays it from then on. That of a comment without text is the one that is
 * opened next.
 */
export class Inputs<Edited extends EditedText> implements vscode.Disposable {
  /** Since when a comment is in editing mode. */
  readonly #edited = new Map<Edited, number>();
  readonly #owners = new Map<string, Edited>();
  readonly #foreign = new Set<string>();
  readonly #changed: (edited: Edited, text: string) => void;
  readonly #found: (edited: Edited, document: vscode.TextDocument) => void;
  readonly #subscriptions: vscode.Disposable[] = [
    vscode.workspace.onDidOpenTextDocument((document) => this.#opened(document)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => this.#look(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      this.#owners.delete(uri.toString());
      this.#foreign.delete(uri.toString());
    }),
  ];

  /**
   * @param changed is told what is typed.
   * @param found is told of an input when it is known whose it is.
   */
  constructor(
    changed: (edited: Edited, text: string) => void,
    found: (edited: Edited, document: vscode.TextDocument) => void,
  ) {
    this.#changed = changed;
    this.#found = found;
  }

  /** From now on an input that begins with this comment's text is its input. */
  expect(edited: Edited): void {
    this.#edited.set(edited, Date.now());
  }

  /** Whose input a document is; undefined for any other. */
  ownerOf({ uri }: vscode.TextDocument): Edited | undefined {
    return this.#owners.get(uri.toString());
  }

  done(edited: Edited): void {
    this.#edited.delete(edited);
    for (const [uri, owner] of this.#owners) if (owner === edited) this.#owners.delete(uri);
  }

  #opened(document: vscode.TextDocument): void {
    if (!isEditInput(document)) return;
    if (document.getText()) this.#look(document);
    const owned = new Set(this.#owners.values());
    const [next] =
      [...this.#edited].find(([each, since]) => !each.text && !owned.has(each) && Date.now() - since < prompt) ?? [];
    if (next) this.#owners.set(document.uri.toString(), next);
  }

  #look(document: vscode.TextDocument): void {
    if (!this.#edited.size || !isEditInput(document)) return;
    const key = document.uri.toString();
    const text = document.getText();
    const owner = this.#owners.get(key);
    if (owner) {
      if (normal(owner.text) !== normal(text)) this.#changed(owner, text);
      return;
    }
    // An input is empty before it gets its comment's text.
    if (!text || this.#foreign.has(key)) return;
    const found = [...this.#edited.keys()].reverse().find((each) => normal(each.text) === normal(text));
    if (!found) {
      this.#foreign.add(key);
      return;
    }
    this.#owners.set(key, found);
    this.#found(found, document);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function normal(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
