import * as vscode from 'vscode';
import type { Anchor } from '../../reviews/anchorText.ts';

/** A comment that is being written, as it is kept on disk until it is in the review. */
export interface Writing {
  readonly id: string;
  /** The review's file, absolute. */
  readonly review: string;
  readonly kind: 'comment' | 'reply' | 'edit';
  /** The lines that a new comment is about. */
  readonly anchor?: Anchor;
  /** The key of the comment that is answered or changed. */
  readonly of?: string;
  /** The number of the reply that is changed; undefined for the comment itself. */
  readonly reply?: number;
  /** What has been typed so far. */
  text: string;
}

/** Milliseconds of quiet after which typed text is written. */
const quiet = 300;
/** Milliseconds after which it is written also while somebody goes on typing. */
const longest = 800;

/**
 * Keeps what is typed into comments on disk, one readable file each, in the extension's own storage: half a sentence is no
 * part of the team's record yet.
 */
export class Writings implements vscode.Disposable {
  readonly #folder: vscode.Uri;
  readonly #timers = new Map<Writing, { timer: NodeJS.Timeout; since: number }>();
  readonly #writes = new Map<string, Promise<void>>();

  constructor(storage: vscode.Uri) {
    this.#folder = vscode.Uri.joinPath(storage, 'writing');
  }

  /** What was being written when the editor last ended; what cannot be read is left where it is. */
  async load(): Promise<Writing[]> {
    const names = await vscode.workspace.fs.readDirectory(this.#folder).then(
      (entries) => entries.map(([name]) => name).filter((name) => name.endsWith('.json')),
      () => [],
    );
    const all = await Promise.all(
      names.sort().map(async (name): Promise<Writing[]> => {
        try {
          const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#folder, name));
          const writing = JSON.parse(new TextDecoder().decode(bytes));
          return typeof writing.text === 'string' && typeof writing.review === 'string' ? [writing] : [];
        } catch {
          return [];
        }
      }),
    );
    return all.flat();
  }

  /** Takes up what has been typed; it is on disk within the second. */
  changed(writing: Writing, text: string): void {
    writing.text = text;
    const known = this.#timers.get(writing);
    const since = known?.since ?? Date.now();
    clearTimeout(known?.timer);
    const wait = Math.max(0, Math.min(quiet, since + longest - Date.now()));
    this.#timers.set(writing, { since, timer: setTimeout(() => void this.keep(writing), wait) });
  }

  /** Writes it now. */
  async keep(writing: Writing): Promise<void> {
    this.#forgetTimer(writing);
    const { fs } = vscode.workspace;
    const file = vscode.Uri.joinPath(this.#folder, `${writing.id}.json`);
    const draft = vscode.Uri.joinPath(this.#folder, `${writing.id}.tmp`);
    const bytes = new TextEncoder().encode(`${JSON.stringify(writing, undefined, 2)}\n`);
    await this.#inTurn(writing.id, async () => {
      await fs.writeFile(draft, bytes);
      await fs.rename(draft, file, { overwrite: true });
    });
  }

  /** It is in the review, or the user gave it up. */
  async done(writing: Writing): Promise<void> {
    this.#forgetTimer(writing);
    const file = vscode.Uri.joinPath(this.#folder, `${writing.id}.json`);
    await this.#inTurn(writing.id, async () => {
      await vscode.workspace.fs.delete(file).then(undefined, () => undefined);
    });
  }

  /** Writes of one file come one after another. */
  #inTurn(id: string, job: () => Promise<void>): Promise<void> {
    const turn = (this.#writes.get(id) ?? Promise.resolve()).then(job, job);
    this.#writes.set(id, turn);
    return turn;
  }

  #forgetTimer(writing: Writing): void {
    clearTimeout(this.#timers.get(writing)?.timer);
    this.#timers.delete(writing);
  }

  dispose(): void {
    for (const { timer } of this.#timers.values()) clearTimeout(timer);
  }
}
