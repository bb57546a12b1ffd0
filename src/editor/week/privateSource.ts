import type * as vscode from 'vscode';
import type { Journal } from '../../practices/journal.ts';
import type { JournalStore } from '../journalStore.ts';
import { Kept } from '../kept.ts';
import type { WeekGroup, WeekSource } from './weekSource.ts';

/** A source of what only the user sees: read from the journal once, and again when something in it has changed. */
export abstract class PrivateSource implements WeekSource, vscode.Disposable {
  protected readonly store: JournalStore;
  readonly #groups: Kept<readonly WeekGroup[]>;
  readonly onDidChange: vscode.Event<void>;

  constructor(store: JournalStore) {
    this.store = store;
    this.#groups = new Kept(async () => {
      const journal = await store.existing();
      return journal ? this.read(journal) : [];
    }, store.onDidChange);
    this.onDidChange = store.onDidChange;
  }

  /** What the journal has for this week. */
  protected abstract read(journal: Journal): Promise<readonly WeekGroup[]>;

  groups(): Promise<readonly WeekGroup[]> {
    return this.#groups.get();
  }

  settle(): void {
    this.#groups.forget();
  }

  dispose(): void {
    this.#groups.dispose();
  }
}
