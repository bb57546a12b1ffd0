import type { Field } from './field.ts';
import type { Reference } from './record.ts';
import { inPart, phrases } from './vocabulary.ts';

/** How one record says that it bears on another. */
export type Relation = keyof typeof phrases;

const opposite: Readonly<Record<Relation, Relation>> = {
  supersedes: 'supersededBy',
  supersededBy: 'supersedes',
  amends: 'amendedBy',
  amendedBy: 'amends',
};
/** What a supersession that is only partial amounts to. */
const whole = { amends: 'supersedes', amendedBy: 'supersededBy' } as const;

const link = /(?<!!)\[(?<text>(?:[^\][]|\[[^\]]*\])*)\]\((?:<(?<angled>[^>]*)>|(?<target>[^\s)]*))[^)]*\)/gu;
const bare =
  /(?<file>[\w./-]*\d[\w.-]*\.(?:md|markdown|mdx|adoc|rst)\b)|\b(?<id>(?:adr|rfc|decision|record|dr|no\.?|#)[-_ #]{0,2}(?<number>\d{1,6}))\b|(?<plain>(?<![\w./-])#?\d{1,5}(?![\w/-]|\.\d))/giu;

/** The records that a text refers to: its links, or, without any, file names, `ADR-12` and bare numbers. */
export function readReferences(raw: string): Reference[] {
  const links = [...raw.matchAll(link)].map(({ groups }): Reference => {
    const target = groups?.angled ?? groups?.target ?? '';
    return { text: groups?.text ?? '', target };
  });
  if (links.length) return links.filter((each) => !/^https?:\/\/(?!.*\.(?:md|adoc|rst)\b)/.test(each.target ?? ''));
  const text = raw.replace(/(?<!\d)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?![\w-])/g, ' ');
  return [...text.matchAll(bare)].map(({ groups, 0: whole }): Reference => {
    if (groups?.file) return { text: groups.file, target: groups.file };
    return { text: whole.trim() };
  });
}

/** What a record supersedes, or is superseded by, from its fields and from the lines of its sections of links. */
export function readSupersession(
  kind: 'supersedes' | 'supersededBy',
  fields: readonly Field[],
  lines: readonly string[],
): Reference[] {
  const found: Reference[] = [];
  for (const field of fields) {
    if (field.name === kind) {
      if (partial(field.raw)) continue;
      if (field.place === 'frontMatter') found.push(...field.values.flatMap(namedReferences));
      else found.push(...namedReferences(field.raw));
    } else if (field.name === 'status') {
      found.push(...afterPhrase(kind, field.raw || (field.values[0] ?? '')));
    }
  }
  for (const line of lines) found.push(...afterPhrase(kind, line, true));
  return unique(found);
}

/** What a record amends, or is amended by; a supersession in part is an amendment, since the record stays in force. */
export function readAmendment(
  kind: 'amends' | 'amendedBy',
  fields: readonly Field[],
  lines: readonly string[],
): Reference[] {
  const found: Reference[] = [];
  for (const { name, place, raw, values } of fields) {
    const stated = place === 'frontMatter' ? values : [raw];
    if (name === kind) found.push(...stated.flatMap(namedReferences));
    else if (name === whole[kind]) found.push(...stated.filter(partial).flatMap(readReferences));
    else if (name === 'status') found.push(...stated.flatMap((each) => amendmentIn(kind, each)));
  }
  for (const line of lines) found.push(...amendmentIn(kind, line, true));
  return unique(found);
}

function amendmentIn(kind: 'amends' | 'amendedBy', raw: string, atStart = false): Reference[] {
  if (!partial(raw)) return afterPhrase(kind, raw, atStart);
  // "Superseded in part by", "amended-in-part by", "partially supersedes".
  const words = raw.replace(inPartWords, ' ').trim();
  const amended = afterPhrase(kind, words, atStart);
  return amended.length ? amended : afterPhrase(whole[kind], words, atStart);
}

function namedReferences(value: string): Reference[] {
  const found = readReferences(value);
  if (found.length) return found;
  const name = value.trim();
  if (/^[^[\]()<>,;]+\.(?:md|markdown|mdx|adoc|rst)$/i.test(name)) return [{ text: name, target: name }];
  // adrs and log4brains write a file name without its extension, log4brains that of another package with its name before.
  return /^(?:[\w.-]+\/)?[\w.-]*\d[\w.-]*$/.test(name) ? [{ text: name }] : [];
}

/** The references after a phrase such as "superseded by", or, where word order is another, those of the whole line. */
function afterPhrase(kind: Relation, raw: string, atStart = false): Reference[] {
  const text = raw.toLowerCase();
  if (!relationWords.test(text)) return [];
  const start = atStart ? text.search(/[\p{L}\p{N}]/u) : 0;
  for (const phrase of phrases[kind]) {
    // Most lines hold no phrase at all, and looking for the plain text first costs a tenth of the expression.
    if (atStart ? !text.startsWith(phrase, start) : !text.includes(phrase)) continue;
    const at = text.search(phraseAt(phrase));
    if (at < 0 || (atStart && at !== start)) continue;
    if (partial(text)) return [];
    // Where one phrase begins with the other, "ersetzt" and "ersetzt durch", the longer one is meant.
    const others = phrases[opposite[kind]];
    if (others.some((each) => each.length > phrase.length && text.startsWith(each, at))) continue;
    const after = raw.slice(at + phrase.length);
    const lower = after.toLowerCase();
    const other = others
      .filter((each) => lower.includes(each))
      .map((each) => lower.search(phraseAt(each)))
      .filter((index) => index > 0);
    const references = readReferences(after.slice(0, Math.min(after.length, ...other)));
    return references.length ? references : atStart ? [] : readReferences(raw);
  }
  return [];
}

const phraseExpressions = new Map<string, RegExp>();
function phraseAt(phrase: string): RegExp {
  let expression = phraseExpressions.get(phrase);
  if (!expression) {
    const escaped = phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const spaced = /^[\p{sc=Latin}\s'-]+$/u.test(phrase);
    expression = new RegExp(spaced ? `(?<![\\p{L}\\p{M}-])${escaped}(?![\\p{L}\\p{M}])` : escaped, 'u');
    phraseExpressions.set(phrase, expression);
  }
  return expression;
}

const inPartWords = new RegExp(`[-\\s]*(?:${anyOf(inPart)})[-\\s]*`, 'giu');
const relationWords = new RegExp(anyOf([...Object.values(phrases).flat(), ...inPart]), 'u');

function anyOf(words: readonly string[]): string {
  return words.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
}

/** Whether a line holds any of the words that relate a record to another: most lines do not, and need no closer look. */
export function mayRelate(line: string): boolean {
  return relationWords.test(line.toLowerCase());
}

const partWords = new RegExp(anyOf(inPart), 'u');

function partial(text: string): boolean {
  return partWords.test(text.toLowerCase());
}

function unique(references: readonly Reference[]): Reference[] {
  const seen = new Set<string>();
  return references.filter((reference) => {
    const key = reference.target ?? reference.text;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
