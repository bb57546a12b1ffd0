import type { LogData, LogRecord } from '../decisions/logData.ts';
import type { LogWords } from '../decisions/logWords.ts';

/** A link of a record, from its own side. */
export interface Relation {
  readonly word: string;
  readonly other: LogRecord;
}

/** Says in words what the pictures show: for labels, and for screen readers. */
export class Descriptions {
  readonly words: LogWords;
  readonly #relations = new Map<string, Relation[]>();
  readonly #day: Intl.DateTimeFormat;
  readonly #month: Intl.DateTimeFormat;

  constructor({ records, links }: LogData, words: LogWords) {
    this.words = words;
    const language = document.documentElement.lang || 'en';
    this.#day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
    this.#month = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
    const byKey = new Map(records.map((record) => [record.key, record]));
    for (const { kind, from, to } of links) {
      const [newer, older] = [byKey.get(from), byKey.get(to)];
      if (!newer || !older) continue;
      this.#relate(from, kind === 'amends' ? words.amends : words.supersedes, older);
      this.#relate(to, kind === 'amends' ? words.amendedBy : words.supersededBy, newer);
    }
  }

  #relate(key: string, word: string, other: LogRecord): void {
    this.#relations.set(key, [...(this.#relations.get(key) ?? []), { word, other }]);
  }

  relationsOf({ key }: LogRecord): readonly Relation[] {
    return this.#relations.get(key) ?? [];
  }

  /** Number and title. */
  name({ number, title }: LogRecord): string {
    return number === null ? title : `${number} ${title}`;
  }

  date({ date }: LogRecord): string {
    return date === null ? this.words.noDate : this.#format(this.#day, date);
  }

  /** A month's short name, and its year where that begins. @param month `2026-11`. */
  month(month: string, withYear: boolean): string {
    const name = this.#format(this.#month, `${month}-01`);
    return withYear ? `${name} ${month.slice(0, 4)}` : name;
  }

  /** Everything in one sentence. */
  spoken(record: LogRecord): string {
    const relations = this.relationsOf(record).map(({ word, other }) => `${word} ${this.name(other)}`);
    return [this.name(record), this.words[record.status], this.date(record), ...record.people, ...relations].join(', ');
  }

  #format(format: Intl.DateTimeFormat, date: string): string {
    const day = new Date(`${date}T12:00:00Z`);
    return Number.isNaN(day.getTime()) ? date : format.format(day);
  }
}

/** A sentence with `{0}`, `{1}` filled in. */
export function fill(sentence: string, ...values: readonly (string | number)[]): string {
  return sentence.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
}
