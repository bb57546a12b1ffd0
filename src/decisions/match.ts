import { folded } from './searchTerms.ts';

/** The line of a record that shows why it was found. */
export interface Match {
  /** Counted from 0. */
  readonly line: number;
  /** The line, or the part of it around the first word, with `…` where it was cut; empty where it is the title. */
  readonly snippet: string;
}

const longest = 110;
const before = 30;

/**
 * The line that holds most of the words that were found; of several, the first that is not the title, which is known
 * without it.
 *
 * @param terms words of the text as a search found them, folded.
 * @returns undefined where no line holds any, as when only the file's name does.
 */
export function matchIn(text: string, terms: readonly string[], title: string): Match | undefined {
  if (!terms.length) return undefined;
  const lines = linesOf(text);
  const isTitle = (line: number) => plain(lines[line] ?? '') === title;
  let best = { line: -1, count: 0, title: false };
  // Folding changes how long a line is, never how many there are.
  for (const [line, searched] of linesOf(folded(text)).entries()) {
    const count = terms.filter((term) => holds(searched, term)).length;
    if (!count || count < best.count || (count === best.count && !best.title)) continue;
    best = { line, count, title: isTitle(line) };
    if (count === terms.length && !best.title) break;
  }
  if (best.line < 0) return undefined;
  return { line: best.line, snippet: best.title ? '' : excerpt(lines[best.line] ?? '', terms) };
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

/** A line without its Markdown marks. */
function plain(line: string): string {
  // A line can be as long as a file.
  return line
    .slice(0, 20_000)
    .replace(/^[\s>#*+-]+|^\s*\d+[.)]\s+/, '')
    .replace(/!?\[([^\][]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}/g, '')
    .trim();
}

/** What a line says, cut around the first of the words. */
function excerpt(line: string, terms: readonly string[]): string {
  const text = plain(line);
  if (text.length <= longest) return text;
  const searched = folded(text);
  const places = terms.map((term) => searched.indexOf(term)).filter((place) => place >= 0);
  const first = places.length ? Math.min(...places) : 0;
  const space = first > before ? text.indexOf(' ', first - before) + 1 : 0;
  const start = space > first ? first - before : space;
  const part = text.slice(start, start + longest).trim();
  return `${start > 0 ? '…' : ''}${part}${start + longest < text.length ? '…' : ''}`;
}
