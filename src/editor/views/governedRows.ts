import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { FileRow, MoreRow, RecordRow } from './rows.ts';

const mostRows = 200;
/** As the explorer orders names: 9 before 10. */
const byName = new Intl.Collator(undefined, { numeric: true });

/** The rows below a decision's own. */
export function governedRows(of: RecordRow, paths: readonly string[]): (FileRow | MoreRow)[] {
  const ordered = [...paths].sort(byName.compare).slice(0, mostRows);
  const shown = ordered.map((path): FileRow => ({ kind: 'file', of, path }));
  const count = paths.length - shown.length;
  return count ? [...shown, { kind: 'more', of, count }] : shown;
}

/** A file with its folder, its icon and its git state, as in the explorer. */
export function fileItem({ of, path }: FileRow): vscode.TreeItem {
  const uri = vscode.Uri.joinPath(vscode.Uri.file(of.open.log.root), path);
  const item = new vscode.TreeItem(posix.basename(path), vscode.TreeItemCollapsibleState.None);
  const folder = posix.dirname(path);
  item.id = `${of.open.log.root}\n${of.record.path}\n${path}`;
  item.resourceUri = uri;
  item.iconPath = vscode.ThemeIcon.File;
  item.description = folder === '.' ? '' : folder;
  item.tooltip = path;
  item.contextValue = 'governedFile';
  item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri, { preview: true }] };
  item.accessibilityInformation = { label: path };
  return item;
}

export function moreItem({ of, count }: MoreRow): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('and {0} more', count), vscode.TreeItemCollapsibleState.None);
  item.id = `${of.open.log.root}\n${of.record.path}\n`;
  item.contextValue = 'moreGovernedFiles';
  return item;
}

/** "14 files": how many a decision governs, short enough for its row in a narrow side bar. */
export function filesGoverned(count: number): string {
  return count === 1 ? vscode.l10n.t('1 file') : vscode.l10n.t('{0} files', count);
}
