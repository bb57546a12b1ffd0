/** The words of a line, or its signs where it has no words. */
function partsOf(line: string): string[] {
  return line.match(/[\p{L}\p{N}_]+/gu) ?? line.match(/\S/g) ?? [];
}

/** How much two lines have in common: from 0 for nothing to 1 for the same words; longer words count for more. */
export function similarity(line: string, other: string): number {
  const [ours, theirs] = [partsOf(line), partsOf(other)];
  const left = new Map<string, number>();
  for (const part of theirs) left.set(part, (left.get(part) ?? 0) + 1);
  let common = 0;
  for (const part of ours) {
    const count = left.get(part) ?? 0;
    if (count > 0) {
      left.set(part, count - 1);
      common += part.length;
    }
  }
  const length = (parts: readonly string[]) => parts.reduce((sum, part) => sum + part.length, 0);
  return (2 * common) / Math.max(1, length(ours) + length(theirs));
}
