import { relative, sep } from 'node:path';
import * as vscode from 'vscode';
import type { ActionLog } from '../../actions/log.ts';
import type { Me } from '../../actions/mine.ts';
import type { DecisionLogs, OpenLog } from '../decisionLogs.ts';
import { actionSettings, meetingSettings } from '../settings.ts';

/** The actions of a workspace folder, read. */
export interface OpenActions {
  /** The folder, its root and its repository. */
  readonly open: OpenLog;
  readonly log: ActionLog;
  /** Who git says is working here. */
  readonly me: Me;
}

const files = '**/*.{md,markdown,mdx,txt,rst,adoc,asciidoc,org}';
const extensions = ['md', 'markdown', 'mdx', 'txt', 'rst', 'adoc', 'asciidoc', 'org'];
/** Milliseconds in which changes are gathered before views are told: a checkout changes many files at once. */
const settle = 80;

/**
 * The actions of the window's folders. Nothing is read before somebody asks; from then on each log follows its files, and
 * `onDidChange` tells when one of them, or a decision log, is different.
 */
export class ActionLogs implements vscode.Disposable {
  readonly #logs: DecisionLogs;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable[] = [this.#changed];
  /** For which folders they are: other folders, or another HEAD, are another list. */
  #of: readonly OpenLog[] | undefined;
  #opened: Promise<readonly OpenActions[]> = Promise.resolve([]);
  #watching = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(logs: DecisionLogs) {
    this.#logs = logs;
  }

  /** Every folder's actions, read on the first call. */
  async all(): Promise<readonly OpenActions[]> {
    this.#watch();
    const of = await this.#logs.all();
    if (of !== this.#of) {
      const before = await this.#opened.catch(() => []);
      this.#of = of;
      this.#opened = this.#open(of, before);
    }
    return this.#opened;
  }

  /** Takes note of a file that we have written, without waiting for a watcher. */
  async written({ log }: OpenActions, path: string): Promise<void> {
    for (const each of await this.#opened) if (each.log.root === log.root) each.log.refresh(path);
    this.#changed.fire();
  }

  /** Reads everything anew. */
  reload(): void {
    this.#of = undefined;
    this.#opened = Promise.resolve([]);
    this.#changed.fire();
  }

  async #open(of: readonly OpenLog[], before: readonly OpenActions[]): Promise<readonly OpenActions[]> {
    if (!of.length) return [];
    const [{ ActionLog }, { actionReader }, { identity }, { listFiles }, { walk }, { realpath }] = await Promise.all([
      import('../../actions/log.ts'),
      import('../../meetings/actionReader.ts'),
      import('../../git/identity.ts'),
      import('../../git/files.ts'),
      import('../../records/files.ts'),
      import('node:fs/promises'),
    ]);
    const reader = await actionReader();
    return Promise.all(
      of.map(async (open): Promise<OpenActions> => {
        const { root } = open.log;
        const { repository, workspaceFolder } = open;
        const who = repository && (await identity(repository));
        const me = who ? [who.name, who.email] : [];
        const known = before.find((each) => each.log.root === root && each.open.workspaceFolder === workspaceFolder);
        if (known) {
          await known.log.catchUp();
          return { open, log: known.log, me };
        }
        const folder = await realpath(workspaceFolder.uri.fsPath);
        const within = relative(root, folder).split(sep).join('/');
        const { folders, list } = actionSettings(workspaceFolder.uri);
        const summaries = meetingSettings(workspaceFolder.uri).folder;
        const log = new ActionLog(root, {
          reader,
          folders,
          also: [list, ...(summaries ? [summaries] : [])],
          listFiles: () =>
            repository ? listFiles(repository, { ...(within && { under: [within] }), extensions }) : walk(root),
        });
        await log.load();
        return { open, log, me };
      }),
    );
  }

  #watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    const watcher = vscode.workspace.createFileSystemWatcher(files);
    const deletions = vscode.workspace.createFileSystemWatcher('**', true, true, false);
    this.#subscriptions.push(
      watcher,
      watcher.onDidCreate((uri) => this.#refresh(uri)),
      watcher.onDidChange((uri) => this.#refresh(uri)),
      watcher.onDidDelete((uri) => this.#refresh(uri)),
      deletions,
      deletions.onDidDelete((uri) => this.#forgetFolder(uri)),
      this.#logs.onDidChange(() => this.#changed.fire()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (['actions', 'meetings'].some((name) => change.affectsConfiguration(`leadHabits.${name}`))) this.reload();
        else if (change.affectsConfiguration('leadHabits.me') || change.affectsConfiguration('leadHabits.week')) {
          this.#changed.fire();
        }
      }),
    );
  }

  async #refresh(uri: vscode.Uri): Promise<void> {
    await this.#note(uri, (log, path) => log.refresh(path));
  }

  /** Of a deleted folder's files no watcher speaks. */
  async #forgetFolder(uri: vscode.Uri): Promise<void> {
    await this.#note(uri, (log, path) => log.forgetFolder(path));
  }

  /** Has every log of the repository that a file is in take note of it: two folders may be in one. */
  async #note(uri: vscode.Uri, take: (log: ActionLog, path: string) => boolean): Promise<void> {
    // Before anything was read there is nothing to keep up.
    if (!this.#of) return;
    const place = await this.#logs.placeOf(uri);
    if (!place) return;
    const around = (await this.#opened).filter(({ log }) => log.root === place.open.log.root);
    if (around.map(({ log }) => take(log, place.path)).includes(true)) this.#tell();
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changed.fire(), settle);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
