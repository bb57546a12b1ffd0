import { readDate } from './date.ts';
import { type Field, isPlaceholder } from './field.ts';
import type { Status } from './record.ts';
import type { Team } from './team.ts';
import { connectors, inPart, months, phrases, statusWords } from './vocabulary.ts';

/** What a record says of its status, and where. */
export interface StatedStatus {
  readonly status: Status;
  /** The author's words. */
  readonly text: string;
  /** The day stated together with the status, YYYY-MM-DD. */
  readonly date: string | undefined;
  readonly field: Field;
}

/** Scripts that do not put spaces between words: a status may be followed by anything. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
const decoration = /:[a-z_+-]+:|\p{Extended_Pictographic}|\uFE0F|\u200D|[✓✔✗✘]/gu;
const leadingDate = /^\s*(?:[[(]?\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[\])]?)\s*[-–—:,]?\s*/u;

/**
 * The status that a text states, such as `Accepted (lazy consensus) & implemented` or `2020-03-25 accepté`.
 *
 * Prose that merely begins with a status word, a template's list of choices and words that we do not know are `unknown`.
 *
 * @param team whose own words win over everybody's.
 */
export function readStatus(text: string, team?: Team): Status {
  const words = fold(text);
  if (!words || isPlaceholder(text)) return 'unknown';
  // `Proposed [Proposed, Accepted, Rejected]`: the choice, then the template's list that it was made from.
  const chosen = /^(?<choice>[^[({]+?)\s*[[({](?<list>[^\])}]*)/u.exec(words)?.groups;
  if (chosen?.choice && isChoiceList(chosen.list ?? '')) return readStatus(chosen.choice, team);
  if (isChoiceList(words)) return 'unknown';
  if (isSuperseded(words)) return 'superseded';
  return (team && beginningOf(words, team.statusWords)) ?? leadingStatus(words) ?? 'unknown';
}

function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(decoration, ' ')
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'“”‘«»`([{\-–—:*_~>]+/u, '')
    .replace(leadingDate, '')
    .replace(/^[\s"'“”`([{\-–—:*_~>]+/u, '')
    .replace(/[_-](?=\p{L})/gu, ' ')
    .trim();
}

function leadingStatus(words: string): Exclude<Status, 'unknown'> | undefined {
  return beginningOf(words, statusWords);
}

function beginningOf(
  words: string,
  known: readonly (readonly [string, Exclude<Status, 'unknown'>])[],
): Exclude<Status, 'unknown'> | undefined {
  for (const [word, status] of known) {
    if (!words.startsWith(word)) continue;
    const rest = words.slice(word.length);
    if (unspaced.test(word) || endsStatus(rest)) return status;
  }
  return undefined;
}

/** Whether what follows a status word leaves it a status: nothing, punctuation, or a word that carries it on. */
function endsStatus(rest: string): boolean {
  if (!rest || /^\s*[^\p{L}\p{M}\s'-]/u.test(rest) || /^\s+[-–—]+[>\s]/u.test(rest)) return true;
  if (!/^\s/.test(rest)) return false;
  const [first = '', ...others] = rest.trim().split(/[\s,.;:()]+/u);
  return connectors.has(first) || months.has(first) || others.filter(Boolean).length < 2;
}

function isSuperseded(words: string): boolean {
  if (inPart.some((words_) => words.includes(words_))) return false;
  return phrases.supersededBy.some((phrase) => {
    const at = words.indexOf(phrase);
    if (at < 0) return false;
    if (at === 0 || unspaced.test(phrase)) return true;
    // Elsewhere it counts after a reference, where the verb comes last, or another status: "accepted, superseded by 12".
    const before = words.slice(0, at);
    return /^(?:adr)?[^\p{L}]*$/u.test(before) || leadingStatus(before.replace(/[\s,;(&–—-]+$/u, '')) !== undefined;
  });
}

/** `proposed | accepted | rejected`: a template's choices, of which nobody has made one. */
function isChoiceList(words: string): boolean {
  const parts = words.split(/\s*[|/,]\s*|\s+or\s+|\s+ou\s+|\s+oder\s+/u).filter(Boolean);
  if (parts.length < 2) return false;
  const known = parts.map((part) => leadingStatus(part.replace(/^[\s"'([{<]+/u, '')));
  const different = new Set(known.filter(Boolean)).size;
  return different >= 3 || (different === 2 && (parts.length > 2 || /[|]/.test(words)));
}

/** The words of a badge: some teams state the status by an image alone, `![..](https://host/badge/ADR/approved/green)`. */
function badge(raw: string): string | undefined {
  const url = /!\[[^\]]*\]\([^)]*badge\/([^)\s?]+)/.exec(raw)?.[1];
  return url
    ?.split(/[/-]/)
    .map(decodeWords)
    .find((words) => readStatus(words) !== 'unknown');
}

function decodeWords(text: string): string {
  return text.replace(/_|%20/g, ' ').replace(/\.\w+$/, '');
}

/** `Proposed | **Accepted** | Rejected`: the one choice in bold; undefined where the value is not of that kind. */
function boldChoice(raw: string): string | undefined {
  if (!raw.includes('|') && !raw.includes('/')) return undefined;
  const bold = [...raw.matchAll(/(\*\*|__)(.+?)\1/g)];
  return bold.length === 1 && isChoiceList(fold(raw.replace(/[*_]/g, ''))) ? bold[0]?.[2] : undefined;
}

/**
 * The status of a record from everything that states one: front matter before the record's head before its sections.
 * In a dated history the latest entry holds; a supersession beside another status holds over it.
 */
export function stateOf(fields: readonly Field[], team?: Team): StatedStatus | undefined {
  const stated = fields.flatMap((field): StatedStatus[] => {
    if (field.name === 'status') {
      return field.values.slice(0, 1).map((text) => {
        const status = readStatus(boldChoice(field.raw) ?? badge(field.raw) ?? text, team);
        return { status, text, date: statedDate(text), field };
      });
    }
    // `Superseded: 2019-12-19 by ADR 14` states the status with its label.
    if (field.name === 'supersededBy' && field.place !== 'frontMatter' && !isPlaceholder(field.values[0] ?? '')) {
      return [{ status: 'superseded', text: `${field.label} ${field.values[0]}`, date: undefined, field }];
    }
    return [];
  });
  const places = ['frontMatter', 'line', 'cell', 'section'] as const;
  for (const place of places) {
    const known = stated.filter((each) => each.field.place === place && each.status !== 'unknown');
    const [first] = known;
    if (!first) continue;
    const superseded = known.find((each) => each.status === 'superseded');
    if (superseded) return superseded;
    const dated = known.filter((each) => each.date);
    if (dated.length > 1)
      return dated.reduce((latest, each) => ((each.date ?? '') >= (latest.date ?? '') ? each : latest));
    return first;
  }
  return stated[0];
}

/** A day beside a status is the status's own, unless it is part of a link or a reference. */
function statedDate(text: string): string | undefined {
  return readDate(text.replace(/\S*\/\S*\.\w+|\S+\.md\b/g, ''));
}
