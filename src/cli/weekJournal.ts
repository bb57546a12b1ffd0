import { resolve } from 'node:path';
import { firstWeekday } from '../actions/days.ts';
import type { DecisionLog } from '../decisions/log.ts';
import { HumanError } from '../humanError.ts';
import { lately, readHabit, weekPath } from '../practices/habit.ts';
import { Journal } from '../practices/journal.ts';
import { ownArtefacts } from '../practices/ownArtefacts.ts';
import { readPlan } from '../practices/plan.ts';
import { planForWeek, planState } from '../practices/planState.ts';
import type { HabitRow, PlanRow } from './weekRows.ts';
import type { Surroundings, Workspace } from './workspace.ts';

/**
 * The week's habit, and what the plan has for it, from a journal: private, and only printed.
 *
 * @throws HumanError where the folder is no journal.
 */
export async function journalGroups(
  folder: string,
  { root, repository }: Workspace,
  log: DecisionLog,
  { cwd, today, language }: Surroundings,
): Promise<{ readonly habit: HabitRow[]; readonly plan: PlanRow[] }> {
  const journal = await Journal.open({ folder: resolve(cwd, folder), teamFolders: [root] }, false);
  if (!journal) throw new HumanError('{0} is no journal. Name the folder that "Lead: Open Journal" shows.', [folder]);
  const firstDay = firstWeekday(language);
  const text = await journal.read(weekPath(today, firstDay));
  const habit = text === undefined ? undefined : readHabit(text);
  const count = habit && (await lately(today, firstDay, (path) => journal.read(path)));
  const plan = readPlan((await journal.read('plan.md')) ?? '');
  const own = repository ? [{ repository, isDecision: (path: string) => log.recordAt(path) !== undefined }] : [];
  const artefacts = plan.start ? await ownArtefacts(own, journal, plan.start, today, firstDay) : [];
  const state = planState(plan, artefacts, today);
  return {
    habit: habit ? [{ habit: habit.text, done: habit.done, lately: count ?? null }] : [],
    plan: (state ? planForWeek(state, today) : []).map(({ item: { text, practice, wanted, by }, have }) => ({
      plan: text,
      practice: practice ?? null,
      have,
      wanted,
      by: by ?? null,
    })),
  };
}
