import { basename } from 'node:path';
import * as vscode from 'vscode';

/** Lines beyond this are too many to suggest by hand. */
const mostLines = 200;

/**
 * The selected lines as a suggestion that GitHub and GitLab can apply; the cursor's line where nothing is selected. What
 * is shown beside the item are the lines themselves, so that nobody suggests others.
 *
 * @param host the authority of the input, which names the extension that it belongs to.
 */
export function suggestionBlock({ document, selection }: vscode.TextEditor, host: string): vscode.CompletionItem[] {
  const first = selection.start.line;
  const beyond = selection.end.character === 0 && selection.end.line > first;
  const last = beyond ? selection.end.line - 1 : selection.end.line;
  if (last >= document.lineCount || last - first >= mostLines) return [];
  const lines = Array.from({ length: last - first + 1 }, (_, index) => document.lineAt(first + index).text);
  const longest = Math.max(2, ...(lines.join('\n').match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  // GitLab counts the lines above the one that is commented on.
  const kind = /gitlab/i.test(host) ? `suggestion:-${last - first}+0` : 'suggestion';
  const where = first === last ? `${first + 1}` : `${first + 1}-${last + 1}`;
  const item = new vscode.CompletionItem(
    { label: vscode.l10n.t('suggestion block'), description: `${basename(document.uri.path)}:${where}` },
    vscode.CompletionItemKind.Snippet,
  );
  item.insertText = new vscode.SnippetString(`${fence}${kind}\n`)
    .appendText(lines.join('\n'))
    .appendTabstop(0)
    .appendText(`\n${fence}\n`);
  item.documentation = lines.join('\n');
  return [item];
}
