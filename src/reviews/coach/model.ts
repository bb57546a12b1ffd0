import type { Part } from './cue.ts';
import type { Evidence } from './evidence.ts';
import weights from './weights.json' with { type: 'json' };

/** What a part is judged by: log odds for each thing that is evidence, and from which odds on a part is there. */
export interface Judge {
  readonly bias: number;
  /** Between 0 and 1. */
  readonly threshold: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** Learned from labelled comments; `npm run coach:train` makes the file anew. */
export const judges: Readonly<Record<Part, Judge>> = weights;

/** How likely it is, from 0 to 1, that the part is there. */
export function likelihood({ bias, weights: worth }: Judge, evidence: readonly Evidence[]): number {
  const odds = evidence.reduce((sum, { name, strength }) => sum + (worth[name] ?? 0) * strength, bias);
  return 1 / (1 + Math.exp(-odds));
}
