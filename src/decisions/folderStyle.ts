import { plainText } from '../markdown/blocks.ts';
import { MarkdownDocument, type Section } from '../markdown/document.ts';
import { applyEdits } from '../markdown/edit.ts';
import { Draft, placeToFill, unmarked } from '../records/placesToFill.ts';
import { headingText } from './draft.ts';
import { readFields } from './fields.ts';
import { formatOf } from './formats/all.ts';
import { frontMatterLike, headLike, type NewHead } from './headLike.ts';
import type { Language } from './languages/language.ts';
import { optionsLike } from './optionsLike.ts';
import { readDecision } from './reader.ts';
import type { DecisionRecord } from './record.ts';
import { languageOf } from './recordLanguage.ts';
import { statusEdits } from './statusEdit.ts';
import type { Team } from './team.ts';
import { foldWords, sectionOf } from './vocabulary.ts';

/** A record of a folder, as it is on disk. */
export interface Example {
  readonly path: string;
  readonly text: string;
}

/** What the new record is to say. */
export interface NewRecord extends NewHead {
  /** What stands at the beginning of its first section. */
  readonly context: string | undefined;
  /** Whose own words the folder's records are read with. */
  readonly team: Team | undefined;
}

/** A record that may serve as the model of another, read. */
interface Model {
  readonly path: string;
  readonly document: MarkdownDocument;
  readonly record: DecisionRecord;
  readonly format: string;
}

/** Larger files are records of something else. */
const longest = 200 * 1024;

/**
 * A new record in the words of a folder's own: the headings, labels and front matter of its most recent well-formed record,
 * with the status in that one's language. Headings that only that one has are its own matter, and left out.
 *
 * @param examples records of the folder, the newest first.
 * @param format the folder's format.
 * @param builtIn what the built-in template of that format makes.
 * @returns undefined where the built-in template has all of the folder's words, or the folder has no model to offer.
 */
export function draftLike(
  examples: readonly Example[],
  format: string,
  builtIn: string,
  request: NewRecord,
): Draft | undefined {
  const models = examples.flatMap(({ path, text }) => modelOf(path, text, request.team) ?? []);
  const like = models.filter((each) => each.format === format);
  const [model, ...others] = like.length ? like : models;
  if (!model || argumentsOf(headings(model, others)) < 2 || saysNoMoreThan(builtIn, model, others)) return undefined;
  const draft = write(model, others, request);
  return draft && reads(model, draft, request) ? draft : undefined;
}

function modelOf(path: string, text: string, team: Team | undefined): Model | undefined {
  if (text.length > longest) return undefined;
  const document = new MarkdownDocument(text);
  const record = readDecision(path, text, team);
  const title = titleOf(document);
  const named = title ? title.title.includes(record.title) : document.frontMatter?.get('title') !== undefined;
  if (!named || record.status === 'unknown' || sectionsOf(document).length < 2) return undefined;
  return { path, document, record, format: formatOf(document, readFields(document)).id };
}

/** The heading that is the record's title; undefined where its front matter has that. */
function titleOf({ sections }: MarkdownDocument): Section | undefined {
  return sections[0]?.level === 1 ? sections[0] : undefined;
}

function sectionsOf(document: MarkdownDocument): readonly Section[] {
  return titleOf(document) ? document.sections.slice(1) : document.sections;
}

/** The headings that a new record takes over: those that others have too, or that are known in any language. */
function headings({ document }: Model, others: readonly Model[]): Section[] {
  const elsewhere = others.map((each) => new Set(sectionsOf(each.document).map(({ title }) => foldWords(title))));
  const sections = sectionsOf(document);
  const top = Math.min(...sections.map(({ level }) => level));
  const parents: Section[] = [];
  const seen = new Set<string>();
  return sections.filter((section) => {
    while (parents.length && (parents.at(-1)?.end ?? 0) <= section.heading) parents.pop();
    const about = sectionOf(section.title);
    const within = parents.some((parent) => isListOfOptions(parent));
    parents.push(section);
    const again = seen.has(foldWords(section.title)) && section.level === top;
    seen.add(foldWords(section.title));
    if (within || again || about === 'outcome') return false;
    const shared = elsewhere.filter((titles) => titles.has(foldWords(section.title))).length;
    // Links are written when there is one.
    if (about === 'links') return others.length > 0 && shared === others.length;
    return shared > 0 || (section.level === top && (about !== undefined || others.length === 0));
  });
}

/** How many of the headings are about the decision, rather than its state. */
function argumentsOf(sections: readonly Section[]): number {
  return sections.filter(({ title }) => !/^(?:status|date|deciders|metadata)$/.test(sectionOf(title) ?? '')).length;
}

function isListOfOptions({ title }: Section): boolean {
  const about = sectionOf(title);
  return about === 'options' || about === 'prosAndCons' || about === 'rejectedOptions';
}

