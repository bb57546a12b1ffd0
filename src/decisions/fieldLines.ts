import { type Block, longestLine, plainText } from '../markdown/blocks.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import type { Field, NameOf } from './field.ts';
import { fieldOf } from './vocabulary.ts';

/** What stands before the words of a line: a list's marker, a quote's sign, a box. */
export const lineContainer = /^[ \t>]*(?:(?:[-*+•]|\d{1,3}[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?/;
// The label's emphasis may close before the colon, after it, or after the value.
const labelled =
  /^(?<open>[*_]{0,3})(?<label>[^\s:：=|*_`<>[\](){}][^:：=|*`<>[\]{}]{0,40}?)(?<close>[*_]{0,3})[ \t]*[:：](?<late>[*_]{0,3})[ \t]*(?<value>.*)$/du;
/** Old records leave the colon out: `Date 09/04/2018`. */
const datedLine = /^(?<label>Date)[ \t]+(?<value>\d.*)$/diu;
/** Hard line breaks and spaces at the end of a line are not part of its value. */
export const trailingBreak = /(?:[ \t]|\\$|<br ?\/?>$)+$/i;

/** The lines of a paragraph that may state something: no comment hides them, and none is too long. */
export function visibleLines(document: MarkdownDocument, block: Block): number[] {
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

/** The labelled values of a line: one, or several with bars between: `**Status:** Accepted | **Date:** 2025-02-25`. */
export function labelledLine(document: MarkdownDocument, line: number, nameOf: NameOf = fieldOf): Field[] {
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

/** What stands below a label that is alone on its line. @param index of the label's block. */
export function valuesBelow(
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
