import { parseBlocks } from '../markdown/blocks.ts';
import { Lines } from '../markdown/lines.ts';
import type { Review, ReviewComment, Span } from './review.ts';

/** An answer to a comment: a heading `#### Raj Patel, 2026-11-21` below the comment, and what follows it. */
export interface Reply {
  readonly author: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Markdown as written. */
  readonly body: string;
  /** From the heading to the end of the body. */
  readonly span: Span;
  readonly bodySpan: Span;
}

/** What a comment says, told apart from the answers to it. */
export interface Conversation {
  /** Markdown as written, without replies and the line that resolves the comment. */
  readonly body: string;
  /** Empty, where the body would begin, if there is none. */
  readonly bodySpan: Span;
  readonly replies: readonly Reply[];
}

const headed = /^ {0,3}####[ \t]+(?<author>\S.*?),[ \t]+(?<date>\d{4}-\d\d-\d\d)[ \t]*#*[ \t]*$/;

/** Reads the answers that stand below a comment. */
export function conversationOf({ text }: Review, comment: ReviewComment): Conversation {
  const { start, end } = comment.discussionSpan;
  const slice = text.slice(start, end);
  const lines = new Lines(slice);
  const heads = parseBlocks(slice, 0)
    .filter(({ kind, level, depth }) => kind === 'heading' && level === 4 && depth === 0)
    .flatMap(({ line }) => {
      const match = headed.exec(lines.textAt(line))?.groups;
      return match ? [{ line, author: match.author ?? '', date: match.date ?? '' }] : [];
    });
  const resolved = comment.resolvedSpan;
  /** The text between two places without blank lines around it, and without the line that resolves. */
  const passage = (from: number, to: number): { body: string; span: Span } => {
    const inside = resolved && resolved.start >= from && resolved.start < to ? resolved : undefined;
    const last = inside && !text.slice(inside.end, to).trim() ? inside.start : to;
    const whole = text.slice(from, last);
    const trimmed = whole.trim();
    const at = trimmed ? from + whole.indexOf(trimmed) : from;
    const span = { start: at, end: at + trimmed.length };
    if (!inside || last === inside.start) return { body: trimmed, span };
    return { body: `${text.slice(from, inside.start)}${text.slice(inside.end, to)}`.trim(), span };
  };
  const firstHead = heads[0];
  const own = passage(start, firstHead ? start + lines.at(firstHead.line).start : end);
  const replies = heads.map(({ line, author, date }, index): Reply => {
    const next = heads[index + 1];
    const from = start + lines.at(line).start;
    const to = next ? start + lines.at(next.line).start : end;
    const { body, span } = passage(start + lines.at(line).next, to);
    return {
      author,
      date,
      body,
      bodySpan: span,
      span: { start: from, end: body ? span.end : start + lines.at(line).end },
    };
  });
  return { body: own.body, bodySpan: own.span, replies };
}
