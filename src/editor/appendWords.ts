import type { MarkdownString } from 'vscode';

/**
 * Appends a repository's words to Markdown as text. `appendText` alone makes every space one that no line can break at,
 * lets HTML vanish and reads `&amp;`.
 */
export function appendWords(to: MarkdownString, text: string): MarkdownString {
  for (const piece of text.trim().split(/(\s+|[<&])/)) {
    if (piece === '<') to.appendMarkdown('&lt;');
    else if (piece === '&') to.appendMarkdown('&amp;');
    else if (piece.trim()) to.appendText(piece);
    else if (piece) to.appendMarkdown(' ');
  }
  return to;
}
