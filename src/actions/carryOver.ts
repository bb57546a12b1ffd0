import type { Action } from './action.ts';

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

interface Saying {
  readonly action: Action;
  readonly source: ActionSource;
  readonly date: string | null;
  readonly words: ReadonlySet<string>;
}

interface Group {
  readonly sayings: Saying[];
  readonly words: Set<string>;
}

/**
 * The actions of many documents, the same work once: two sayings are the same where most of their words are, and nobody
 * whom both name differs. Documents are taken in the order of their days; undated ones come first.
 */
export function itemsOf(documents: readonly ActionDocument[]): ActionItem[] {
  const ordered = [...documents].sort(
    (a, b) => (a.date ?? '').localeCompare(b.date ?? '') || a.path.localeCompare(b.path),
  );
  const groups: Group[] = [];
  const byWord = new Map<string, Set<Group>>();
  for (const { path, date, actions } of ordered) {
    for (const action of actions) {
      const saying: Saying = { action, date, source: { path, line: action.line }, words: wordsOf(action.text) };
      const group = sameWork(saying, byWord) ?? { sayings: [], words: new Set<string>() };
      if (!group.sayings.length) groups.push(group);
      group.sayings.push(saying);
      for (const word of saying.words) {
        group.words.add(word);
        const with_ = byWord.get(word) ?? new Set();
        byWord.set(word, with_.add(group));
      }
    }
  }
  return groups.map(({ sayings }) => toItem(sayings));
}

function sameWork(saying: Saying, byWord: ReadonlyMap<string, ReadonlySet<Group>>): Group | undefined {
  if (saying.words.size < 2) return undefined;
  let best: Group | undefined;
  let bestShare = 0;
  const candidates = new Set<Group>();
  for (const word of saying.words) for (const group of byWord.get(word) ?? []) candidates.add(group);
  for (const group of candidates) {
    const last = group.sayings.at(-1);
    if (!last) continue;
    const owners = ownersAgree(saying.action.owners, last.action.owners);
    if (owners === 'differ') continue;
    const share = shareOf(saying.words, last.words);
    if (share >= (owners === 'same' ? alikeWithOwner : alike) && share > bestShare) [best, bestShare] = [group, share];
  }
  return best;
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

function toItem(sayings: readonly Saying[]): ActionItem {
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
