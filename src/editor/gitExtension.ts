import * as vscode from 'vscode';

/** The part of the built-in Git extension's API (version 1) that is used: where git is, and when a repository changes. */
interface GitApi {
  readonly git: { readonly path: string };
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
}

interface GitRepository {
  readonly state: {
    readonly HEAD: { readonly commit?: string; readonly name?: string } | undefined;
    readonly onDidChange: vscode.Event<void>;
  };
}

let api: Promise<GitApi | undefined> | undefined;

/** The built-in Git extension; undefined where it is disabled, or found no git. */
function gitApi(): Promise<GitApi | undefined> {
  api ??= (async () => {
    // It is not there before the folder is trusted.
    const extension = vscode.extensions.getExtension<{ readonly enabled: boolean; getAPI(version: 1): GitApi }>(
      'vscode.git',
    );
    if (!extension) return undefined;
    const exports = await extension.activate();
    return exports.enabled ? exports.getAPI(1) : undefined;
  })()
    .catch(() => undefined)
    .then((found) => {
      if (!found) api = undefined;
      return found;
    });
  return api;
}

/** The git that the editor uses: the `git.path` setting's, or the one that the editor found. */
export async function gitBinary(): Promise<string> {
  return (await gitApi())?.git.path ?? 'git';
}

/** Tells when the HEAD of any open repository moves (a commit, a checkout, a pull), and when a repository is opened. */
export class HeadWatcher implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [this.#changed];
  readonly onDidMove = this.#changed.event;
  readonly #opened = new vscode.EventEmitter<void>();
  readonly onDidOpen = this.#opened.event;
  #started = false;

  constructor() {
    this.#subscriptions.push(
      this.#opened,
      // The Git extension comes when the folder is trusted, or when the user enables it.
      vscode.extensions.onDidChange(() => void this.#start()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.#start()),
    );
    void this.#start();
  }

  async #start(): Promise<void> {
    const git = await gitApi();
    if (!git || this.#started) return;
    this.#started = true;
    for (const repository of git.repositories) this.#watch(repository);
    this.#subscriptions.push(
      git.onDidOpenRepository((repository) => {
        this.#watch(repository);
        this.#opened.fire();
      }),
    );
  }

  #watch(repository: GitRepository): void {
    const head = () => `${repository.state.HEAD?.name} ${repository.state.HEAD?.commit}`;
    let last = head();
    this.#subscriptions.push(
      repository.state.onDidChange(() => {
        if (head() === last) return;
        last = head();
        this.#changed.fire();
      }),
    );
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
