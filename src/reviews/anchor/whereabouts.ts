import type { Past, PastFile } from '../../git/pastTexts.ts';
import type { Rename } from '../../git/renames.ts';
import { isReviewFile } from '../folders.ts';
import { FileByQuotes } from './fileByQuotes.ts';
import { type LineRange, type Place, type Successor, successor } from './place.ts';
import { type OtherFiles, type Quote, tellingLine } from './quoted.ts';
import { Quotes } from './quotes.ts';
import { sourceLines } from './sourceLines.ts';

/** What a comment says about where it belongs. */
export interface Anchor {
  /** Relative to the root, with `/`. */
  readonly file: string;
  /** Counted from 1, both included; null where the comment is on the file as a whole. */
  readonly line: number | null;
  readonly endLine: number | null;
  readonly commit: string | null;
  /** The lines as they were, without line endings; null where none are quoted. */
  readonly quote: readonly string[] | null;
}

/** Where a comment belongs now; no file and no lines where that is gone, or in doubt. */
export interface Whereabouts {
  readonly state: 'same' | 'moved' | 'changed' | 'orphaned';
  readonly file: string | null;
  readonly line: number | null;
  readonly endLine: number | null;
}

/** What is asked of the repository and the work tree. */
export interface World {
  past(files: readonly PastFile[]): Promise<Past>;
  /** Oldest first. @param since seconds since 1970; undefined for all. */
  renames(since: number | undefined): Promise<readonly Rename[]>;
  /** Every file's path; asked for where a file is gone, and its commit too. */
  files(): Promise<readonly string[]>;
  /** A file's text as it is now, perhaps not saved; undefined for what is no text file inside the repository. */
  text(path: string): Promise<string | undefined>;
  /** For each of some lines, the files in which it stands; asked for where a recorded text is not to be had. */
  filesWithLines(lines: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
}

const orphaned: Whereabouts = { state: 'orphaned', file: null, line: null, endLine: null };

/** A file of which less is kept may be another one, which got the path of a file that was renamed. */
const sameFile = 0.5;

/** No more files than these are searched for one that is gone. */
const mostFiles = 5000;

/**
 * Finds where comments belong now: by the recorded commit's text where the repository has it, by the quoted lines where it
 * does not, through renames. What is in doubt is orphaned.
 *
 * @returns one for each anchor, in their order.
 */
export async function whereaboutsOf(anchors: readonly Anchor[], world: World): Promise<Whereabouts[]> {
  if (anchors.length === 0) return [];
  const texts = new Map([...new Set(anchors.map(({ file }) => file))].map((file) => [file, world.text(file)]));
  const past = await world.past(anchors.flatMap(({ file, commit }) => (commit ? [{ commit, path: file }] : [])));
  const search = new Search(anchors, past, world, texts);
  const found: Whereabouts[] = [];
  for (const anchor of anchors) found.push(await search.find(anchor));
  return found;
}

/** Lines of a file, and whether it is beyond doubt that they are to be looked for in this file. */
interface Found {
  readonly whereabouts: Whereabouts;
  readonly certain: boolean;
}

class Search {
  readonly #anchors: readonly Anchor[];
  readonly #past: Past;
  readonly #world: World;
  readonly #texts: Map<string, Promise<string | undefined>>;
  readonly #lines = new Map<string, readonly string[]>();
  readonly #successors = new Map<string, Successor>();
  readonly #quotes = new Map<string, Quotes>();
  #renames: Promise<readonly Rename[]> | undefined;
  #files: Promise<readonly string[]> | undefined;
  #byQuotes: Promise<FileByQuotes> | undefined;
  #filesWithLines: Promise<ReadonlyMap<string, readonly string[]>> | undefined;

  constructor(anchors: readonly Anchor[], past: Past, world: World, texts: Map<string, Promise<string | undefined>>) {
    this.#texts = texts;
    this.#anchors = anchors;
    this.#past = past;
    this.#world = world;
  }

  async find(anchor: Anchor): Promise<Whereabouts> {
    const here = await this.#placeIn(anchor, anchor.file);
    if (here?.certain) return here.whereabouts;
    const path = (await this.#renamed(anchor)) ?? (here ? undefined : await this.#quotedIn(anchor));
    const there = path === undefined ? undefined : await this.#placeIn(anchor, path);
    return there?.whereabouts ?? here?.whereabouts ?? orphaned;
  }

  /** Undefined where the file is not there. */
  async #placeIn(anchor: Anchor, path: string): Promise<Found | undefined> {
    const text = await this.#text(path);
    if (text === undefined) return undefined;
    const { file, line, endLine, quote } = anchor;
    if (line === null) {
      const state = path === file ? 'same' : 'moved';
      return { whereabouts: { state, file: path, line: null, endLine: null }, certain: true };
    }
    const range = { line, endLine: endLine ?? line };
    const before = this.#before(anchor, range);
    const kept = before === undefined ? undefined : this.#successor(anchor, before, path, text);
    const place = kept ? kept.place(range) : quote && (await this.#quoted(anchor, { lines: quote, line }, path, text));
    const certain = kept ? kept.kept >= sameFile : Boolean(place);
    return { whereabouts: place ? whereaboutsAt(place, path, file) : orphaned, certain };
  }

  /** The recorded text, if the repository has it, and the comment's lines stand in it: else they were not committed. */
  #before({ file, commit, quote }: Anchor, range: LineRange): string | undefined {
    const text = commit === null ? undefined : this.#past.text({ commit, path: file });
    if (text === undefined || quote === null) return text;
    const lines = this.#linesOf(`${commit}:${file}`, text).slice(range.line - 1, range.endLine);
    return lines.length === quote.length && lines.every((each, index) => each === quote[index]) ? text : undefined;
  }

