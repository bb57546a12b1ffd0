import type { HumanError } from '../humanError.ts';
import { readRecordSync, stampOf } from './files.ts';

/** Files read between two pauses: long enough to be fast, short enough that nobody waits for a turn. */
const batch = 40;

/**
 * What a set of files says, computed from the files and kept up one file at a time. Nothing of it is ever written.
 *
 * @typeParam Value what the reader makes of a file.
 */
export class RecordIndex<Value> {
  readonly #root: string;
  readonly #read: (path: string, text: string) => Value;
  readonly #values = new Map<string, Value>();
  readonly #problems = new Map<string, HumanError>();
  readonly #stamps = new Map<string, string | undefined>();
  #version = 0;

  /**
   * @param root absolute path that the files' paths are relative to.
   * @param read makes a value of a file's path and text; it must not throw on any text.
   */
  constructor(root: string, read: (path: string, text: string) => Value) {
    this.#root = root;
    this.#read = read;
  }

  /** Another number whenever the values are others: what is computed of them can be kept as long as it stays. */
  get version(): number {
    return this.#version;
  }

  /** Why files are not read, or not wholly, by path. */
  get problems(): ReadonlyMap<string, HumanError> {
    return this.#problems;
  }

  /** Every file's value, by path. */
  get values(): ReadonlyMap<string, Value> {
    return this.#values;
  }

  /**
   * Reads these files and forgets all others. Unreadable files are left out.
   *
   * @param paths relative to the root, with `/`.
   */
  async load(paths: readonly string[], signal?: AbortSignal): Promise<void> {
    const wanted = new Set(paths);
    for (const path of [...this.#values.keys(), ...this.#problems.keys()]) if (!wanted.has(path)) this.remove(path);
    for (const [index, path] of paths.entries()) {
      // Small files are read fastest one after another; the pause lets the editor go on.
      if (index % batch === batch - 1) await new Promise(setImmediate);
      if (signal?.aborted) return;
      this.update(path);
    }
  }

  /** As {@link load}, but reads only what has changed on disk since it was read here. */
  async catchUp(paths: readonly string[]): Promise<void> {
    const wanted = new Set(paths);
    for (const path of [...this.#values.keys(), ...this.#problems.keys()]) if (!wanted.has(path)) this.remove(path);
    let read = 0;
    for (const path of paths) {
      const stamp = this.#stamps.get(path);
      if (stamp !== undefined && stamp === stampOf(this.#root, path)) continue;
      this.update(path);
      if (++read % batch === 0) await new Promise(setImmediate);
    }
  }

  /** Takes these texts for all there is, by path: files that are not on disk, such as those of a commit. */
  fill(texts: ReadonlyMap<string, string>): void {
    this.#values.clear();
    for (const [path, text] of texts) this.#values.set(path, this.#read(path, text));
    this.#version++;
  }

  /** Reads one file anew; a file that is gone is forgotten. */
  update(path: string): Value | undefined {
    this.#problems.delete(path);
    // Taken before reading: a file that is written meanwhile is read once more, never once too little.
    this.#stamps.set(path, stampOf(this.#root, path));
    const text = readRecordSync(this.#root, path, undefined, (problem) => this.#problems.set(path, problem));
    if (text === undefined) {
      this.#values.delete(path);
      this.#version++;
      return undefined;
    }
    const value = this.#read(path, text);
    this.#values.set(path, value);
    this.#version++;
    return value;
  }

  /** Forgets a file. */
  remove(path: string): void {
    this.#values.delete(path);
    this.#problems.delete(path);
    this.#stamps.delete(path);
    this.#version++;
  }
}
