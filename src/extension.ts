import type * as vscode from 'vscode';
import { registerCommands } from './editor/commands/all.ts';
import { registerReviewCommands } from './editor/commands/reviews.ts';
import { CommentCoach } from './editor/comments/commentCoach.ts';
import { ReviewDesk } from './editor/comments/reviewDesk.ts';
import { registerSides } from './editor/comments/sides.ts';
import { ReviewWords } from './editor/completion/reviewWords.ts';
import { DecisionLogs } from './editor/decisionLogs.ts';
import { CreditHints } from './editor/diagnostics/creditHints.ts';
import { registerQuickFixes } from './editor/diagnostics/quickFixes.ts';
import { RecordChecks } from './editor/diagnostics/recordChecks.ts';
import { SummaryGaps } from './editor/diagnostics/summaryGaps.ts';
import { WorkedOn } from './editor/diagnostics/workedOn.ts';
import { Drafts } from './editor/drafts.ts';
import { GovernedFiles } from './editor/governedFiles.ts';
import { JournalStore } from './editor/journalStore.ts';
import { MeetingDocuments } from './editor/meetings/meetingDocuments.ts';
import { registerMeetings } from './editor/meetings/register.ts';
import { registerNavigation } from './editor/navigation/register.ts';
import { NumberClashes } from './editor/numberClashes.ts';
import { RecordState } from './editor/recordState.ts';
import { Reporter } from './editor/report.ts';
import { SearchIndex } from './editor/searchIndex.ts';
import { DecisionsView } from './editor/views/decisions.ts';
import { registerLogSerializer } from './editor/views/logSerializer.ts';
import { PlanView } from './editor/views/plan.ts';
import { ReviewsView } from './editor/views/reviews.ts';
import { WeekView } from './editor/views/week.ts';
import { ActionLogs } from './editor/week/actionLogs.ts';
import { ActionSource } from './editor/week/actionSource.ts';
import { CareerSource } from './editor/week/careerSource.ts';
import { FollowUpSource } from './editor/week/followUpSource.ts';
import { HabitSource } from './editor/week/habitSource.ts';
import { IndicatorSource } from './editor/week/indicatorSource.ts';
import { JournalSource } from './editor/week/journalSource.ts';
import { PlanSource } from './editor/week/planSource.ts';
import { ReviewSource } from './editor/week/reviewSource.ts';

/** Constructs what the extension consists of and registers it; nothing is read before somebody looks. */
export function activate(context: vscode.ExtensionContext): void {
  const logs = new DecisionLogs();
  const drafts = new Drafts(context.workspaceState);
  const reporter = new Reporter();
  const clashes = new NumberClashes(logs);
  const governed = new GovernedFiles();
  const view = new DecisionsView(logs, clashes, governed);
  const recordState = new RecordState(logs);
  const workedOn = new WorkedOn(context.workspaceState);
  const checks = new RecordChecks(logs, clashes, workedOn);
  const meetings = new MeetingDocuments(logs);
  const gaps = new SummaryGaps(meetings, workedOn);
  const search = new SearchIndex(logs);
  const journal = new JournalStore(context, reporter);
  const plan = new PlanView(logs, journal, reporter);
  const habit = new HabitSource(journal);
  const career = new CareerSource(journal);
  const toLookAt = new JournalSource(journal, async () =>
    (await import('./editor/practices.ts')).readPractices(logs, context.extensionUri),
  );
  const indicators = new IndicatorSource(logs, context.workspaceState);
  const actionLogs = new ActionLogs(logs);
  const actionSource = new ActionSource(actionLogs, context.workspaceState);
  const desk = new ReviewDesk(context, reporter);
  const reviewsView = new ReviewsView(desk, context.workspaceState);
  const unanswered = new ReviewSource(logs);
  const week = new WeekView(
    [habit, actionSource, new FollowUpSource(logs), unanswered, career, toLookAt, indicators, new PlanSource(plan)],
    context.workspaceState,
    reporter,
  );
  const surroundings = {
    context,
    logs,
    drafts,
    reporter,
    view,
    recordState,
    search,
    journal,
    plan,
    workedOn,
    meetings,
    gaps,
    indicators,
    actionLogs,
    actionSource,
    week,
    desk,
    reviewsView,
  };
  context.subscriptions.push(
    logs,
    drafts,
    reporter,
    clashes,
    governed,
    view,
    recordState,
    workedOn,
    checks,
    journal,
    plan,
    gaps,
    habit,
    career,
    toLookAt,
    indicators,
    actionLogs,
    actionSource,
    unanswered,
    week,
    registerQuickFixes(checks),
    ...registerMeetings(meetings, gaps),
    desk,
    reviewsView,
    registerSides(),
    ...registerCommands(surroundings),
    ...registerReviewCommands(surroundings),
    ...registerNavigation(logs),
    registerLogSerializer(surroundings),
    new ReviewWords(logs),
    new CommentCoach(),
    new CreditHints(drafts, journal),
  );
}
