import { isDay } from '../actions/days.ts';
import { dueInCell } from './dueDates.ts';

/**
 * Makes a reader of days as people type them: `1 Dec`, `Tuesday`, `in 3 weeks`, `2026-12-01`; chrono-node loads with it.
 *
 * @returns the days that the words can mean, YYYY-MM-DD: several for "next Friday", none for "soon".
 */
export async function daySaid(): Promise<(words: string, today: string) => readonly string[]> {
  const { casual } = await import('chrono-node/en');
  return (words, today) => {
    const bare = words.trim().replace(/^(?:by|on|due|until)\s+/i, '');
    if (/^\d{4}-\d\d-\d\d$/.test(bare)) return isDay(bare) ? [bare] : [];
    return dueInCell(bare, {
      meeting: today,
      dayFirst: undefined,
      parse: (text, reference) => casual.parse(text, reference, { forwardDate: true }),
    }).days;
  };
}
