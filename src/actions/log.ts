import type { HumanError } from '../humanError.ts';
import { RecordIndex } from '../records/index.ts';
import type { Action } from './action.ts';
import {
  type ActionDocument,
  type ActionItem,
  type ActionSource,
  itemsIn,
  saysTheSame,
  type Work,
  worksIn,
} from './carryOver.ts';
import { isWritable, namedBy } from './folders.ts';
import type { ActionReader } from './reader.ts';

/** Where a log of actions gets its files from, and how it reads them. */
export interface ActionSources {
  /** Every file that may hold actions, relative to the root, with `/`. */
  listFiles(): Promise<readonly string[]>;
  readonly reader: ActionReader;
  /** Files, folders or globs from the user's settings; none means those that their names and folders tell of. */
  readonly folders?: readonly string[];
  /** Files and folders that are read in any case: the list that new actions are added to, the folder of summaries. */
  readonly also?: readonly string[];
}

/** The actions of one repository's minutes, summaries and task lists: read once, and kept up file by file. */
export class ActionLog {
  /** Absolute path of the repository's root. */
  readonly root: string;
  readonly reader: ActionReader;
  readonly #sources: ActionSources;
  readonly #holds: (path: string) => boolean;
  readonly #index: RecordIndex<ActionDocument>;
  #works: readonly Work[] | undefined;
  #items: { readonly version: number; readonly items: readonly ActionItem[] } | undefined;

  constructor(root: string, sources: ActionSources) {
    this.root = root;
    this.reader = sources.reader;
    this.#sources = sources;
    const { folders = [], reader, also = [] } = sources;
    const isAlso = namedBy(also);
    const holds = folders.length ? namedBy(folders) : (path: string) => isWritable(path) && reader.holds(path);
    this.#holds = (path) => holds(path) || isAlso(path);
    this.#index = new RecordIndex(root, (path, text) => reader.read(path, text));
  }

  /** Discovers and reads everything. With a signal that is aborted, what was read so far stays. */
  async load(signal?: AbortSignal): Promise<void> {
    this.#works = undefined;
    await this.#index.load((await this.#sources.listFiles()).filter(this.#holds).sort(), signal);
  }

  /** Takes note of whatever was made, changed or deleted since it was loaded. */
  async catchUp(): Promise<void> {
    this.#works = undefined;
    await this.#index.catchUp((await this.#sources.listFiles()).filter(this.#holds).sort());
  }

  /** The same work once, with everything that names it, whether it is done or not. */
  get items(): readonly ActionItem[] {
    const { version, values } = this.#index;
    if (this.#items?.version !== version) {
      this.#works ??= worksIn([...values.values()]);
      this.#items = { version, items: itemsIn(this.#works, values) };
    }
    return this.#items.items;
  }

  /** Whether a file is read for actions. */
  holds(path: string): boolean {
    return this.#holds(path);
  }

  /** The action that an item was said to be last: the one whose line a change is written to. */
  lastSaid({ text, sources }: ActionItem): { readonly source: ActionSource; readonly action: Action } | undefined {
    const source = sources.at(-1);
    const actions = source && this.#index.values.get(source.path)?.actions;
    const action = actions?.find((each) => each.line === source?.line && each.text === text);
    return source && action && { source, action };
  }

  /** Why files are not read, or not wholly: one sentence each. */
  get problems(): readonly HumanError[] {
    return [...this.#index.problems.values()];
  }

  /**
   * Takes note of a file that was made, changed or deleted.
   *
   * @returns whether the file is, or was, one of those that hold actions.
   */
  refresh(path: string): boolean {
    if (!this.#holds(path)) return false;
    const before = this.#index.values.get(path);
    const after = this.#index.update(path);
    if (!before || !after || !saysTheSame(before, after)) this.#works = undefined;
    return before !== undefined || after !== undefined;
  }

  /** Forgets the files below a folder that was deleted. @returns whether there were any. */
  forgetFolder(folder: string): boolean {
    const below = [...this.#index.values.keys()].filter((path) => path.startsWith(`${folder}/`));
    for (const path of below) this.#index.remove(path);
    if (below.length) this.#works = undefined;
    return below.length > 0;
  }
}
