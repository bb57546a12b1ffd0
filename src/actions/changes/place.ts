import { type Block, plainText } from '../../markdown/blocks.ts';
import { MarkdownDocument } from '../../markdown/document.ts';
import { Lines } from '../../markdown/lines.ts';
import { asMarkdown } from '../../markdown/markup.ts';
import type { Action } from '../action.ts';
import type { Column } from '../reader.ts';

/** A piece of a text, by offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A cell of the row that an action stands in. */
export interface Cell extends Span {
  readonly column: Column | undefined;
  /** What stands in the same column of the table's other rows, without those that are empty; the most frequent first. */
  readonly beside: readonly string[];
}

/** Where an action stands in its text. */
export interface Place {
  readonly text: string;
  /** From behind a list's bullet, before a box, to the last sign of the action's paragraph, item or row. */
  readonly region: Span;
  /** The end of the region's first line, spaces, line breaks and a block's name such as `^id` left out. */
  readonly firstEnd: number;
  /** The action's words, as far as they stand together in the region; the region itself where they do not. */
  readonly words: Span;
  /** The cells of its row; empty outside of tables. */
  readonly cells: readonly Cell[];
}

/** What a line begins with before its own words: quote marks, a list's bullet or number. */
export const bullet: RegExp =
  /^\uFEFF?(?:[ \t]*(?:>|[-*+•](?=[ \t])|\d+[.)](?=[ \t])|[a-z][.)](?=[ \t])|#\.(?=[ \t])))*[ \t]*/;
/** What ends a line without being said on it: spaces, a line break's backslash, a block's name. */
const tail = /(?:[ \t]+\^[\w-]+)?(?:[ \t]*\\)?[ \t]*$/;

/**
 * Finds the place of an action in its text.
 *
 * @param others the other actions of the text: none of them is part of the place, unless it stands on the same line.
 */
export function placeOf(
  path: string,
  text: string,
  action: Action,
  others: readonly Action[],
  columnOf: (heading: string) => Column | undefined,
): Place {
  const document = new MarkdownDocument(asMarkdown(text, /\.\w+$/.exec(path)?.[0] ?? ''));
  // reStructuredText and AsciiDoc are read line by line: their lines' numbers are those of the text.
  const lines = document.text === text ? document.lines : new Lines(text);
  const line = action.line - 1;
  const block = document.blocks.find((each) => each.line <= line && line < each.endLine);
  const below = others.flatMap((other) => (other.line > action.line ? [other.line - 1] : []));
  const last = Math.min(block && block.kind !== 'row' ? block.endLine : line + 1, ...below) - 1;
  const region = trimmed(text, lines, line, Math.max(line, last));
  const first = lines.at(line);
  const firstEnd = Math.max(region.start, first.start + text.slice(first.start, first.end).replace(tail, '').length);
  const cells = block?.kind === 'row' ? cellsOf(document, text, lines, line, columnOf) : [];
  return { text, region, firstEnd, words: wordsIn(text, region, cells, action), cells };
}

function trimmed(text: string, lines: Lines, from: number, to: number): Span {
  const { start, end } = lines.at(from);
  const first = start + (bullet.exec(text.slice(start, end))?.[0].length ?? 0);
  const last = lines.at(to);
  const written = text.slice(last.start, last.end).replace(tail, '').trimEnd();
  return { start: first, end: Math.max(first, last.start + written.length) };
}

function wordsIn(text: string, region: Span, cells: readonly Cell[], action: Action): Span {
  const found = findWords(text, region, action.text);
  if (found) return found;
  return cells.find(({ start, end }) => plainText(text.slice(start, end)).includes(action.text)) ?? region;
}

/** Signs that stand between words, or inside of them, as markup. */
const between = '[\\s>*_~`\\\\\\[\\]]';

/** Where words, as a reader sees them, stand in marked-up text; the last place of several. */
export function findWords(text: string, { start, end }: Span, words: string): Span | undefined {
  const parts = words.split(/\s+/).filter(Boolean);
  if (!parts.length || words.length > 2000) return undefined;
  const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join(`${between}+`);
  const found = [...text.slice(start, end).matchAll(new RegExp(pattern, 'gu'))].at(-1);
  return found && { start: start + found.index, end: start + found.index + found[0].length };
}

function cellsOf(
  document: MarkdownDocument,
  text: string,
  lines: Lines,
  line: number,
  columnOf: (heading: string) => Column | undefined,
): Cell[] {
  const table = tableAround(document, line);
  const { start, end } = lines.at(line);
  return cellSpans(text.slice(start, end)).map((span, index) => {
    const [heading = '', ...contents] = table.map(({ cells }) => cells[index] ?? '');
    return {
      start: start + span.start,
      end: start + span.end,
      column: columnOf(plainText(heading)),
      beside: byFrequency(contents.filter((content) => content.trim())),
    };
  });
}

/** The rows of the table that a line is in, that of its headings first. */
function tableAround({ blocks }: MarkdownDocument, line: number): readonly Block[] {
  const rows = blocks.filter(({ kind }) => kind === 'row');
  let first = rows.findIndex((row) => row.line === line);
  let end = first + 1;
  const lineOf = (index: number) => rows[index]?.line ?? Number.NaN;
  while (lineOf(first - 1) + 1 === lineOf(first)) first--;
  // The first row is followed by the line of dashes, which has no block.
  if (lineOf(first - 1) + 2 === lineOf(first)) first--;
  while (lineOf(end) === lineOf(end - 1) + (end - 1 === first ? 2 : 1)) end++;
  return rows.slice(first, end);
}

function byFrequency(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}

/** The contents of a row's cells, without the spaces around them; an empty cell's stands behind its first space. */
function cellSpans(row: string): Span[] {
  const bars = [...row.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
  if (!/^[\s>]*\|/.test(row)) bars.unshift(-1);
  if (!/\|\s*$/.test(row)) bars.push(row.length);
  return bars.slice(0, -1).map((bar, index) => {
    const cell = row.slice(bar + 1, bars[index + 1]);
    const start = bar + 1 + (cell.trim() ? cell.length - cell.trimStart().length : Math.min(1, cell.length));
    return { start, end: Math.max(start, bar + 1 + cell.trimEnd().length) };
  });
}
