import MiniSearch, { type SearchOptions } from 'minisearch';
import type { LogRecord } from '../decisions/logData.ts';
import { folded, type SearchDocument, searchOptions } from '../decisions/searchTerms.ts';
import type { State } from './host.ts';

/** Decides which records are shown: those that have the words of the search, and pass every filter. */
export class Selection {
  readonly #texts = new Map<string, string>();
  #index: MiniSearch<SearchDocument> | undefined;

  constructor(records: readonly LogRecord[]) {
    for (const record of records) this.#texts.set(record.key, folded(textOf(record)));
  }

  /** Searches bodies too from now on. @param json what `DecisionSearch.toJSON` wrote. */
  useIndex(json: string): void {
    this.#index = MiniSearch.loadJSON<SearchDocument>(json, searchOptions);
  }

  /** The records of `records` that are shown, in their order. */
  of(records: readonly LogRecord[], state: State): LogRecord[] {
    const passing = records.filter((record) => passes(record, state));
    const query = state.query.trim();
    if (!query) return passing;
    const words = folded(query).split(/\s+/);
    const has = (record: LogRecord) => words.every((word) => this.#texts.get(record.key)?.includes(word));
    const exact = this.#searched(query, { fuzzy: false });
    const found = passing.filter((record) => exact.has(record.key) || has(record));
    if (found.length) return found;
    const near = this.#searched(query, {});
    return passing.filter(({ key }) => near.has(key));
  }

  #searched(query: string, how: SearchOptions): ReadonlySet<string> {
    return new Set(this.#index?.search(query, how).map(({ id }) => String(id)));
  }
}

function passes(record: LogRecord, { statuses, folder, person, tag }: State): boolean {
  return (
    (!statuses.length || statuses.includes(record.status)) &&
    (!folder || record.folder === folder) &&
    (!person || record.people.includes(person)) &&
    (!tag || record.tags.includes(tag))
  );
}

function textOf({ number, title, status, statusText, date, people, tags, folder }: LogRecord): string {
  return [number ?? '', title, status, statusText ?? '', date ?? '', ...people, ...tags, folder].join(' ');
}
