import { daysAfter } from '../actions/days.ts';
import { monthsAfter } from '../decisions/checks/day.ts';
import type { Cadence, Practice, Situation } from './practice.ts';

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

/** A practice that comes round again, and the day of its last document. */
export interface Due {
  readonly practice: Practice;
  readonly last: string;
}

const mostDue = 3;
/** Months after which what nobody came back to is no longer brought up. */
const letGo = 6;

/**
 * The practices whose week, month or quarter has gone by since they were last done, the longest ago first: at most three. Those
 * that were never begun, or have been left alone for half a year, are not among them.
 *
 * @param last the day of the last document by the practice's id.
 */
export function practicesDue(practices: readonly Practice[], last: ReadonlyMap<string, string>, today: string): Due[] {
  return practices
    .flatMap((practice) => {
      const day = last.get(practice.id);
      const next = day && nextAfter(day, practice.cadence);
      return day && next && next <= today && monthsAfter(next, letGo) > today ? [{ practice, last: day, next }] : [];
    })
    .sort((a, b) => a.next.localeCompare(b.next))
    .slice(0, mostDue)
    .map(({ practice, last: day }) => ({ practice, last: day }));
}

function nextAfter(day: string, cadence: Cadence): string | undefined {
  switch (cadence) {
    case 'weekly':
      return daysAfter(day, 7);
    case 'monthly':
      return monthsAfter(day, 1);
    case 'quarterly':
      return monthsAfter(day, 3);
    default:
      return undefined;
  }
}
