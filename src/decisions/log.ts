import { posix } from 'node:path';
import type { HumanError } from '../humanError.ts';
import { readTextIfAny } from '../records/files.ts';
import { RecordIndex } from '../records/index.ts';
import { findDecisionFolders, isRecordFile } from './folders.ts';
import { formatWithId } from './formats/all.ts';
import type { Format } from './formats/format.ts';
import { namedFolders } from './hints.ts';
import { decodedTarget } from './linkTarget.ts';
import { RecordLookup } from './lookup.ts';
import { learnNaming, type Naming } from './naming.ts';
import { readDecision } from './reader.ts';
import type { DecisionRecord, Reference } from './record.ts';
import type { Team } from './team.ts';

/** Where a decision log gets its files from, and what the user has set. */
export interface LogSources {
  /** Every file that may be a record, relative to the root, with `/`. */
  listFiles(): Promise<readonly string[]>;
  /** Folders or globs from the user's settings; none means they are discovered. */
  readonly folders?: readonly string[];
  /** Read these very files, wherever they are, instead of discovering folders. */
  readonly files?: readonly string[];
  /** The team's own words, from its settings. */
  readonly team?: Team;
  /** Gives files' texts from elsewhere than the disk, such as a commit; those that are not there are left out. */
  readTexts?(paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** The format and naming that new records of a folder follow, learned from the ones that are there. */
export interface FolderStyle {
  readonly format: Format;
  readonly naming: Naming;
}

/** Where new records go in a repository that has none. */
export const defaultFolder = 'docs/decisions';

/** The decision records of one repository: discovered, read once, and kept up file by file. */
export class DecisionLog {
  /** Absolute path of the repository's root. */
  readonly root: string;
  readonly #sources: LogSources;
  readonly #index: RecordIndex<DecisionRecord>;
  #folders = new Map<string, string[]>();
  #named: readonly string[] = [];
  /** A folder's paths are another array whenever they are others. */
  readonly #lookups = new WeakMap<readonly string[], RecordLookup>();
  #sorted: { readonly version: number; readonly records: readonly DecisionRecord[] } | undefined;

  constructor(root: string, sources: LogSources) {
    this.root = root;
    this.#sources = sources;
    this.#index = new RecordIndex(root, (path, text) => readDecision(path, text, sources.team));
  }

  /** Discovers and reads everything. With a signal that is aborted, what was read so far stays. */
  async load(signal?: AbortSignal): Promise<void> {
    const { files, folders: configured } = this.#sources;
    if (files) {
      this.#folders = groupByFolder(files);
    } else {
      const paths = await this.#sources.listFiles();
      const [adrDir, log4brains] = await this.#readHints('.adr-dir', '.log4brains.yml');
      const hints = {
        ...(configured?.length && { configured }),
        ...(adrDir !== undefined && { adrDir }),
        ...(log4brains !== undefined && { log4brains }),
      };
      this.#named = namedFolders(hints, new Set(paths.map((path) => posix.dirname(path))));
      this.#folders = findDecisionFolders(paths, this.#named, !!configured?.length);
    }
    const records = [...this.#folders.values()].flat();
    if (this.#sources.readTexts) this.#index.fill(await this.#sources.readTexts(records));
    else await this.#index.load(records, signal);
  }

  async #readHints(...names: string[]): Promise<(string | undefined)[]> {
    const texts = await this.#sources.readTexts?.(names);
    return Promise.all(names.map((name) => (texts ? texts.get(name) : readTextIfAny(posix.join(this.root, name)))));
  }

  /** The team's own words, which its records are read with. */
  get team(): Team | undefined {
    return this.#sources.team;
  }

  /** Every record: by folder, then by number and date, newest first. */
  get records(): readonly DecisionRecord[] {
    const { version, values } = this.#index;
    if (this.#sorted?.version !== version) this.#sorted = { version, records: [...values.values()].sort(newestFirst) };
    return this.#sorted.records;
  }

  /** Why files among the records are not read, or not wholly: one sentence each. */
  get problems(): readonly HumanError[] {
    return [...this.#index.problems.values()];
  }

  /** The record at a path relative to the root. */
  recordAt(path: string): DecisionRecord | undefined {
    return this.#index.values.get(path);
  }

  /** The folders that hold records, relative to the root; `.` is the root. Those that settings name come first. */
  get folders(): readonly string[] {
    const found = [...this.#folders.keys()];
    return [...new Set([...this.#named.filter((folder) => !/[*?[{]/.test(folder)), ...found])];
  }

  /** The paths of a folder's records. */
  pathsIn(folder: string): readonly string[] {
    return this.#folders.get(folder) ?? [];
  }

  /**
   * Takes note of a file that was made, changed or deleted.
   *
   * @returns whether the file is, or was, one of the records.
   */
  refresh(path: string): boolean {
    const known = this.#index.values.has(path);
    if (!known) {
      const [folder] = findDecisionFolders([path], this.#named, !!this.#sources.folders?.length).keys();
      if (folder === undefined || this.#sources.files) return false;
      this.#folders.set(folder, [...(this.#folders.get(folder) ?? []), path]);
    }
    if (this.#index.update(path) !== undefined) return true;
    this.#forget(path);
    return known;
  }

  #forget(path: string): void {
    const folder = posix.dirname(path);
    const left = (this.#folders.get(folder) ?? []).filter((each) => each !== path);
    if (left.length) this.#folders.set(folder, left);
    else this.#folders.delete(folder);
  }

  /** What new records of a folder look like: as most of those that are there. */
  styleOf(folder: string): FolderStyle {
    const paths = this.pathsIn(folder);
    const counts = new Map<string, number>();
    for (const path of paths) {
      const format = this.#index.values.get(path)?.format;
      if (format && format !== 'other') counts.set(format, (counts.get(format) ?? 0) + 1);
    }
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    return { format: formatWithId(most?.[0] ?? 'lead'), naming: learnNaming(paths) };
  }

  /** The path of the record that a reference means, or what it says where there is no such record. */
  resolve(reference: Reference, from: string): string {
    const folder = posix.dirname(from);
    if (reference.target !== undefined) {
      const target = decodedTarget(reference.target.replace(/[#?].*$/, ''));
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      return this.#index.values.has(path) ? path : (this.#find(folder, target) ?? path);
    }
    return this.#find(folder, reference.text) ?? this.#findElsewhere(reference.text) ?? reference.text;
  }

  /** The record of another folder that a text names by its file: log4brains writes `package/20210101-use-x`. */
  #findElsewhere(text: string): string | undefined {
    const name = /([^/\s]+)\/([^/\s]+)$|^([^/\s]*\d[^/\s]*-[^/\s]+)$/.exec(
      text.trim().replace(/\.(?:md|markdown)$/i, ''),
    );
    if (!name) return undefined;
    const [, parent, below, alone] = name;
    const found = [...this.#index.values.keys()].filter((path) => {
      const parts = path.replace(/\.\w+$/, '').split('/');
      return parts.at(-1) === (below ?? alone) && (parent === undefined || parts.slice(0, -1).includes(parent));
    });
    return found.length === 1 ? found[0] : undefined;
  }

  #find(folder: string, text: string): string | undefined {
    const paths = this.pathsIn(folder);
    const lookup = this.#lookups.get(paths) ?? new RecordLookup(paths);
    this.#lookups.set(paths, lookup);
    return lookup.find(text);
  }
}

function groupByFolder(paths: readonly string[]): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const path of paths.filter(isRecordFile)) {
    const folder = posix.dirname(path);
    const group = folders.get(folder);
    if (group) group.push(path);
    else folders.set(folder, [path]);
  }
  return folders;
}

function newestFirst(a: DecisionRecord, b: DecisionRecord): number {
  const [folder, other] = [posix.dirname(a.path), posix.dirname(b.path)];
  if (folder !== other) return folder.localeCompare(other);
  if (a.number !== null && b.number !== null && a.number !== b.number) return b.number - a.number;
  const [date, otherDate] = [a.date ?? '', b.date ?? ''];
  if (date !== otherDate) return date < otherDate ? 1 : -1;
  return a.path.localeCompare(b.path);
}
