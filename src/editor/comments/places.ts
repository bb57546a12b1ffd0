import type { Repository } from '../../git/repository.ts';
import { anchorOf } from '../../reviews/anchor/ofComment.ts';
import { type Whereabouts, whereaboutsOf } from '../../reviews/anchor/whereabouts.ts';
import { worldOf } from '../../reviews/anchor/world.ts';
import { commentKeys } from '../../reviews/comments.ts';
import type { Review, ReviewComment } from '../../reviews/review.ts';

/** Where a comment is now; one on the change as a whole is in no file, and not lost. */
export interface Placed extends Whereabouts {
  readonly comment: ReviewComment;
  /** See commentKeys. */
  readonly key: string;
}

/** Looks where a review's comments are in the files as they are on disk. */
export async function placesOf(root: string, repository: Repository | undefined, review: Review): Promise<Placed[]> {
  const comments = [...commentKeys(review)].map(([comment, key]) => ({ comment, key, anchor: anchorOf(comment) }));
  const anchored = comments.flatMap(({ anchor }) => anchor ?? []);
  const found = await whereaboutsOf(anchored, worldOf(root, repository));
  const whole: Whereabouts = { state: 'same', file: null, line: null, endLine: null };
  return comments.map(({ comment, key, anchor }) => ({
    comment,
    key,
    ...((anchor && found[anchored.indexOf(anchor)]) ?? whole),
  }));
}
