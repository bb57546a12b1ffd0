import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { DecisionRecord, Status } from '../../decisions/record.ts';
import { isRevisitDue } from '../../decisions/revisitDue.ts';
import type { DecisionLogs, OpenLog } from '../decisionLogs.ts';
import type { GovernedFiles } from '../governedFiles.ts';
import type { NumberClashes } from '../numberClashes.ts';
import { sentence } from '../report.ts';
import { localDate } from '../today.ts';
import { fileItem, governedRows, moreItem } from './governedRows.ts';
import { recordItem, statusName } from './recordItem.ts';
import type { DecisionRow, FolderRow, RecordRow, RevisitRow, StatusRow } from './rows.ts';

const order: readonly Status[] = ['proposed', 'accepted', 'rejected', 'deprecated', 'superseded', 'unknown'];
/** What is settled and past stays folded until somebody looks. */
const folded: ReadonlySet<Status> = new Set(['rejected', 'deprecated', 'superseded']);

/** The tree view *Decisions*: records by status, newest first, following their files. */
export class DecisionsView implements vscode.TreeDataProvider<DecisionRow>, vscode.Disposable {
  readonly #logs: DecisionLogs;
  readonly #clashes: NumberClashes;
  readonly #governed: GovernedFiles;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<DecisionRow>;
  readonly #subscriptions: vscode.Disposable[];
  #filter = '';

