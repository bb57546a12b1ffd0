import * as vscode from 'vscode';
import { daysAfter } from '../../actions/days.ts';
import { HumanError } from '../../humanError.ts';
import type { Edit } from '../../markdown/edit.ts';
import { catalogue } from '../../practices/catalogue/all.ts';
import { draftDocument } from '../../practices/document.ts';
import type { Journal } from '../../practices/journal.ts';
import { readPlan } from '../../practices/plan.ts';
import { dateItem, pausePlan as pausing, resumePlan as resuming, startPlanOn } from '../../practices/planEdit.ts';
import { findTemplate } from '../../records/templates.ts';
import { askDay } from '../askDay.ts';
import type { JournalStore } from '../journalStore.ts';
import type { Surroundings } from '../surroundings.ts';
import { localDate } from '../today.ts';
import { openPlanAt, type PlanRow } from '../views/plan.ts';

const path = 'plan.md';

/** "Lead: Start 90-Day Plan": asks for the first day; a plan that is there already moves to it. */
export async function startPlan({ journal: store, context }: Surroundings): Promise<void> {
  const journal = await store.open();
  if (!journal) return;
  const text = await journal.read(path);
  const start = await askDay({
    title: vscode.l10n.t('90-Day Plan'),
    prompt:
      text === undefined
        ? vscode.l10n.t('Its first day')
        : vscode.l10n.t('Its first day; everything in the plan moves with it'),
    value: (text === undefined ? undefined : readPlan(text).start) ?? localDate(),
  });
  if (!start) return;
  if (text !== undefined) {
    await change(store, journal, (now) => startPlanOn(now, start));
  } else {
    const builtIn = vscode.Uri.joinPath(context.extensionUri, 'templates', 'practices').fsPath;
    const title = vscode.l10n.t(catalogue.find(({ id }) => id === 'plan-90')?.title ?? '');
    const draft = await draftDocument(await findTemplate('plan-90', { builtIn }), { heading: title, date: start });
    await journal.begin(path, draft.text);
  }
  store.written();
  await vscode.commands.executeCommand('leadHabits.plan.focus');
}

/** "Lead: Open 90-Day Plan": the file itself, at an item. */
export async function openPlan({ journal: store }: Surroundings, row?: PlanRow): Promise<void> {
  const journal = await planOf(store.existing());
  await openPlanAt(journal, row?.kind === 'item' ? row.state.item : undefined);
}

/** "Lead: New Date for Plan Item...": a day of its own for an item, or none. */
export async function datePlanItem({ journal: store }: Surroundings, row?: PlanRow): Promise<void> {
  const journal = await planOf(store.existing());
  const item = row?.kind === 'item' ? row.state.item : await pickItem(journal);
  if (!item) return;
  const by = await askDay({
    title: item.text,
    prompt: vscode.l10n.t('By when? Leave it empty for no day of its own.'),
    value: item.by ?? '',
    orNone: true,
  });
  if (by === undefined) return;
  await change(store, journal, (text) => dateItem(text, item, by || undefined));
}

async function pickItem(journal: Journal) {
  const items = readPlan((await journal.read(path)) ?? '').phases.flatMap((phase) =>
    phase.items.map((item) => ({ label: item.text, description: phase.title, item })),
  );
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('90-Day Plan'),
    placeHolder: vscode.l10n.t('Which item?'),
  });
  return choice?.item;
}

/** "Lead: Pause Plan...": days off do not count; with or without an end. */
export async function pausePlan({ journal: store }: Surroundings): Promise<void> {
  const journal = await planOf(store.existing());
  const today = localDate();
  const to = await askDay({
    title: vscode.l10n.t('Pause the plan from today'),
    prompt: vscode.l10n.t('The last day off. Leave it empty to resume by hand.'),
    value: '',
    orNone: true,
    from: today,
  });
  if (to === undefined) return;
  await change(store, journal, (text) => pausing(text, today, to || undefined));
}

/** "Lead: Resume Plan": today counts again. */
export async function resumePlan({ journal: store }: Surroundings): Promise<void> {
  const journal = await planOf(store.existing());
  const today = localDate();
  await change(store, journal, (text) => resuming(text, today, daysAfter(today, -1)));
}

async function planOf(existing: Promise<Journal | undefined>): Promise<Journal> {
  const journal = await existing;
  if (!journal || (await journal.read(path)) === undefined) {
    throw new HumanError('There is no plan yet. Begin one with "Lead: Start 90-Day Plan".');
  }
  return journal;
}

async function change(
  store: JournalStore,
  journal: Journal,
  edits: (text: string) => readonly Edit[] | undefined,
): Promise<void> {
  await store.edit(journal, path, (text) => {
    const made = edits(text);
    if (!made) {
      throw new HumanError('The plan does not say this where it did. Open it, and change it by hand.');
    }
    return made;
  });
}
