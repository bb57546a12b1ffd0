import { flowYaml } from '../markdown/flowYaml.ts';
import { slugOf } from '../records/slug.ts';

/** What a new review's file states. */
export interface ReviewHead {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly reviewer: string | null;
  /** What is compared, as the reviewer named it; null for a review of files as they are. */
  readonly base: string | null;
  readonly head: string | null;
  /** The full name of the head's commit; null outside a repository. */
  readonly commit: string | null;
  /** What is reviewed, in the words of the heading: a branch, a file, a folder. */
  readonly subject: string;
}

/** Where reviews are kept, relative to the repository's root. */
export const reviewFolder = 'docs/reviews';

/** The first name for a review's file that is not taken. @param taken paths relative to the root. */
export function reviewPath({ date, subject }: ReviewHead, taken: ReadonlySet<string>): string {
  const stem = `${reviewFolder}/${date}-${slugOf(subject) || 'review'}`;
  for (let count = 1; ; count++) {
    const path = count === 1 ? `${stem}.md` : `${stem}-${count}.md`;
    if (!taken.has(path)) return path;
  }
}

/** A new review's text, without comments. */
export function draftReview({ date, reviewer, base, head, commit, subject }: ReviewHead): string {
  const stated = Object.entries({ date, reviewer, base, head, commit }).filter(([, value]) => value !== null);
  const entries = stated.map(([key, value]) => `${key}: ${key === 'date' ? value : flowYaml(value)}`);
  return ['---', ...entries, '---', '', `# Review: ${subject.replace(/\s+/g, ' ')}`, ''].join('\n');
}
