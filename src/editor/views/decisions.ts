import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { DecisionRecord, Status } from '../../decisions/record.ts';
import { isRevisitDue } from '../../decisions/revisitDue.ts';
import type { DecisionLogs, OpenLog } from '../decisionLogs.ts';
import type { GovernedFiles } from '../governedFiles.ts';
import type { NumberClashes } from '../numberClashes.ts';
import { sentence } from '../report.ts';
import { localDate } from '../today.ts';
import { type DrawnGroup, DrawnRows } from './drawnRows.ts';
import { fileItem, governedRows, moreItem } from './governedRows.ts';
import { folderItem, revisitItem, statusItem } from './groupItems.ts';
import { recordItem } from './recordItem.ts';
import { type DecisionRow, type FolderRow, type RecordRow, type RevisitRow, rowId, type StatusRow } from './rows.ts';

const order: readonly Status[] = ['proposed', 'accepted', 'rejected', 'deprecated', 'superseded', 'unknown'];
/** The tree view *Decisions*: records by status, newest first, following their files. */
export class DecisionsView implements vscode.TreeDataProvider<DecisionRow>, vscode.Disposable {
  readonly #logs: DecisionLogs;
  readonly #clashes: NumberClashes;
  readonly #governed: GovernedFiles;
  readonly #changed = new vscode.EventEmitter<undefined | DecisionRow[]>();
  readonly #drawn = new DrawnRows<DecisionRow>();
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
    const follow = (files?: boolean) => void this.#follow(files).catch(() => this.#changed.fire(undefined));
    this.#subscriptions = [
      this.#changed,
      this.#view,
      logs.onDidChange(() => follow()),
      clashes.onDidChange(() => follow()),
      governed.onDidChange(() => follow(true)),
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
      case undefined: {
        const rows = await this.#rows();
        this.#drawn.follow(this.#groups(rows));
        return rows;
      }
      case 'folder':
        return this.#groupsOf(row);
      case 'revisit':
      case 'status':
        return this.#recordsOf(row);
      case 'record':
        // The files that it governs stand below its row in its status.
        return row.toRevisit ? [] : governedRows(row, await this.#governed.of(row.open, row.record));
      case 'file':
      case 'more':
        return [];
    }
  }

  /** Draws anew what is different; of what is opened, the governed files too, where they may be others. */
  async #follow(files = false): Promise<void> {
    // A view that nobody sees reads nothing: it is drawn when it is shown.
    if (!this.#view.visible) {
      this.#changed.fire(undefined);
      return;
    }
    const groups = this.#groups(await this.#rows());
    const different = this.#drawn.follow(groups);
    const opened = files ? groups.flatMap(({ below }) => below.map(({ row }) => row)) : [];
    const rows = different && [...new Set([...different, ...opened])];
    if (rows === undefined || rows.length) this.#changed.fire(rows);
  }

  #groups(rows: readonly DecisionRow[]): DrawnGroup<DecisionRow>[] {
    const groups = rows.flatMap((row) => (row.kind === 'folder' ? this.#groupsOf(row) : [row]));
    return groups.flatMap((row) => {
      if (row.kind !== 'status' && row.kind !== 'revisit') return [];
      const below = this.#recordsOf(row).map((each) => ({ id: rowId(each), row: each, item: this.getTreeItem(each) }));
      return [{ id: rowId(row), row, below }];
    });
  }

  #groupsOf({ open, folder }: FolderRow): (RevisitRow | StatusRow)[] {
    return groupsOf(open, folder, this.#shown(open, folder)).map((row) => this.#drawn.same(rowId(row), row));
  }

  #recordsOf(group: RevisitRow | StatusRow): RecordRow[] {
    const { open, records } = group;
    return records.map((record) => {
      const row: RecordRow = { kind: 'record', open, record, ...(group.kind === 'revisit' && { toRevisit: true }) };
      return this.#drawn.same(rowId(row), row);
    });
  }

  async #rows(): Promise<(FolderRow | RevisitRow | StatusRow)[]> {
    const open = await this.#logs.all();
    const total = open.reduce((sum, { log }) => sum + log.records.length, 0);
    const groups = open.flatMap((each) =>
      each.log.folders
        .map((folder): FolderRow => ({ kind: 'folder', open: each, folder }))
        .filter((group) => this.#shown(each, group.folder).length)
        .map((row) => this.#drawn.same(rowId(row), row)),
    );
    const shown = groups.reduce((sum, group) => sum + this.#shown(group.open, group.folder).length, 0);
    // A view with a message shows no welcome content, which says that nothing was found and how to go back.
    const [problem] = open.flatMap(({ log }) => log.problems);
    if (this.#filter) this.#view.message = shown ? vscode.l10n.t('"{0}": {1} of {2}', this.#filter, shown, total) : '';
    else this.#view.message = problem && shown ? sentence(problem) : '';
    void vscode.commands.executeCommand(
      'setContext',
      'leadHabits.noRepository',
      vscode.workspace.isTrusted && !groups.length && open.some(({ repository }) => !repository),
    );
    // Before it is known that nothing is there, the view says nothing: what it said would flash up, and take the focus away.
    void vscode.commands.executeCommand('setContext', 'leadHabits.decisionsEmpty', !groups.length);
    const [only] = groups;
    if (groups.length === 1 && only) return this.#groupsOf(only);
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
function groupsOf(open: OpenLog, folder: string, records: readonly DecisionRecord[]): (RevisitRow | StatusRow)[] {
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
