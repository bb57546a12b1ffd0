import { posix } from 'node:path';
import type { Edit } from '../markdown/edit.ts';
import { Lines } from '../markdown/lines.ts';
import { decodedTarget } from './linkTarget.ts';
import { findCandidates } from './mentions.ts';
import { readName } from './naming.ts';

/** A record that gets another number. */
export interface Renumbering {
  /** Paths relative to the root, with `/`. */
  readonly from: string;
  readonly to: string;
  readonly before: number;
  readonly after: number;
}

/** A mention by number alone, such as `ADR-7`, that stands in a text. */
export interface NumberMention {
  readonly start: number;
  readonly end: number;
  /** The line it stands on, counted from 1. */
  readonly line: number;
}

/**
 * The renumbering of a record: its number is replaced in its file name, padded as before.
 *
 * @returns undefined for a name without a number.
 */
export function renumbering(path: string, after: number): Renumbering | undefined {
  const { number, digits } = readName(path);
  if (number === null) return undefined;
  const folder = posix.dirname(path);
  const file = posix.basename(path);
  const at = numberAt(path);
  const name = file.slice(0, at) + padded(after, digits) + file.slice(at + digits.length);
  return { from: path, to: folder === '.' ? name : `${folder}/${name}`, before: number, after };
}

/** Where the number stands in the file name of a path that has one. */
function numberAt(path: string): number {
  const { digits, dateText } = readName(path);
  return posix.basename(path).indexOf(digits, dateText.length);
}

/** A number written as wide as another one was. */
export function padded(number: number, like: string): string {
  return like.startsWith('0') ? String(number).padStart(like.length, '0') : String(number);
}

/**
 * The edits of any file that refers to the record by its file name: in links, their texts, paths and names without
 * extension. A name that is another record's as well counts only where the path before it leads here.
 *
 * @param path the file's, relative to the root.
 * @param others paths of the other records.
 */
export function nameEdits(
  text: string,
  path: string,
  renumbering: Renumbering,
  others: readonly string[] = [],
): Edit[] {
  const { from, before, after } = renumbering;
  const stem = stemOf(from);
  const shared = others.some((other) => other !== from && stemOf(other) === stem);
  const edits: Edit[] = [];
  for (const { index, indices, groups } of text.matchAll(nameExpression(from))) {
    const [start, end] = indices?.groups?.digits ?? [0, 0];
    const nameEnd = indices?.[0]?.[1] ?? end;
    if (shared && !leadsTo(text, index, nameEnd, path, from)) continue;
    edits.push({ start, end, text: padded(after, groups?.digits ?? '') });
    const label = linkTextBefore(text, index);
    const number = label && numberIn(label.text, before);
    if (!label || !number) continue;
    const at = label.start + number.index;
    const stop = at + number.digits.length;
    // A link's text may be the record's name, whose number has been changed already.
    if (edits.some((edit) => edit.start < stop && at < edit.end)) continue;
    edits.push({ start: at, end: stop, text: padded(after, number.digits) });
  }
  return edits;
}

function stemOf(path: string): string {
  return posix.basename(path).replace(/\.\w+$/, '');
}

/** The name of a record without extension, as its number's digits in the group `digits` and what is around them. */
function nameExpression(path: string): RegExp {
  const [stem, at] = [stemOf(path), numberAt(path)];
  const { length } = readName(path).digits;
  const digits = `(?<digits>${stem.slice(at, at + length)})`;
  const name = namePattern(stem.slice(0, at)) + digits + namePattern(stem.slice(at + length));
  return new RegExp(`(?<![\\p{L}\\p{N}_-])${name}(?![\\p{L}\\p{N}_-])`, 'dgu');
}

