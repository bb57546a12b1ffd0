import { plainText } from '../markdown/blocks.ts';
import type { Passage } from './passages.ts';
import { isMarkedLoudly } from './recognisers/marked.ts';
import { groups, imperatives, roleOf } from './words.ts';

/** Somebody who was there. */
export interface Attendee {
  readonly name: string;
  /** A handle without `@`, where the roster gives one. */
  readonly handle: string | undefined;
  /** Initials, stated or made of the name. */
  readonly initials: string;
}

/** The people that a document's rosters name: below a heading of people, or in a line such as `Present: Ana, Raj`. */
export function attendeesOf(passages: readonly Passage[], others: readonly string[] = []): Attendee[] {
  const attendees = others.flatMap((name) => attendeesIn([name]));
  for (const passage of passages) {
    const lines =
      passage.role === 'people' ? passage.lines.filter((line) => !isMarkedLoudly(line)) : inlineRoster(passage);
    attendees.push(...attendeesIn(lines));
  }
  const seen = new Set<string>();
  return attendees.filter(({ name }) => !seen.has(name) && seen.add(name));
}

/** The rosters among a passage's lines, and beside a table's cell that heads its row, without their label. */
function inlineRoster({ lines, kind, beside }: Passage): string[] {
  if (kind === 'cell') {
    const [line = ''] = lines;
    return beside.length === 1 && roleOf(plainText(beside[0]?.text ?? '')) === 'people' ? [line] : [];
  }
  return lines.flatMap((line) => {
    if (!line.includes(':')) return [];
    const [, label, names] = /^(?:[*_]{2})?([^:*_]{3,40}?)(?:[*_]{2})?\s*:\s*(?:[*_]{2})?\s*(\S.*)$/.exec(line) ?? [];
    return label && names && roleOf(label) === 'people' ? [names] : [];
  });
}

