import { posix } from 'node:path';
import type { Edit } from '../markdown/edit.ts';
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
  const at = file.indexOf(digits, readName(path).dateText.length);
  const name = file.slice(0, at) + padded(after, digits) + file.slice(at + digits.length);
  return { from: path, to: folder === '.' ? name : `${folder}/${name}`, before: number, after };
}

/** A number written as wide as another one was. */
function padded(number: number, like: string): string {
  return like.startsWith('0') ? String(number).padStart(like.length, '0') : String(number);
}

/** How a title begins with its record's number: `ADR-0007: `, `SUBGRAPH-0007: `, `7. `, `[7] `, `007 - `, `28 `. */
const leads = [
  /^\[?(?:l?adr|decision(?: record)?|record|rfc)[-_ #]{0,2}(\d+)(?![\p{L}\p{N}])/iu,
  /^\[?(?:[A-Z]{2,}[-_ ])+(\d+)(?![\p{L}\p{N}])/u,
  /^\[?(\d+)(?=[.:)\]]|\s+[-–—]\s|\s+\p{L})/u,
];

/**
 * The edits of the record itself: its number in the first heading (`# 7. X`, `# ADR-0007: X`) and in front matter entries
 * that are nothing but the number.
 */
export function ownNumberEdits(text: string, { before, after }: Renumbering): Edit[] {
  const edits: Edit[] = [];
  const title = /^#[ \t]+(.*)$/m.exec(text);
  const number =
    title?.[1] === undefined ? undefined : leads.map((lead) => lead.exec(title[1] ?? '')).find(Boolean)?.[1];
  if (title?.[1] !== undefined && number && Number(number) === before) {
    const start = title.index + title[0].length - title[1].length + title[1].indexOf(number);
    edits.push({ start, end: start + number.length, text: padded(after, number) });
  }
  const close = /^---[ \t]*\r?\n[\s\S]*?^---[ \t]*$/m.exec(text);
  if (close?.index === 0 || text.startsWith('\uFEFF---')) {
    for (const entry of (close?.[0] ?? '').matchAll(
      /^(?:id|number|adr|nav_order):[ \t]*["']?(?:ADR-)?(\d+)["']?[ \t]*$/gim,
    )) {
      if (Number(entry[1]) !== before || !entry[1]) continue;
      const start = (close?.index ?? 0) + entry.index + entry[0].lastIndexOf(entry[1]);
      edits.push({ start, end: start + entry[1].length, text: padded(after, entry[1]) });
    }
  }
  return edits;
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
  const stem = stemOf(renumbering.from);
  const shared = others.some((other) => other !== renumbering.from && stemOf(other) === stem);
  const edits: Edit[] = [];
  for (const found of occurrences(text, stem)) {
    const end = found + stem.length;
    if (shared && !leadsTo(text, found, end, path, renumbering.from)) continue;
    edits.push({ start: found, end, text: stemOf(renumbering.to) });
    const label = linkTextBefore(text, found);
    const number = label && numberIn(label.text, renumbering.before);
    if (!label || !number) continue;
    const start = label.start + number.index;
    const stop = start + number.digits.length;
    // A link's text may be the record's name, whose number has been changed already.
    if (edits.some((edit) => edit.start < stop && start < edit.end)) continue;
    edits.push({ start, end: stop, text: padded(renumbering.after, number.digits) });
  }
  return edits;
}

function stemOf(path: string): string {
  return posix.basename(path).replace(/\.\w+$/, '');
}

function* occurrences(text: string, stem: string): Generator<number> {
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + stem.length)) {
    const [before = '', after = ''] = [text[at - 1], text[at + stem.length]];
    if (!/[\p{L}\p{N}_-]/u.test(before) && !/[\p{L}\p{N}_-]/u.test(after)) yield at;
  }
}

/** Whether the path that a name ends leads to a file, from the folder of the text's own file or from the root. */
function leadsTo(text: string, start: number, end: number, path: string, target: string): boolean {
  const lead = /[^\s()<>"'`[\]]*$/.exec(text.slice(Math.max(0, start - 300), start))?.[0] ?? '';
  const tail = /^\.\w+/.exec(text.slice(end))?.[0] ?? posix.extname(target);
  const named = lead + text.slice(start, end) + tail;
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

/** Where a text mentions a record by its number alone: `ADR-7`, `adr 0007`, `decision 7`, `decision record 7`. */
export function numberMentions(text: string, number: number): NumberMention[] {
  const mentions: NumberMention[] = [];
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}/_-])(?:l?adrs?|decision(?:[ ]record)?)[-_ #]{1,2}0*(?<number>${number})(?![\\p{N}]|[-_.]\\p{L}|\\.\\d)`,
    'giu',
  );
  for (const match of text.matchAll(pattern)) {
    const before = text.slice(0, match.index);
    mentions.push({ start: match.index, end: match.index + match[0].length, line: before.split(/\r\n?|\n/).length });
  }
  return mentions;
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
