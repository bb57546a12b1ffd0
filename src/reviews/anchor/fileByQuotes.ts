import { posix } from 'node:path';
import { lettersIn } from './letters.ts';

/** How many letters and digits quoted lines must have for their standing in another file to say anything. */
const leastLetters = 12;
/** How many at least two of them must have together to show where a file is now. */
const enoughLetters = 48;
/** The same of a file of the same name: where it is the only one, and where there are others. */
const enoughForOnlyName = 2;
const enoughForItsName = 24;
/** The share of them that must agree. */
const agreement = 2 / 3;

interface Quote {
  readonly lines: readonly string[];
  readonly letters: number;
  /** Where it stands, by file: of those that have the name of the one that is gone, and of the others. */
  readonly namesakes: string[];
  readonly others: string[];
}

interface Gone {
  readonly path: string;
  readonly quotes: Quote[];
  readonly namesakes: Set<string>;
}

/**
 * Finds files that are gone under another path, by what was quoted from them: where no commit tells of a rename, as in a
 * shallow clone. A quote counts if it stands in one place of all files that are looked at.
 */
export class FileByQuotes {
  readonly #gone = new Map<string, Gone>();
  /** By the line that says most of each quote. */
  readonly #byLine = new Map<string, { readonly gone: Gone; readonly quote: Quote; readonly offset: number }[]>();

  /** @param file the path that is gone. @param lines what was quoted from it. */
  add(file: string, lines: readonly string[]): void {
    const letters = lettersIn(lines.join(''));
    if (letters < enoughForOnlyName) return;
    const gone = this.#gone.get(file) ?? { path: file, quotes: [], namesakes: new Set() };
    this.#gone.set(file, gone);
    const quote = { lines, letters, namesakes: [], others: [] };
    gone.quotes.push(quote);
    const counts = lines.map(lettersIn);
    const offset = counts.indexOf(Math.max(...counts));
    const line = lines[offset] ?? '';
    this.#byLine.set(line, [...(this.#byLine.get(line) ?? []), { gone, quote, offset }]);
  }

  /** Whether a file of this name could be one that is gone. */
  isCandidate(path: string): boolean {
    return [...this.#gone.keys()].some((file) => kinshipOf(file, path) !== undefined);
  }

  /** Looks at a file that is there. */
  look(path: string, lines: readonly string[]): void {
    for (const gone of this.#gone.values()) if (kinshipOf(gone.path, path) === 'namesake') gone.namesakes.add(path);
    for (const [at, line] of lines.entries()) {
      for (const { gone, quote, offset } of this.#byLine.get(line) ?? []) {
        const kinship = kinshipOf(gone.path, path);
        if (kinship && quote.lines.every((each, index) => lines[at - offset + index] === each))
          (kinship === 'namesake' ? quote.namesakes : quote.others).push(path);
      }
    }
  }

  /** Where a file is now; undefined where that is in doubt. */
  pathOf(file: string): string | undefined {
    const gone = this.#gone.get(file);
    if (!gone) return undefined;
    const enough = gone.namesakes.size === 1 ? enoughForOnlyName : enoughForItsName;
    const namesake = elected(gone.quotes, ({ namesakes }) => namesakes, 1, enough);
    if (namesake !== undefined) return namesake;
    const telling = gone.quotes.filter(({ letters }) => letters >= leastLetters);
    return elected(telling, ({ namesakes, others }) => [...namesakes, ...others], 2, enoughLetters);
  }
}

/** The path that most of the letters are for, of the quotes that stand in one place. */
function elected(
  quotes: readonly Quote[],
  pathsOf: (quote: Quote) => readonly string[],
  leastQuotes: number,
  enough: number,
): string | undefined {
  const votes = new Map<string, { quotes: number; letters: number }>();
  let all = 0;
  for (const quote of quotes) {
    const [path, another] = pathsOf(quote);
    if (path === undefined || another !== undefined) continue;
    const before = votes.get(path) ?? { quotes: 0, letters: 0 };
    votes.set(path, { quotes: before.quotes + 1, letters: before.letters + quote.letters });
    all += quote.letters;
  }
  const [best] = [...votes].sort(([, one], [, other]) => other.letters - one.letters);
  if (!best) return undefined;
  const [path, { quotes: count, letters }] = best;
  return count >= leastQuotes && letters >= enough && letters >= all * agreement ? path : undefined;
}

/**
 * How a file may be one that is gone: by its name, or only by its kind. A file of the same name in a folder above is likelier
 * to have been there all the time, with much the same in it: a package's lock file, and that of the whole.
 */
function kinshipOf(gone: string, path: string): 'namesake' | 'kind' | undefined {
  const [before, now] = [posix.parse(gone), posix.parse(path)];
  if (before.base === now.base) return isAbove(now.dir, before.dir) ? undefined : 'namesake';
  if (before.dir === now.dir && before.name === now.name) return 'namesake';
  return before.ext === now.ext ? 'kind' : undefined;
}

function isAbove(folder: string, other: string): boolean {
  return folder !== other && (folder === '' || other.startsWith(`${folder}/`));
}
