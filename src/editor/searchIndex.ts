import type { DecisionSearch, Searched } from '../decisions/search.ts';
import type { DecisionLogs } from './decisionLogs.ts';
import { namedLogs } from './namedLogs.ts';

/** Files read between two pauses, so that the editor goes on. */
const batch = 40;

/** The full text index over the window's records: built when somebody first searches, kept up whenever it is asked for. */
export class SearchIndex {
  readonly #logs: DecisionLogs;
  #search: DecisionSearch | undefined;
  #known = new Map<string, Searched>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(logs: DecisionLogs) {
    this.#logs = logs;
  }

  /** The index as the records are now. */
  current(): Promise<DecisionSearch> {
    const turn = this.#turn.then(() => this.#keepUp());
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #keepUp(): Promise<DecisionSearch> {
    const [{ DecisionSearch }, { readRecordSync }] = await Promise.all([
      import('../decisions/search.ts'),
      import('../records/files.ts'),
    ]);
    this.#search ??= new DecisionSearch();
    const known = new Map<string, Searched>();
    let read = 0;
    for (const { open, prefix } of namedLogs(await this.#logs.all())) {
      for (const record of open.log.records) {
        const key = prefix + record.path;
        const before = this.#known.get(key);
        // A log makes another object of a record that it reads anew.
        const unchanged = before?.record === record;
        const text = unchanged ? before.text : (readRecordSync(open.log.root, record.path) ?? '');
        known.set(key, { key, record, text });
        if (!unchanged && ++read % batch === 0) await new Promise(setImmediate);
      }
    }
    this.#known = known;
    await this.#search.keep([...known.values()]);
    return this.#search;
  }
}
