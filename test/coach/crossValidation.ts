import type { Part } from '../../src/reviews/coach/cue.ts';
import { Random } from '../bench/random.ts';
import { agreement } from './agreement.ts';
import { type Example, learn, likelihoodIn } from './learning.ts';

const folds = 10;

/**
 * How sure an answer has to be: of what is called missing, this share has to be missing, because a wrong question is
 * worse than none. What is wanted is four fifths; the rest is a margin, for the cues were written by people who had
 * read these comments, and others will do a little worse. Few comments name a risk, so that calling it missing is
 * right more often anyway.
 */
const leastMissingRight: Readonly<Record<Part, number>> = { why: 0.83, pattern: 0.83, risk: 0.95 };

/** Kappas this close to each other are the same as far as a few hundred comments can tell. */
const close = 0.02;

/**
 * How likely the part is in each example, by judges that have not seen it.
 *
 * @param seed shuffles the examples into folds.
 */
export function unseenLikelihoods(examples: readonly Example[], part: Part, seed: number): number[] {
  return eachUnseen(examples, seed, (seen) => {
    const judge = learn(seen, part);
    return (example) => likelihoodIn(example, judge);
  });
}

/**
 * The likelihood from which on a part counts as present: of those with which enough of what is called missing is
 * missing, the middle one of those that agree with the reader as well as any; of all, where none is that sure.
 */
export function thresholdFor(examples: readonly Example[], part: Part, seeds: readonly number[]): number {
  const said = examples.map(({ labels }) => labels[part]);
  const rounds = seeds.map((seed) => unseenLikelihoods(examples, part, seed));
  const candidates = Array.from({ length: 29 }, (_, step) => (10 + 2.5 * step) / 100).map((threshold) => {
    const results = rounds.map((likelihoods) =>
      agreement(
        said,
        likelihoods.map((each) => each > threshold),
      ),
    );
    const mean = (of: (result: ReturnType<typeof agreement>) => number) =>
      results.reduce((sum, result) => sum + of(result), 0) / results.length;
    return { threshold, kappa: mean(({ kappa }) => kappa), missingRight: mean((result) => result.missingRight) };
  });
  const sure = candidates.filter(({ missingRight }) => missingRight >= leastMissingRight[part]);
  const choice = sure.length ? sure : candidates;
  const best = Math.max(...choice.map(({ kappa }) => kappa));
  const alike = choice.filter(({ kappa }) => kappa > best - close);
  return alike[alike.length >> 1]?.threshold ?? 0.5;
}

/** The answers for each example by judges and thresholds that have not seen it. */
export function unseenAnswers(examples: readonly Example[], part: Part, seed: number): boolean[] {
  return eachUnseen(examples, seed, (seen) => {
    const judge = learn(seen, part, thresholdFor(seen, part, [seed]));
    return (example) => likelihoodIn(example, judge) > judge.threshold;
  });
}

/** What is learned from nine tenths of the examples, asked about the last tenth; for every tenth. */
function eachUnseen<Answer>(
  examples: readonly Example[],
  seed: number,
  judging: (seen: readonly Example[]) => (example: Example) => Answer,
): Answer[] {
  const random = new Random(seed);
  const order = examples
    .map((example, index) => ({ example, index, key: random.next() }))
    .sort((one, other) => one.key - other.key);
  const answers = new Array<Answer>(examples.length);
  for (let fold = 0; fold < folds; fold++) {
    const answer = judging(order.filter((_, place) => place % folds !== fold).map(({ example }) => example));
    for (const { example, index } of order.filter((_, place) => place % folds === fold)) {
      answers[index] = answer(example);
    }
  }
  return answers;
}
