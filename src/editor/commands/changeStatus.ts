import * as vscode from 'vscode';
import type { Status } from '../../decisions/record.ts';
import { statusEdits } from '../../decisions/statusEdit.ts';
import { type StatusChoice, statusChoices } from '../../decisions/statusWord.ts';
import { editRecords } from '../recordEdits.ts';
import { recordTarget, type Target } from '../recordTarget.ts';
import { withoutIcons } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { localDate } from '../today.ts';
import { mayWrite } from '../trust.ts';
import { statusIcons } from '../views/recordItem.ts';
import type { DecisionRow } from '../views/rows.ts';
import { offerRevisit } from './revisit.ts';

/** "Lead: Change Status...": another status for a record, in the record's own words. */
export async function changeStatus(surroundings: Surroundings, from?: DecisionRow | vscode.Uri): Promise<void> {
  if (!(await mayWrite())) return;
  const title = vscode.l10n.t('Change Status');
  const target = await recordTarget(surroundings.logs, from, title);
  if (!target) return;
  const choice = await pickStatus(target, title);
  if (!choice || choice.current) return;
  const { status, word, own } = choice;
  const { team } = target.open.log;
  const edits = statusEdits(target.text, status, localDate(), undefined, { team, word: own ? word : undefined });
  await editRecords(surroundings, [{ target, edits }]);
  if (status === 'accepted') await offerRevisit(surroundings, target);
}

async function pickStatus({ open, record, text }: Target, title: string): Promise<StatusChoice | undefined> {
  const items = statusChoices(text, open.log.team).map((choice) => ({
    label: `$(${statusIcons[choice.status]}) ${withoutIcons(choice.word)}`,
    description: descriptionOf(choice),
    choice,
  }));
  const pick = vscode.window.createQuickPick<(typeof items)[number]>();
  pick.title = title;
  pick.placeholder = vscode.l10n.t('The status of "{0}"', record.title);
  pick.items = items;
  pick.activeItems = items.filter(({ choice }) => choice.current).slice(0, 1);
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.choice);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function descriptionOf({ status, current, own }: StatusChoice): string {
  const meaning: Record<Exclude<Status, 'unknown'>, string> = {
    proposed: vscode.l10n.t('means proposed'),
    accepted: vscode.l10n.t('means accepted'),
    rejected: vscode.l10n.t('means rejected'),
    deprecated: vscode.l10n.t('means deprecated'),
    superseded: vscode.l10n.t('means superseded'),
  };
  return [...(own ? [meaning[status]] : []), ...(current ? [vscode.l10n.t('now')] : [])].join(', ');
}
