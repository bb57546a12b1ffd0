import * as vscode from 'vscode';
import { HumanError } from '../humanError.ts';
import type { Edit } from '../markdown/edit.ts';
import type { Journal } from '../practices/journal.ts';
import { gitBinary } from './gitExtension.ts';
import type { Reporter } from './report.ts';

/** Milliseconds of quiet after which what was written is committed. */
const quiet = 3000;

/**
 * The journal as the editor knows it: where it is, made on first use after one question, committed by itself when writing
 * has settled. Nothing is read before somebody asks.
 */
export class JournalStore implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #reporter: Reporter;
  readonly #changed = new vscode.EventEmitter<void>();
  /** Something in the journal is different. */
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable[] = [this.#changed];
  #known: { readonly folder: string; readonly journal: Journal } | undefined;
  #watcher: vscode.Disposable | undefined;
  #watched: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #told = '';

  constructor(context: vscode.ExtensionContext, reporter: Reporter) {
    this.#context = context;
    this.#reporter = reporter;
    this.#subscriptions.push(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (!change.affectsConfiguration('leadHabits.journal')) return;
        this.#known = undefined;
        this.#changed.fire();
      }),
      // A journal may not be in what is opened as the team's.
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#known = undefined;
        this.#changed.fire();
      }),
    );
  }

  /** The journal, if there is one: for views, which ask nothing and make nothing. It is looked at once. */
  async existing(): Promise<Journal | undefined> {
    const folder = this.#folder();
    if (this.#known?.folder !== folder) {
      const journal = await this.#open(folder, false).catch(() => undefined);
      if (!journal) return undefined;
      this.#known = { folder, journal };
      this.#watch(journal);
    }
    return this.#known.journal;
  }

  /** The journal for writing: on first use the user says where. @returns undefined where they would rather not. */
  async open(): Promise<Journal | undefined> {
    let journal = await this.#open(this.#folder(), false);
    while (!journal) {
      const folder = await this.#ask();
      if (folder === undefined) return undefined;
      try {
        journal = await this.#open(folder, true);
        if (folder !== this.#usual()) {
          const settings = vscode.workspace.getConfiguration('leadHabits');
          await settings.update('journal.folder', folder, vscode.ConfigurationTarget.Global);
        }
      } catch (error) {
        await this.#reporter.show(error);
      }
    }
    this.#watch(journal);
    return journal;
  }

  /** Changes a document of the journal where it stands; what is typed in it and not saved yet is saved first. */
  async edit(journal: Journal, path: string, edits: (text: string) => readonly Edit[]): Promise<void> {
    const file = vscode.Uri.file(await journal.fileOf(path)).toString();
    await vscode.workspace.textDocuments.find(({ uri, isDirty }) => isDirty && uri.toString() === file)?.save();
    await journal.edit(path, edits);
    this.written();
  }

  /** Says that a document was written; it is committed when writing has settled. */
  written(): void {
    this.#changed.fire();
    this.#settleSoon();
  }

  #settleSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#settle(), quiet);
  }

  /** Commits what has changed. What stands in the way is said once. */
  async #settle(): Promise<void> {
    try {
      const trouble = await (await this.#open(this.#folder(), false))?.settle();
      const told = trouble?.message ?? '';
      if (trouble && told !== this.#told) void this.#reporter.show(trouble);
      this.#told = told;
    } catch (error) {
      await this.#reporter.show(error);
    }
  }

  /**
   * Refuses what is the journal's, told by where it is alone: no command may take its words along to the team's files.
   *
   * @throws HumanError for a file of the journal.
   */
  async refuse(uri: vscode.Uri | undefined): Promise<void> {
    if (uri?.scheme !== 'file') return;
    const [{ isInside }, { realPath }] = await Promise.all([
      import('../records/files.ts'),
      import('../practices/journalPlace.ts'),
    ]);
    if (!isInside(await realPath(this.#folder()), await realPath(uri.fsPath))) return;
    throw new HumanError(
      'This text is in your journal, and stays there. "Lead: Publish to Team..." makes a draft of it visible to others.',
    );
  }

  #usual(): string {
    return vscode.Uri.joinPath(this.#context.globalStorageUri, 'journal').fsPath;
  }

  #folder(): string {
    // A repository may not say where private text goes: only the user's own settings are asked.
    const setting = vscode.workspace.getConfiguration('leadHabits').inspect<string>('journal.folder');
    return setting?.globalValue?.trim() || this.#usual();
  }

  async #open(folder: string, make: boolean): Promise<Journal | undefined> {
    const { Journal } = await import('../practices/journal.ts');
    const teamFolders = (vscode.workspace.workspaceFolders ?? [])
      .filter(({ uri }) => uri.scheme === 'file')
      .map(({ uri }) => uri.fsPath);
    return Journal.open({ folder, teamFolders, binary: await gitBinary() }, make);
  }

  async #ask(): Promise<string | undefined> {
    const usual = this.#usual();
    const here = vscode.l10n.t("$(lock) In VS Code's own folder");
    const choice = await vscode.window.showQuickPick(
      [
        { label: here, detail: usual },
        {
          label: vscode.l10n.t('$(folder) Choose a Folder...'),
          detail: vscode.l10n.t('An empty one outside of every repository, or a journal that you have already'),
        },
      ],
      {
        title: vscode.l10n.t('Your journal'),
        placeHolder: vscode.l10n.t('Where should it be? It is private: a git repository of its own, never pushed.'),
        ignoreFocusOut: true,
      },
    );
    if (!choice || choice.label === here) return choice && usual;
    const folders = await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      title: vscode.l10n.t('Your journal'),
      openLabel: vscode.l10n.t('Keep the Journal Here'),
    });
    return folders?.[0]?.fsPath;
  }

  #watch({ root }: Journal): void {
    if (this.#watched === root) return;
    this.#watched = root;
    this.#watcher?.dispose();
    const folder = vscode.Uri.file(root);
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**/*.md'));
    const written = () => this.written();
    this.#watcher = vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(written),
      watcher.onDidChange(written),
      watcher.onDidDelete(written),
    );
    // What the last window did not come to commit.
    this.#settleSoon();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#watcher?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
