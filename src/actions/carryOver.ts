import type { Action } from './action.ts';
import type { Apart } from './apart.ts';

/** Where an action stands. */
export interface ActionSource {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
}

/** A document's actions, and the day that it is about. */
export interface ActionDocument {
  readonly path: string;
  /** YYYY-MM-DD. */
  readonly date: string | null;
  readonly actions: readonly Action[];
  /** What it says is not the same work, however alike the words are. */
  readonly apart?: readonly Apart[];
}

/** The same work, however many documents name it. */
export interface ActionItem {
  /** As it was said last. */
  readonly text: string;
  readonly owners: readonly string[];
  readonly due: string | null;
  readonly done: boolean;
  /** YYYY-MM-DD, of the earliest and the latest dated document that names it. */
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** In the order of the documents' days. */
  readonly sources: readonly ActionSource[];
}

/** Share of words that two sayings must have in common to be the same work; lower where they share an owner. */
const alike = 0.8;
const alikeWithOwner = 0.6;
const stop = new Set(
  'a an the to of for and or in on at by with from that this it its is are be as if into about our we they their his her will should must can'.split(
    ' ',
  ),
);

/** Where a saying stands: the document, and the action's place among its actions. */
export interface SayingPlace {
  readonly path: string;
  readonly index: number;
}

/** The sayings of one piece of work, in the order of their documents' days. */
export type Work = readonly SayingPlace[];

interface Saying {
  readonly place: SayingPlace;
  readonly action: Action;
  readonly words: ReadonlySet<string>;
  /** What its document says it is not. */
  readonly apart: readonly { readonly path: string; readonly words: ReadonlySet<string> }[];
  /** Its rarest words: whoever is alike enough has one of them among their own rarest. */
  readonly rarest: readonly string[];
}

/**
 * The actions of many documents, the same work once: two sayings are the same where most of their words are, and nobody
 * whom both name differs. Documents are taken in the order of their days; undated ones come first.
 */
export function itemsOf(documents: readonly ActionDocument[]): ActionItem[] {
  return itemsIn(worksIn(documents), new Map(documents.map((document) => [document.path, document])));
}

/** Which sayings are the same work. It rests on words, owners and days alone: see {@link saysTheSame}. */
export function worksIn(documents: readonly ActionDocument[]): Work[] {
  const works: Saying[][] = [];
  const byWord = new Map<string, Set<Saying[]>>();
  for (const saying of sayingsOf(documents)) {
    const known = sameWork(saying, byWord);
    const work = known ?? [];
    if (!known) works.push(work);
    for (const word of work.at(-1)?.rarest ?? []) byWord.get(word)?.delete(work);
    work.push(saying);
    for (const word of saying.rarest) byWord.set(word, (byWord.get(word) ?? new Set()).add(work));
  }
  return works.map((work) => work.map(({ place }) => place));
}

/** The items of works, as the documents state them now. */
export function itemsIn(works: readonly Work[], documents: ReadonlyMap<string, ActionDocument>): ActionItem[] {
  return works.map((work) =>
    toItem(
      work.flatMap(({ path, index }) => {
        const document = documents.get(path);
        const action = document?.actions[index];
        return action ? [{ action, date: document.date, source: { path, line: action.line } }] : [];
      }),
    ),
  );
}

/** Whether two states of a document put the same works together: a tick or another due day changes none. */
export function saysTheSame(one: ActionDocument, two: ActionDocument): boolean {
  const said = ({ date, actions, apart }: ActionDocument) =>
    JSON.stringify([
      date,
      actions.map(({ text, owners }) => [text, owners]),
      (apart ?? []).map(({ path, text }) => [path, text]),
    ]);
  return said(one) === said(two);
}

