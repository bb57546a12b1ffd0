import type { Edit } from '../../markdown/edit.ts';
import type { Span } from '../review.ts';

/**
 * Where a span of a text is after edits, as one types: what comes before it shifts it, what comes into it makes it longer.
 *
 * @param span offsets from the start of its first line to the end of its last, without the line ending.
 * @param edits all computed for the same text, in any order, as an editor reports what was typed.
 * @returns undefined where nothing is left of it: it is then to be found again by what was recorded.
 */
export function moveSpan(span: Span, edits: readonly Edit[]): Span | undefined {
  let { start, end } = span;
  let gone = false;
  // From the last one back, so that those before it still mean what they say.
  for (const edit of [...edits].sort((a, b) => b.start - a.start || b.end - a.end)) {
    const growth = edit.text.length - (edit.end - edit.start);
    if (edit.end <= start && edit.start < end) {
      start += growth;
      end += growth;
    } else if (edit.start >= end) {
    } else if (edit.start <= start && edit.end >= end) {
      // Lines that were selected and typed over are still there; with what is around them, they are gone.
      if (edit.start < start || edit.end > end || edit.text === '') gone = true;
      [start, end] = [edit.start, edit.start + edit.text.length];
    } else if (edit.start < start) {
      [start, end] = [edit.start + edit.text.length, end + growth];
    } else {
      end = edit.end > end ? edit.start : end + growth;
    }
  }
  return gone ? undefined : { start, end };
}
