import * as vscode from 'vscode';
import { type Standing, standingOf } from '../../decisions/affects.ts';
import type { DecisionRecord } from '../../decisions/record.ts';
import { HumanError } from '../../humanError.ts';
import { type Governed, governedAt, nameOf } from '../navigation/governance.ts';
import { withoutIcons } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { nearbyDate, statusIcons, statusName, uriOf } from '../views/recordItem.ts';

type Choice = vscode.QuickPickItem & { readonly uri?: vscode.Uri; readonly begin?: boolean };

/** "Decisions for This File": those in force, then proposals, then what is past; and the way to a new one. */
export async function decisionsForFile(surroundings: Surroundings, target?: unknown): Promise<void> {
  const { logs } = surroundings;
  const uri = target instanceof vscode.Uri ? target : vscode.window.activeTextEditor?.document.uri;
  const governed = uri && (await governedAt(logs, uri));
  if (!governed) throw new HumanError('This file is in no open folder. Open a file of one, then try again.');
  const choice = await vscode.window.showQuickPick(choicesOf(governed), {
    title: vscode.l10n.t('Decisions for {0}', governed.path),
    placeHolder: governed.records.length
      ? vscode.l10n.t('Open a decision')
      : vscode.l10n.t('No decision names this file yet'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (choice?.uri) await vscode.window.showTextDocument(choice.uri, { preview: false });
  if (choice?.begin) {
    const { newDecision } = await import('./newDecision.ts');
    await newDecision(surroundings, [governed.path]);
  }
}

function choicesOf({ open, records }: Governed): Choice[] {
  const choices: Choice[] = [];
  let last: Standing | undefined;
  for (const record of records) {
    const standing = standingOf(record);
    if (standing !== last) choices.push({ label: nameOfStanding(standing), kind: vscode.QuickPickItemKind.Separator });
    last = standing;
    choices.push({
      label: withoutIcons(nameOf(record)),
      description: factsOf(record),
      detail: withoutIcons(record.path),
      iconPath: new vscode.ThemeIcon(statusIcons[record.status]),
      uri: uriOf(open, record),
    });
  }
  if (records.length) choices.push({ label: '', kind: vscode.QuickPickItemKind.Separator });
  return [
    ...choices,
    {
      label: vscode.l10n.t('New decision for this file...'),
      iconPath: new vscode.ThemeIcon('add'),
      alwaysShow: true,
      begin: true,
    },
  ];
}

function factsOf({ status, date }: DecisionRecord): string {
  return date === null ? statusName(status) : `${statusName(status)}, ${nearbyDate(date)}`;
}

function nameOfStanding(standing: Standing): string {
  const names: Record<Standing, string> = {
    governing: vscode.l10n.t('Governing'),
    proposal: vscode.l10n.t('Proposals'),
    unclear: vscode.l10n.t('Status unknown'),
    history: vscode.l10n.t('History'),
  };
  return names[standing];
}

/** Asks which of several records a mention means, and opens it. The paths come from a link of ours in a document. */
export async function openMentioned({ logs }: Surroundings, target?: unknown): Promise<void> {
  const paths = Array.isArray(target) ? target.filter((path) => typeof path === 'string') : [];
  const choices: Choice[] = [];
  for (const path of paths) {
    const uri = vscode.Uri.file(path);
    const place = await logs.placeOf(uri);
    const record = place?.open.log.recordAt(place.path);
    if (!record) continue;
    const icon = new vscode.ThemeIcon(statusIcons[record.status]);
    choices.push({
      label: withoutIcons(nameOf(record)),
      description: factsOf(record),
      detail: withoutIcons(record.path),
      iconPath: icon,
      uri,
    });
  }
  const choice = await vscode.window.showQuickPick(choices, {
    placeHolder: vscode.l10n.t('Which record is meant?'),
  });
  if (choice?.uri) await vscode.window.showTextDocument(choice.uri, { preview: false });
}
