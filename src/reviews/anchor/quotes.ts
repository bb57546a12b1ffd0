import { longestIncreasing } from './increasing.ts';
import { lettersIn } from './letters.ts';
import type { Place } from './place.ts';
import { type OtherFiles, type Quote, QuotedText } from './quoted.ts';

/** As near as this, in lines, a line moves as another one did. */
const neighbourhood = 40;
/** Between two that are sure, what stands there once is what stood there, if it is more than signs. */
const leastLetters = 2;

/** A line that is sure: as it was, and where it is, both counted from 0. */
type Pin = readonly [line: number, place: number];

/**
 * What was quoted from one text, and where it stands in another. Quotes that are sure tell of others where they are: they were
 * in the same order, and what moved by as much above and below has moved by that between.
 */
export class Quotes {
  readonly #quotes: readonly Quote[];
  readonly #text: QuotedText;
  #known: readonly Pin[] | undefined;

  /** @param quotes all of one text. @param now the lines of the text that they are looked for in. */
  constructor(quotes: readonly Quote[], now: readonly string[]) {
    this.#quotes = quotes;
    this.#text = new QuotedText(now);
  }

  /** Whether it depends on what is in other files where some of them are. */
  get someAreFar(): boolean {
    return this.#quotes.some((quote) => {
      const place = this.#text.onlyPlace(quote);
      return place !== undefined && this.#text.isFar(quote, place);
    });
  }

  /**
   * Finds one of the quotes.
   *
   * @returns undefined unless there is one place only where it can be, and it says enough for that to mean something.
   */
  place(quote: Quote, otherFiles: OtherFiles): Place | undefined {
    const only = this.#text.onlyPlace(quote);
    const sure = only !== undefined && this.#text.isSure(quote, only, otherFiles);
    const place = sure ? only : this.#amongOthers(quote, only, otherFiles);
    if (place === undefined) return only === undefined ? this.#text.part(quote) : undefined;
    return {
      state: place === quote.line - 1 ? 'same' : 'moved',
      line: place + 1,
      endLine: place + quote.lines.length,
    };
  }

  /** @param only the quote's only place, if it has one. */
  #amongOthers(quote: Quote, only: number | undefined, otherFiles: OtherFiles): number | undefined {
    const [first, last] = [quote.line - 1, quote.line + quote.lines.length - 2];
    const pins = this.#pins(otherFiles);
    const above = pins.findLast(([line]) => line <= first);
    const below = pins.find(([line]) => line >= last);
    if (above && below && shiftOf(above) === shiftOf(below)) {
      const place = first + shiftOf(above);
      return this.#text.standsAt(quote, place) ? place : undefined;
    }
    if (only === undefined) return undefined;
    const movedAs = (pin: Pin | undefined) =>
      pin !== undefined && Math.abs(pin[0] - first) <= neighbourhood && shiftOf(pin) === only - first;
    const isBetween = above && below && above[1] < only && only + last - first < below[1];
    const saysSomething = lettersIn(quote.lines.join('')) >= leastLetters;
    return (isBetween && saysSomething) || movedAs(above) || movedAs(below) ? only : undefined;
  }

  /** The lines of quotes that are sure each on its own, without those that changed their order. */
  #pins(otherFiles: OtherFiles): readonly Pin[] {
    if (this.#known) return this.#known;
    const places = new Map<number, number>();
    for (const quote of this.#quotes) {
      const place = this.#text.onlyPlace(quote);
      if (place === undefined || !this.#text.isSure(quote, place, otherFiles)) continue;
      for (const offset of quote.lines.keys()) places.set(quote.line - 1 + offset, place + offset);
    }
    const pins = [...places].sort(([one], [other]) => one - other);
    this.#known = longestIncreasing(pins.map(([, place]) => place)).map((index) => pins[index] as Pin);
    return this.#known;
  }
}

function shiftOf([line, place]: Pin): number {
  return place - line;
}