  #successor({ commit, file }: Anchor, before: string, path: string, after: string): Successor {
    const key = `${commit}:${file}:${path}`;
    const known = this.#successors.get(key) ?? successor(before, after);
    this.#successors.set(key, known);
    return known;
  }

  /** Finds quoted lines in a text, also by the other comments on the same text where its commit is not to be had. */
  async #quoted(anchor: Anchor, quote: Quote, path: string, text: string): Promise<Place | undefined> {
    const { file, commit } = anchor;
    const isGone = commit !== null && this.#time(anchor) === undefined;
    const key = `${commit}:${file}:${path}`;
    const others = isGone ? this.#anchors.filter((each) => each.file === file && each.commit === commit) : [anchor];
    const quotes =
      (isGone ? this.#quotes.get(key) : undefined) ??
      new Quotes(
        others.flatMap(({ line, quote: lines }) => (lines && line !== null ? { lines, line } : [])),
        this.#linesOf(path, text),
      );
    if (isGone) this.#quotes.set(key, quotes);
    return quotes.place(quote, quotes.someAreFar ? await this.#otherFiles(path) : () => 0);
  }

  async #otherFiles(path: string): Promise<OtherFiles> {
    this.#filesWithLines ??= this.#world.filesWithLines([
      ...new Set(this.#anchors.flatMap(({ quote }) => (quote && tellingLine(quote)) ?? [])),
    ]);
    const files = await this.#filesWithLines;
    // A review quotes what it is about.
    return (line) => (files.get(line) ?? []).filter((each) => each !== path && !isReviewFile(each)).length;
  }

  #linesOf(name: string, text: string): readonly string[] {
    const known = this.#lines.get(name) ?? sourceLines(text);
    this.#lines.set(name, known);
    return known;
  }

  #text(path: string): Promise<string | undefined> {
    const known = this.#texts.get(path) ?? this.#world.text(path);
    this.#texts.set(path, known);
    return known;
  }

  #time({ commit }: Anchor): number | undefined {
    return commit === null ? undefined : this.#past.time(commit);
  }

  /** When the first of all commits was made; undefined where one is not to be had, which may be older. */
  #oldest(): number | undefined {
    const times = this.#anchors.map((each) => this.#time(each) ?? Number.NEGATIVE_INFINITY);
    const oldest = times.reduce((least, each) => Math.min(least, each));
    return Number.isFinite(oldest) ? oldest : undefined;
  }

  /** The path that a file has got by renames since it was commented on. */
  async #renamed(anchor: Anchor): Promise<string | undefined> {
    this.#renames ??= this.#world.renames(this.#oldest());
    const after = this.#time(anchor) ?? Number.NEGATIVE_INFINITY;
    let path = anchor.file;
    for (const { from, to, time } of await this.#renames) if (time >= after && from === path) path = to;
    return path === anchor.file ? undefined : path;
  }

  /** Where a file is now that is gone without a trace in the history: in a deeper folder, or by what was quoted from it. */
  async #quotedIn(anchor: Anchor): Promise<string | undefined> {
    if (this.#time(anchor) !== undefined) return undefined;
    this.#files ??= this.#world.files();
    const { file, quote } = anchor;
    const [deeper, another] = (await this.#files).filter((path) => isDeeper(path, file));
    if (deeper !== undefined && another === undefined && (quote === null || (await this.#isMovedTo(file, deeper))))
      return deeper;
    this.#byQuotes ??= this.#searchByQuotes();
    return (await this.#byQuotes).pathOf(file);
  }

  async #isMovedTo(file: string, path: string): Promise<boolean> {
    const search = await this.#goneQuotes((each) => each === file);
    search.look(path, this.#linesOf(path, (await this.#text(path)) ?? ''));
    return search.pathOf(file) === path;
  }

  async #goneQuotes(isWanted: (file: string) => boolean): Promise<FileByQuotes> {
    const search = new FileByQuotes();
    for (const anchor of this.#anchors) {
      const { file, line, quote } = anchor;
      if (!isWanted(file) || !quote || line === null || this.#time(anchor) !== undefined) continue;
      if ((await this.#text(file)) === undefined) search.add(file, { lines: quote, line });
    }
    return search;
  }

  async #searchByQuotes(): Promise<FileByQuotes> {
    const search = await this.#goneQuotes(() => true);
    const candidates = (await (this.#files ?? [])).filter((path) => search.isCandidate(path) && !isReviewFile(path));
    if (candidates.length > mostFiles) return new FileByQuotes();
    for (const path of candidates) {
      // Not kept: a repository's files are many.
      const text = await this.#world.text(path);
      if (text !== undefined) search.look(path, sourceLines(text));
    }
    return search;
  }
}

/** Whether a path is another one with folders put into it, but not right before the file's name, which many may have. */
function isDeeper(path: string, file: string): boolean {
  const [now, before] = [path.split('/'), file.split('/')];
  const more = now.length - before.length;
  if (more <= 0) return false;
  const differs = before.findIndex((name, index) => name !== now[index]);
  const from = differs < 0 ? before.length : differs;
  const same = before.toReversed().findIndex((name, index) => name !== now[now.length - 1 - index]);
  const below = same < 0 ? before.length : same;
  return below >= 2 && from + below >= before.length;
}

function whereaboutsAt({ state, line, endLine }: Place, path: string, file: string): Whereabouts {
  return { state: path !== file && state === 'same' ? 'moved' : state, file: path, line, endLine };
}
