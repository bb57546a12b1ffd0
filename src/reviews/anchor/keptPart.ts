import { lettersIn } from './letters.ts';

/** Lines that are still together: this many more than there were may have come between them. */
const mostInserted = 20;

/**
 * What several lines have become, where at least half of what they said is still there, in order and together.
 *
 * @param partners by old line: the new line that it is, or has become; -1 where there is none.
 * @param first counted from 0. @param last included.
 */
export function keptPart(
  old: readonly string[],
  partners: Int32Array,
  first: number,
  last: number,
): { readonly first: number; readonly last: number } | undefined {
  let [kept, whole, previous] = [0, 0, -1];
  let [top, bottom] = [-1, -1];
  for (let line = first; line <= last; line++) {
    const weight = 1 + lettersIn(old[line] ?? '');
    whole += weight;
    const partner = partners[line] ?? -1;
    if (partner < 0) continue;
    if (partner <= previous) return undefined;
    previous = partner;
    kept += weight;
    if (top < 0) top = line;
    bottom = line;
  }
  if (top < 0 || kept * 2 < whole) return undefined;
  let [start, end] = [partners[top] ?? 0, partners[bottom] ?? 0];
  if (end - start > bottom - top + mostInserted) return undefined;
  // Edited lines at the edges: as many as there were, as far as neighbours that are certain.
  const above = partners[first - 1] ?? -1;
  const below = partners[last + 1] ?? -1;
  if (above >= 0 && above < start) start = Math.max(start - (top - first), above + 1);
  if (below > end) end = Math.min(end + (last - bottom), below - 1);
  return { first: start, last: end };
}
