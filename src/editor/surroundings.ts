import type * as vscode from 'vscode';
import type { ReviewDesk } from './comments/reviewDesk.ts';
import type { DecisionLogs } from './decisionLogs.ts';
import type { SummaryGaps } from './diagnostics/summaryGaps.ts';
import type { WorkedOn } from './diagnostics/workedOn.ts';
import type { Drafts } from './drafts.ts';
import type { JournalStore } from './journalStore.ts';
import type { MeetingDocuments } from './meetings/meetingDocuments.ts';
import type { RecordState } from './recordState.ts';
import type { Reporter } from './report.ts';
import type { SearchIndex } from './searchIndex.ts';
import type { DecisionsView } from './views/decisions.ts';
import type { PlanView } from './views/plan.ts';
import type { ReviewsView } from './views/reviews.ts';
import type { WeekView } from './views/week.ts';
import type { ActionLogs } from './week/actionLogs.ts';
import type { ActionSource } from './week/actionSource.ts';
import type { IndicatorSource } from './week/indicatorSource.ts';

/** What commands work with, constructed once. */
export interface Surroundings {
  readonly context: vscode.ExtensionContext;
  readonly logs: DecisionLogs;
  readonly drafts: Drafts;
  readonly reporter: Reporter;
  readonly view: DecisionsView;
  readonly recordState: RecordState;
  readonly search: SearchIndex;
  readonly journal: JournalStore;
  readonly plan: PlanView;
  readonly workedOn: WorkedOn;
  readonly meetings: MeetingDocuments;
  readonly gaps: SummaryGaps;
  readonly actionLogs: ActionLogs;
  readonly actionSource: ActionSource;
  readonly week: WeekView;
  readonly desk: ReviewDesk;
  readonly reviewsView: ReviewsView;
  readonly indicators: IndicatorSource;
}
