import * as vscode from 'vscode';
import { said, source } from '../diagnostics/recordChecks.ts';
import { rangeOf, type SummaryGaps } from '../diagnostics/summaryGaps.ts';
import type { MeetingDocuments } from './meetingDocuments.ts';

/** Offers what fills the gaps of an action's line, those under the cursor first. */
export class GapFixProvider implements vscode.CodeActionProvider {
  readonly #gaps: SummaryGaps;
  readonly #meetings: MeetingDocuments;

  constructor(gaps: SummaryGaps, meetings: MeetingDocuments) {
    this.#gaps = gaps;
    this.#meetings = meetings;
  }

  async provideCodeActions(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
    const shown = await this.#gaps.look(document);
    const gaps = shown?.gaps.filter((gap) => rangeOf(document, gap).start.line === range.start.line);
    if (!shown || !gaps?.length) return [];
    const [{ gapFixes }, { textEdits }] = await Promise.all([
      import('../../meetings/gapFixes.ts'),
      import('../workspaceEdits.ts'),
    ]);
    const { summary, people } = shown.meeting;
    const days = await this.#meetings.days(document.uri);
    const isUnder = (gap: (typeof gaps)[number]) => rangeOf(document, gap).intersection(range) !== undefined;
    return [...gaps]
      .sort((a, b) => Number(isUnder(b)) - Number(isUnder(a)))
      .flatMap((gap) => {
        const diagnostics = vscode.languages
          .getDiagnostics(document.uri)
          .filter(
            (each) => each.source === source && each.code === gap.code && each.range.isEqual(rangeOf(document, gap)),
          );
        const actions = gapFixes(summary, gap, { people, days }).map(({ title, edits }) => {
          const action = new vscode.CodeAction(said(title), vscode.CodeActionKind.QuickFix);
          action.edit = new vscode.WorkspaceEdit();
          action.edit.set(document.uri, textEdits(summary.text, edits));
          return action;
        });
        const aboutDate = gap.code === 'no-date' || gap.code === 'ambiguous-date';
        const title = aboutDate ? vscode.l10n.t('Another Day...') : vscode.l10n.t('Another Person...');
        const ask = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
        const place = new vscode.Location(document.uri, range.start);
        ask.command = { title, command: aboutDate ? 'leadHabits.setDue' : 'leadHabits.setOwner', arguments: [place] };
        for (const action of [...actions, ask]) action.diagnostics = diagnostics;
        return [...actions, ask];
      });
  }
}
