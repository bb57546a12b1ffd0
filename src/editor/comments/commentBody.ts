import * as vscode from 'vscode';
import { MarkdownDocument } from '../../markdown/document.ts';
import { proseOf } from '../../markdown/prose.ts';

/**
 * A comment's Markdown for a thread. It is from a repository and not trusted: no commands, no HTML, and pictures are shown as
 * links, since loading one would tell its server that somebody reads this.
 *
 * @param folder what relative links are relative to.
 */
export function commentBody(markdown: string, folder: vscode.Uri): vscode.MarkdownString {
  // A comment has no front matter, whatever its first line looks like.
  const prose = proseOf(new MarkdownDocument(`\n${markdown}`)).slice(1);
  const pieces: string[] = [];
  let at = 0;
  for (const { index } of prose.matchAll(/!(?=\[)/g)) {
    pieces.push(markdown.slice(at, index), '\\!');
    at = index + 1;
  }
  pieces.push(markdown.slice(at));
  const body = new vscode.MarkdownString(pieces.join(''));
  body.baseUri = vscode.Uri.joinPath(folder, '/');
  return body;
}
