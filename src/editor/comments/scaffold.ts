import * as vscode from 'vscode';

/** What stands in the input of a new comment: the first line becomes its heading, the others are there to be thought of. */
export const scaffold = 'suggestion: \n\n**Why:** \n**Pattern:** \n**Risk:** ';

/** The scaffold with a tab stop at each gap; undefined for any other text. */
export function snippetOf(text: string): vscode.SnippetString | undefined {
  if (text.replace(/\r\n?/g, '\n') !== scaffold) return undefined;
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet's own syntax
  return new vscode.SnippetString('${1:suggestion}: $2\n\n**Why:** $3\n**Pattern:** $4\n**Risk:** $5$0');
}

/** What was written, without the parts that were left empty, a paragraph for each of the others; empty where nothing was written. */
export function withoutGaps(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const kept = lines.filter((line) => !/^\s*\*\*(?:Why|Pattern|Risk):\*\*\s*$/.test(line));
  const written = kept
    .join('\n')
    .replace(/([^\n])\n(?=\*\*(?:Why|Pattern|Risk):\*\*)/g, '$1\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return /^[\p{L}-]+(?:\s*\([^()]*\))?:$/u.test(written) ? '' : written;
}
