import * as vscode from 'vscode';
import { isMarkdown } from '../decisions/naming.ts';
import type { DecisionRecord } from '../decisions/record.ts';
import { HumanError } from '../humanError.ts';
import { readForEdit, resolveInside } from '../records/files.ts';
import type { DecisionLogs, OpenLog, Place } from './decisionLogs.ts';
import { withoutIcons } from './report.ts';
import { statusName } from './views/recordItem.ts';
import type { DecisionRow } from './views/rows.ts';

/** A record that a command is about, with its text as it is on disk. */
export interface Target {
  readonly open: OpenLog;
  readonly record: DecisionRecord;
  readonly uri: vscode.Uri;
  readonly text: string;
}

/**
 * The record that a command is about: that of a tree row, of a given file, of the active editor, or one that is picked.
 * Typed text is saved first, so that it and what the command changes are told apart in the file's history.
 *
 * @param title the command's, for the pick.
 * @returns undefined where nothing was picked.
 * @throws HumanError for a record that is only read.
 */
export async function recordTarget(
  logs: DecisionLogs,
  target: DecisionRow | vscode.Uri | undefined,
  title: string,
): Promise<Target | undefined> {
  const place = await placeOf(logs, target, title);
  if (!place) return undefined;
  const { open, path } = place;
  if (!isMarkdown(path)) throw new HumanError('{0} is not Markdown, and is only read. Change it by hand.', [path]);
  const uri = vscode.Uri.joinPath(vscode.Uri.file(open.log.root), path);
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  // Nothing is written where nothing is changed; a document that was typed in while it was saved is said to be clean.
  await document?.save();
  const text = await readForEdit(await resolveInside(open.log.root, path));
  open.log.refresh(path);
  const record = open.log.recordAt(path);
  if (!record) throw new HumanError('{0} is not a decision record. Open one, then try again.', [path]);
  return { open, record, uri, text };
}

async function placeOf(
  logs: DecisionLogs,
  target: DecisionRow | vscode.Uri | undefined,
  title: string,
): Promise<Place | undefined> {
  if (target && !(target instanceof vscode.Uri)) {
    return target.kind === 'record' ? { open: target.open, path: target.record.path } : undefined;
  }
  const uri = target ?? vscode.window.activeTextEditor?.document.uri;
  const place = uri && (await logs.placeOf(uri));
  if (place?.open.log.recordAt(place.path)) return place;
  return pickRecord(logs, title, (await logs.all()).flatMap(recordsOf));
}

/** A record and the log that it is in. */
export interface Choice {
  readonly open: OpenLog;
  readonly record: DecisionRecord;
}

/** The records of a log that can be written, newest first. */
export function recordsOf(open: OpenLog): Choice[] {
  return open.log.records.filter(({ path }) => isMarkdown(path)).map((record) => ({ open, record }));
}

async function pickRecord(logs: DecisionLogs, title: string, choices: readonly Choice[]): Promise<Place | undefined> {
  if (!choices.length) {
    throw new HumanError('There is no decision record here yet. Write one with "Lead: New Decision Record".');
  }
  const several = (await logs.all()).length > 1;
  const picked = await vscode.window.showQuickPick(
    choices.map((choice) => ({ ...recordItem(choice, several), choice })),
    { title, placeHolder: vscode.l10n.t('Which decision record?'), matchOnDescription: true },
  );
  return picked && { open: picked.choice.open, path: picked.choice.record.path };
}

/** A record as a row of a quick pick. */
export function recordItem({ open, record }: Choice, several: boolean): vscode.QuickPickItem {
  const { number, title, status, path } = record;
  return {
    label: withoutIcons(number === null ? title : `${number} ${title}`),
    description: withoutIcons([statusName(status), ...(several ? [open.workspaceFolder.name] : [])].join(', ')),
    detail: withoutIcons(path),
  };
}
