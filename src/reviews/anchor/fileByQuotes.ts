import { posix } from 'node:path';
import { lettersIn } from './letters.ts';

/** How many letters and digits quoted lines must have for their standing in another file to say anything. */
const leastLetters = 12;
/** How many at least two of them must have together to show where a file is now; for one of the same name one will do. */
const enoughLetters = 48;
const enoughForItsName = 24;
/** The share of them that must agree. */
const agreement = 2 / 3;

interface Quote {
  readonly lines: readonly string[];
  readonly extension: string;
  readonly letters: number;
  readonly paths: string[];
}

/**
 * Finds files that are gone under another path, by what was quoted from them: where no commit tells of a rename, as in a
 * shallow clone. A quote counts if it stands in one place of all files that are looked at.
 */
export class FileByQuotes {
  readonly #quotes = new Map<string, Quote[]>();
  /** By the line that says most of each quote. */
  readonly #byLine = new Map<string, { readonly quote: Quote; readonly offset: number }[]>();

  /** @param file the path that is gone. @param lines what was quoted from it. */
  add(file: string, lines: readonly string[]): void {
    const letters = lettersIn(lines.join(''));
    if (letters < leastLetters) return;
    const quote = { lines, letters, extension: posix.extname(file), paths: [] };
    this.#quotes.set(file, [...(this.#quotes.get(file) ?? []), quote]);
    const counts = lines.map(lettersIn);
    const offset = counts.indexOf(Math.max(...counts));
    const line = lines[offset] ?? '';
    this.#byLine.set(line, [...(this.#byLine.get(line) ?? []), { quote, offset }]);
  }

  /** Whether a file of this name could be one that is gone: of the same kind. */
  isCandidate(path: string): boolean {
    const extension = posix.extname(path);
    return [...this.#quotes.keys()].some((file) => posix.extname(file) === extension);
  }

  /** Looks at a file that is there. */
  look(path: string, lines: readonly string[]): void {
    const extension = posix.extname(path);
    for (const [at, line] of lines.entries()) {
      for (const { quote, offset } of this.#byLine.get(line) ?? []) {
        if (quote.extension === extension && quote.lines.every((each, index) => lines[at - offset + index] === each))
          quote.paths.push(path);
      }
    }
  }

  /** Where a file is now; undefined where that is in doubt. */
  pathOf(file: string): string | undefined {
    const votes = new Map<string, { quotes: number; letters: number }>();
    let all = 0;
    for (const { letters, paths } of this.#quotes.get(file) ?? []) {
      const [path] = paths;
      if (path === undefined || paths.length > 1) continue;
      const before = votes.get(path) ?? { quotes: 0, letters: 0 };
      votes.set(path, { quotes: before.quotes + 1, letters: before.letters + letters });
      all += letters;
    }
    const [best] = [...votes].sort(([, one], [, other]) => other.letters - one.letters);
    if (!best) return undefined;
    const [path, { quotes, letters }] = best;
    const isEnough =
      (quotes > 1 && letters >= enoughLetters) ||
      (posix.basename(path) === posix.basename(file) && letters >= enoughForItsName);
    return isEnough && letters >= all * agreement ? path : undefined;
  }
}
