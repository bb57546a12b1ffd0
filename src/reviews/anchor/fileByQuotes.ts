import { posix } from 'node:path';
import { lettersIn } from './letters.ts';
import type { Quote } from './quoted.ts';

/** How many letters and digits quoted lines must have for their standing in another file to say anything. */
const leastLetters = 12;
/** How many at least two of them must have together to show where a file is now. */
const enoughLetters = 48;
/** The same of a file of the same name: where it is the only one, and where there are others. */
const enoughForOnlyName = 2;
const enoughForItsName = 24;
/** The share of them that must agree. */
const agreement = 2 / 3;

/** A file in which all that was quoted moved farther than this, in lines, is likelier to be another, which got a part of it. */
const mostMoved = 200;

interface GoneQuote extends Quote {
  readonly letters: number;
  /** Where it stands in the files that are looked at. */
  readonly standings: Standing[];
}

interface Standing {
  readonly path: string;
  readonly isNamesake: boolean;
  readonly isNear: boolean;
}

interface Gone {
  readonly path: string;
  readonly quotes: GoneQuote[];
  readonly namesakes: Set<string>;
}

/**
 * Finds files that are gone under another path, by what was quoted from them: where no commit tells of a rename, as in a
 * shallow clone. A quote counts if it stands in one place of all files that are looked at.
 */
export class FileByQuotes {
  readonly #gone = new Map<string, Gone>();
  /** By the line that says most of each quote. */
  readonly #byLine = new Map<string, { readonly gone: Gone; readonly quote: GoneQuote; readonly offset: number }[]>();

  /** @param file the path that is gone. @param quote what was quoted from it. */
  add(file: string, { lines, line }: Quote): void {
    const letters = lettersIn(lines.join(''));
    if (letters < enoughForOnlyName) return;
    const gone = this.#gone.get(file) ?? { path: file, quotes: [], namesakes: new Set() };
    this.#gone.set(file, gone);
    const quote = { lines, line, letters, standings: [] };
    gone.quotes.push(quote);
    const counts = lines.map(lettersIn);
    const offset = counts.indexOf(Math.max(...counts));
    const telling = lines[offset] ?? '';
    this.#byLine.set(telling, [...(this.#byLine.get(telling) ?? []), { gone, quote, offset }]);
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
        if (!kinship || !quote.lines.every((each, index) => lines[at - offset + index] === each)) continue;
        const isNear =
          posix.dirname(gone.path) === posix.dirname(path) || Math.abs(at - offset - (quote.line - 1)) <= mostMoved;
        quote.standings.push({ path, isNamesake: kinship === 'namesake', isNear });
      }
    }
  }

  /** Where a file is now; undefined where that is in doubt. */
  pathOf(file: string): string | undefined {
    const gone = this.#gone.get(file);
    if (!gone) return undefined;
    const namesake = votesOf(gone.quotes, ({ isNamesake }) => isNamesake);
    const enough = gone.namesakes.size === 1 ? enoughForOnlyName : enoughForItsName;
    if (namesake?.isNear && namesake.letters >= enough) return namesake.path;
    const telling = gone.quotes.filter(({ letters }) => letters >= leastLetters);
    const other = votesOf(telling, () => true);
    return other?.isNear && other.quotes > 1 && other.letters >= enoughLetters ? other.path : undefined;
  }
}

interface Votes {
  readonly path: string;
  quotes: number;
  letters: number;
  isNear: boolean;
}

/** The path that most of the letters are for, of the quotes that stand in one place. */
function votesOf(quotes: readonly GoneQuote[], counts: (standing: Standing) => boolean): Votes | undefined {
  const byPath = new Map<string, Votes>();
  let all = 0;
  for (const { letters, standings } of quotes) {
    const [standing, another] = standings.filter(counts);
    if (standing === undefined || another !== undefined) continue;
    const { path, isNear } = standing;
    const votes = byPath.get(path) ?? { path, quotes: 0, letters: 0, isNear: false };
    byPath.set(path, votes);
    votes.quotes++;
    votes.letters += letters;
    votes.isNear ||= isNear;
    all += letters;
  }
  const [best] = [...byPath.values()].sort((one, other) => other.letters - one.letters);
  return best && best.letters >= all * agreement ? best : undefined;
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
