import { HumanError } from '../humanError.ts';
import { MarkdownDocument } from '../markdown/document.ts';
import { applyEdits, type Edit } from '../markdown/edit.ts';
import { lineEnding } from '../markdown/lines.ts';
import { readDate } from './date.ts';
import type { Field } from './field.ts';
import { headOf, readFields } from './fields.ts';
import { capitalised } from './formats/shapes.ts';
import { languages } from './languages/all.ts';
import type { Language } from './languages/language.ts';
import type { Status } from './record.ts';
import { languageOf as recordLanguage } from './recordLanguage.ts';
import { readStatus, type StatedStatus, stateOf } from './status.ts';
import { wordIn, wordLike } from './statusWord.ts';
import type { Team } from './team.ts';
import { foldWords, sectionOf } from './vocabulary.ts';

type Known = Exclude<Status, 'unknown'>;

/**
 * The edits that give a record another status, where and as the record states it: in its place, its language and its
 * capitals. Nothing but the status, and a day that stands with it, changes.
 *
 * @param text the record, Markdown.
 * @param today YYYY-MM-DD, for records that state the day together with the status.
 * @param words what to write instead of the bare status word, such as `superseded by [12](0012-x.md)`.
 * @param own a status word of the team's own, instead of the record's language's, and the team.
 * @throws HumanError where the status cannot be changed safely; it says why.
 */
export function statusEdits(text: string, status: Known, today: string, words?: string, own: OwnWords = {}): Edit[] {
  const document = new MarkdownDocument(text);
  const fields = readFields(document);
  const stated = stateOf(fields, own.team);
  if (stated?.status === status && words === undefined && own.word === undefined) return [];
  const edits = stated
    ? replace(document, stated, status, today, words, own)
    : add(document, fields, status, words ?? own.word);
  const after = applyEdits(text, edits);
  const now = stateOf(readFields(new MarkdownDocument(after)), own.team);
  if (now?.status !== status) {
    const other = now?.field ?? stated?.field;
    throw new HumanError('This record also states its status on line {0}: "{1}". Change that line by hand first.', [
      String(other ? lineOf(now ? after : text, other.start) : 1),
      now?.text ?? '',
    ]);
  }
  return edits;
}

/** A status word of a team's own to be written, and the team whose words are understood. */
export interface OwnWords {
  readonly word?: string | undefined;
  readonly team?: Team | undefined;
}

/** Replaces what the record states. */
function replace(
  document: MarkdownDocument,
  stated: StatedStatus,
  status: Known,
  today: string,
  words: string | undefined,
  { word: ownWord, team }: OwnWords,
): Edit[] {
  const { field } = stated;
  if (field.name !== 'status') {
    throw new HumanError('Line {0} says "{1}", which makes the record superseded. Change that line by hand first.', [
      String(lineOf(document.text, field.start)),
      stated.text,
    ]);
  }
  const plain = words ?? ownWord ?? wordLike(stated.text, status, recordLanguage(document, readFields(document)));
  const word = field.place === 'cell' ? plain.replace(/(?<!\\)\|/g, '\\|') : plain;
  if (field.place === 'frontMatter') {
    const edits = document.frontMatter?.set(field.label, word);
    if (edits) return edits;
    throw new HumanError('The front matter entry "{0}" is not plain YAML. Write the status there by hand.', [
      field.label,
    ]);
  }
  const history = dated(document, field, today, word, team);
  if (history) return history;
  // A comment behind the status, such as the list of choices, is none of it.
  const raw = field.raw.replace(/(?<=\S)\s*<!--(?:(?!-->).)*(?:-->)?\s*$/, '');
  const span = words === undefined ? wordSpan(raw, team) : undefined;
  if (!span) return [{ start: field.start, end: field.start + raw.length, text: keepEmphasis(raw, word) }];
  const edits: Edit[] = [{ start: field.start + span.start, end: field.start + span.end, text: word }];
  const day = daySpan(raw);
  if (day) edits.push({ start: field.start + day.start, end: field.start + day.end, text: today });
  return edits;
}

/**
 * A history, one dated line a status: it gets one more line, like its last.
 *
 * @returns undefined where the record keeps no history.
 */
