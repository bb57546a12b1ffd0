import { dueIn } from './dueDates.ts';

/** Makes a reader of days as people type them: `1 Dec`, `Tuesday`, `in 3 weeks`, `2026-12-01`; chrono-node loads with it. */
export async function daySaid(): Promise<(words: string, today: string) => string | undefined> {
  const { casual } = await import('chrono-node/en');
  return (words, today) => {
    const stated = /^\s*(\d{4}-\d\d-\d\d)\s*$/.exec(words)?.[1];
    if (stated !== undefined) return Number.isNaN(Date.parse(stated)) ? undefined : stated;
    // What is due on "Tuesday" is due by the next one.
    const bare = words.trim().replace(/^(?:by|on|due|until)\s+/i, '');
    const lead = /^(?:in|within|next|tomorrow|today)\b/i.test(bare) ? '' : 'by ';
    const parse = (text: string, reference: Date) => casual.parse(text, reference, { forwardDate: true });
    return dueIn(`${lead}${bare}`, today, parse).due ?? undefined;
  };
}
