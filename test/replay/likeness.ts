/** A line that is as much like another as this may be what it was edited to. */
export const alikeEnough = 0.6;

/** How many pairs of characters two lines have in common, indentation aside: from 0 for none to 1 for all. */
export function likeness(line: string, other: string): number {
  const [a, b] = [line.trim(), other.trim()];
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < a.length; at++) pairs.set(a.slice(at, at + 2), (pairs.get(a.slice(at, at + 2)) ?? 0) + 1);
  let common = 0;
  for (let at = 0; at + 1 < b.length; at++) {
    const left = pairs.get(b.slice(at, at + 2)) ?? 0;
    if (left > 0) common++;
    pairs.set(b.slice(at, at + 2), left - 1);
  }
  return a === b ? 1 : (2 * common) / Math.max(1, a.length + b.length - 2);
}
