import { posix } from 'node:path';
import { readName } from './naming.ts';

/** The record files of one folder, to be found by what other records call them. */
export class RecordLookup {
  readonly #paths: readonly string[];
  /** Where the first file with that name, or that number, stands among the paths. */
  readonly #names = new Map<string, number>();
  readonly #numbers = new Map<number, number>();

  /** @param paths the folder's records; where several fit, the first one is found. */
  constructor(paths: readonly string[]) {
    this.#paths = paths;
    paths.forEach((path, index) => {
      const name = nameOf(path);
      if (!this.#names.has(name)) this.#names.set(name, index);
      const { number } = readName(path);
      if (number !== null && !this.#numbers.has(number)) this.#numbers.set(number, index);
    });
  }

  /** The record with the number, or the file name without its extension, that a text gives. */
  find(text: string): string | undefined {
    const name = nameOf(text);
    const digits = /^\D{0,12}(\d+)$/.exec(name)?.[1];
    const named = this.#names.get(name) ?? this.#paths.length;
    const numbered = (digits === undefined ? undefined : this.#numbers.get(Number(digits))) ?? this.#paths.length;
    return this.#paths[Math.min(named, numbered)];
  }
}

function nameOf(path: string): string {
  return posix.basename(path).replace(/\.\w+$/, '');
}