function saysNoMoreThan(builtIn: string, model: Model, others: readonly Model[]): boolean {
  const template = new MarkdownDocument(builtIn);
  const titles = new Set(sectionsOf(template).map(({ title }) => foldWords(title)));
  const written = { headings: titles, labels: labels(template) };
  return (
    headings(model, others).every(({ title }) => written.headings.has(foldWords(title))) &&
    labels(model.document).every((label) => written.labels.includes(label))
  );
}

/** The labels of a record for what a new one states: folded, and in front matter as they are. */
function labels(document: MarkdownDocument): string[] {
  return readFields(document)
    .filter(({ name, place }) => place !== 'section' && (name === 'status' || name === 'date' || name === 'deciders'))
    .map(({ place, label }) => `${place} ${place === 'frontMatter' ? label : foldWords(label)}`);
}

function write(model: Model, others: readonly Model[], request: NewRecord): Draft | undefined {
  const { record, document } = withStatus(model, request);
  const title = titleOf(document);
  const from = title ? title.heading + 1 : 0;
  const head = headLike(document, from, sectionsOf(document)[0]?.heading ?? from, request);
  if (!head) return undefined;
  const language = languageOf(document, readFields(document));
  const parts = title ? [`# ${headingLike(document, title, record, request)}`] : [];
  if (head.length) parts.push(head.join('\n'));
  const kept = headings({ ...model, document }, others);
  let context = request.context;
  for (const section of kept) {
    const heading = document.blocks[section.heading];
    if (!heading) continue;
    parts.push(`${'#'.repeat(section.level)} ${unmarked(heading.text.replace(/<!--.*?-->/g, '').trim())}`);
    if (!argumentsOf([section])) {
      const own = document.blocksOf(section, true).length;
      const stated = headLike(document, section.heading + 1, section.heading + 1 + own, request);
      if (!stated) return undefined;
      if (stated.length) parts.push(stated.join('\n'));
      continue;
    }
    if (context !== undefined) parts.push(unmarked(context));
    context = undefined;
    parts.push(...bodyLike(document, section, kept, language));
  }
  const frontMatter = frontMatterLike(
    document,
    others.map((each) => each.document),
    record,
    request,
  );
  return new Draft(`${frontMatter}${parts.join('\n\n')}\n`);
}

/** What stands below a heading: the place for options where it is about them, else one place to fill. */
function bodyLike(
  document: MarkdownDocument,
  section: Section,
  kept: readonly Section[],
  language: Language,
): string[] {
  if (isListOfOptions(section)) return optionsLike(document, section, language);
  const [first] = document.blocksOf(section);
  const nested = kept.some(({ heading }) => heading > section.heading && heading < section.end);
  // Where the next heading follows at once, the text goes below that one.
  if (first?.kind === 'heading' && nested) return [];
  const bullet = first?.depth === 1 ? /^[ \t]*([-*+][ \t]+)/.exec(document.lines.textAt(first.line))?.[1] : undefined;
  return [`${bullet ?? ''}${placeToFill(language.hint)}`];
}

/** The model as it would be with the new status, dated today where it dates its status. */
function withStatus({ path, document }: Model, { status, date, team }: NewRecord): Pick<Model, 'record' | 'document'> {
  let { text } = document;
  // By way of another status, so that a day beside it is written anew.
  for (const each of [status === 'proposed' ? 'accepted' : 'proposed', status] as const) {
    text = applyEdits(text, statusEdits(text, each, date, undefined, { team }));
  }
  return { document: new MarkdownDocument(text), record: readDecision(path, text) };
}

/** The title with a number before it as the model has one: `7. `, `ADR-0007: `, or none. */
function headingLike(
  document: MarkdownDocument,
  { heading }: Section,
  record: DecisionRecord,
  { title, number }: NewRecord,
): string {
  const written = headingText(title);
  const raw = document.blocks[heading]?.text ?? '';
  const lead = raw.slice(0, Math.max(0, raw.lastIndexOf(record.title)));
  const digits = /\d+/.exec(lead)?.[0];
  if (digits === undefined) return /^[\p{L}\s:—–-]*$/u.test(lead) ? lead + written : written;
  if (Number(digits) !== record.number || number === null) return written;
  return lead.replace(digits, String(number).padStart(digits.length, '0')) + written;
}

/** Whether the new record says what was asked for, which shows that its model was understood. */
function reads(model: Model, { text }: Draft, { title, status, date }: NewRecord): boolean {
  const record = readDecision(model.path, text);
  const dated = readFields(model.document).some(({ name }) => name === 'date');
  return (
    foldWords(plainText(record.title)) === foldWords(plainText(title)) &&
    record.status === status &&
    (!dated || record.date === date)
  );
}
