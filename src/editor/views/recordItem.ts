import * as vscode from 'vscode';
import type { DecisionRecord, Reference, Status } from '../../decisions/record.ts';
import { appendWords } from '../appendWords.ts';
import type { OpenLog } from '../decisionLogs.ts';
import { filesGoverned } from './governedRows.ts';
import { type RecordRow, rowId } from './rows.ts';

/** A status's codicon. */
export const statusIcons: Record<Status, string> = {
  proposed: 'circle-outline',
  accepted: 'pass',
  rejected: 'circle-slash',
  deprecated: 'archive',
  superseded: 'history',
  unknown: 'question',
};
/** @param files how many files the record governs; undefined while that is not known. */
export function recordItem(row: RecordRow, sameNumber: string | undefined, files: number | undefined): vscode.TreeItem {
  const { open, record, toRevisit } = row;
  const { status, date, deciders } = record;
  const label = nameOf(record);
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, files === 0 || toRevisit ? None : Collapsed);
  const uri = uriOf(open, record);
  item.id = rowId(row);
  item.iconPath = new vscode.ThemeIcon(toRevisit ? 'calendar' : statusIcons[status]);
  const facts = [deciders[0]?.split(' ')[0], date === null ? undefined : nearbyDate(date)].filter(
    (fact) => fact !== undefined,
  );
  const governs = status === 'accepted' && files ? filesGoverned(files) : undefined;
  const since = toRevisit && record.revisit ? vscode.l10n.t('since {0}', nearbyDate(record.revisit)) : undefined;
  const amended = amendedSentence(open, record);
  const notable = [since, amended, toRevisit ? undefined : governs].filter((fact) => fact !== undefined);
  // Among those to revisit it is the day that matters; in its status the row says whose number it shares.
  const clash = toRevisit ? undefined : sameNumber;
  item.description = clash ? vscode.l10n.t('number also: {0}', clash) : (notable.length ? notable : facts).join(', ');
  if (clash) item.iconPath = new vscode.ThemeIcon('warning');
  item.tooltip = tooltip(open, record, governs, sameNumber);
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
function tooltip(
  open: OpenLog,
  record: DecisionRecord,
  governs: string | undefined,
  sameNumber: string | undefined,
): vscode.MarkdownString {
  const { status, statusText, date, deciders, path } = record;
  const text = new vscode.MarkdownString();
  const fact = (name: string, value: string) => appendWords(text.appendMarkdown(`\n\n**${name}** `), value);
  appendWords(text, nameOf(record));
  // A narrow row has no room for it beside a long title.
  if (sameNumber) fact(vscode.l10n.t('Number also of'), sameNumber);
  fact(
    vscode.l10n.t('Status'),
    statusText && statusText.toLowerCase() !== status ? `${statusName(status)} (${statusText})` : statusName(status),
  );
  if (date) fact(vscode.l10n.t('Date'), date);
  if (deciders.length) fact(vscode.l10n.t('Decision-makers'), deciders.join(', '));
  if (governs) fact(vscode.l10n.t('Governs'), governs);
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
    appendWords(appendWords(text.appendMarkdown('\n\n**'), name).appendMarkdown('** '), values.join(', '));
  }
  return appendWords(text.appendMarkdown('\n\n'), path);
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