  constructor(logs: DecisionLogs, clashes: NumberClashes, governed: GovernedFiles) {
    this.#logs = logs;
    this.#clashes = clashes;
    this.#governed = governed;
    this.#view = vscode.window.createTreeView('leadHabits.decisions', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#subscriptions = [
      this.#changed,
      this.#view,
      logs.onDidChange(() => this.#changed.fire(undefined)),
      clashes.onDidChange(() => this.#changed.fire(undefined)),
      governed.onDidChange(() => this.#changed.fire(undefined)),
    ];
  }

  /** Words that a shown record's number, title, status, people or tags must hold; empty shows all. */
  get filter(): string {
    return this.#filter;
  }

  set filter(words: string) {
    this.#filter = words;
    void vscode.commands.executeCommand('setContext', 'leadHabits.decisionsFiltered', words !== '');
    this.#changed.fire(undefined);
  }

  /** Selects a record's row, opening what it is in. */
  async reveal(record: DecisionRecord): Promise<void> {
    for (const row of await this.#rows()) {
      const found = await this.#find(row, record);
      if (found) await this.#view.reveal(found, { select: true, focus: true, expand: true });
    }
  }

  async #find(row: DecisionRow, record: DecisionRecord): Promise<RecordRow | undefined> {
    if (row.kind === 'file' || row.kind === 'more') return undefined;
    if (row.kind === 'record') return row.record.path === record.path ? row : undefined;
    for (const child of await this.getChildren(row)) {
      const found = await this.#find(child, record);
      if (found) return found;
    }
    return undefined;
  }

  async getChildren(row?: DecisionRow): Promise<DecisionRow[]> {
    switch (row?.kind) {
      case undefined:
        return this.#rows();
      case 'folder':
        return groupsOf(row.open, row.folder, this.#shown(row.open, row.folder));
      case 'revisit':
        return row.records.map((record) => ({ kind: 'record', open: row.open, record, toRevisit: true }));
      case 'status':
        return row.records.map((record) => ({ kind: 'record', open: row.open, record }));
      case 'record':
        // The files that it governs stand below its row in its status.
        return row.toRevisit ? [] : governedRows(row, await this.#governed.of(row.open, row.record));
      case 'file':
      case 'more':
        return [];
    }
  }

  async #rows(): Promise<DecisionRow[]> {
    const open = await this.#logs.all();
    const total = open.reduce((sum, { log }) => sum + log.records.length, 0);
    const groups = open.flatMap((each) =>
      each.log.folders
        .map((folder): FolderRow => ({ kind: 'folder', open: each, folder }))
        .filter((group) => this.#shown(each, group.folder).length),
    );
    const shown = groups.reduce((sum, group) => sum + this.#shown(group.open, group.folder).length, 0);
    // A view with a message shows no welcome content, which says that nothing was found and how to go back.
    const [problem] = open.flatMap(({ log }) => log.problems);
    if (this.#filter) this.#view.message = shown ? vscode.l10n.t('"{0}": {1} of {2}', this.#filter, shown, total) : '';
    else this.#view.message = problem && shown ? sentence(problem) : '';
    void vscode.commands.executeCommand(
      'setContext',
      'leadHabits.noRepository',
      vscode.workspace.isTrusted && open.some(({ repository }) => !repository),
    );
    // Before it is known what there is, the view says nothing about it.
    void vscode.commands.executeCommand('setContext', 'leadHabits.decisionsRead', true);
    const [only] = groups;
    if (groups.length === 1 && only) return this.getChildren(only);
    return groups;
  }

  #shown({ log }: OpenLog, folder: string): DecisionRecord[] {
    const words = this.#filter.toLowerCase().split(/\s+/).filter(Boolean);
    return log.records.filter((record) => {
      if (posix.dirname(record.path) !== folder) return false;
      if (!words.length) return true;
      const { number, title, status, statusText, deciders, tags, teamFields } = record;
      const own = teamFields.flatMap(({ values }) => values);
      const text = [number ?? '', title, status, statusText ?? '', ...deciders, ...tags, ...own]
        .join(' ')
        .toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }

  getParent(row: DecisionRow): Promise<DecisionRow | undefined> {
    return this.#parentOf(row);
  }

  async #parentOf(row: DecisionRow): Promise<DecisionRow | undefined> {
    if (row.kind === 'file' || row.kind === 'more') return row.of;
    const roots = await this.#rows();
    if (row.kind === 'folder') return undefined;
    for (const root of roots) {
      if (row.kind === 'status' || row.kind === 'revisit') {
        if (root.kind === 'folder' && root.folder === row.folder && root.open === row.open) return root;
        continue;
      }
      const groups = root.kind === 'folder' ? await this.getChildren(root) : [root];
      for (const group of groups) {
        const kind = row.toRevisit ? 'revisit' : 'status';
        if (group.kind === kind && group.records.some(({ path }) => path === row.record.path)) return group;
      }
    }
    return undefined;
  }

  getTreeItem(row: DecisionRow): vscode.TreeItem {
    switch (row.kind) {
      case 'folder':
        return folderItem(row);
      case 'revisit':
        return revisitItem(row);
      case 'status':
        return statusItem(row, this.#filter !== '');
      case 'record':
        return recordItem(
          row,
          this.#clashes.of(row.open, row.record.path),
          this.#governed.known(row.open, row.record)?.length,
        );
      case 'file':
        return fileItem(row);
      case 'more':
        return moreItem(row);
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** What it is time to look at, then everything by status. */
function groupsOf(open: OpenLog, folder: string, records: readonly DecisionRecord[]): DecisionRow[] {
  const today = localDate();
  const due = records
    .filter((record) => isRevisitDue(record, today))
    .sort((a, b) => (a.revisit ?? '').localeCompare(b.revisit ?? ''));
  const toRevisit: RevisitRow = { kind: 'revisit', open, folder, records: due };
  return [...(due.length ? [toRevisit] : []), ...byStatus(open, folder, records)];
}

function byStatus(open: OpenLog, folder: string, records: readonly DecisionRecord[]): StatusRow[] {
  return order
    .map(
      (status): StatusRow => ({
        kind: 'status',
        open,
        folder,
        status,
        records: records.filter((each) => each.status === status),
      }),
    )
    .filter((group) => group.records.length);
}

function folderItem({ open, folder }: FolderRow): vscode.TreeItem {
  const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  const item = new vscode.TreeItem(folder, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `${open.log.root}\n${folder}`;
  item.iconPath = vscode.ThemeIcon.Folder;
  if (several) item.description = open.workspaceFolder.name;
  item.contextValue = 'decisionFolder';
  return item;
}

function revisitItem({ open, folder, records }: RevisitRow): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('To revisit'), vscode.TreeItemCollapsibleState.Expanded);
  item.id = `${open.log.root}\n${folder}\nrevisit`;
  item.description = String(records.length);
  item.tooltip = vscode.l10n.t('Decisions whose outcome it is time to look at');
  item.contextValue = 'decisionRevisit';
  item.accessibilityInformation = {
    label: vscode.l10n.t('To revisit, {0} decision records', records.length),
  };
  return item;
}

function statusItem({ open, folder, status, records }: StatusRow, filtered: boolean): vscode.TreeItem {
  const state =
    folded.has(status) && !filtered
      ? vscode.TreeItemCollapsibleState.Collapsed
      : vscode.TreeItemCollapsibleState.Expanded;
  const item = new vscode.TreeItem(statusName(status), state);
  item.id = `${open.log.root}\n${folder}\n${status}${filtered ? '\nfiltered' : ''}`;
  item.description = String(records.length);
  item.contextValue = 'decisionStatus';
  item.accessibilityInformation = {
    label:
      records.length === 1
        ? vscode.l10n.t('{0}, 1 decision record', statusName(status))
        : vscode.l10n.t('{0}, {1} decision records', statusName(status), records.length),
  };
  return item;
}
