import { relative, sep } from 'node:path';
import * as vscode from 'vscode';
import type { DecisionLog } from '../decisions/log.ts';
import type { Repository } from '../git/repository.ts';
import { gitBinary, HeadWatcher } from './gitExtension.ts';
import { decisionSettings } from './settings.ts';

/** The decision log of a workspace folder, read, and the repository that it is in. */
export interface OpenLog {
  readonly workspaceFolder: vscode.WorkspaceFolder;
  readonly log: DecisionLog;
  readonly repository: Repository | undefined;
}

/** A record's place: its log, and its path relative to the log's root, with `/`. */
export interface Place {
  readonly open: OpenLog;
  readonly path: string;
}

const recordFiles = '**/*.{md,markdown,mdx,rst,adoc,asciidoc}';
const recordName = /\.(?:md|markdown|mdx|rst|adoc|asciidoc)$/i;
/** Milliseconds in which changes are gathered before views are told: a checkout changes many files at once. */
const settle = 80;

/**
 * The decision logs of the window's folders. Nothing is read before somebody asks; from then on each log follows its
 * files, and `onDidChange` tells when one of them is different.
 */
export class DecisionLogs implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable[] = [this.#changed];
  #logs: Promise<readonly OpenLog[]> | undefined;
  #watching = false;
  #timer: NodeJS.Timeout | undefined;
  #reloading: NodeJS.Timeout | undefined;

  /** Every folder's log, read on the first call. */
  all(): Promise<readonly OpenLog[]> {
    this.#watch();
    this.#logs ??= this.#open();
    return this.#logs;
  }

  /** Reads everything anew. */
  reload(): void {
    this.#logs = undefined;
    this.#changed.fire();
  }

  /** Tells the views that a log was changed by us, without waiting for a watcher. */
  changed(): void {
    this.#changed.fire();
  }

  /** The place of a file among the logs' folders, whether it is a record or not; undefined outside all of them. */
  async placeOf(uri: vscode.Uri): Promise<Place | undefined> {
    if (uri.scheme !== 'file') return undefined;
    const { realpath } = await import('node:fs/promises');
    const file = await realpath(uri.fsPath).catch(() => uri.fsPath);
    for (const open of await this.all()) {
      const path = relative(open.log.root, file).split(sep).join('/');
      if (path && !path.startsWith('../') && path !== '..') return { open, path };
    }
    return undefined;
  }

  async #open(): Promise<readonly OpenLog[]> {
    const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
    if (!folders.length) return [];
    const [{ DecisionLog }, { Team }, { openRepository }, { listFiles }, { findDecisionFolders }, { walk }, binary] =
      await Promise.all([
        import('../decisions/log.ts'),
        import('../decisions/team.ts'),
        import('../git/repository.ts'),
        import('../git/files.ts'),
        import('../decisions/folders.ts'),
        import('../records/files.ts'),
        gitBinary(),
      ]);
    return Promise.all(
      folders.map(async (workspaceFolder): Promise<OpenLog> => {
        const folder = workspaceFolder.uri.fsPath;
        // Git runs programs that a repository's own configuration names: not before the folder is trusted.
        const repository = vscode.workspace.isTrusted
          ? await openRepository(folder, binary).catch(() => undefined)
          : undefined;
        const { realpath } = await import('node:fs/promises');
        const root = repository?.root ?? (await realpath(folder));
        const { folders: configured, defaultFolder, statuses, fields } = decisionSettings(workspaceFolder.uri);
        const team = new Team(statuses, fields);
        const within = relative(root, await realpath(folder))
          .split(sep)
          .join('/');
        const paths = repository
          ? await listFiles(repository, {
              ...(within && { under: [within] }),
              extensions: ['.md', '.markdown', '.mdx', '.rst', '.adoc', '.asciidoc'],
            })
          : await walk(root);
        const read = async (named: readonly string[]) => {
          const log = new DecisionLog(root, { folders: named, team, listFiles: async () => paths });
          await log.load();
          return log;
        };
        let log = await read(configured);
        // A default folder whose name nothing tells of would not be found by itself.
        const found = configured.length > 0 || findDecisionFolders([`${defaultFolder}/0001-first.md`]).size > 0;
        const used = !log.folders.length || paths.some((path) => path.startsWith(`${defaultFolder}/`));
        if (!found && used) log = await read([...log.folders, defaultFolder]);
        return { workspaceFolder, log, repository };
      }),
    );
  }

  #watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    const watcher = vscode.workspace.createFileSystemWatcher(recordFiles);
    const folders = vscode.workspace.createFileSystemWatcher('**', false, true, false);
    const heads = new HeadWatcher();
    this.#subscriptions.push(
      watcher,
      watcher.onDidCreate((uri) => this.#refresh(uri)),
      watcher.onDidChange((uri) => this.#refresh(uri)),
      watcher.onDidDelete((uri) => this.#refresh(uri)),
      folders,
      folders.onDidCreate((uri) => this.#lookInto(uri)),
      folders.onDidDelete((uri) => this.#forgetFolder(uri)),
      heads,
      // A checkout may bring and take whole folders, of whose files no watcher speaks.
      heads.onDidMove(() => this.reload()),
      heads.onDidOpen(async () => {
        if ((await this.#logs)?.some(({ repository }) => !repository)) this.reload();
      }),
      vscode.workspace.onDidDeleteFiles(() => this.reload()),
      vscode.workspace.onDidRenameFiles(() => this.reload()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.reload()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.reload()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('leadHabits.decisions')) this.reload();
      }),
    );
  }

  /** Of the files that a new folder comes with no watcher speaks. */
  async #lookInto({ scheme, path, fsPath }: vscode.Uri): Promise<void> {
    if (!this.#logs || scheme !== 'file' || /\/(?:node_modules|\.git)(?:\/|$)/.test(path)) return;
    const { walk } = await import('../records/files.ts');
    // Below a file there is nothing.
    if (!(await walk(fsPath)).some((each) => recordName.test(each))) return;
    clearTimeout(this.#reloading);
    this.#reloading = setTimeout(() => this.reload(), settle);
  }

  /** Of a deleted folder's files no watcher speaks. */
  async #forgetFolder(uri: vscode.Uri): Promise<void> {
    if (!this.#logs) return;
    const place = await this.placeOf(uri);
    if (place?.open.log.records.some(({ path }) => path.startsWith(`${place.path}/`))) this.reload();
  }

  async #refresh(uri: vscode.Uri): Promise<void> {
    // Before anything was read there is nothing to keep up.
    if (!this.#logs) return;
    const place = await this.placeOf(uri);
    if (!place?.open.log.refresh(place.path)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changed.fire(), settle);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#reloading);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
