import { type Status, statuses } from './record.ts';
import { foldWords } from './vocabulary.ts';

type Known = Exclude<Status, 'unknown'>;

/** A status word of a team's own, and what it means. */
export interface TeamStatus {
  readonly word: string;
  readonly status: Known;
}

/** The words of a team beside the ones that everybody uses, from its settings. */
export class Team {
  /** In the order of the settings. */
  readonly statuses: readonly TeamStatus[];
  /** Labels of extra values, folded, with the names to show. */
  readonly fields: ReadonlyMap<string, string>;
  /** The status words as they are compared, longest first. */
  readonly statusWords: readonly (readonly [string, Known])[];

  /**
   * @param words status words with one of the five statuses each; entries with any other value are left out.
   * @param fields labels (or keys of front matter) with the names to show.
   */
  constructor(words: Readonly<Record<string, unknown>> = {}, fields: Readonly<Record<string, unknown>> = {}) {
    this.statuses = Object.entries(words).flatMap(([word, meaning]) => {
      const status = statuses.find((each) => each === String(meaning).toLowerCase());
      return status && foldWords(word) ? [{ word: word.trim(), status }] : [];
    });
    this.fields = new Map(
      Object.entries(fields).flatMap(([label, name]) =>
        foldWords(label) ? [[foldWords(label), typeof name === 'string' && name.trim() ? name.trim() : label]] : [],
      ),
    );
    this.statusWords = this.statuses
      .map(({ word, status }) => [foldWords(word), status] as const)
      .sort(([a], [b]) => b.length - a.length);
  }
}
