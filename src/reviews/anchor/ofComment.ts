import type { ReviewComment } from '../review.ts';
import type { Anchor } from './whereabouts.ts';

/** What a comment is anchored by; undefined where it is about the change as a whole. */
export function anchorOf({ link, under, commit, quote }: ReviewComment): Anchor | undefined {
  if (link) return { file: link.file, line: link.line, endLine: link.endLine, commit, quote };
  // A section of comments is headed by their file's path.
  return under !== null && /^[^\s/].*\.\w+$/.test(under)
    ? { file: under, line: null, endLine: null, commit, quote: null }
    : undefined;
}
