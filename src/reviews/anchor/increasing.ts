/**
 * The longest strictly increasing subsequence, by patience sorting.
 *
 * @param values all different.
 * @returns the indexes of its members, in order.
 */
export function longestIncreasing(values: readonly number[]): number[] {
  // The index of the value that tops each pile, and of the top of the pile before when it was laid down.
  const tops: number[] = [];
  const before: number[] = [];
  for (const [index, value] of values.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tops[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before.push(tops[low - 1] ?? -1);
    tops[low] = index;
  }
  const members: number[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) members.push(index);
  return members.reverse();
}
