import * as vscode from 'vscode';
import type { SummaryGaps } from '../diagnostics/summaryGaps.ts';
import { ActionCompletion } from './actionCompletion.ts';
import { DecisionLineActions } from './decisionLineActions.ts';
import { GapFixProvider } from './gapFixProvider.ts';
import type { MeetingDocuments } from './meetingDocuments.ts';

const markdown: vscode.DocumentSelector = { scheme: 'file', pattern: '**/*.{md,markdown,mdx}' };

/** What helps in a meeting's summary: gaps are filled, people and days completed, decisions become records. */
export function registerMeetings(meetings: MeetingDocuments, gaps: SummaryGaps): vscode.Disposable[] {
  return [
    vscode.languages.registerCodeActionsProvider(markdown, new GapFixProvider(gaps, meetings), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    vscode.languages.registerCodeActionsProvider(markdown, new DecisionLineActions(meetings), {
      providedCodeActionKinds: [vscode.CodeActionKind.RefactorExtract],
    }),
    vscode.languages.registerCompletionItemProvider(markdown, new ActionCompletion(meetings), ' ', '@'),
  ];
}
