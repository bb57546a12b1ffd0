import * as vscode from 'vscode';
import { headingOf } from '../../reviews/comments.ts';
import { conversationOf } from '../../reviews/replies.ts';
import type { ReviewComment } from '../../reviews/review.ts';
import { nearbyDate } from '../views/recordItem.ts';
import { commentBody } from './commentBody.ts';
import type { OpenReview } from './openReview.ts';
import type { Writing } from './writing.ts';

/** A comment or reply in a thread. */
export interface ThreadComment extends vscode.Comment {
  /** The key of the review's comment; undefined while it is a new one. */
  readonly key: string | undefined;
  /** The number of the reply; undefined for the comment itself. */
  readonly reply: number | undefined;
  /** What is being written in it; undefined while it is only shown. */
  writing: Writing | undefined;
}

/** A comment of a review and the replies to it, as its thread shows them. */
export function shownComments(
  { review, request, uri }: OpenReview,
  key: string,
  comment: ReviewComment,
): ThreadComment[] {
  const folder = vscode.Uri.joinPath(uri, '..');
  const heading = headingOf(review, comment).replace(/^([\p{L}-]+(?:\s*\([^()]*\))?:)(?=\s)/u, '**$1**');
  const { body, replies } = conversationOf(review, comment);
  const shown = (author: string, text: string, reply?: number, date?: string): ThreadComment => ({
    key,
    reply,
    writing: undefined,
    body: commentBody(text, folder),
    mode: vscode.CommentMode.Preview,
    author: { name: author },
    contextValue: reply === undefined ? 'comment' : 'reply',
    // Not as its time: the file states a day, and VS Code would say how many hours ago.
    ...(date && { label: nearbyDate(date) }),
  });
  return [
    shown(
      review.reviewer ?? request.head.reviewer ?? vscode.l10n.t('Reviewer'),
      body ? `${heading}\n\n${body}` : heading,
    ),
    ...replies.map((reply, index) => shown(reply.author, reply.body, index, reply.date)),
  ];
}

/** What is being written in a thread. */
export function writingsIn(thread: vscode.CommentThread): Writing[] {
  return (thread.comments as readonly ThreadComment[]).flatMap(({ writing }) => writing ?? []);
}

/** A comment whose words are in an input. */
export function inEditing(
  key: string | undefined,
  reply: number | undefined,
  writing: Writing,
  author: string,
): ThreadComment {
  return {
    key,
    reply,
    writing,
    body: writing.text,
    mode: vscode.CommentMode.Editing,
    author: { name: author },
    contextValue: 'writing',
  };
}

/** What stands above a comment's thread: its lines, or that it is settled. */
export function labelOf({ resolved, resolvedOn }: ReviewComment, range: vscode.Range): string {
  if (resolved) return resolvedOn ? vscode.l10n.t('Resolved {0}', nearbyDate(resolvedOn)) : vscode.l10n.t('Resolved');
  return linesOf(range.start.line + 1, range.end.line + 1);
}

export function linesOf(first: number, last: number): string {
  return first === last ? vscode.l10n.t('Line {0}', first) : vscode.l10n.t('Lines {0} to {1}', first, last);
}
