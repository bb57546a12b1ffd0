import { join } from 'node:path';
import type { DecisionRecord } from '../decisions/record.ts';
import type { DecisionSearch, Searched } from '../decisions/search.ts';
import type { DecisionLogs } from './decisionLogs.ts';
import { namedLogs } from './namedLogs.ts';

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
    const [{ DecisionSearch }, { readTextIfAny }] = await Promise.all([
      import('../decisions/search.ts'),
      import('../records/files.ts'),
    ]);
    this.#search ??= new DecisionSearch();
    const known = new Map<string, Searched>();
    const read = async (key: string, record: DecisionRecord, root: string): Promise<void> => {
      const before = this.#known.get(key);
      // A log makes another object of a record that it reads anew.
      const text = before?.record === record ? before.text : await readTextIfAny(join(root, record.path));
      known.set(key, { key, record, text: text ?? '' });
    };
    for (const { open, prefix } of namedLogs(await this.#logs.all())) {
      for (const record of open.log.records) await read(prefix + record.path, record, open.log.root);
    }
    this.#known = known;
    await this.#search.keep([...known.values()]);
    return this.#search;
  }
}
