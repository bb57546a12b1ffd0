import { posix } from 'node:path';
import { MarkdownDocument } from '../markdown/document.ts';
import { applyEdits, type Edit } from '../markdown/edit.ts';
import { linkTo } from './draft.ts';
import { readFields } from './fields.ts';
import { formatOf } from './formats/all.ts';
import type { Format } from './formats/format.ts';
import { english } from './languages/en.ts';
import type { Language } from './languages/language.ts';
import { readDecision } from './reader.ts';
import type { DecisionRecord } from './record.ts';
import { languageOf } from './recordLanguage.ts';
import { statusEdits } from './statusEdit.ts';
import { phrases } from './vocabulary.ts';

/**
 * The edits that mark a record as superseded by another, in the record's own spelling: adr-tools' "Superceded by" below
 * the status heading, `superseded by [..](..)` in a status line or front matter, or a front matter key that is there.
 *
 * @param text the old record.
 * @param spelling how the folder's other records say it, where one does: "Superseded by".
 */
export function supersedeEdits(
  old: DecisionRecord,
  text: string,
  by: DecisionRecord,
  today: string,
  spelling?: string,
): Edit[] {
  const document = new MarkdownDocument(text);
  const fields = readFields(document);
  const format = formatOf(document, fields);
  const key = fields.find((field) => field.name === 'supersededBy' && field.place === 'frontMatter')?.label;
  const own = document.frontMatter?.keys.find((each) => /^superseded[-_]?by$/i.test(each)) ?? key;
  if (own !== undefined && document.frontMatter) {
    const values = fields.filter((field) => field.label === own).flatMap((field) => field.values);
    const reference = referenceLike(document, by, old);
    const list = Array.isArray(document.frontMatter.get(own));
    const link = document.frontMatter.set(own, list ? [...values.filter(Boolean), reference] : reference);
    if (link) return [...statusEdits(text, 'superseded', today), ...link];
  }
  const link = linkTo(by, posix.dirname(old.path));
  const spellings = [spelling, phraseIn(languageOf(document, fields), format), format.supersededBy];
  const attempts = spellings.flatMap((phrase) =>
    phrase === undefined ? [] : [statusEdits(text, 'superseded', today, `${phrase} ${link}`)],
  );
  const named = attempts.find((edits) => readDecision(old.path, applyEdits(text, edits)).supersededBy.length);
  return named ?? attempts.at(-1) ?? [];
}

/** How a language says "superseded by" before a link; undefined for English, where formats have spellings of their own. */
function phraseIn(language: Language, format: Format): string | undefined {
  if (language === english) return undefined;
  const [before] = language.phrases.supersededBy ?? [];
  // Where the verb comes last, a label names what follows it.
  const phrase = before && /^\p{sc=Latin}/u.test(before) ? before : language.fields.supersededBy?.[0];
  return phrase && format.writeStatus(phrase);
}

/** A number where the record's own front matter counts its records, a file name elsewhere. */
export function referenceLike(document: MarkdownDocument, by: DecisionRecord, old: DecisionRecord): string {
  const id = document.frontMatter?.get('id');
  if (by.number !== null && typeof id === 'string' && /^\d+$/.test(id))
    return String(by.number).padStart(id.length, '0');
  return posix.relative(posix.dirname(old.path), by.path);
}

/** How a folder's records write "superseded by", by what most of them say; undefined where none says it. */
export function supersededSpelling(records: readonly DecisionRecord[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { statusText } of records) {
    const text = statusText?.toLowerCase() ?? '';
    const phrase = phrases.supersededBy.find((each) => text.startsWith(`${each} `));
    const words = phrase && statusText?.slice(0, phrase.length);
    if (words) counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
