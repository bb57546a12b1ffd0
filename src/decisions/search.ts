import MiniSearch from 'minisearch';
import { type Match, matchIn } from './match.ts';
import type { DecisionRecord } from './record.ts';
import { type SearchDocument, searchIn, searchOptions } from './searchTerms.ts';

/** A record that a search found. */
export interface Found {
  /** The key that the record was added with. */
  readonly key: string;
  readonly match: Match | undefined;
}

/** A record with its text, to be searched. */
export interface Searched {
  readonly key: string;
  readonly record: DecisionRecord;
  readonly text: string;
}

/** Characters of a record that are searched: more than any that a person has written. */
const searchedLength = 200_000;
/** Records that are added between two pauses. */
const batch = 25;

/** Full text search over records, kept up record by record. */
export class DecisionSearch {
  readonly #index = new MiniSearch<SearchDocument>(searchOptions);
  readonly #texts = new Map<string, string>();
  readonly #titles = new Map<string, string>();

  /** Keeps exactly these records, reading anew those whose text has changed; pauses now and then, so that others go on. */
  async keep(records: readonly Searched[]): Promise<void> {
    const wanted = new Set(records.map(({ key }) => key));
    for (const key of this.#texts.keys()) if (!wanted.has(key)) this.#forget(key);
    let added = 0;
    for (const { key, record, text } of records) {
      const searched = text.slice(0, searchedLength);
      if (this.#texts.get(key) === searched) continue;
      this.#forget(key);
      this.#texts.set(key, searched);
      this.#titles.set(key, record.title);
      this.#index.add(documentOf(key, record, searched));
      if (++added % batch === 0) await new Promise((resolve) => setTimeout(resolve));
    }
  }

  /**
   * The records that have all the words, best first; where there are none, those that have some.
   *
   * @param most how many are wanted.
   */
  find(words: string, most: number): Found[] {
    const results = searchIn(this.#index, words);
    return results.slice(0, most).map(({ id, terms }) => ({
      key: id,
      match: matchIn(this.#texts.get(id) ?? '', terms, this.#titles.get(id) ?? ''),
    }));
  }

  /** The index as a page reads it: JSON for `MiniSearch.loadJSON` with `searchOptions`. */
  toJSON(): string {
    return JSON.stringify(this.#index);
  }

  #forget(key: string): void {
    if (!this.#texts.delete(key)) return;
    this.#titles.delete(key);
    this.#index.discard(key);
  }
}

function documentOf(id: string, record: DecisionRecord, body: string): SearchDocument {
  const { number, title, deciders, tags, status } = record;
  return {
    id,
    number: number === null ? '' : String(number),
    title,
    people: deciders.join(' '),
    tags: [...tags, status].join(' '),
    body,
  };
}
