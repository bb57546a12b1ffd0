import { type Block, longestLine, plainText } from '../markdown/blocks.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import type { Field, NameOf } from './field.ts';
import type { FieldName } from './languages/language.ts';
import { foldWords, statusWords } from './vocabulary.ts';

/**
 * Reads the labelled values of a table's row: a label and its value, or the values below the names of columns.
 *
 * @param index of the row among the document's blocks.
 * @param header cells of the row before, where they name the columns; else none.
 * @returns the header for the row after this one.
 */
export function readRow(
  document: MarkdownDocument,
  index: number,
  header: readonly string[],
  nameOf: NameOf,
  fields: Field[],
): readonly string[] {
  const [block, next] = document.blocks.slice(index, index + 2);
  if (!block || tooLong(block)) return header;
  const names = block.cells.map((cell) => nameOf(plainText(cell)));
  // A table's first row names its columns where each cell is a label; the delimiter row below it has no block.
  const first = next?.kind === 'row' && next.line === block.line + 2;
  if (first && names.length > 1 && namesColumns(names, block.cells, next.cells)) return block.cells;
  if (header.length) {
    header.forEach((cell, column) => {
      const name = nameOf(plainText(cell));
      if (name) pushCell(document, block.line, column, name, cell, fields);
    });
  } else if (names[0] && names.length > 1) {
    pushCell(document, block.line, 1, names[0], block.cells[0] ?? '', fields);
  }
  return [];
}

/** Reads every cell of a row as a value of the same name. */
export function readCells(
  document: MarkdownDocument,
  row: Block,
  name: FieldName,
  label: string,
  fields: Field[],
): void {
  if (tooLong(row)) return;
  for (const column of row.cells.keys()) pushCell(document, row.line, column, name, label, fields);
}

function tooLong({ cells }: Block): boolean {
  return cells.some((cell) => cell.length > longestLine);
}

/** Whether a table's first row names its columns: every cell is a label, or a status stands below that of the status. */
function namesColumns(names: readonly (FieldName | undefined)[], cells: readonly string[], below: readonly string[]) {
  if (names.every((name) => name && name !== 'decided')) return true;
  const column = names.indexOf('status');
  return column >= 0 && isStatusCell(below[column]) && !(column === 0 && isStatusCell(cells[1]));
}

function isStatusCell(cell = ''): boolean {
  const words = `${foldWords(plainText(cell))} `;
  return statusWords.some(([word]) => words.startsWith(`${word} `));
}

function pushCell(
  document: MarkdownDocument,
  line: number,
  column: number,
  name: FieldName,
  label: string,
  fields: Field[],
): void {
  const span = cellSpan(document.lines.textAt(line), column);
  if (!span) return;
  const { start } = document.lines.at(line);
  const raw = document.text.slice(start + span.start, start + span.end);
  const text = plainText(raw).trim();
  fields.push({
    name,
    place: 'cell',
    label: plainText(label),
    values: text ? [text] : [],
    raw,
    start: start + span.start,
    end: start + span.end,
  });
}

/** The span of a table cell's content in its line; columns count from 0. */
function cellSpan(line: string, column: number): { start: number; end: number } | undefined {
  const bars: number[] = [];
  for (const bar of line.matchAll(/(?<!\\)\|/g)) bars.push(bar.index);
  if (!/^[ \t>]*\|/.test(line)) bars.unshift(-1);
  const [open, close = line.length] = [bars[column], bars[column + 1]];
  if (open === undefined) return undefined;
  const cell = line.slice(open + 1, close);
  const start = open + 1 + (cell.trim() ? cell.length - cell.trimStart().length : Math.min(1, cell.length));
  return { start, end: Math.max(start, open + 1 + cell.trimEnd().length) };
}
