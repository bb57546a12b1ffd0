import * as vscode from 'vscode';
import { HeadWatcher } from '../gitExtension.ts';
import type { Reporter } from '../report.ts';
import type { OpenReview } from './openReview.ts';

/** Milliseconds in which changes of files are gathered. */
const settle = 120;

/** Reads an open review again when its file, the files that it is about, or what is checked out has changed. */
export class ReviewWatch implements vscode.Disposable {
  readonly #open: OpenReview;
  readonly #reporter: Reporter;
  readonly #subscriptions: vscode.Disposable[];
  #timer: NodeJS.Timeout | undefined;
  #all = false;

  constructor(open: OpenReview, reporter: Reporter) {
    this.#open = open;
    this.#reporter = reporter;
    const { root, path } = open.request;
    const files = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.file(root), path));
    const heads = new HeadWatcher();
    this.#subscriptions = [
      files,
      heads,
      files.onDidChange(() => this.#soon()),
      files.onDidCreate(() => this.#soon()),
      files.onDidDelete(() => this.#soon()),
      heads.onDidMove(() => this.#soon(true)),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#written(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        // Another program has written a file that is open here.
        if (!document.isDirty) this.#written(document.uri);
      }),
    ];
  }

  #written({ scheme }: vscode.Uri): void {
    const { comparison } = this.#open;
    if (scheme === 'file') this.#soon(comparison !== undefined && !comparison.head);
  }

  /** Reads again what changed, once it has settled. @param all also what differs, not the comments alone. */
  #soon(all = false): void {
    this.#all ||= all;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      const whole = this.#all;
      this.#all = false;
      const work = whole ? this.#open.refresh() : this.#open.refreshComments();
      await work.catch((error) => this.#reporter.show(error));
    }, settle);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
