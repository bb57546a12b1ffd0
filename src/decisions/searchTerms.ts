import type MiniSearch from 'minisearch';
import type { Options, SearchResult } from 'minisearch';

/** What is searched of a record. */
export interface SearchDocument {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly people: string;
  readonly tags: string;
  readonly body: string;
}

/** A text as it is compared: lower case, accents dropped. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

const words = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts that put no spaces between words: pairs of letters stand for words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+/gu;

/** The words of a text, and pairs of letters where the script has no spaces between words. */
export function wordsOf(text: string): string[] {
  const found: string[] = [];
  for (const [run] of text.matchAll(words)) {
    let rest = run;
    for (const [letters] of run.matchAll(unspaced)) {
      rest = rest.replace(letters, ' ');
      if (letters.length === 1) found.push(letters);
      for (let at = 0; at + 1 < letters.length; at++) found.push(letters.slice(at, at + 2));
    }
    found.push(...rest.split(' ').filter(Boolean));
  }
  return found;
}

/**
 * How records are searched: every word must occur, as a beginning or with a spelling mistake; titles and numbers count
 * more than bodies. An index that was written with these options is read with them.
 */
export const searchOptions: Options<SearchDocument> = {
  idField: 'id',
  fields: ['number', 'title', 'people', 'tags', 'body'],
  tokenize: wordsOf,
  processTerm: (term) => folded(term),
  searchOptions: {
    boost: { number: 8, title: 6, people: 3, tags: 3 },
    combineWith: 'AND',
    prefix: true,
    // A mistake in a short word makes another word of it.
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    weights: { fuzzy: 0.2, prefix: 0.6 },
  },
};

/**
 * Searches an index, best first: the records that have all the words; where there are none, those that have them with
 * spelling mistakes; where there are none either, those that have some.
 */
export function searchIn(index: MiniSearch<SearchDocument>, query: string): SearchResult[] {
  const words = query.trim();
  // Half of all words begin with some letter: one letter is looked for where few words are.
  const fields = /^\p{L}$/u.test(words) && words.search(unspaced) < 0 ? { fields: ['title', 'people', 'tags'] } : {};
  for (const how of [{ fuzzy: false }, {}, { combineWith: 'OR' }] as const) {
    const found = index.search(words, { ...how, ...fields });
    if (found.length) return found;
  }
  return [];
}
