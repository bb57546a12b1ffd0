import { months } from './vocabulary.ts';

/**
 * The date that a text states, as YYYY-MM-DD; undefined where it states none, only a month, or an impossible one.
 *
 * Reads ISO and its loose forms (`2023-9-15`, `2023/09/15`, `2023.09.15`), `15/09/2023` (old adr-tools; day first unless
 * that is impossible; `15/09/23` too), `15.09.2023`, month names in the languages that records are read in, and `2023年9月15日`.
 */
export function readDate(stated: string): string | undefined {
  const text = stated.normalize('NFC');
  const numeric = /(?<!\d)(\d{4})\s*([-/.年년]|-\s)\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})(?!\d)/.exec(text);
  if (numeric) return isoDate(Number(numeric[1]), Number(numeric[3]), Number(numeric[4]));
  const compact = /(?<!\d)(20\d\d)(\d\d)(\d\d)(?:\d{4}|\d{6})?(?!\d)/.exec(text);
  if (compact) return isoDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const dayFirst = /(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)(?!\d)/.exec(text);
  if (dayFirst) {
    const [first, second] = [Number(dayFirst[1]), Number(dayFirst[3])];
    const year = Number(dayFirst[4]) + (dayFirst[4]?.length === 2 ? 2000 : 0);
    return second > 12 ? isoDate(year, first, second) : isoDate(year, second, first);
  }
  return namedMonth(text);
}

function namedMonth(text: string): string | undefined {
  // "15 March 2023", "March 15th, 2023", "15 de marzo de 2023", "15. März 2023", "1er mars 2023", "Mon, Mar 15 2023".
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? [];
  for (const [index, word] of words.entries()) {
    const month = months.get(word);
    if (!month) continue;
    const before = words.slice(Math.max(0, index - 3), index).filter((each) => /^\d/.test(each));
    const after = words.slice(index + 1, index + 5).filter((each) => /^\d/.test(each));
    const day = before.at(-1) ?? after[0];
    const year = before.length ? after[0] : after[1];
    if (day && year && /^\d{4}$/.test(year) && day.length <= 2) return isoDate(Number(year), month, Number(day));
  }
  return undefined;
}

/** YYYY-MM-DD of a day that exists, undefined for others. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return year < 1900 ? undefined : date.toISOString().slice(0, 10);
}
