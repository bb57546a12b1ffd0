import * as vscode from 'vscode';
import { daysBetween, monthsAfter } from '../../decisions/checks/day.ts';
import { readDate } from '../../decisions/date.ts';
import { revisitEdits } from '../../decisions/revisit.ts';
import { editRecords } from '../recordEdits.ts';
import { recordTarget, type Target } from '../recordTarget.ts';
import type { Surroundings } from '../surroundings.ts';
import { localDate } from '../today.ts';
import { mayWrite } from '../trust.ts';
import type { DecisionRow } from '../views/rows.ts';

/** "Lead: Set Revisit Date...": when to look at what became of a decision. */
export async function setRevisit(surroundings: Surroundings, from?: DecisionRow | vscode.Uri): Promise<void> {
  if (!(await mayWrite())) return;
  const title = vscode.l10n.t('Set Revisit Date');
  const target = await recordTarget(surroundings.logs, from, title);
  if (!target) return;
  const { revisit } = target.record;
  const day = await pickDay(
    title,
    revisit === null
      ? vscode.l10n.t('When to look at the outcome of "{0}"', target.record.title)
      : vscode.l10n.t('Now {0}. When to look at the outcome instead', revisit),
    false,
  );
  if (day !== undefined) await write(surroundings, target, day);
}

/** Records for which the day was asked for once: nobody is asked twice. */
const memory = 'decisions.revisitOffered';
const most = 500;

/** Asks for a record that has just been accepted when to look at its outcome, unless that was asked before. */
export async function offerRevisit(surroundings: Surroundings, { open, record, uri }: Target): Promise<void> {
  const { workspaceState } = surroundings.context;
  const offered = workspaceState.get<string[]>(memory, []);
  const key = uri.toString();
  if (record.revisit !== null || offered.includes(key)) return;
  await workspaceState.update(memory, [...offered, key].slice(-most));
  const day = await pickDay(
    vscode.l10n.t('Look at the Outcome'),
    vscode.l10n.t('When to look at what became of "{0}"', record.title),
    true,
  );
  if (day === undefined) return;
  const target = await recordTarget(surroundings.logs, { kind: 'record', open, record }, '');
  if (target) await write(surroundings, target, day);
}

async function write(surroundings: Surroundings, target: Target, day: string): Promise<void> {
  const edits = revisitEdits(target.record.path, target.text, day);
  if (target.record.revisit !== day) await editRecords(surroundings, [{ target, edits }]);
}

async function pickDay(title: string, placeHolder: string, refusable: boolean): Promise<string | undefined> {
  const today = localDate();
  const [quarter, half, year] = [3, 6, 12].map((months) => monthsAfter(today, months)) as [string, string, string];
  const picked = await vscode.window.showQuickPick(
    [
      { label: vscode.l10n.t('In 3 months'), description: quarter, day: quarter },
      { label: vscode.l10n.t('In 6 months'), description: half, day: half },
      { label: vscode.l10n.t('In a year'), description: year, day: year },
      { label: vscode.l10n.t('Another day...'), day: 'other' },
      ...(refusable ? [{ label: vscode.l10n.t('Not now'), day: undefined }] : []),
    ],
    { title, placeHolder },
  );
  return picked?.day === 'other' ? askDay(title, quarter) : picked?.day;
}

async function askDay(title: string, example: string): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('A day as YYYY-MM-DD'),
    value: example,
    validateInput: (value) => {
      const day = readDate(value);
      if (day === undefined) return vscode.l10n.t('A day as YYYY-MM-DD, please.');
      return daysBetween(localDate(), day) < 0 ? vscode.l10n.t('{0} has passed. A later day, please.', day) : undefined;
    },
  });
  return answer === undefined ? undefined : readDate(answer);
}
