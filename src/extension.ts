import type * as vscode from 'vscode';
import { registerCommands } from './editor/commands/all.ts';
import { DecisionLogs } from './editor/decisionLogs.ts';
import { registerQuickFixes } from './editor/diagnostics/quickFixes.ts';
import { RecordChecks } from './editor/diagnostics/recordChecks.ts';
import { Drafts } from './editor/drafts.ts';
import { GovernedFiles } from './editor/governedFiles.ts';
import { JournalStore } from './editor/journalStore.ts';
import { registerNavigation } from './editor/navigation/register.ts';
import { NumberClashes } from './editor/numberClashes.ts';
import { RecordState } from './editor/recordState.ts';
import { Reporter } from './editor/report.ts';
import { SearchIndex } from './editor/searchIndex.ts';
import { DecisionsView } from './editor/views/decisions.ts';
import { registerLogSerializer } from './editor/views/logSerializer.ts';
import { PlanView } from './editor/views/plan.ts';

/** Constructs what the extension consists of and registers it; nothing is read before somebody looks. */
export function activate(context: vscode.ExtensionContext): void {
  const logs = new DecisionLogs();
  const drafts = new Drafts(context.workspaceState);
  const reporter = new Reporter();
  const clashes = new NumberClashes(logs);
  const governed = new GovernedFiles();
  const view = new DecisionsView(logs, clashes, governed);
  const recordState = new RecordState(logs);
  const checks = new RecordChecks(logs, clashes, context.workspaceState);
  const search = new SearchIndex(logs);
  const journal = new JournalStore(context, reporter);
  const plan = new PlanView(logs, journal, reporter);
  const surroundings = { context, logs, drafts, reporter, view, recordState, search, journal, plan };
  context.subscriptions.push(
    logs,
    drafts,
    reporter,
    clashes,
    governed,
    view,
    recordState,
    checks,
    journal,
    plan,
    registerQuickFixes(checks),
    ...registerCommands(surroundings),
    ...registerNavigation(logs),
    registerLogSerializer(surroundings),
  );
}
