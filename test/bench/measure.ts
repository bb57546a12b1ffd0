/** Something whose time is taken; what it needs beforehand and leaves behind is not part of it. */
export interface Subject {
  /** Makes what one run needs. */
  prepare?(): void | Promise<void>;
  run(): unknown;
}

/** The median times of two subjects, in milliseconds. */
export interface Medians {
  readonly ours: number;
  readonly peer: number;
  /** The median of the ratios of runs that followed one another, so that whatever slows the machine slows both. */
  readonly ratio: number;
}

/**
 * Takes the time of two subjects in turn.
 *
 * @param rounds runs of each that count
 * @param warmUp runs of each before, that do not
 */
export async function compare(ours: Subject, peer: Subject, rounds: number, warmUp = 1): Promise<Medians> {
  for (let round = 0; round < warmUp; round++) {
    await time(ours);
    await time(peer);
  }
  const times = { ours: [] as number[], peer: [] as number[], ratio: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    // Who goes first changes: the second one finds caches that the first has filled.
    const first = round % 2 ? await time(peer) : await time(ours);
    const second = round % 2 ? await time(ours) : await time(peer);
    const [own, other] = round % 2 ? [second, first] : [first, second];
    times.ours.push(own);
    times.peer.push(other);
    times.ratio.push(own / other);
  }
  return { ours: median(times.ours), peer: median(times.peer), ratio: median(times.ratio) };
}

async function time(subject: Subject): Promise<number> {
  await subject.prepare?.();
  const start = performance.now();
  await subject.run();
  return performance.now() - start;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]];
  return (low + high) / 2;
}
