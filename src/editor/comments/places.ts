import type { Repository } from '../../git/repository.ts';
import { readTextIfAny, resolveInside } from '../../records/files.ts';
import { commentKeys } from '../../reviews/comments.ts';
import type { Review, ReviewComment } from '../../reviews/review.ts';

/** Where a comment is now. */
export interface Placed {
  readonly comment: ReviewComment;
  /** See commentKeys. */
  readonly key: string;
  readonly state: 'same' | 'moved' | 'changed' | 'orphaned';
  /** Relative to the root; null for a comment that is lost. */
  readonly file: string | null;
  /** Counted from 1, both included; null for a comment about a whole file, or that is lost. */
  readonly line: number | null;
  readonly endLine: number | null;
}

/** Looks where a review's comments are in the files as they are on disk. */
export async function placesOf(root: string, _repository: Repository | undefined, review: Review): Promise<Placed[]> {
  const texts = new Map<string, readonly string[] | undefined>();
  const placed: Placed[] = [];
  for (const [comment, key] of commentKeys(review)) {
    const lost: Placed = { comment, key, state: 'orphaned', file: null, line: null, endLine: null };
    const { link, quote } = comment;
    if (!link?.line || !quote) {
      placed.push(lost);
      continue;
    }
    if (!texts.has(link.file)) {
      const path = await resolveInside(root, link.file).catch(() => undefined);
      const text = path && (await readTextIfAny(path));
      texts.set(link.file, text?.replace(/^\uFEFF/, '').split(/\r\n?|\n/));
    }
    const lines = texts.get(link.file);
    const at = lines ? placeOf(lines, quote, link.line) : undefined;
    placed.push(
      at === undefined
        ? lost
        : {
            comment,
            key,
            state: at === link.line ? 'same' : 'moved',
            file: link.file,
            line: at,
            endLine: at + quote.length - 1,
          },
    );
  }
  return placed;
}

/** The line at which quoted lines stand: where they stood, or else the only place. */
function placeOf(lines: readonly string[], quote: readonly string[], was: number): number | undefined {
  const standsAt = (line: number) => quote.every((text, index) => lines[line - 1 + index] === text);
  if (standsAt(was)) return was;
  const places = lines.flatMap((_, index) => (standsAt(index + 1) ? [index + 1] : []));
  return places.length === 1 ? places[0] : undefined;
}