function dated(
  document: MarkdownDocument,
  field: Field,
  today: string,
  word: string,
  team: Team | undefined,
): Edit[] | undefined {
  const lines = readFields(document).filter(
    (each) =>
      each.name === 'status' &&
      each.place === field.place &&
      readStatus(each.raw, team) !== 'unknown' &&
      readDate(each.raw),
  );
  if (lines.length < 2 || field.place !== 'section') return undefined;
  const last = lines.at(-1);
  const span = last && wordSpan(last.raw, team);
  const day = last && daySpan(last.raw);
  if (!last || !span || !day) {
    throw new HumanError('The status section keeps a history whose last line has a remark. Add a line to it by hand.');
  }
  const line = document.lines.at(lineOf(document.text, last.start) - 1);
  const lead = document.text.slice(line.start, last.start);
  const next = applyEdits(last.raw, [
    { ...span, text: word },
    { ...day, text: today },
  ]);
  return [{ start: last.end, end: last.end, text: `${lineEnding(document.text)}${lead}${next}` }];
}

/** Where the status word stands in a value that is nothing but the word, its markup and a day. */
function wordSpan(raw: string, team?: Team): { start: number; end: number } | undefined {
  const match =
    /^(?<lead>(?:\d{4}-\d\d-\d\d|[\s*_`"':–—-])*)(?<word>\p{L}[\p{L}\p{M} '’-]*\p{L})(?<rest>(?:\d{4}-\d\d-\d\d|[\s*_`"'.,():–—-]|\bon\b)*)$/u.exec(
      raw,
    )?.groups;
  if (match?.lead === undefined || match.word === undefined) return undefined;
  const word = match.word.replace(/\s+on$/i, '');
  if (readStatus(word, team) === 'unknown' || /\s\S+\s/.test(word)) return undefined;
  return { start: match.lead.length, end: match.lead.length + word.length };
}

function daySpan(raw: string): { start: number; end: number } | undefined {
  const match = /\d{4}-\d\d-\d\d/.exec(raw);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

/** A value's emphasis around its new words. */
function keepEmphasis(raw: string, words: string): string {
  const marks = /^(\*\*|__|\*|_)(?=\S)[^*_]*\S\1$/.exec(raw)?.[1] ?? '';
  return marks + words + marks;
}

/** Adds a status to a record that states none: to its front matter, where it left a gap, or as a section after its head. */
function add(document: MarkdownDocument, fields: readonly Field[], status: Known, words: string | undefined): Edit[] {
  if (document.frontMatter) {
    const edits = document.frontMatter.set('status', words ?? status);
    if (edits) return edits;
  }
  const gap = fields.find((field) => field.name === 'status' && field.place !== 'frontMatter' && !field.values.length);
  if (gap) {
    const before = /\s/.test(document.text[gap.start - 1] ?? '') ? '' : ' ';
    const after = gap.raw || document.text[gap.start] === '|' ? ' ' : '';
    const text = `${before}${words ?? wordIn(languageOf('fields', gap.label), status)}${after}`;
    return [{ start: gap.start, end: gap.start, text }];
  }
  const eol = lineEnding(document.text);
  const empty = document.sections.find((section) => section.level > 1 && sectionOf(section.title) === 'status');
  const word = words ?? capitalised(wordIn(languageOf('sections', empty?.title ?? ''), status));
  if (empty) {
    const heading = document.blocks[empty.heading];
    const at = document.lines.at((heading?.endLine ?? 1) - 1).end;
    const blank = document.lines.textAt(heading?.endLine ?? 0).trim() === '';
    return [{ start: at, end: at, text: `${eol}${eol}${word}${blank ? '' : eol}` }];
  }
  const next = document.blocks[headOf(document)];
  if (!next) {
    const end = document.text.length;
    const blank = document.text.endsWith('\n') || !document.text ? eol : eol + eol;
    return [{ start: end, end, text: `${blank}## Status${eol}${eol}${word}${eol}` }];
  }
  const at = document.lines.at(next.line).start;
  return [{ start: at, end: at, text: `## Status${eol}${eol}${word}${eol}${eol}` }];
}

/** The first language that labels a status so. */
function languageOf(kind: 'fields' | 'sections', label: string): Language | undefined {
  const folded = foldWords(label);
  return languages.find((language) => language[kind].status?.some((word) => foldWords(word) === folded));
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n?|\n/).length;
}
