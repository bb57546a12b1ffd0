import { folded } from './searchTerms.ts';

/** The line of a record that shows why it was found. */
export interface Match {
  /** Counted from 0. */
  readonly line: number;
  /** The line, or the part of it around the first word, with `…` where it was cut. */
  readonly snippet: string;
}

const longest = 110;
const before = 30;

/**
 * The line that holds most of the words that were found; of several, the first.
 *
 * @param terms words of the text as a search found them, folded.
 * @returns undefined where no line holds any, as when only the file's name does.
 */
export function matchIn(text: string, terms: readonly string[]): Match | undefined {
  if (!terms.length) return undefined;
  let best = { line: -1, count: 0 };
  // Folding changes how long a line is, never how many there are.
  for (const [line, searched] of linesOf(folded(text)).entries()) {
    const count = terms.filter((term) => holds(searched, term)).length;
    if (count > best.count) best = { line, count };
    if (count === terms.length) break;
  }
  if (best.line < 0) return undefined;
  return { line: best.line, snippet: excerpt(linesOf(text)[best.line] ?? '', terms) };
}

const letter = /[\p{L}\p{N}\p{M}]/u;
/** Letters that stand without spaces between them; see `wordsOf`. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** Whether a line holds a term as a word of its own. */
function holds(line: string, term: string): boolean {
  const alone = !unspaced.test(term);
  for (let at = line.indexOf(term); at >= 0; at = line.indexOf(term, at + 1)) {
    if (!alone || !(letter.test(line[at - 1] ?? '') || letter.test(line[at + term.length] ?? ''))) return true;
  }
  return false;
}

function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/);
}

/** A line without its Markdown marks, cut around the first of the words. */
function excerpt(line: string, terms: readonly string[]): string {
  // A line can be as long as a file.
  const plain = line
    .slice(0, 20_000)
    .replace(/^[\s>#*+-]+|^\s*\d+[.)]\s+/, '')
    .replace(/!?\[([^\][]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}/g, '')
    .trim();
  if (plain.length <= longest) return plain;
  const searched = folded(plain);
  const places = terms.map((term) => searched.indexOf(term)).filter((place) => place >= 0);
  const first = places.length ? Math.min(...places) : 0;
  const start = first > before ? plain.indexOf(' ', first - before) + 1 || first - before : 0;
  const part = plain.slice(Math.min(start, first), Math.min(start, first) + longest).trim();
  return `${start > 0 ? '…' : ''}${part}${start + longest < plain.length ? '…' : ''}`;
}
