/** Longer gaps than these are not weighed pair by pair: rows times columns. */
const mostCells = 250_000;

/**
 * The pairs of equal lines that every longest common subsequence of two texts has: that could not be otherwise, however the
 * texts are aligned.
 *
 * @param old numbers that are equal where lines are. @param now the same of the other text.
 * @returns by old line, the new line of its pair, or -1. In long texts only lines that either has once are paired.
 */
export function certainPairs(old: Int32Array, now: Int32Array): Int32Array {
  return old.length * now.length > mostCells ? pairsOfSingles(old, now) : pairsByRank(old, now);
}

/**
 * Every longest common subsequence has one first pair, one second and so on. Where only one pair of all can be the nth, each
 * has it.
 */
function pairsByRank(old: Int32Array, now: Int32Array): Int32Array {
  const [rows, columns] = [old.length, now.length];
  const width = columns + 1;
  // The longest common subsequence of what is behind each place.
  const behind = new Uint16Array((rows + 1) * width);
  const behindAt = (row: number, column: number) => behind[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      behind[row * width + column] =
        old[row] === now[column]
          ? behindAt(row + 1, column + 1) + 1
          : Math.max(behindAt(row + 1, column), behindAt(row, column + 1));
    }
  }
  const whole = behindAt(0, 0);
  const several = -2;
  const byRank = new Int32Array(whole).fill(-1);
  const rowOf = new Int32Array(whole);
  let before = new Uint16Array(width);
  for (let row = 0; row < rows; row++) {
    const after = new Uint16Array(width);
    for (let column = 0; column < columns; column++) {
      const rank = before[column] ?? 0;
      const equal = old[row] === now[column];
      if (equal && rank + 1 + behindAt(row + 1, column + 1) === whole) {
        byRank[rank] = byRank[rank] === -1 ? column : several;
        rowOf[rank] = row;
      }
      after[column + 1] = equal ? rank + 1 : Math.max(after[column] ?? 0, before[column + 1] ?? 0);
    }
    before = after;
  }
  const pairs = new Int32Array(rows).fill(-1);
  for (let rank = 0; rank < whole; rank++) {
    const column = byRank[rank] ?? -1;
    if (column >= 0) pairs[rowOf[rank] ?? 0] = column;
  }
  return pairs;
}

function pairsOfSingles(old: Int32Array, now: Int32Array): Int32Array {
  const counted = (numbers: Int32Array) => {
    const counts = new Map<number, number>();
    for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
    return counts;
  };
  const [oldCounts, nowCounts] = [counted(old), counted(now)];
  const places = new Map([...now.entries()].map(([place, number]) => [number, place]));
  return old.map((number) =>
    oldCounts.get(number) === 1 && nowCounts.get(number) === 1 ? (places.get(number) ?? -1) : -1,
  );
}
