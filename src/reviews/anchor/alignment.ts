import { certainPairs } from './certainPairs.ts';
import { longestIncreasing } from './increasing.ts';
import { lettersIn } from './letters.ts';

/** A line with fewer letters and digits stands next to any other: a brace, a blank line, `else`. */
const fewLetters = 8;

/**
 * Aligns two texts by lines, and leaves out what could be otherwise.
 *
 * Lines that both texts have just once are the same wherever they stand. Between those of them that are in common order
 * (patience), their equal neighbours are the same too, if no alignment of what is between could have it otherwise; a line
 * that says little is not, next to one that differs. Lines that moved take along only what stands between them.
 *
 * @returns by line of the older text, counted from 0: the line of the newer one that it is, or -1.
 */
export function align(before: readonly string[], after: readonly string[]): Int32Array {
  return new Aligning(before, after).run();
}

const absent = -1;
const several = -2;

class Aligning {
  readonly #before: readonly string[];
  readonly #old: Int32Array;
  readonly #now: Int32Array;
  readonly #partners: Int32Array;
  readonly #taken: Uint8Array;
  /** How many different lines there are. */
  readonly #kinds: number;

  constructor(before: readonly string[], after: readonly string[]) {
    const ids = new Map<string, number>();
    this.#before = before;
    this.#old = numbered(before, ids);
    this.#now = numbered(after, ids);
    this.#kinds = ids.size;
    this.#partners = new Int32Array(before.length).fill(absent);
    this.#taken = new Uint8Array(after.length);
  }

  run(): Int32Array {
    const pairs = this.#singles();
    for (const [line, place] of pairs) this.#join(line, place);
    const chain = longestIncreasing(pairs.map(([, place]) => place)).map((index) => pairs[index] as Pair);
    let [line, place] = [0, 0];
    for (const [nextLine, nextPlace] of [...chain, [this.#old.length, this.#now.length] as const]) {
      if (nextLine > line && nextPlace > place) this.#fillGap(line, nextLine, place, nextPlace);
      [line, place] = [nextLine + 1, nextPlace + 1];
    }
    const inOrder = new Set(chain.map(([each]) => each));
    for (const [moved, to] of pairs) if (!inOrder.has(moved)) this.#fillMoved(moved, to);
    return this.#partners;
  }

  /** The lines that both texts have just once. */
  #singles(): Pair[] {
    const [oldPlaces, nowPlaces] = [placesOf(this.#old, this.#kinds), placesOf(this.#now, this.#kinds)];
    const pairs: Pair[] = [];
    for (const [line, id] of this.#old.entries()) {
      const place = nowPlaces[id] ?? absent;
      if (place >= 0 && (oldPlaces[id] ?? absent) >= 0) pairs.push([line, place]);
    }
    return pairs;
  }

  /** Joins the equal lines at both ends of a gap between lines that are certain. Ends are not included. */
  #fillGap(line: number, endLine: number, place: number, endPlace: number): void {
    const isFree = (at: number, to: number) =>
      this.#partners[at] === absent && !this.#taken[to] && this.#old[at] === this.#now[to];
    const shorter = Math.min(endLine - line, endPlace - place);
    let head = 0;
    while (head < shorter && isFree(line + head, place + head)) head++;
    if (head === shorter && endLine - line === endPlace - place) {
      for (let each = 0; each < head; each++) this.#join(line + each, place + each);
      return;
    }
    let tail = 0;
    while (tail < shorter && isFree(endLine - 1 - tail, endPlace - 1 - tail)) tail++;
    if (head + tail === 0) return;
    const certain = certainPairs(this.#old.subarray(line, endLine), this.#now.subarray(place, endPlace));
    const join = (at: number, to: number) => {
      if (certain[at - line] === to - place) this.#join(at, to);
    };
    while (head > 0 && this.#saysLittle(line + head - 1)) head--;
    while (tail > 0 && this.#saysLittle(endLine - tail)) tail--;
    for (let each = 0; each < head; each++) join(line + each, place + each);
    for (let each = 1; each <= tail; each++) join(endLine - each, endPlace - each);
  }

  /** Joins what stands equal between a line that has moved and the next one that moved along with it. */
  #fillMoved(line: number, place: number): void {
    let length = 1;
    while (
      this.#partners[line + length] === absent &&
      this.#taken[place + length] === 0 &&
      this.#old[line + length] === this.#now[place + length]
    ) {
      length++;
    }
    if (this.#partners[line + length] !== place + length) return;
    for (let each = 1; each < length; each++) this.#join(line + each, place + each);
  }

  #join(line: number, place: number): void {
    this.#partners[line] = place;
    this.#taken[place] = 1;
  }

  #saysLittle(line: number): boolean {
    return lettersIn(this.#before[line] ?? '') < fewLetters;
  }
}

type Pair = readonly [line: number, place: number];

/** Lines as numbers that are equal where the lines are. */
function numbered(lines: readonly string[], ids: Map<string, number>): Int32Array {
  const numbers = new Int32Array(lines.length);
  for (const [index, line] of lines.entries()) {
    const id = ids.get(line) ?? ids.size;
    ids.set(line, id);
    numbers[index] = id;
  }
  return numbers;
}

/** Where each number stands, if it stands in one place only. */
function placesOf(numbers: Int32Array, size: number): Int32Array {
  const places = new Int32Array(size).fill(absent);
  for (const [index, id] of numbers.entries()) places[id] = places[id] === absent ? index : several;
  return places;
}
