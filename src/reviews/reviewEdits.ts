import { HumanError } from '../humanError.ts';
import { MarkdownDocument } from '../markdown/document.ts';
import { applyEdits, type Edit } from '../markdown/edit.ts';
import { lineEnding } from '../markdown/lines.ts';
import { textEndBefore } from '../markdown/textEnd.ts';
import { type Anchor, anchorText, fileHeading } from './anchorText.ts';
import { escapedBody, partsOf } from './commentText.ts';
import { conversationOf, type Reply } from './replies.ts';
import { type Review, type ReviewComment, readReview } from './review.ts';

/**
 * The edits that add a comment below its file's heading, behind the comments that are there.
 *
 * @param typed what the reviewer wrote; its first line becomes the heading.
 * @throws HumanError where it would not be read as written, since the file around is broken.
 */
export function addComment(review: Review, anchor: Anchor, typed: string): Edit[] {
  const document = new MarkdownDocument(review.text);
  const { heading, body } = partsOf(typed);
  const comment = [`### ${heading}`, anchorText(review.path, anchor), ...(body ? [body] : [])].join('\n\n');
  const section = document.sections.find(({ level, title }) => level === 2 && title === anchor.file);
  const at = textEndBefore(document, section?.end ?? document.blocks.length);
  const text = section ? comment : `${fileHeading(anchor.file)}\n\n${comment}`;
  return checked(review, [inserted(review, at, text)], review.comments.length + 1);
}

/** The edits that answer a comment. @param date YYYY-MM-DD. */
export function addReply(review: Review, comment: ReviewComment, author: string, date: string, typed: string): Edit[] {
  const { body, bodySpan, replies } = conversationOf(review, comment);
  const at = replies.at(-1)?.span.end ?? (body ? bodySpan.end : endOfQuote(review, comment));
  const name = author.replace(/[\r\n]+/g, ' ').trim();
  return checked(review, [inserted(review, at, `#### ${name}, ${date}\n\n${escapedBody(typed)}`)]);
}

/** The edits that give a comment other words; link, quote and replies stay. */
export function editComment(review: Review, comment: ReviewComment, typed: string): Edit[] {
  const { text } = review;
  const { heading, body } = partsOf(typed);
  const { start, end } = comment.headingSpan;
  const marks = /^ {0,3}#{2,6}(?=[ \t])/.exec(text.slice(start, end))?.[0];
  if (!marks) {
    throw new HumanError('This comment is headed in a way that is not changed here. Change it in {0}.', [review.path]);
  }
  const edits: Edit[] = [];
  if (text.slice(start + marks.length, end).trim() !== heading) edits.push({ start, end, text: `${marks} ${heading}` });
  const now = conversationOf(review, comment);
  if (now.body.replace(/\r\n?/g, '\n') !== body) {
    if (now.body) edits.push({ ...now.bodySpan, text: withEndings(review, body) });
    else edits.push(inserted(review, endOfQuote(review, comment), body));
  }
  return checked(review, edits);
}

/** The edits that give a reply other words. */
export function editReply(review: Review, reply: Reply, typed: string): Edit[] {
  const body = escapedBody(typed);
  if (reply.body.replace(/\r\n?/g, '\n') === body) return [];
  if (reply.body) return checked(review, [{ ...reply.bodySpan, text: withEndings(review, body) }]);
  return checked(review, [inserted(review, reply.span.end, body)]);
}

/** The edits that say that a comment is settled. @param date YYYY-MM-DD. */
export function resolveComment(review: Review, comment: ReviewComment, date: string): Edit[] {
  if (comment.resolved) return [];
  return checked(review, [inserted(review, contentEnd(review, comment), `Resolved: ${date}`)]);
}

