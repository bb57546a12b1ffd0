import type { Part } from '../../src/reviews/coach/cue.ts';
import { evidenceIn, expectations, read } from '../../src/reviews/coach/evidence.ts';
import type { Judge } from '../../src/reviews/coach/model.ts';

/** A comment with what a careful reader found in it. */
export interface LabelledComment extends Readonly<Record<Part, boolean>> {
  readonly text: string;
}

/** A comment as numbers: the kinds of evidence in it, by their place in `names`, and how strong each is. */
export interface Example {
  readonly kinds: readonly number[];
  readonly strengths: readonly number[];
  readonly labels: Readonly<Record<Part, boolean>>;
}

/** How far weights are held to what is expected of them: the higher, the more comments it takes to move one. */
const stiffness = 20;

/** How much what is expected counts; found once by cross-validation, as stiffness was. */
const confidence = 1.1;

const steps = 150;
const names = [...expectations.keys()].sort();

/** Comments as examples to learn from. */
export function examplesOf(comments: readonly LabelledComment[]): Example[] {
  return comments.map((comment) => {
    const evidence = evidenceIn(read(comment.text));
    return {
      kinds: evidence.map(({ name }) => names.indexOf(name)),
      strengths: evidence.map(({ strength }) => strength),
      labels: comment,
    };
  });
}

/**
 * Learns what each kind of evidence is worth for a part: logistic regression, pulled towards what is expected rather
 * than towards nothing, by Nesterov's accelerated gradient with a fixed number of steps. The same examples give the
 * same weights, rounded to hundredths so that no machine's arithmetic shows.
 */
export function learn(examples: readonly Example[], part: Part, threshold = 0.5): Judge {
  const expected = names.map((name) => confidence * (expectations.get(name)?.[part] ?? 0));
  const bias = names.length;
  const curvature = new Float64Array(bias + 1);
  for (const { kinds, strengths } of examples) {
    const reach = strengths.reduce((sum, strength) => sum + Math.abs(strength), 1);
    kinds.forEach((kind, place) => {
      at(curvature, kind, 0.25 * Math.abs(strengths[place] ?? 0) * reach);
    });
    at(curvature, bias, 0.25 * reach);
  }
  for (let index = 0; index < bias; index++) at(curvature, index, stiffness);
  const current = Float64Array.from([...expected, 0]);
  const ahead = current.slice();
  let pace = 1;
  for (let step = 0; step < steps; step++) {
    const gradient = new Float64Array(bias + 1);
    for (const { kinds, strengths, labels } of examples) {
      let odds = ahead[bias] ?? 0;
      for (let place = 0; place < kinds.length; place++) {
        odds += (ahead[kinds[place] ?? 0] ?? 0) * (strengths[place] ?? 0);
      }
      const error = 1 / (1 + Math.exp(-odds)) - Number(labels[part]);
      for (let place = 0; place < kinds.length; place++) {
        at(gradient, kinds[place] ?? 0, error * (strengths[place] ?? 0));
      }
      at(gradient, bias, error);
    }
    const nextPace = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
    for (let index = 0; index <= bias; index++) {
      const pull = index < bias ? stiffness * ((ahead[index] ?? 0) - (expected[index] ?? 0)) : 0;
      const next = (ahead[index] ?? 0) - ((gradient[index] ?? 0) + pull) / (curvature[index] || 1);
      ahead[index] = next + ((pace - 1) / nextPace) * (next - (current[index] ?? 0));
      current[index] = next;
    }
    pace = nextPace;
  }
  const hundredths = (value = 0) => Math.round(value * 100) / 100 || 0;
  const weights = names.flatMap((name, index) => {
    const weight = hundredths(current[index]);
    return weight ? [[name, weight] as const] : [];
  });
  return { bias: hundredths(current[bias]), threshold, weights: Object.fromEntries(weights) };
}

function at(values: Float64Array, index: number, addend: number): void {
  values[index] = (values[index] ?? 0) + addend;
}

/** How likely the part is in an example, from 0 to 1. */
export function likelihoodIn({ kinds, strengths }: Example, { bias, weights }: Judge): number {
  const odds = kinds.reduce(
    (sum, kind, place) => sum + (weights[names[kind] ?? ''] ?? 0) * (strengths[place] ?? 0),
    bias,
  );
  return 1 / (1 + Math.exp(-odds));
}
