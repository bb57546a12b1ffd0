import { plainText } from '../markdown/blocks.ts';
import type { MarkdownDocument, Section } from '../markdown/document.ts';
import { textsOf } from '../markdown/frontMatter.ts';
import type { Field, NameOf } from './field.ts';
import { readCells, readRow } from './fieldCells.ts';
import { labelledLine, lineContainer, trailingBreak, valuesBelow, visibleLines } from './fieldLines.ts';
import type { FieldName } from './languages/language.ts';
import type { Team } from './team.ts';
import { fieldOf, foldWords, sectionOf } from './vocabulary.ts';

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
      header = readRow(document, index, header, nameOf, fields);
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

/** A section that states one value is short; what else may follow in it is prose. */
const longestSection = 40;

function readSection(document: MarkdownDocument, section: Section, name: FieldName, fields: Field[]): void {
  const own = document.blocks.slice(section.heading + 1, endOfOwn(document, section)).slice(0, longestSection);
  for (const block of own) {
    if (block.kind === 'row') {
      readCells(document, block, name, section.title, fields);
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