/** The edits that take back that a comment is settled. */
export function reopenComment(review: Review, comment: ReviewComment): Edit[] {
  const { resolvedSpan } = comment;
  if (!resolvedSpan) return [];
  const { text } = review;
  const before = text.slice(0, resolvedSpan.start);
  const lineEnd = resolvedSpan.start + text.slice(resolvedSpan.start, resolvedSpan.end).trimEnd().length;
  const alone = /(?:\r?\n|\r)[ \t]*(?:\r?\n|\r)$/.test(before);
  return checked(review, [
    alone
      ? { start: before.trimEnd().length, end: lineEnd, text: '' }
      : { start: resolvedSpan.start, end: resolvedSpan.end, text: '' },
  ]);
}

/** The edits that remove a comment with its replies; the file's heading goes with its last comment. */
export function deleteComment(review: Review, comment: ReviewComment): Edit[] {
  const { text } = review;
  const document = new MarkdownDocument(text);
  let { start } = comment.span;
  const around = document.sections.find(({ level, title, heading }) => {
    if (level !== 2 || title !== comment.under) return false;
    const line = document.blocks[heading]?.line ?? 0;
    return !text.slice(document.lines.at(line).next, start).trim();
  });
  const end = comment.span.end;
  const next = around && document.blocks[around.end];
  const sectionEnd = next ? document.lines.at(next.line).start : text.length;
  if (around && sectionEnd === end) start = document.lines.at(document.blocks[around.heading]?.line ?? 0).start;
  if (end < text.length) return checked(review, [{ start, end, text: '' }], review.comments.length - 1);
  const last = text.slice(0, start).trimEnd().length;
  const ending = last ? lineEnding(text) : '';
  return checked(review, [{ start: last, end, text: ending }], review.comments.length - 1);
}

/** The edits that remove a reply. */
export function deleteReply(review: Review, reply: Reply): Edit[] {
  const start = review.text.slice(0, reply.span.start).trimEnd().length;
  return checked(review, [{ start, end: reply.span.end, text: '' }]);
}

/** The edits that bring a comment to other lines: a new link and quote, the words as they are. */
export function placeComment(review: Review, comment: ReviewComment, anchor: Anchor): Edit[] {
  const text = withEndings(review, anchorText(review.path, anchor));
  if (!comment.linkSpan) return checked(review, [inserted(review, comment.headingSpan.end, text)]);
  return checked(review, [{ start: comment.linkSpan.start, end: endOfQuote(review, comment), text }]);
}

/** Where link and quote end: the last of them that is there, or else the heading. */
function endOfQuote({ text }: Review, { headingSpan, linkSpan, discussionSpan }: ReviewComment): number {
  const from = linkSpan?.end ?? headingSpan.end;
  const until = Math.max(from, discussionSpan.start);
  return from + text.slice(from, until).trimEnd().length;
}

function contentEnd({ text }: Review, { span }: ReviewComment): number {
  return span.start + text.slice(span.start, span.end).trimEnd().length;
}

/** A paragraph of its own behind what ends at an offset. */
function inserted(review: Review, at: number, text: string): Edit {
  const lines = at > (review.text.startsWith('\uFEFF') ? 1 : 0) ? `\n\n${text}` : text;
  const atEnd = !review.text.slice(at).trim();
  const needsEnd = atEnd && !/[\r\n]/.test(review.text.slice(at));
  return { start: at, end: at, text: withEndings(review, needsEnd ? `${lines}\n` : lines) };
}

function withEndings({ text }: Review, added: string): string {
  const lines = added.replace(/\r\n?/g, '\n');
  return lineEnding(text) === '\r\n' ? lines.replaceAll('\n', '\r\n') : lines;
}

/** An edit is checked by reading its result: as many comments as there should be, or nothing is changed. */
function checked(review: Review, edits: readonly Edit[], count = review.comments.length): Edit[] {
  const after = readReview(review.path, applyEdits(review.text, edits));
  if (after.comments.length !== count) {
    throw new HumanError(
      '{0} has a code block or a heading that would swallow this change. Nothing was changed; mend the file by hand, then try again.',
      [review.path],
    );
  }
  return [...edits];
}
