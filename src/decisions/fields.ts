import { type Block, longestLine, plainText } from '../markdown/blocks.ts';
import type { MarkdownDocument, Section } from '../markdown/document.ts';
import { textsOf } from '../markdown/frontMatter.ts';
import type { FieldName } from './languages/language.ts';
import type { Team } from './team.ts';
import { fieldOf, foldWords, sectionOf, statusWords } from './vocabulary.ts';

/** Where a value stands: each place has its own way of being edited. */
export type Place = 'frontMatter' | 'line' | 'cell' | 'section';

/** What a label is about. */
type NameOf = (label: string) => FieldName | undefined;

/** A labelled value of a record. */
export interface Field {
  /** `team` for labels that only the team's settings know. */
  readonly name: FieldName;
  readonly place: Place;
  /** The label as written; for a section, its heading. */
  readonly label: string;
  /** The values as a reader sees them: one, but for lists; none where a label has nothing behind it. */
  readonly values: readonly string[];
  /** The value as written, on its line; empty for front matter. */
  readonly raw: string;
  /** Offsets of the value in the document; for front matter, of nothing. */
  readonly start: number;
  readonly end: number;
}

const lineContainer = /^[ \t>]*(?:(?:[-*+•]|\d{1,3}[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?/;
// The label's emphasis may close before the colon, after it, or after the value.
const labelled =
  /^(?<open>[*_]{0,3})(?<label>[^\s:：=|*_`<>[\](){}][^:：=|*`<>[\]{}]{0,40}?)(?<close>[*_]{0,3})[ \t]*[:：](?<late>[*_]{0,3})[ \t]*(?<value>.*)$/du;
/** Old records leave the colon out: `Date 09/04/2018`. */
const datedLine = /^(?<label>Date)[ \t]+(?<value>\d.*)$/diu;
/** Hard line breaks and spaces at the end of a line are not part of its value. */
const trailingBreak = /(?:[ \t]|\\$|<br ?\/?>$)+$/i;

/**
 * Every labelled value of a record that says something about the record itself: front matter, then lines, bullets and
 * table rows between the title and the first section (or in a section of metadata), then sections such as "Status".
 * Text further down is the record's argument, where "Status: accepted" may well be an example.
 *
 * @param team whose own labels are read too.
 */
export function readFields(document: MarkdownDocument, team?: Team): Field[] {
  const nameOf: NameOf = team?.fields.size
    ? (label) => fieldOf(label) ?? (team.fields.has(foldWords(label)) ? 'team' : undefined)
    : fieldOf;
  const fields: Field[] = [];
  readFrontMatter(document, nameOf, fields);
  const head = headOf(document);
  readBlocks(document, 0, head, nameOf, fields);
  for (const section of document.sections) {
    const name = sectionOf(section.title);
    if (name === 'metadata' && section.level > 1) {
      readBlocks(document, section.heading + 1, endOfOwn(document, section), nameOf, fields);
    } else if (name === 'status' || name === 'date' || name === 'deciders') {
      readSection(document, section, name, fields);
    } else {
      readHeading(document, section, fields);
    }
  }
  return fields;
}

/** Index of the block that ends the record's head: the first heading after its title. */
export function headOf(document: MarkdownDocument): number {
  const [first, second] = document.sections;
  const titled = first?.level === 1 || (first !== undefined && !sectionOf(first.title));
  return (titled ? second?.heading : first?.heading) ?? document.blocks.length;
}

function readFrontMatter(document: MarkdownDocument, nameOf: NameOf, fields: Field[]): void {
  const { frontMatter } = document;
  if (!frontMatter) return;
  for (const key of frontMatter.keys) {
    const name = nameOf(key) ?? nameOf(key.replace(/([a-z])([A-Z])/g, '$1 $2'));
    if (!name) continue;
    const value = frontMatter.get(key);
    if (value === null || value === undefined) continue;
    const at = frontMatter.close;
    fields.push({ name, place: 'frontMatter', label: key, values: textsOf(value), raw: '', start: at, end: at });
  }
}

function readBlocks(document: MarkdownDocument, from: number, to: number, nameOf: NameOf, fields: Field[]): void {
  const { blocks, lines } = document;
  let header: readonly string[] = [];
  for (let index = from; index < to; index++) {
    const block = blocks[index];
    if (!block) continue;
    if (block.kind === 'row') {
      if (block.cells.some((cell) => cell.length > longestLine)) continue;
      const names = block.cells.map((cell) => nameOf(plainText(cell)));
      const [label = ''] = block.cells;
      // A table's first row names its columns where each cell is a label; the delimiter row below it has no block.
      const first = blocks[index + 1]?.kind === 'row' && blocks[index + 1]?.line === block.line + 2;
      if (first && names.length > 1 && namesColumns(names, block.cells, blocks[index + 1]?.cells ?? [])) {
        header = block.cells;
      } else if (header.length) {
        header.forEach((cell, column) => {
          const name = nameOf(plainText(cell));
          if (name) pushCell(document, block.line, column, name, cell, fields);
        });
        header = [];
      } else if (names[0] && names.length > 1) {
        pushCell(document, block.line, 1, names[0], label, fields);
      }
      continue;
    }
    header = [];
    if (block.kind !== 'paragraph') continue;
    for (const line of visibleLines(document, block)) {
      const stated = labelledLine(document, line, nameOf);
      const [field] = stated;
      if (!field) continue;
      if (field.values.length) {
        fields.push(...stated);
        continue;
      }
      // A label alone on its line: the value is what stands below it.
      const below = valuesBelow(document, index, line);
      if (!below) {
        fields.push(field);
        continue;
      }
      const { start, end } = lines.at(below.line);
      const from_ = start + (lineContainer.exec(lines.textAt(below.line))?.[0].length ?? 0);
      fields.push({
        ...field,
        values: below.values,
        raw: document.text.slice(from_, end).trimEnd(),
        start: from_,
        end,
      });
    }
  }
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

/** The lines of a paragraph that may state something: no comment hides them, and none is too long. */
function visibleLines(document: MarkdownDocument, block: Block): number[] {
  const visible: number[] = [];
  const comments = block.text.includes('<!--');
  let hidden = false;
  for (let line = block.line; line < block.endLine; line++) {
    const text = document.lines.textAt(line);
    if (!hidden && text.length <= longestLine) visible.push(line);
    if (!comments) continue;
    hidden = text.lastIndexOf('<!--') > text.lastIndexOf('-->') || (hidden && !text.includes('-->'));
  }
  return visible;
}

function valuesBelow(
  document: MarkdownDocument,
  index: number,
  line: number,
): { values: string[]; line: number } | undefined {
  const block = document.blocks[index];
  if (!block) return undefined;
  if (line + 1 < block.endLine) {
    if (labelledLine(document, line + 1).length) return undefined;
    const value = plainText(document.lines.textAt(line + 1).replace(lineContainer, '')).trim();
    return value ? { values: [value], line: line + 1 } : undefined;
  }
  const values: string[] = [];
  let at = 0;
  for (const next of document.blocks.slice(index + 1)) {
    if (next.kind !== 'paragraph' || labelledLine(document, next.line).length) break;
    if (next.depth <= block.depth && !(values.length === 0 && block.depth === 0)) break;
    at ||= next.line;
    values.push(plainText(next.text));
    if (next.depth === 0) break;
  }
  return values.length ? { values, line: at } : undefined;
}

/** The labelled values of a line: one, or several with bars between: `**Status:** Accepted | **Date:** 2025-02-25`. */
function labelledLine(document: MarkdownDocument, line: number, nameOf: NameOf = fieldOf): Field[] {
  const { start, end } = document.lines.at(line);
  if (end - start > longestLine) return [];
  const content = document.text.slice(start, end);
  const container = lineContainer.exec(content)?.[0].length ?? 0;
  const first = labelledText(content, container, start, nameOf);
  if (!first) return [];
  const fields = [first];
  let last: Field | undefined = first;
  for (const bar of content.matchAll(/[ \t]+[|•·][ \t]+/g)) {
    const from = bar.index + bar[0].length;
    const next = labelledText(content, from, start, nameOf);
    // A label that is not ours ends the value before it as well.
    if (!next && !labelled.test(content.slice(from))) continue;
    if (last) fields[fields.length - 1] = withRaw(last, content.slice(last.start - start, bar.index));
    if (next) fields.push(next);
    last = next;
  }
  return fields;
}

function labelledText(content: string, from: number, offset: number, nameOf: NameOf): Field | undefined {
  // Decoration before a label: an emoji, an icon's name.
  const icon =
    /^(?::[\w+-]+:|\p{Extended_Pictographic}|\uFE0F|\u200D)+[ \t]*/u.exec(content.slice(from))?.[0].length ?? 0;
  const text = content.slice(from + icon);
  const match = labelled.exec(text) ?? datedLine.exec(text);
  const { label, open, close, late, value } = match?.groups ?? {};
  const at = match?.indices?.groups?.value?.[0];
  const name = label === undefined ? undefined : nameOf(label);
  if (!name || label === undefined || value === undefined || at === undefined) return undefined;
  let raw = value.replace(trailingBreak, '');
  if (open && !close && !late && raw.endsWith(open)) raw = raw.slice(0, -open.length);
  return withRaw({ name, place: 'line', label, values: [], raw, start: offset + from + icon + at, end: 0 }, raw);
}

function withRaw(field: Field, raw: string): Field {
  const text = plainText(raw).trim();
  return { ...field, raw, values: text ? [text] : [], end: field.start + raw.length };
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

/** A section that states one value is short; what else may follow in it is prose. */
const longestSection = 40;

function readSection(document: MarkdownDocument, section: Section, name: FieldName, fields: Field[]): void {
  const own = document.blocks.slice(section.heading + 1, endOfOwn(document, section)).slice(0, longestSection);
  for (const block of own) {
    if (block.kind === 'row') {
      if (block.cells.some((cell) => cell.length > longestLine)) continue;
      const line = document.lines.textAt(block.line);
      const columns = block.cells.length;
      for (let column = 0; column < columns; column++) {
        if (cellSpan(line, column)) pushCell(document, block.line, column, name, section.title, fields);
      }
      continue;
    }
    if (block.kind !== 'paragraph') continue;
    for (const line of visibleLines(document, block)) {
      const inner = labelledLine(document, line);
      if (inner[0]?.values.length) {
        fields.push(...inner);
        continue;
      }
      const { start, end } = document.lines.at(line);
      const content = document.text.slice(start, end);
      const container = lineContainer.exec(content)?.[0].length ?? 0;
      const raw = content.slice(container).replace(trailingBreak, '');
      const text = plainText(raw).trim();
      if (!text) continue;
      const from = start + container;
      fields.push({
        name,
        place: 'section',
        label: section.title,
        values: [text],
        raw,
        start: from,
        end: from + raw.length,
      });
    }
  }
}

/** A heading that holds label and value at once: `## Status: Accepted`. */
function readHeading(document: MarkdownDocument, section: Section, fields: Field[]): void {
  const match = /^(?<label>[^:：]{2,30})[:：]\s*(?<value>\S.*)$/u.exec(section.title)?.groups;
  const name = match?.label === undefined ? undefined : fieldOf(match.label);
  const block = document.blocks[section.heading];
  if (!match?.value || !block || (name !== 'status' && name !== 'date' && name !== 'deciders')) return;
  const { start } = document.lines.at(block.line);
  const at = document.lines.textAt(block.line).indexOf(match.value);
  if (at < 0) return;
  const from = start + at;
  fields.push({
    name,
    place: 'line',
    label: match.label ?? '',
    values: [match.value],
    raw: match.value,
    start: from,
    end: from + match.value.length,
  });
}

/** Index of the block that ends a section's own text: the next heading of any level. */
function endOfOwn(document: MarkdownDocument, section: Section): number {
  for (let index = section.heading + 1; index < section.end; index++) {
    if (document.blocks[index]?.kind === 'heading') return index;
  }
  return section.end;
}

/** Whether a value is a template's text that nobody has filled in. */
export function isPlaceholder(value: string): boolean {
  const text = foldWords(value);
  if (!text || /^(?:tbd|todo|n\/a|na|none|-|–|—|\?+|yyyy-mm-dd.*|\.\.\.|…|name|names?)$/.test(text)) return true;
  return (
    /^(?:\{.*\}|<.*>|\[[^\]]*\]|\(.*\)|"?list everyone involved.*|\$\{.*\}|_+|xx+)$/i.test(value.trim()) &&
    !/\d{4}-\d/.test(value)
  );
}
