import * as vscode from 'vscode';
import snippets from '../../../snippets/review.json' with { type: 'json' };
import { conventionPrefix, decorations, labels } from '../../reviews/conventions.ts';
import type { DecisionLogs } from '../decisionLogs.ts';
import { citations } from './citations.ts';
import { suggestionBlock } from './suggestionBlock.ts';

interface Surroundings {
  readonly logs: DecisionLogs;
  /** The code that is being commented on, as far as it is known. */
  readonly code: vscode.TextEditor | undefined;
}

/**
 * What a reviewer can insert at a place.
 *
 * @param slash where the `/` stands in the line that asked for it; undefined where the user asked in another way: then
 *   VS Code offers the snippets by itself.
 */
export async function reviewItems(
  { logs, code }: Surroundings,
  document: vscode.TextDocument,
  position: vscode.Position,
  slash: number | undefined,
): Promise<vscode.CompletionItem[]> {
  const isComment = document.uri.scheme === 'comment';
  const atStart =
    document
      .lineAt(position.line)
      .text.slice(0, slash ?? position.character)
      .trim() === '';
  const found = [
    ...(slash === undefined ? [] : Object.values(snippets).map(snippetItem)),
    ...(isComment && code ? suggestionBlock(code, document.uri.authority) : []),
    ...(isComment && atStart ? labels.map(labelItem) : []),
    ...(await citations(logs, document)),
  ];
  const range = new vscode.Range(position.with({ character: slash ?? position.character }), position);
  return found.map((item, index) => {
    item.sortText = String(index).padStart(4, '0');
    if (slash !== undefined) {
      item.range = range;
      item.filterText = `/${item.filterText ?? (typeof item.label === 'string' ? item.label : item.label.label)}`;
    }
    return item;
  });
}

function snippetItem({ prefix, body, description }: (typeof snippets)['Why']): vscode.CompletionItem {
  const item = new vscode.CompletionItem({ label: prefix, description }, vscode.CompletionItemKind.Snippet);
  item.insertText = new vscode.SnippetString(body.join('\n'));
  return item;
}

function labelItem({ name, meaning }: (typeof labels)[number]): vscode.CompletionItem {
  const description = vscode.l10n.t(meaning.template, ...meaning.args);
  const item = new vscode.CompletionItem({ label: name, description }, vscode.CompletionItemKind.Keyword);
  const choices = ['', ...decorations.map((each) => ` (${each.name})`)];
  const snippet = new vscode.SnippetString(conventionPrefix(name).slice(0, -2));
  item.insertText = snippet.appendChoice(choices).appendText(': ').appendTabstop(0);
  return item;
}