function sayingsOf(documents: readonly ActionDocument[]): Saying[] {
  const ordered = [...documents].sort(
    (a, b) => (a.date ?? '').localeCompare(b.date ?? '') || a.path.localeCompare(b.path),
  );
  const sayings = ordered.flatMap(({ path, actions, apart = [] }) =>
    actions.map((action, index) => ({
      place: { path, index },
      action,
      words: wordsOf(action.text),
      apart: apart
        .filter(({ line }) => line === action.line)
        .map((other) => ({ path: other.path, words: wordsOf(other.text) })),
    })),
  );
  const frequency = new Map<string, number>();
  for (const { words } of sayings) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const often = (word: string) => frequency.get(word) ?? 0;
  return sayings.map((saying) => {
    const { words } = saying;
    // Of so many words in common, one at least is among these (Bayardo, Ma and Srikant, "Scaling up all pairs similarity
    // search", 2007). A word or two say too little.
    const count = words.size < 2 ? 0 : words.size - Math.ceil(alikeWithOwner * words.size) + 1;
    const rarest = [...words].sort((a, b) => often(a) - often(b) || (a < b ? -1 : 1)).slice(0, count);
    return { ...saying, rarest };
  });
}

function sameWork(saying: Saying, byWord: ReadonlyMap<string, ReadonlySet<Saying[]>>): Saying[] | undefined {
  let best: Saying[] | undefined;
  let bestShare = 0;
  const candidates = new Set<Saying[]>();
  for (const word of saying.rarest) for (const work of byWord.get(word) ?? []) candidates.add(work);
  for (const work of candidates) {
    const last = work.at(-1);
    if (!last) continue;
    if (work.some((other) => areApart(saying, other) || areApart(other, saying))) continue;
    const share = shareOf(saying.words, last.words);
    if (share < alikeWithOwner || share <= bestShare) continue;
    const owners = ownersAgree(saying.action.owners, last.action.owners);
    if (owners === 'same' || (owners === 'open' && share >= alike)) [best, bestShare] = [work, share];
  }
  return best;
}

function areApart({ apart }: Saying, other: Saying): boolean {
  return apart.some(({ path, words }) => path === other.place.path && shareOf(words, other.words) >= alike);
}

/** Why two sayings are the same work. */
export interface Likeness {
  /** The words that both have, in the order of the later one. */
  readonly words: readonly string[];
  /** Whom both name, as the later one does; undefined where one of them names nobody. */
  readonly owner: string | undefined;
}

/** Why an action was taken for one of before: the words and the owner that they share. */
export function likenessOf(before: Action, after: Action): Likeness {
  const words = wordsOf(before.text);
  return {
    words: [...wordsOf(after.text)].filter((word) => words.has(word)),
    owner: after.owners.find((name) => ownersAgree(before.owners, [name]) === 'same'),
  };
}

function ownersAgree(a: readonly string[], b: readonly string[]): 'same' | 'open' | 'differ' {
  if (!a.length || !b.length) return 'open';
  const fold = (name: string) => name.toLowerCase().replace(/^@/, '');
  const named = new Set(a.map(fold));
  return b.some(
    (name) => named.has(fold(name)) || a.some((other) => fold(other).split(' ')[0] === fold(name).split(' ')[0]),
  )
    ? 'same'
    : 'differ';
}

/** How many of the words of both are common, of 1. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return common / (a.size + b.size - common || 1);
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 1 && !stop.has(word)));
}

interface Said {
  readonly action: Action;
  readonly date: string | null;
  readonly source: ActionSource;
}

function toItem(sayings: readonly Said[]): ActionItem {
  const last = sayings.at(-1)?.action;
  const dates = sayings.flatMap(({ date }) => date ?? []);
  return {
    text: last?.text ?? '',
    owners: sayings.findLast(({ action }) => action.owners.length)?.action.owners ?? [],
    due: sayings.findLast(({ action }) => action.due)?.action.due ?? null,
    done: last?.done ?? false,
    firstSeen: dates[0] ?? null,
    lastSeen: dates.at(-1) ?? null,
    sources: sayings.map(({ source }) => source),
  };
}
