import * as vscode from 'vscode';
import type { Surroundings } from '../surroundings.ts';
import type { PlanRow } from '../views/plan.ts';
import type { DecisionRow } from '../views/rows.ts';
import { ActionRow } from '../week/actionRow.ts';

type Handler = (surroundings: Surroundings, target?: DecisionRow | vscode.Uri) => unknown;

/** Every command by its id. What a command needs is loaded when it first runs. */
const commands: Readonly<Record<string, Handler>> = {
  'leadHabits.newDecision': async (with_) => (await import('./newDecision.ts')).newDecision(with_),
  'leadHabits.newMeetingSummary': async (with_, target) =>
    (await import('./newMeetingSummary.ts')).newMeetingSummary(
      with_,
      target instanceof vscode.Uri ? target : undefined,
    ),
  'leadHabits.copyMessage': async (with_) => (await import('./copyMessage.ts')).copyMessage(with_),
  'leadHabits.commitRecord': async (with_, target) => {
    if ((target as unknown) instanceof ActionRow) await (await import('./week.ts')).commitAction(with_, target);
    else await (await import('./commitRecords.ts')).commitRecord(with_, target);
  },
  'leadHabits.commitRecords': async (with_) => (await import('./commitRecords.ts')).commitRecords(with_),
  'leadHabits.renumber': async (with_, target) => (await import('./renumber.ts')).renumber(with_, target),
  'leadHabits.changeStatus': async (with_, target) => (await import('./changeStatus.ts')).changeStatus(with_, target),
  'leadHabits.supersede': async (with_, target) => (await import('./supersede.ts')).supersede(with_, target),
  'leadHabits.amend': async (with_, target) => (await import('./amend.ts')).amend(with_, target),
  'leadHabits.setRevisit': async (with_, target) => (await import('./revisit.ts')).setRevisit(with_, target),
  'leadHabits.recordOutcome': async (with_, target) =>
    (await import('./recordOutcome.ts')).recordOutcome(with_, target),
  'leadHabits.recordPastDecision': async (with_) => (await import('./pastDecision.ts')).recordPastDecision(with_),
  'leadHabits.newPractice': async (with_, id) =>
    (await import('./newPractice.ts')).newPractice(with_, typeof id === 'string' ? id : undefined),
  'leadHabits.publish': async (with_) => (await import('./publish.ts')).publish(with_),
  'leadHabits.openJournal': async (with_) => (await import('./openJournal.ts')).openJournal(with_),
  'leadHabits.startPlan': async (with_) => (await import('./plan.ts')).startPlan(with_),
  'leadHabits.openPlan': async (with_, row) => (await import('./plan.ts')).openPlan(with_, asPlanRow(row)),
  'leadHabits.openPlanPicture': async (with_) => (await import('../views/planPanel.ts')).openPlanPicture(with_),
  'leadHabits.datePlanItem': async (with_, row) => (await import('./plan.ts')).datePlanItem(with_, asPlanRow(row)),
  'leadHabits.pausePlan': async (with_) => (await import('./plan.ts')).pausePlan(with_),
  'leadHabits.resumePlan': async (with_) => (await import('./plan.ts')).resumePlan(with_),
  'leadHabits.chooseHabit': async (with_) => (await import('./habit.ts')).chooseHabit(with_),
  'leadHabits.logEvidence': async (with_, row) => (await import('./evidence.ts')).logEvidence(with_, row),
  'leadHabits.draftCase': async (with_) => (await import('./evidence.ts')).draftCase(with_),
  'leadHabits.draftWeeklyStatus': async (with_) => (await import('./weeklyStatus.ts')).draftWeeklyStatus(with_),
  'leadHabits.copyStatus': async (with_) => (await import('./weeklyStatus.ts')).copyStatus(with_),
  'leadHabits.beginFor': async (with_, row) =>
    (await import('./newPractice.ts')).beginFor(with_, await with_.indicators.rowOf(row)),
  'leadHabits.dismissIndicator': async ({ indicators }, row) => {
    const shown = await indicators.rowOf(row);
    if (shown) await indicators.dismiss(shown);
  },
  'leadHabits.refreshDecisions': ({ logs }) => logs.reload(),
  'leadHabits.filterDecisions': async (with_) => (await import('./rows.ts')).filterDecisions(with_),
  'leadHabits.clearFilter': ({ view }) => {
    view.filter = '';
  },
  'leadHabits.openLog': async (with_) => (await import('../views/logPanel.ts')).openLog(with_),
  'leadHabits.findDecision': async (with_) => (await import('./findDecision.ts')).findDecision(with_),
  'leadHabits.openFoundToSide': async () => (await import('./findDecision.ts')).openFoundToSide(),
  'leadHabits.decisionsForFile': async (with_, target) =>
    (await import('./decisionsForFile.ts')).decisionsForFile(with_, target),
  'leadHabits.openMentioned': async (with_, target) =>
    (await import('./decisionsForFile.ts')).openMentioned(with_, target),
  'leadHabits.toggleCoach': async () => (await import('./toggleCoach.ts')).toggleCoach(),
  'leadHabits.readCoachNote': async () => (await import('./readCoachNote.ts')).readCoachNote(),
  'leadHabits.copyLink': async (with_, row) =>
    (await import('./rows.ts')).copyLink(with_, row as DecisionRow | undefined),
  'leadHabits.revealFile': async (with_, row) =>
    (await import('./rows.ts')).revealFile(with_, row as DecisionRow | undefined),
  'leadHabits.openToSide': async (with_, row) =>
    (await import('./rows.ts')).openToSide(with_, row as DecisionRow | undefined),
  'leadHabits.showWeek': ({ week }) => week.show(),
  'leadHabits.addAction': async (with_) => (await import('./addAction.ts')).addAction(with_),
  'leadHabits.tickAction': async (with_, target) => (await import('./week.ts')).tickAction(with_, target),
  'leadHabits.undoTick': async (with_, target) => (await import('./week.ts')).undoTick(with_, target),
  'leadHabits.newActionDate': async (with_, target) => (await import('./week.ts')).newDate(with_, target),
  'leadHabits.postponeAction': async (with_, target) => (await import('./week.ts')).postpone(with_, target),
  'leadHabits.reassignAction': async (with_, target) => (await import('./week.ts')).reassign(with_, target),
  'leadHabits.notMine': async (with_, target) => (await import('./week.ts')).notMine(with_, target),
  'leadHabits.mineAfterAll': async (with_, target) => (await import('./week.ts')).mine(with_, target),
  'leadHabits.showOthersActions': ({ actionSource }) => {
    actionSource.others = true;
  },
  'leadHabits.hideOthersActions': ({ actionSource }) => {
    actionSource.others = false;
  },
  'leadHabits.refreshWeek': async ({ actionLogs, week }) => {
    actionLogs.reload();
    await week.refresh();
  },
  'leadHabits.showInDecisions': async (with_) => (await import('./rows.ts')).showInView(with_),
};

