/** How answers agree with a reader's. */
export interface Agreement {
  /** Cohen's kappa: 1 is full agreement, 0 what chance would give. */
  readonly kappa: number;
  /** Of what is called missing, the share that is missing. */
  readonly missingRight: number;
}

/** Compares answers with what a reader said, in the same order. */
export function agreement(said: readonly boolean[], answered: readonly boolean[]): Agreement {
  const count = (one: boolean, other: boolean) =>
    said.filter((each, index) => each === one && answered[index] === other).length;
  const both = count(true, true);
  const neither = count(false, false);
  const missed = count(true, false);
  const invented = count(false, true);
  const all = said.length;
  const agreed = (both + neither) / all;
  const chance = ((both + missed) * (both + invented) + (invented + neither) * (missed + neither)) / (all * all);
  return { kappa: (agreed - chance) / (1 - chance), missingRight: neither / (neither + missed || 1) };
}
