import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { DecisionRecord, Reference, Status } from '../../decisions/record.ts';
import { isRevisitDue } from '../../decisions/revisitDue.ts';
import type { DecisionLogs, OpenLog } from '../decisionLogs.ts';
import type { GovernedFiles } from '../governedFiles.ts';
import type { NumberClashes } from '../numberClashes.ts';
import { localDate } from '../today.ts';
import { type FileRow, fileItem, governedRows, governsSentence, type MoreRow, moreItem } from './governedRows.ts';

/** A row of the view: a folder of records (where there are several), a status, a record, or a file that it governs. */
export type DecisionRow = FolderRow | RevisitRow | StatusRow | RecordRow | FileRow | MoreRow;

interface FolderRow {
  readonly kind: 'folder';
  readonly open: OpenLog;
  readonly folder: string;
}

interface RevisitRow {
  readonly kind: 'revisit';
  readonly open: OpenLog;
  readonly folder: string;
  /** Decisions whose outcome it is time to look at, the longest due first. */
  readonly records: readonly DecisionRecord[];
}

interface StatusRow {
  readonly kind: 'status';
  readonly open: OpenLog;
  /** One folder's records, or those of all where there is only one. */
  readonly folder: string;
  readonly status: Status;
  readonly records: readonly DecisionRecord[];
}

export interface RecordRow {
  readonly kind: 'record';
  readonly open: OpenLog;
  readonly record: DecisionRecord;
  /** Whether it stands among those to revisit, rather than in its status. */
  readonly toRevisit?: boolean;
}

const order: readonly Status[] = ['proposed', 'accepted', 'rejected', 'deprecated', 'superseded', 'unknown'];
/** A status's codicon. */
export const statusIcons: Record<Status, string> = {
  proposed: 'circle-outline',
  accepted: 'pass',
  rejected: 'circle-slash',
  deprecated: 'archive',
  superseded: 'history',
  unknown: 'question',
};
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
        return governedRows(row, await this.#governed.of(row.open, row.record));
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
    this.#view.message = this.#filter && shown ? vscode.l10n.t('"{0}": {1} of {2}', this.#filter, shown, total) : '';
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

/** @param files how many files the record governs; undefined while that is not known. */
function recordItem(
  { open, record, toRevisit }: RecordRow,
  sameNumber: string | undefined,
  files: number | undefined,
): vscode.TreeItem {
  const { status, date, deciders } = record;
  const label = nameOf(record);
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, files === 0 ? None : Collapsed);
  const uri = uriOf(open, record);
  item.id = `${uri.toString()}${toRevisit ? '\nrevisit' : ''}`;
  item.iconPath = new vscode.ThemeIcon(toRevisit ? 'calendar' : statusIcons[status]);
  const facts = [deciders[0]?.split(' ')[0], date === null ? undefined : nearbyDate(date)].filter(
    (fact) => fact !== undefined,
  );
  const governs = status === 'accepted' && files ? governsSentence(files) : undefined;
  const since = toRevisit && record.revisit ? vscode.l10n.t('since {0}', nearbyDate(record.revisit)) : undefined;
  const amended = amendedSentence(open, record);
  const notable = [since, amended, governs].filter((fact) => fact !== undefined);
  item.description = sameNumber
    ? vscode.l10n.t('number also: {0}', sameNumber)
    : (notable.length ? notable : facts).join(', ');
  if (sameNumber) item.iconPath = new vscode.ThemeIcon('warning');
  item.tooltip = tooltip(open, record);
  item.contextValue = contextOf(record, toRevisit ?? false);
  item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri, { preview: true }] };
  item.accessibilityInformation = {
    label: [label, statusName(status), ...deciders, date ?? vscode.l10n.t('no date'), ...notable].join(', '),
  };
  return item;
}

/** What menus go by: the status, whether the record can be written, and whether its outcome is due. */
function contextOf({ status, path }: DecisionRecord, due: boolean): string {
  const writable = /\.(?:md|markdown|mdx)$/i.test(path);
  return ['decision', status, ...(writable ? ['writable', ...(due ? ['due'] : [])] : [])].join(' ');
}

/** `amended by 14`, on the row of a record that others change in part. */
function amendedSentence(open: OpenLog, { amendedBy, path }: DecisionRecord): string | undefined {
  if (!amendedBy.length) return undefined;
  const by = amendedBy.map((reference) => {
    const other = open.log.recordAt(open.log.resolve(reference, path));
    return String(other?.number ?? other?.title ?? reference.text);
  });
  return vscode.l10n.t('amended by {0}', by.join(', '));
}

/** The facts in full. The record's own words are text, never Markdown: a repository is not trusted. */
function tooltip(open: OpenLog, record: DecisionRecord): vscode.MarkdownString {
  const { title, status, statusText, date, deciders, path } = record;
  const text = new vscode.MarkdownString();
  const fact = (name: string, value: string) => text.appendMarkdown(`\n\n**${name}** `).appendText(value);
  text.appendText(title);
  fact(
    vscode.l10n.t('Status'),
    statusText && statusText.toLowerCase() !== status ? `${statusName(status)} (${statusText})` : statusName(status),
  );
  if (date) fact(vscode.l10n.t('Date'), date);
  if (deciders.length) fact(vscode.l10n.t('Decision-makers'), deciders.join(', '));
  const named = (references: readonly Reference[]) =>
    references
      .map((reference) => open.log.recordAt(open.log.resolve(reference, path)))
      .map((other, index) => (other ? nameOf(other) : (references[index]?.text ?? '')))
      .join(', ');
  if (record.amends.length) fact(vscode.l10n.t('Amends'), named(record.amends));
  if (record.amendedBy.length) fact(vscode.l10n.t('Amended by'), named(record.amendedBy));
  if (record.revisit) fact(vscode.l10n.t('Revisit'), record.revisit);
  if (record.outcome) fact(vscode.l10n.t('Outcome'), record.outcome);
  for (const { name, values } of record.teamFields) {
    text.appendMarkdown('\n\n**').appendText(name).appendMarkdown('** ').appendText(values.join(', '));
  }
  text.appendText(`\n\n${path}`);
  return text;
}

function nameOf({ number, title }: DecisionRecord): string {
  return number === null ? title : `${number} ${title}`;
}

/** A record's file. */
export function uriOf(open: OpenLog, { path }: DecisionRecord): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.file(open.log.root), path);
}

/** A status as a group's name, in the user's language. */
export function statusName(status: Status): string {
  const names: Record<Status, string> = {
    proposed: vscode.l10n.t('Proposed'),
    accepted: vscode.l10n.t('Accepted'),
    rejected: vscode.l10n.t('Rejected'),
    deprecated: vscode.l10n.t('Deprecated'),
    superseded: vscode.l10n.t('Superseded'),
    unknown: vscode.l10n.t('Unknown'),
  };
  return names[status];
}

/** A day as people say it: without the year while it is this one. @param date YYYY-MM-DD. */
export function nearbyDate(date: string): string {
  const day = new Date(`${date}T12:00:00`);
  const year = day.getFullYear() === new Date().getFullYear() ? {} : ({ year: 'numeric' } as const);
  return day.toLocaleDateString(vscode.env.language, { day: 'numeric', month: 'short', ...year });
}
