/** How unlike the other lines of a text some of them are: by their words, of which the rarer say more. */
export class Rarity {
  /** In how many lines each word is. */
  readonly #counts = new Map<string, number>();
  readonly #lines: number;

  /** @param lines the text's. */
  constructor(lines: readonly string[]) {
    this.#lines = lines.length;
    for (const line of lines)
      for (const word of wordsOf(line)) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
  }

  /** In bits: one more for half the chance that a line of the text has all of the words. */
  bits(lines: readonly string[]): number {
    let bits = 0;
    for (const word of wordsOf(lines.join('\n'))) bits += Math.log2((this.#lines + 1) / (this.#counts.get(word) ?? 1));
    return bits;
  }
}

/** The different words of a text, case aside. */
function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu));
}
