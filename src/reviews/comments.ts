import { typedOf } from './commentText.ts';
import { conversationOf } from './replies.ts';
import type { Review, ReviewComment } from './review.ts';

/**
 * What tells a review's comments apart while their words change: the link that anchors each, and its number among those with
 * the same link.
 */
export function commentKeys({ text, comments }: Review): Map<ReviewComment, string> {
  const count = new Map<string, number>();
  return new Map(
    comments.map((comment) => {
      const { linkSpan, id } = comment;
      const link = linkSpan ? text.slice(linkSpan.start, linkSpan.end).trim() : `#${id}`;
      const number = (count.get(link) ?? 0) + 1;
      count.set(link, number);
      return [comment, `${link} ${number}`] as const;
    }),
  );
}

/** A comment's heading as it is written, without the marks that make it one. */
export function headingOf({ text }: Review, { headingSpan }: ReviewComment): string {
  return text
    .slice(headingSpan.start, headingSpan.end)
    .replace(/^ {0,3}#{1,6}[ \t]+/, '')
    .replace(/[ \t]+#+[ \t]*$/, '')
    .trim();
}

/** A comment as the person typed it, to be edited again. */
export function typedComment(review: Review, comment: ReviewComment): string {
  return typedOf({ heading: headingOf(review, comment), body: conversationOf(review, comment).body });
}
