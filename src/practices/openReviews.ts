import { commitAuthors } from '../git/commitAuthors.ts';
import { identity } from '../git/identity.ts';
import type { Repository } from '../git/repository.ts';
import { readRecordSync } from '../records/files.ts';
import { isReviewFile } from '../reviews/folders.ts';
import { recentReviews, turnOf, type Unanswered, unansweredIn } from '../reviews/unanswered.ts';

/** Where reviews are looked for, and for whom. */
export interface ReviewSearch {
  /** Absolute. */
  readonly root: string;
  readonly repository: Repository | undefined;
  /** The root's files, relative to it, with `/`. */
  readonly paths: readonly string[];
  /** Names and handles that mean the user, besides git's. */
  readonly names: readonly string[];
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** A review that waits, and whose turn it is. */
export interface OpenReview {
  readonly unanswered: Unanswered;
  readonly turn: 'mine' | 'theirs';
}

/** Reviews with comments that nobody has answered, of the user's work and by the user; those that wait longest first. */
export async function openReviews({ root, repository, paths, names, today }: ReviewSearch): Promise<OpenReview[]> {
  const waiting = recentReviews(paths.filter(isReviewFile), today).flatMap((path) => {
    const text = readRecordSync(root, path);
    return (text !== undefined && unansweredIn(path, text, today)) || [];
  });
  if (!waiting.length) return [];
  const who = repository && (await identity(repository));
  const me = [...(who ? [who.name, who.email] : []), ...names];
  const commits = waiting.flatMap(({ review: { commit } }) => commit ?? []);
  const authors = repository ? await commitAuthors(repository, commits) : new Map();
  return waiting
    .flatMap((unanswered): OpenReview[] => {
      const author = authors.get(unanswered.review.commit ?? '');
      const turn = turnOf(unanswered, me, author ? [author.name, author.email] : []);
      return turn ? [{ unanswered, turn }] : [];
    })
    .sort((a, b) => b.unanswered.days - a.unanswered.days);
}
