import { lettersIn } from './letters.ts';
import { similarity } from './similarity.ts';

/** How alike a line must be to what it has become, and by how much more than the line next best. */
const alike = 0.7;
const lead = 0.2;
/** Lines with fewer letters and digits are like many others. */
const leastLetters = 12;
/** More lines than these between two that are certain are a rewriting, in which nothing can be said of one line. */
const longestGap = 16;

/**
 * What an edited line has become: the one line between the same neighbours that is much like it.
 *
 * @param line counted from 0, as the result is; one without a partner.
 */
export function editedPlace(
  old: readonly string[],
  now: readonly string[],
  partners: Int32Array,
  line: number,
): number | undefined {
  let above = line - 1;
  while (above >= 0 && (partners[above] ?? -1) < 0) above--;
  let below = line + 1;
  while (below < old.length && (partners[below] ?? -1) < 0) below++;
  const from = (above >= 0 ? (partners[above] ?? 0) : -1) + 1;
  const to = below < old.length ? (partners[below] ?? 0) : now.length;
  if (below - above > longestGap || to - from > longestGap || to <= from) return undefined;
  const text = old[line] ?? '';
  if (lettersIn(text) < leastLetters) return undefined;
  let [best, second, place] = [0, 0, -1];
  for (let at = from; at < to; at++) {
    const how = similarity(text, now[at] ?? '');
    if (how > best) [best, second, place] = [how, best, at];
    else second = Math.max(second, how);
  }
  // Another of the old lines may have become it.
  for (let other = above + 1; other < below; other++) {
    if (other !== line) second = Math.max(second, similarity(old[other] ?? '', now[place] ?? ''));
  }
  return best >= alike && best - second >= lead ? place : undefined;
}
