import { posix } from 'node:path';
import * as vscode from 'vscode';
import { HumanError } from '../../humanError.ts';
import { lastByPractice } from '../../practices/journalDocuments.ts';
import type { Practice, Store } from '../../practices/practice.ts';
import { type Due, practicesDue, practicesFor } from '../../practices/suggest.ts';
import type { TemplateError } from '../../records/templates.ts';
import { beginPractice } from '../practiceDocuments.ts';
import { type Practices, readPractices } from '../practices.ts';
import { sentence, withoutIcons } from '../report.ts';
import { weekSettings } from '../settings.ts';
import { shortDate } from '../shortDate.ts';
import { situations } from '../situations.ts';
import type { Surroundings } from '../surroundings.ts';
import { localDate } from '../today.ts';
import type { IndicatorRow } from '../week/indicatorSource.ts';

/**
 * "Lead: New...": the practices, first those that fit what the user is doing; the chosen one's document opens in its store.
 *
 * @param id a practice that is chosen already, as a key binding or a row of a view names it.
 */
export async function newPractice(surroundings: Surroundings, id?: string): Promise<void> {
  const practices = await readPractices(surroundings.logs, surroundings.context.extensionUri);
  const named = practices.all.find((each) => each.id === id);
  if (id !== undefined && !named) {
    throw new HumanError('There is no practice named {0}. "Lead: New..." lists those that there are.', [id]);
  }
  const practice = named ?? (await choose(practices, await offersOf(surroundings, practices)));
  if (practice) await beginPractice(surroundings, practices, practice);
}

interface Row extends vscode.QuickPickItem {
  readonly practice?: Practice;
  readonly problem?: TemplateError;
}

/** What is offered before the groups of the catalogue. */
interface Offers {
  readonly now: readonly Practice[];
  readonly due: readonly Due[];
}

async function offersOf(surroundings: Surroundings, { all }: Practices): Promise<Offers> {
  const now = practicesFor(all, await situations(surroundings), await openInPlan(surroundings));
  const paths = (await (await surroundings.journal.existing())?.paths()) ?? [];
  const last = lastByPractice(paths, weekSettings().firstDay);
  const others = all.filter((each) => !now.includes(each));
  return { now, due: practicesDue(others, last, localDate()) };
}

/** Practices that the plan's present phase has open. */
async function openInPlan({ plan }: Surroundings): Promise<Set<string>> {
  const items = (await plan.state())?.now?.items ?? [];
  return new Set(items.flatMap(({ done, item: { practice } }) => (done || !practice ? [] : [practice])));
}

async function choose(practices: Practices, { now, due }: Offers): Promise<Practice | undefined> {
  const rows: Row[] = [];
  const separator = (label: string) => rows.push({ label, kind: vscode.QuickPickItemKind.Separator });
  if (now.length) {
    separator(vscode.l10n.t('For what you are doing now'));
    rows.push(...now.map((practice) => rowOf(practice)));
  }
  if (due.length) {
    separator(vscode.l10n.t('It has been a while'));
    rows.push(...due.map(({ practice, last }) => rowOf(practice, last)));
  }
  const offered = new Set([...now, ...due.map(({ practice }) => practice)]);
  for (const group of new Set(practices.all.map((each) => each.group))) {
    separator(vscode.l10n.t(group));
    rows.push(...practices.all.filter((each) => each.group === group && !offered.has(each)).map((each) => rowOf(each)));
  }
  if (practices.problems.length) {
    separator(vscode.l10n.t('Cannot be used'));
    rows.push(
      ...practices.problems.map((problem) => ({ label: `$(warning) ${withoutIcons(sentence(problem))}`, problem })),
    );
  }
  const row = await vscode.window.showQuickPick(rows, {
    title: vscode.l10n.t('New'),
    placeHolder: vscode.l10n.t('What do you want to begin?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (row?.problem) await openProblem(row.problem);
  return row?.practice;
}

async function openProblem({ args: [file = '', line] }: TemplateError): Promise<void> {
  // What is not there, or no text, cannot be shown: its folder or its setting is.
  if (line === undefined && !file.endsWith('.hbs')) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'leadHabits.practices.folder');
    return;
  }
  const place = new vscode.Position(Math.max(0, (Number(line) || 1) - 1), 0);
  await vscode.window.showTextDocument(vscode.Uri.file(file), { selection: new vscode.Range(place, place) });
}

/** @param last the day of the last document, where it is said. */
function rowOf(practice: Practice, last?: string): Row {
  const cue = withoutIcons(vscode.l10n.t(practice.cue));
  return {
    label: withoutIcons(vscode.l10n.t(practice.title)),
    description: storeName(practice.store),
    detail: last ? vscode.l10n.t('When {0}; last on {1}', cue, shortDate(last)) : vscode.l10n.t('When {0}', cue),
    practice,
  };
}

function storeName(store: Store): string {
  switch (store) {
    case 'team':
      return vscode.l10n.t('in the repository');
    case 'journal':
      return vscode.l10n.t('private');
    case 'draft':
      return vscode.l10n.t('private until published');
    case 'secret':
      return vscode.l10n.t('private for good');
    case 'either':
      return vscode.l10n.t('private or in the repository');
    case 'local':
      return vscode.l10n.t('into the open text');
  }
}

/** "Lead: Begin": what mends an indicator, with what is known of it filled in. */
export async function beginFor(surroundings: Surroundings, row?: IndicatorRow): Promise<void> {
  if (!row) return;
  const { kind, practice: id, about, path, open } = row.indicator;
  if (kind === 'no second expert') {
    const uri = vscode.Uri.joinPath(vscode.Uri.file(open.log.root), path);
    const document = await vscode.workspace.openTextDocument(uri);
    const at = document.positionAt(Math.max(0, document.getText().search(/^second:/m)));
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at), preview: false });
    return;
  }
  const practices = await readPractices(surroundings.logs, surroundings.context.extensionUri);
  const practice = practices.all.find((each) => each.id === id);
  const guess =
    kind === 'repeated fixes' ? vscode.l10n.t('Fixes in {0}', posix.basename(about)) : posix.basename(about);
  const paths = [/\.\w+$/.test(about) ? about : `${about}/**`];
  if (practice) await beginPractice(surroundings, practices, practice, { guess, paths, open });
}