/** A pattern for a part of a file name, for git grep as well: in links, its characters may be percent-encoded. */
export function namePattern(part: string): string {
  return [...part]
    .map((character) => {
      const written = character.replace(/[.*+?^${}()|[\]\\/]/, '\\$&');
      if (/[\w.~-]/.test(character)) return written;
      const encoded = [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
      return `(${written}|${encoded.toUpperCase()}|${encoded})`;
    })
    .join('');
}

/** Whether the path that a name ends leads to a file, from the folder of the text's own file or from the root. */
function leadsTo(text: string, start: number, end: number, path: string, target: string): boolean {
  const lead = /[^\s()<>"'`[\]]*$/.exec(text.slice(Math.max(0, start - 300), start))?.[0] ?? '';
  const tail = /^\.\w+/.exec(text.slice(end))?.[0] ?? posix.extname(target);
  const named = decodedTarget(lead + text.slice(start, end) + tail);
  return posix.join(posix.dirname(path), named) === target || posix.normalize(named.replace(/^\//, '')) === target;
}

/** The text of the Markdown link in whose target an offset stands. */
function linkTextBefore(text: string, offset: number): { text: string; start: number } | undefined {
  const line = text.slice(Math.max(text.lastIndexOf('\n', offset) + 1, offset - 400), offset);
  const match = /\[((?:[^[\]\\]|\\.|\[[^\]]*\])*)\]\(<?[^()\s]*$/.exec(line);
  return match?.[1] === undefined ? undefined : { text: match[1], start: offset - line.length + match.index + 1 };
}

function numberIn(text: string, number: number): { index: number; digits: string } | undefined {
  for (const match of text.matchAll(/(?<![\p{L}\d.])\d+|(?<=\p{L}[-_ #]?)\d+/gu)) {
    if (Number(match[0]) === number) return { index: match.index, digits: match[0] };
  }
  return undefined;
}

/** Where a text mentions a record by its number alone: `ADR-7`, `adr 0007`, `decision 7`, `Entscheidung 7`. */
export function numberMentions(text: string, number: number): NumberMention[] {
  const lines = new Lines(text);
  return (
    findCandidates(text, true)
      .filter((each) => each.number === number)
      // `adr-7-use-a-queue` is the name of something.
      .filter(({ end }) => !/^[-_.]\p{L}/u.test(text.slice(end, end + 3)))
      .map(({ start, end }) => ({ start, end, line: lines.numberAt(start) + 1 }))
  );
}

/** The edits that give mentions another number, as wide as they were written. */
export function mentionEdits(text: string, mentions: readonly NumberMention[], after: number): Edit[] {
  return mentions.flatMap(({ start, end }) => {
    const digits = /\d+$/.exec(text.slice(start, end))?.[0];
    return digits ? [{ start: end - digits.length, end, text: padded(after, digits) }] : [];
  });
}

/** The records of a folder that share a number, by number. */
export function sharedNumbers(paths: readonly string[]): Map<number, string[]> {
  const byNumber = new Map<number, string[]>();
  for (const path of paths) {
    const { number } = readName(path);
    if (number !== null) byNumber.set(number, [...(byNumber.get(number) ?? []), path]);
  }
  return new Map([...byNumber].filter(([, sharing]) => sharing.length > 1));
}

/** A record on another branch that has the number of one of ours. */
export interface BranchClash {
  readonly path: string;
  readonly ref: string;
  readonly theirs: string;
}

/**
 * Numbers that a folder's records share with records that exist only on other branches: both were made at the same time,
 * and git will merge them without a word.
 *
 * @param branches paths of the folder's records by reference name.
 */
export function branchClashes(
  paths: readonly string[],
  branches: ReadonlyMap<string, readonly string[]>,
): BranchClash[] {
  const ours = new Set(paths);
  const clashes: BranchClash[] = [];
  for (const [ref, theirs] of branches) {
    const there = new Set(theirs);
    const numbers = new Map(theirs.filter((path) => !ours.has(path)).map((path) => [keyOf(path), path]));
    for (const path of paths) {
      const other = there.has(path) ? undefined : numbers.get(keyOf(path));
      if (other !== undefined && readName(path).number !== null) clashes.push({ path, ref, theirs: other });
    }
  }
  return clashes;
}

function keyOf(path: string): string {
  return `${posix.dirname(path)}\n${readName(path).number}`;
}
