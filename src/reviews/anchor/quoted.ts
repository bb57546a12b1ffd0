import { align } from './alignment.ts';
import { keptPart } from './keptPart.ts';
import { lettersIn } from './letters.ts';
import type { Place } from './place.ts';
import { Rarity } from './rarity.ts';

// The numbers here are measured: `npm run replay -- --show wrong REPOSITORY...` says what others would do.

/** As near as this, in lines, what stands in one place is likely to be what stood there. */
const near = 40;
const nearUpwards = 20;
/** The same of signs alone, if there are none like them but for their indentation. */
const nearForSigns = 10;
/** How many letters and digits lines that moved farther must have, and those that moved farther than others do. */
const leastLetters = 10;
const farAway = 1000;
const leastLettersFarAway = 24;
/** With fewer, lines that differ from others only by their indentation are like them. */
const lettersOfTheirOwn = 12;
/** How rare the words of lines that moved must be, in bits; twice as far, by so much more. */
const leastBits = 6;
const bitsForTwiceAsFar = 2;
/** Texts grow: lines seldom move up, but of several copies the first may be left. */
const upwards = 2;
/** What stands in other files too may have stood in this one twice; in many, it is what every file has. */
const inOtherFiles = 2;
const mostOtherFiles = 2;
const leastLettersOfLine = 5;
/** How many letters and digits must be left of lines of which only a part is found. */
const leastOfPart = 24;

/** Lines as they were quoted. */
export interface Quote {
  readonly lines: readonly string[];
  /** The number of the first of them, counted from 1. */
  readonly line: number;
}

/** In how many other files a line stands. */
export type OtherFiles = (line: string) => number;

/** A text in which quoted lines are looked for, where the text that they were quoted from is not to be had. */
export class QuotedText {
  readonly #now: readonly string[];
  readonly #withoutSpaces = new Map<string, number>();
  #rarity: Rarity | undefined;

  /** @param now the text's lines. */
  constructor(now: readonly string[]) {
    this.#now = now;
    for (const line of now) {
      const text = withoutSpaces(line);
      this.#withoutSpaces.set(text, (this.#withoutSpaces.get(text) ?? 0) + 1);
    }
  }

  /** Whether all of the lines stand at a place, counted from 0. */
  standsAt({ lines }: Quote, place: number): boolean {
    return lines.every((each, offset) => this.#now[place + offset] === each);
  }

  /** Where all of the lines stand one after another, counted from 0; undefined if nowhere, or in several places. */
  onlyPlace(quote: Quote): number | undefined {
    const [first = ''] = quote.lines;
    let place: number | undefined;
    for (let at = this.#now.indexOf(first); at >= 0; at = this.#now.indexOf(first, at + 1)) {
      if (!this.standsAt(quote, at)) continue;
      if (place !== undefined) return undefined;
      place = at;
    }
    return place;
  }

  /** Whether it depends on what is in other files whether lines at their only place are those that were quoted. */
  isFar(quote: Quote, place: number): boolean {
    return !this.#isNear(quote, place) && this.#mayBeFar(quote, place);
  }

  /** Whether lines at their only place are beyond doubt those that were quoted. */
  isSure(quote: Quote, place: number, otherFiles: OtherFiles): boolean {
    if (this.#isNear(quote, place)) return true;
    if (!this.#mayBeFar(quote, place)) return false;
    const telling = tellingLine(quote.lines);
    const files = telling === undefined ? 0 : otherFiles(telling);
    const isUp = place < quote.line - 1;
    if (files > mostOtherFiles || (files > 0 && isUp)) return false;
    const farther = bitsForTwiceAsFar * Math.log2(Math.max(1, distanceOf(quote, place) / near));
    this.#rarity ??= new Rarity(this.#now);
    return (
      this.#rarity.bits(quote.lines) >= (leastBits + farther) * (isUp ? upwards : 1) * (files > 0 ? inOtherFiles : 1)
    );
  }

  /** What is left of several lines. */
  part({ lines }: Quote): Place | undefined {
    if (lines.length < 2) return undefined;
    const partners = align(lines, this.#now);
    const letters = lines.reduce((sum, each, index) => sum + ((partners[index] ?? -1) < 0 ? 0 : lettersIn(each)), 0);
    const part = letters < leastOfPart ? undefined : keptPart(lines, partners, 0, lines.length - 1);
    return part && { state: 'changed', line: part.first + 1, endLine: part.last + 1 };
  }

  #isNear(quote: Quote, place: number): boolean {
    const distance = distanceOf(quote, place);
    const text = quote.lines.join('');
    if (lettersIn(text) > 0) return distance <= (place < quote.line - 1 ? nearUpwards : near);
    if (text.trim() === '') return false;
    return distance === 0 || (distance <= nearForSigns && this.#isOnlyWithoutSpaces(quote));
  }

  #mayBeFar(quote: Quote, place: number): boolean {
    const letters = lettersIn(quote.lines.join(''));
    const least = distanceOf(quote, place) > farAway ? leastLettersFarAway : leastLetters;
    return letters >= least && (letters >= lettersOfTheirOwn || this.#isOnlyWithoutSpaces(quote));
  }

  #isOnlyWithoutSpaces({ lines }: Quote): boolean {
    return lines.some((each) => this.#withoutSpaces.get(withoutSpaces(each)) === 1);
  }
}

/** The line of a quote that says most; undefined where it says nothing, and every file may have it. */
export function tellingLine(lines: readonly string[]): string | undefined {
  const letters = lines.map(lettersIn);
  const most = Math.max(...letters);
  return most < leastLettersOfLine ? undefined : lines[letters.indexOf(most)];
}

function distanceOf({ line }: Quote, place: number): number {
  return Math.abs(place - (line - 1));
}

function withoutSpaces(line: string): string {
  return line.replace(/\s+/g, '');
}
