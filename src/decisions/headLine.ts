import type { Block } from '../markdown/blocks.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import type { Edit } from '../markdown/edit.ts';
import { lineEnding } from '../markdown/lines.ts';
import type { Field } from './field.ts';
import { headOf } from './fields.ts';
import { capitalised } from './formats/shapes.ts';

/** A line of a record's head that holds one labelled value, as the pattern for another. */
interface Pattern {
  readonly block: Block;
  readonly line: number;
  /** What stands before the label, and between label and value. */
  readonly lead: string;
  readonly label: string;
  readonly between: string;
  /** What stands behind the value: closing emphasis, a table's bar, a hard line break. */
  readonly tail: string;
}

/**
 * The edit that adds a labelled value to a record's head, written as the last one that is there: a bullet below a bullet, a
 * row below a row, a line with the same emphasis. Without any, a paragraph of its own below the title.
 *
 * @param label in lower case; it gets a capital where the others have one.
 */
export function addToHead(document: MarkdownDocument, fields: readonly Field[], label: string, value: string): Edit {
  const eol = lineEnding(document.text);
  const pattern = lastPattern(document, fields);
  if (!pattern) return belowTitle(document, `${capitalised(label)}: ${value}`, eol);
  const { block, line, lead, between } = pattern;
  const words = /^\p{Ll}/u.test(pattern.label) ? label : capitalised(label);
  // A row's bars would end the cell.
  const cell = block.kind === 'row' ? value.replace(/(?<!\\)\|/g, '\\|') : value;
  const text = `${lead}${words}${between}${cell}${pattern.tail}`;
  const at = document.lines.at(line).end;
  if (block.kind === 'row') return { start: at, end: at, text: eol + text };
  if (block.depth > 0) {
    const end = document.lines.at(endOfItem(document, block) - 1).end;
    return { start: end, end, text: eol + text };
  }
  const end = document.lines.at(block.endLine - 1).end;
  if (block.endLine - block.line === 1) return { start: end, end, text: eol + eol + text };
  // One paragraph of several lines, which only hard breaks keep apart on the page.
  const hard = hardBreak(document, block);
  const missing = hard && !document.lines.textAt(block.endLine - 1).endsWith(hard) ? hard : '';
  return { start: end, end, text: missing + eol + text.replace(/(?:[ \t]+|\\|<br ?\/?>)$/i, '') };
}

function lastPattern(document: MarkdownDocument, fields: readonly Field[]): Pattern | undefined {
  const head = document.blocks[headOf(document)];
  const until = head ? document.lines.at(head.line).start : document.text.length;
  const candidates = fields
    .filter(({ place, start }) => (place === 'line' || place === 'cell') && start < until)
    .sort((a, b) => b.start - a.start);
  for (const field of candidates) {
    const pattern = patternOf(document, field, candidates);
    if (pattern) return pattern;
  }
  return undefined;
}

function patternOf(document: MarkdownDocument, field: Field, fields: readonly Field[]): Pattern | undefined {
  const block = document.blocks.find((each) => {
    return document.lines.at(each.line).start <= field.start && field.start <= document.lines.at(each.endLine - 1).end;
  });
  if (!block || (block.kind !== 'paragraph' && block.kind !== 'row')) return undefined;
  let line = block.line;
  while (document.lines.at(line).next <= field.start && line + 1 < block.endLine) line++;
  const { start, end } = document.lines.at(line);
  if (fields.some((other) => other !== field && other.start >= start && other.start <= end)) return undefined;
  const before = document.text.slice(start, field.start);
  const at = before.lastIndexOf(field.label);
  const tail = document.text.slice(field.end, end);
  if (at < 0 || !/^[*_]{0,3}(?:[ \t]*\|?[ \t]*|\\|<br ?\/?>)$/i.test(tail)) return undefined;
  const lead = before.slice(0, at);
  const between = before.slice(at + field.label.length);
  // `Date 09/04/2018` is read for its day alone: other labels need their colon.
  if (block.kind === 'paragraph' && !/[:：]/.test(between)) return undefined;
  // A numbered item would need the next number, a box says nothing of a label.
  if (/\d|\[|:/.test(lead) || (block.kind === 'row' && !between.includes('|'))) return undefined;
  const gap = /\s$/.test(between) || /[：|]$/.test(between) ? '' : ' ';
  return { block, line, lead, label: field.label, between: between + gap, tail };
}

/** The number of the line after a list item's last, what is nested in it included. */
function endOfItem(document: MarkdownDocument, block: Block): number {
  let end = block.endLine;
  for (const next of document.blocks.slice(document.blocks.indexOf(block) + 1)) {
    if (next.depth <= block.depth && (next.depth < block.depth || next.opensItem)) break;
    end = next.endLine;
  }
  return end;
}

/** How lines of a paragraph are broken, where they are: two spaces, a backslash. */
function hardBreak(document: MarkdownDocument, block: Block): string {
  for (let line = block.line; line < block.endLine - 1; line++) {
    const found = /(?: {2,}|\\|<br ?\/?>)$/i.exec(document.lines.textAt(line))?.[0];
    if (found) return found;
  }
  return '';
}

/** A paragraph below the title; at the record's beginning where it has no heading for one. */
function belowTitle(document: MarkdownDocument, text: string, eol: string): Edit {
  const [first] = document.sections;
  const heading = first?.level === 1 ? document.blocks[first.heading] : undefined;
  if (heading) {
    const at = document.lines.at(heading.endLine - 1).end;
    const close = document.lines.textAt(heading.endLine).trim() === '' ? '' : eol;
    return { start: at, end: at, text: `${eol}${eol}${text}${close}` };
  }
  const mark = document.text.startsWith('\uFEFF') ? 1 : 0;
  const line = document.frontMatter?.bodyLine;
  const at = line === undefined ? mark : document.lines.at(line).start;
  const open = line !== undefined && at > 0 && !/[\r\n]/.test(document.text[at - 1] ?? '') ? eol : '';
  return { start: at, end: at, text: `${open}${text}${eol}${eol}` };
}
