import { align } from './alignment.ts';
import { keptPart } from './keptPart.ts';
import { lettersIn } from './letters.ts';
import type { Place } from './place.ts';

/**
 * How many letters and digits make it likely that lines which stand in one place now stood in one place then. Measured over
 * 10,000 lines of four histories that stand there once, 500 commits later: with 12, 96 of 100 are found, and 2 of 1,000 that
 * are found had been one of several copies. `npm run replay` measures it anew.
 */
const leastLetters = 12;
/** As near as this, in lines, what stands in one place is likely to be what stood there. */
const near = 30;
/** As near as this, even if it is signs alone. */
const veryNear = 2;
/** How many letters and digits must be left of lines of which only a part is found. */
const leastOfPart = 24;

/**
 * Finds quoted lines in a text, where the text that they were quoted from is not to be had.
 *
 * @param line where they stood, counted from 1.
 * @param now the text's lines.
 * @returns undefined unless they stand in one place only, and say enough for that to mean something.
 */
export function placeOfQuote(quote: readonly string[], line: number, now: readonly string[]): Place | undefined {
  const places = occurrences(quote, now);
  const [first] = places;
  if (places.length > 1) return undefined;
  if (first === undefined) return partOfQuote(quote, now);
  const distance = Math.abs(first - (line - 1));
  const letters = lettersIn(quote.join(''));
  if (letters < leastLetters && distance > (letters > 0 ? near : veryNear)) return undefined;
  return { state: distance === 0 ? 'same' : 'moved', line: first + 1, endLine: first + quote.length };
}

/** Where all of the lines stand one after another, counted from 0; no more than two places. */
function occurrences(quote: readonly string[], now: readonly string[]): number[] {
  const places: number[] = [];
  const [first = ''] = quote;
  for (let at = now.indexOf(first); at >= 0 && places.length < 2; at = now.indexOf(first, at + 1)) {
    if (quote.every((each, offset) => now[at + offset] === each)) places.push(at);
  }
  return places;
}

/** What is left of several lines. */
function partOfQuote(quote: readonly string[], now: readonly string[]): Place | undefined {
  if (quote.length < 2) return undefined;
  const partners = align(quote, now);
  const letters = quote.reduce((sum, each, index) => sum + ((partners[index] ?? -1) < 0 ? 0 : lettersIn(each)), 0);
  const part = letters < leastOfPart ? undefined : keptPart(quote, partners, 0, quote.length - 1);
  return part && { state: 'changed', line: part.first + 1, endLine: part.last + 1 };
}