/** VS Code hands every command the row of the view that it was chosen in. */
function asPlanRow(row: unknown): PlanRow | undefined {
  return row as PlanRow | undefined;
}

type LineHandler = (surroundings: Surroundings, target?: vscode.Location) => unknown;

/** Commands about a line of a meeting's summary: the one that a quick fix names, or the cursor's. */
const lineCommands: Readonly<Record<string, LineHandler>> = {
  'leadHabits.setOwner': async (with_, place) => (await import('./fillGap.ts')).setOwner(with_, place),
  'leadHabits.setDue': async (with_, place) => (await import('./fillGap.ts')).setDue(with_, place),
  'leadHabits.decisionFromLine': async (with_, place) =>
    (await import('./decisionFromLine.ts')).decisionFromLine(with_, place),
};

/** Registers every command; an error in one is shown, never lost. */
export function registerCommands(surroundings: Surroundings): vscode.Disposable[] {
  return [...registered(commands, surroundings), ...registered(lineCommands, surroundings)];
}

function registered<Target>(
  handlers: Readonly<Record<string, (surroundings: Surroundings, target?: Target) => unknown>>,
  surroundings: Surroundings,
): vscode.Disposable[] {
  return Object.entries(handlers).map(([id, handler]) =>
    vscode.commands.registerCommand(id, async (target?: Target) => {
      try {
        await handler(surroundings, target);
      } catch (error) {
        await surroundings.reporter.show(error);
      }
    }),
  );
}
