import type { Practice, Situation } from './practice.ts';

/** How much a situation speaks for a practice; what is rarer says more. */
const weights: Readonly<Record<Situation, number>> = {
  'owned path without runbook': 6,
  'repeated fixes': 6,
  'no second expert': 5,
  comment: 5,
  'own draft': 4,
  review: 4,
  meeting: 4,
  decision: 4,
  'selected code': 3,
  code: 1,
  markdown: 1,
  plan: 1,
  'nothing open': 1,
};

const most = 6;

/**
 * The practices that fit what the user is doing, the best first: at most six.
 *
 * @param open ids of what the plan's present phase still has open.
 */
export function practicesFor(
  practices: readonly Practice[],
  situations: ReadonlySet<Situation>,
  open: ReadonlySet<string>,
): Practice[] {
  const score = (practice: Practice) => {
    const fits = practice.situations.filter((each) => each !== 'plan' && situations.has(each));
    return fits.reduce((sum, each) => sum + weights[each], 0) + (open.has(practice.id) ? 2 : 0);
  };
  return practices
    .map((practice) => ({ practice, score: score(practice) }))
    .filter((each) => each.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ practice }) => practice);
}
