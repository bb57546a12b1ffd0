import { posix } from 'node:path';
import { MarkdownDocument, type Section } from '../markdown/document.ts';
import type { Edit } from '../markdown/edit.ts';
import { lineEnding } from '../markdown/lines.ts';
import { textEndBefore } from '../markdown/textEnd.ts';
import { checked } from './checkedEdit.ts';
import { linkTo } from './draft.ts';
import type { Field } from './field.ts';
import { readFields } from './fields.ts';
import { formatOf } from './formats/all.ts';
import { capitalised } from './formats/shapes.ts';
import { addToHead } from './headLine.ts';
import { english } from './languages/en.ts';
import type { Language } from './languages/language.ts';
import { linkTarget } from './linkTarget.ts';
import type { DecisionRecord } from './record.ts';
import { languageOf } from './recordLanguage.ts';
import { referenceLike } from './supersede.ts';
import { foldWords, sectionOf } from './vocabulary.ts';

/** What a record is to say of another: that it changes it, whole or in part, or is changed by it. */
export type RelationSide = 'amends' | 'amendedBy' | 'supersedes';

const keys: Readonly<Record<RelationSide, RegExp>> = {
  amends: /^amends$/i,
  amendedBy: /^amended[-_]?by$/i,
  supersedes: /^super[cs]edes$/i,
};

/** The front matter keys by which a folder's records name others; undefined where they use none. */
export type RelationKeys = { readonly [Side in RelationSide]?: string | undefined };

/** The front matter keys for other records that these records use. @param texts records of a folder. */
export function relationKeys(texts: readonly string[]): RelationKeys {
  const used = texts.flatMap((text) => new MarkdownDocument(text).frontMatter?.keys ?? []);
  const usedFor = (side: RelationSide) => used.find((key) => keys[side].test(key));
  return { amends: usedFor('amends'), amendedBy: usedFor('amendedBy'), supersedes: usedFor('supersedes') };
}

/**
 * The edits that let a record say that it amends another, is amended by it or supersedes it, in its own spelling: a front matter key where
 * there is one, adr-tools' "Amended by" in the status section, a bullet among the links of MADR and log4brains, else a line
 * of the record's head. Its status stays. None where the record says so already.
 *
 * @param record the record that is written, as it was read from `text`.
 * @param folderKeys front matter keys that the folder's other records use.
 * @throws HumanError where it cannot be written safely.
 */
export function relationEdits(
  side: RelationSide,
  record: DecisionRecord,
  text: string,
  other: DecisionRecord,
  folderKeys: RelationKeys = {},
): readonly Edit[] {
  const folder = posix.dirname(record.path);
  const targets = [posix.relative(folder, other.path), linkTarget(folder, other.path)];
  if (record[side].some(({ target }) => target !== undefined && targets.includes(target))) return [];
  const document = new MarkdownDocument(text);
  const fields = readFields(document);
  const edits = inFrontMatter(side, document, fields, record, other, folderKeys) ?? [
    inBody(side, document, fields, linkTo(other, folder)),
  ];
  return checked(record.path, text, edits, side, (after) => after[side].length > record[side].length);
}

function inFrontMatter(
  side: RelationSide,
  document: MarkdownDocument,
  fields: readonly Field[],
  record: DecisionRecord,
  other: DecisionRecord,
  folderKeys: RelationKeys,
): Edit[] | undefined {
  const { frontMatter } = document;
  const own = frontMatter?.keys.find((key) => keys[side].test(key));
  const key = own ?? folderKeys[side];
  if (!frontMatter || key === undefined) return undefined;
  const values = fields
    .filter(({ place, label }) => place === 'frontMatter' && label === own)
    .flatMap((field) => field.values)
    .filter(Boolean);
  return frontMatter.set(key, [...values, referenceLike(document, other, record)]);
}

function inBody(side: RelationSide, document: MarkdownDocument, fields: readonly Field[], link: string): Edit {
  const language = languageOf(document, fields);
  const format = formatOf(document, fields);
  const phrase = side === 'supersedes' && language === english ? format.supersedes : phraseOf(language, side);
  const status = fields.find(({ name, place }) => name === 'status' && place === 'section');
  const section = status ? document.sections.find(({ title }) => title === status.label) : linksSection(document);
  if (section) return atEndOf(document, section, `${phrase} ${link}`);
  const { id } = format;
  const title = newSections[id];
  if (title === undefined) return addToHead(document, fields, labelOf(language, side), link);
  const heading = title === 'Links' ? capitalised(language.sections.links?.[0] ?? title) : title;
  const eol = lineEnding(document.text);
  const end = textEndBefore(document, document.blocks.length);
  const bullet = id === 'log4brains' ? '-' : '*';
  return { start: end, end, text: `${eol}${eol}## ${heading}${eol}${eol}${bullet} ${phrase} ${link}` };
}

/** The section that formats keep their links in, by id, for records that have none yet. */
const newSections: Readonly<Record<string, string>> = {
  madr2: 'Links',
  log4brains: 'Links',
  madr3: 'More Information',
  madr4: 'More Information',
};

/** The record's section of links to other records, rather than one of notes or of reading. */
function linksSection(document: MarkdownDocument): Section | undefined {
  const sections = document.sections.filter((section, index) => index > 0 && sectionOf(section.title) === 'links');
  return sections.find(({ title }) => !/note|reference|référence|referenz|参/iu.test(foldWords(title)));
}

/** The edit that adds a line to a section's own text: one more bullet below bullets, else a paragraph. */
function atEndOf(document: MarkdownDocument, section: Section, text: string): Edit {
  const eol = lineEnding(document.text);
  const own = document.blocksOf(section, true);
  const end = textEndBefore(document, section.heading + 1 + own.length);
  const last = own.at(-1);
  const bullet =
    last && last.depth === 1 ? /^([ \t]*[-*+][ \t]+)/.exec(document.lines.textAt(last.line))?.[1] : undefined;
  if (bullet !== undefined && sectionOf(section.title) === 'links')
    return { start: end, end, text: eol + bullet + text };
  return { start: end, end, text: `${eol}${eol}${text}` };
}

/** `Amended by`, before a link. */
function phraseOf(language: Language, side: RelationSide): string {
  return capitalised(language.phrases[side]?.[0] ?? english.phrases[side]?.[0] ?? side);
}

/** `amended by`, as a label. */
function labelOf(language: Language, side: RelationSide): string {
  return language.fields[side]?.[0] ?? english.fields[side]?.[0] ?? side;
}
