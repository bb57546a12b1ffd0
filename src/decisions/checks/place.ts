import type { MarkdownDocument, Section } from '../../markdown/document.ts';
import type { Field } from '../field.ts';
import type { SectionName } from '../languages/language.ts';
import type { Reference } from '../record.ts';
import { sectionOf } from '../vocabulary.ts';
import type { Subject } from './check.ts';

/** Offsets in a document. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether a record is still argued about or in force: gaps of a superseded or rejected one concern nobody. */
export function isLive({ record }: Subject): boolean {
  return record.status === 'proposed' || record.status === 'accepted' || record.status === 'unknown';
}

/** The heading of a section, on its first line. */
export function headingSpan(document: MarkdownDocument, section: Section): Span {
  const { start, end } = document.lines.at(document.blocks[section.heading]?.line ?? 0);
  return { start, end };
}

/** The record's title; the first line that says anything where it has none. */
export function titleSpan(document: MarkdownDocument): Span {
  const section = document.sections.find(({ level }) => level === 1);
  if (section) return headingSpan(document, section);
  const { start, end } = document.lines.at(document.blocks[0]?.line ?? 0);
  return { start, end };
}

/** The value of a field, wherever it stands. */
export function fieldSpan(document: MarkdownDocument, field: Field): Span {
  if (field.place !== 'frontMatter') return { start: field.start, end: field.end };
  return document.frontMatter?.spanOf(field.label) ?? titleSpan(document);
}

/** Where a record refers to another one: the link or the words; its title where they cannot be found. */
export function referenceSpan({ document, fields }: Subject, { text, target }: Reference): Span {
  const wanted = target === undefined || target === text ? text : `](${target}`;
  const places = fields
    .filter(({ name }) => name === 'supersedes' || name === 'supersededBy' || name === 'status')
    .map((field) => fieldSpan(document, field));
  const from = document.frontMatter ? document.lines.at(document.frontMatter.bodyLine).start : 0;
  // A number stands in many places of a text: only where the record states something it is the reference.
  if (target !== undefined) places.push({ start: from, end: document.text.length });
  for (const { start, end } of places) {
    const at = document.text.slice(start, end).indexOf(wanted);
    if (at < 0) continue;
    if (wanted === text) return { start: start + at, end: start + at + wanted.length };
    const close = start + at + wanted.length;
    const open = document.text.lastIndexOf(`[${text}`, start + at);
    return { start: open < 0 ? start + at : open, end: document.text[close] === ')' ? close + 1 : close };
  }
  return titleSpan(document);
}

/** The sections of a kind, the document's title left out. */
export function sectionsNamed({ document }: Subject, ...names: SectionName[]): Section[] {
  return document.sections.filter(({ title, level }) => {
    const name = level > 1 ? sectionOf(title) : undefined;
    return name !== undefined && names.includes(name);
  });
}

/** Whether a section, nested ones included, says nothing to a reader. */
export function isEmpty(document: MarkdownDocument, section: Section): boolean {
  return document.blocksOf(section).every(({ kind, text, cells }) => {
    if (kind === 'heading' || kind === 'rule') return true;
    if (kind === 'row') return cells.every((cell) => !cell.trim());
    return kind !== 'code' && !text.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim();
  });
}

const others =
  /altern|other|autre|ander|otr[ao]s|outr[ao]s|altr[ei]|rejet|reject|verworfen|discard|diğer|eraill|代替|替代|其他|備選|备选|대안|다른/iu;

/** Whether an options section, by its heading, leaves out the option that was chosen: "Alternatives", "Rejected options". */
export function setsOutOthers({ title }: Section): boolean {
  return others.test(title);
}
