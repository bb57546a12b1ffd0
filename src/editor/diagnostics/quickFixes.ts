import * as vscode from 'vscode';
import type { Fix } from '../../decisions/checks/check.ts';
import { type RecordChecks, rangeOf, said, source } from './recordChecks.ts';

/** The commands that mend what edits cannot, by the core's names for them. */
const commands: Readonly<Record<NonNullable<Fix['command']>, string>> = {
  renumber: 'leadHabits.renumber',
  recordOutcome: 'leadHabits.recordOutcome',
};

/**
 * Offers the fixes of findings. They are computed for the text as it is when somebody asks, and each is one step to
 * undo, also where it changes another record.
 */
export class QuickFixes implements vscode.CodeActionProvider {
  readonly #checks: RecordChecks;

  constructor(checks: RecordChecks) {
    this.#checks = checks;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    _: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const ours = diagnostics.filter((each) => each.source === source);
    if (!ours.length) return [];
    const checked = await this.#checks.check(document);
    if (!checked) return [];
    const { textEdits } = await import('../workspaceEdits.ts');
    const { root } = checked.place.open.log;
    return checked.diagnoses.flatMap((diagnosis) => {
      const range = rangeOf(document, diagnosis);
      const shown = ours.find((each) => each.code === diagnosis.code && each.range.isEqual(range));
      if (!shown) return [];
      return (diagnosis.fixes?.() ?? []).flatMap((fix) => {
        const action = new vscode.CodeAction(said(fix.title), vscode.CodeActionKind.QuickFix);
        action.diagnostics = [shown];
        action.isPreferred = fix.preferred ?? false;
        if (fix.command) {
          action.command = { command: commands[fix.command], title: action.title, arguments: [document.uri] };
          return [action];
        }
        action.edit = new vscode.WorkspaceEdit();
        for (const { path, before, edits } of fix.changes) {
          const own = path === checked.place.path;
          const uri = own ? document.uri : vscode.Uri.joinPath(vscode.Uri.file(root), path);
          action.edit.set(uri, textEdits(before, edits));
        }
        return [action];
      });
    });
  }
}

/** Offers fixes in Markdown files. */
export function registerQuickFixes(checks: RecordChecks): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { scheme: 'file', pattern: '**/*.{md,markdown,mdx}' },
    new QuickFixes(checks),
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}
