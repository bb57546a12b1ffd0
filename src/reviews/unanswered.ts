import { daysFrom, isDay } from '../actions/days.ts';
import { type Me, whoseIs } from '../actions/mine.ts';
import { conversationOf } from './replies.ts';
import { type Review, type ReviewComment, readReview } from './review.ts';

/** A review with comments that nobody has answered or resolved. */
export interface Unanswered {
  readonly review: Review;
  /** Those comments, in the review's order; never empty. */
  readonly comments: readonly ReviewComment[];
  /** The day of the review, YYYY-MM-DD. */
  readonly since: string;
  /** Days since then. */
  readonly days: number;
}

/** Days in which an answer may come by itself. */
const patience = 3;
/** Days after which a review that nobody came back to is no longer brought up. */
const lapsed = 56;
/** Comments that ask for nothing. */
const complete: readonly string[] = ['praise', 'note', 'thought'];

/** The day in a review's file name; undefined where it has none. */
function dayInName(path: string): string | undefined {
  return /(?:^|\/)(\d{4}-\d\d-\d\d)[-_.][^/]*$/.exec(path)?.[1];
}

/**
 * The files that may be reviews to come back to: those whose names don't say that they are too old, so that years of
 * reviews are not read for the last few.
 *
 * @param paths of reviews. @param today YYYY-MM-DD.
 */
export function recentReviews(paths: readonly string[], today: string): string[] {
  return paths.filter((path) => {
    const day = dayInName(path);
    return day === undefined || !isDay(day) || daysFrom(day, today) <= lapsed;
  });
}

/**
 * What of a review waits for an answer: comments that are neither answered nor resolved nor ask for nothing, as praise does,
 * some days after the review was written. A review that tells no day is never brought up.
 *
 * @param path relative to the root, with `/`. @param today YYYY-MM-DD.
 */
export function unansweredIn(path: string, text: string, today: string): Unanswered | undefined {
  const review = readReview(path, text);
  const since = [review.date, dayInName(path)].find((day) => isDay(day ?? ''));
  if (!since) return undefined;
  const days = daysFrom(since, today);
  if (days < patience || days > lapsed) return undefined;
  const comments = review.comments.filter(
    (comment) =>
      !comment.resolved &&
      !complete.includes(comment.label ?? '') &&
      conversationOf(review, comment).replies.length === 0,
  );
  return comments.length ? { review, comments, since, days } : undefined;
}

/**
 * Whose turn it is in a review that concerns somebody: `mine` where my work waits for my answer, `theirs` where I wait for
 * one, or nobody says who reviewed. Undefined for a review of others among themselves.
 *
 * @param author the names of whoever wrote the commit that was reviewed; none where that is not known.
 */
export function turnOf({ review }: Unanswered, me: Me, author: readonly string[]): 'mine' | 'theirs' | undefined {
  const { reviewer } = review;
  if (reviewer === null || whoseIs([reviewer], me) === 'mine') return 'theirs';
  return author.length && whoseIs(author, me) === 'mine' ? 'mine' : undefined;
}
