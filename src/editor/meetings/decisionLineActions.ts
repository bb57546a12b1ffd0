import * as vscode from 'vscode';
import type { MeetingDocuments } from './meetingDocuments.ts';

/** Offers to make a decision record of a summary's decision. */
export class DecisionLineActions implements vscode.CodeActionProvider {
  readonly #meetings: MeetingDocuments;

  constructor(meetings: MeetingDocuments) {
    this.#meetings = meetings;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const kind = vscode.CodeActionKind.RefactorExtract;
    if (only && !only.contains(kind)) return [];
    const meeting = await this.#meetings.read(document);
    if (!meeting) return [];
    const { decisionOnLine } = await import('../../meetings/decisionLine.ts');
    if (!decisionOnLine(meeting.summary, range.start.line + 1)) return [];
    const action = new vscode.CodeAction(vscode.l10n.t('New Decision Record from This Line'), kind);
    const place = new vscode.Location(document.uri, range.start);
    action.command = { title: action.title, command: 'leadHabits.decisionFromLine', arguments: [place] };
    return [action];
  }
}
