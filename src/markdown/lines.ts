/** One line of a text: its offsets without and with the line ending. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/**
 * Where every line of a text starts. Lines end with LF, CRLF or a lone CR, the three that CommonMark knows, so that
 * numbers agree with the block parser's whatever the file's endings are.
 */
export class Lines {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    if (text.includes('\r')) {
      for (const ending of text.matchAll(/\r\n?|\n/g)) this.#starts.push(ending.index + ending[0].length);
    } else {
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
    }
  }

  /** How many lines there are; a text that ends with a line ending has a last, empty line. */
  get count(): number {
    return this.#starts.length;
  }

  /** The line with this number, counted from 0; a number past the end gives an empty line at the text's end. */
  at(line: number): Line {
    const length = this.#text.length;
    const start = this.#starts[line] ?? length;
    const next = this.#starts[line + 1] ?? length;
    let end = next;
    if (end > start && this.#text[end - 1] === '\n') end--;
    if (end > start && this.#text[end - 1] === '\r') end--;
    return { start, end, next };
  }

  /** The number of the line that an offset stands on. */
  numberAt(offset: number): number {
    let [low, high] = [0, this.count - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The text of a line, without its ending. */
  textAt(line: number): string {
    const { start, end } = this.at(line);
    return this.#text.slice(start, end);
  }
}

/** The line ending that a text uses most at its beginning: that of its first line, LF where there is none. */
export function lineEnding(text: string): '\n' | '\r\n' {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}
