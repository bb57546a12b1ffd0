import * as vscode from 'vscode';
import type { Status } from '../../decisions/record.ts';
import { statusName } from './recordItem.ts';
import { type FolderRow, type RevisitRow, rowId, type StatusRow } from './rows.ts';

/** What is settled and past stays folded until somebody looks. */
const folded: ReadonlySet<Status> = new Set(['rejected', 'deprecated', 'superseded']);

/** A folder of records, where there are several. */
export function folderItem(row: FolderRow): vscode.TreeItem {
  const { open, folder } = row;
  const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  const item = new vscode.TreeItem(folder, vscode.TreeItemCollapsibleState.Expanded);
  item.id = rowId(row);
  item.iconPath = vscode.ThemeIcon.Folder;
  if (several) item.description = open.workspaceFolder.name;
  item.contextValue = 'decisionFolder';
  return item;
}

export function revisitItem(row: RevisitRow): vscode.TreeItem {
  const { records } = row;
  const item = new vscode.TreeItem(vscode.l10n.t('To revisit'), vscode.TreeItemCollapsibleState.Expanded);
  item.id = rowId(row);
  item.description = String(records.length);
  item.tooltip = vscode.l10n.t('Decisions whose outcome it is time to look at');
  item.contextValue = 'decisionRevisit';
  item.accessibilityInformation = {
    label: vscode.l10n.t('To revisit, {0} decision records', records.length),
  };
  return item;
}

/** @param filtered whether a filter is on: then what is folded may be what was looked for. */
export function statusItem(row: StatusRow, filtered: boolean): vscode.TreeItem {
  const { status, records } = row;
  const state =
    folded.has(status) && !filtered
      ? vscode.TreeItemCollapsibleState.Collapsed
      : vscode.TreeItemCollapsibleState.Expanded;
  const item = new vscode.TreeItem(statusName(status), state);
  item.id = `${rowId(row)}${filtered ? '\nfiltered' : ''}`;
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