function attendeesIn(lines: readonly string[]): Attendee[] {
  const attendees: Attendee[] = [];
  for (const line of lines) {
    for (const entry of plainText(line.replace(/^\[[ xX]\]\s*/, '')).split(/\s*[,;]\s+/)) {
      const handle = /@([\w-]+)(?![\w.]*\.\w)/.exec(entry)?.[1];
      const stated = /\(([A-Z]{2,4})\)|\b([A-Z]{2,4})\s*[:=-]\s/.exec(entry);
      const name = entry
        .replace(/[([<@:].*$/s, '')
        .replace(/\s+[-–—]\s.*$/s, '')
        .replace(/\S+@\S+/g, '')
        .trim();
      if (!/^[\p{Lu}][\p{L}.'’-]*(?:\s+[\p{L}][\p{L}.'’-]*){0,4}$/u.test(name)) continue;
      const initials =
        stated?.[1] ??
        stated?.[2] ??
        name
          .split(/\s+/)
          .map((part) => part[0]?.toUpperCase())
          .join('');
      attendees.push({ name, handle, initials });
    }
  }
  return attendees;
}

/** Capitals at a sentence's beginning that are nobody's name. */
const neverNames =
  /^(?:let['’]s|need|needs|please|where|who|which|whoever|above|below|following|todo|tbd|unassigned|unclaimed|nobody|final|finally|probably|maybe|perhaps|still|also|going|want|how|what|when|why|yes|no|this|that)$/iu;

/** Given names that are words too: "Mark to write it" names Mark. */
const alsoWords = new Set(
  'Art April August Bill Chase Chip Dean Drew Faith Frank Gene Grace Grant Guy Hope Jack Josh Joy June Lance Mark May Miles Pat Pierce Ray Rob Rose Skip Sue Victor Wade Ward Will'.split(
    ' ',
  ),
);

/** Knows whose names words may be. */
export class People {
  readonly #known = new Set<string>();
  readonly #mentioned: () => readonly string[];
  #heard: ReadonlySet<string> | undefined;

  /** @param mentioned gives the names that the document's sentences use as such; asked where a roster does not tell. */
  constructor(attendees: readonly Attendee[], mentioned: () => readonly string[] = () => []) {
    this.#mentioned = mentioned;
    for (const { name, handle, initials } of attendees) {
      const [first = '', ...rest] = name.toLowerCase().split(/\s+/);
      this.#known.add(name.toLowerCase());
      this.#known.add(first);
      const last = rest.at(-1);
      if (last) {
        this.#known.add(`${first} ${last[0]}`);
        this.#known.add(`${first} ${last[0]}.`);
      }
      if (handle) this.#known.add(handle.toLowerCase());
      if (initials.length > 1) this.#known.add(initials.toLowerCase());
    }
  }

  /** Whether the document speaks of somebody so: in a roster, or as of who says or does something. */
  hears(words: string): boolean {
    if (this.knows(words)) return true;
    this.#heard ??= new Set(this.#mentioned().map((name) => name.toLowerCase()));
    return this.#heard.has(words.toLowerCase().replace(/^@/, ''));
  }

  /** Whether a roster names somebody so: full name, first name, handle or initials. */
  knows(words: string): boolean {
    return this.#known.has(words.toLowerCase().replace(/^@/, ''));
  }

  /** How many names the rosters hold. */
  get size(): number {
    return this.#known.size;
  }

  /** Whether words can be the name of a person or a group: known, a handle, an address, or capitalised as names are. */
  couldBe(words: string): boolean {
    const text = words.trim();
    if (!text || text.length > 60 || neverNames.test(text)) return false;
    if (this.knows(text) || groups.has(text.toLowerCase().replace(/^(?:all|the|any)\s+(?=\S)/, ''))) return true;
    if (alsoWords.has(text)) return true;
    if (imperatives.has((text.split(/\s/, 1)[0] ?? '').toLowerCase())) return false;
    if (/^@[\w-]+$|^[\w.+-]+@[\w.-]+\.\w+$/.test(text)) return true;
    if (/^\p{Lu}{1,4}\p{Ll}{0,3}$/u.test(text)) return true;
    return (
      /^(?:(?:[Tt]he|[Aa]ll|[Aa]ny)\s+)?\p{Lu}[\p{L}\p{N}.'’-]*(?:\s+(?:\p{Lu}[\p{L}\p{N}.'’-]*|of|de|van|von|da|del|la|members?|team|group|committee|chairs?|staff|wg)){0,4}$/u.test(
        text,
      ) || /^(?:committee|board|council|working group)?\s*members?$/iu.test(text)
    );
  }
}

const speaker = /^(?:[-*•]\s+)?(?:\*\*)?(\p{Lu}[\p{L}.'’-]{1,20}(?:\s\p{Lu}[\p{L}.'’-]{0,20})?)(?:\*\*)?:\s/u;
const says =
  'will|said|says|asked|asks|noted|suggested|suggests|mentioned|reported|presented|agreed|volunteered|explained|proposed|raised|gave|thinks|wants|va|wird|vai';
const subject = new RegExp(
  `(?:^|[.;!?]\\s+)(\\p{Lu}\\p{Ll}[\\p{L}'’-]{0,20}(?:\\s\\p{Lu}[\\p{L}.'’-]{0,20})?)\\s+(?:${says})\\s`,
  'gu',
);
const maySay = new RegExp(`\\s(?:${says})\\s`, 'u');

/** The names that a document's sentences use: who speaks twice or more, and who is said to say or do something. */
export function mentionedIn(passages: readonly Passage[]): string[] {
  const spoke = new Map<string, number>();
  const names = new Set<string>();
  for (const { lines } of passages) {
    for (const line of lines) {
      const name = speaker.exec(line)?.[1];
      if (name) spoke.set(name, (spoke.get(name) ?? 0) + 1);
      if (maySay.test(line)) for (const [, each] of line.matchAll(subject)) if (each && !isWord(each)) names.add(each);
    }
  }
  for (const [name, times] of spoke) if (times > 1 && !isWord(name) && !roleOf(name)) names.add(name);
  return [...names];
}

/** "We will", "This suggests": a sentence's first word has a capital as well. */
function isWord(name: string): boolean {
  return (
    neverNames.test(name) ||
    imperatives.has(name.toLowerCase()) ||
    /^(?:we|they|he|she|you|it|i|the|an?|our|my|these|those|there|everyone|someone|somebody|nobody|all|some|more|most|many|each|note|discussion|presenter|text|update|question|answer|decision|action|next|today|tomorrow)\b/i.test(
      name,
    )
  );
}
