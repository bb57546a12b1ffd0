import { languages } from './languages/all.ts';
import type { FieldName, SectionName } from './languages/language.ts';
import type { Status } from './record.ts';

/**
 * How labels, headings and status words are compared: lower case, composed, `-` and `_` as spaces, spaces folded, and
 * without the numbers, punctuation and emoji around them.
 */
export function foldWords(text: string): string {
  const known = foldings.get(text);
  if (known !== undefined) return known;
  const folded = fold(text);
  if (foldings.size >= mostFoldings) foldings.clear();
  foldings.set(text, folded);
  return folded;
}

/** The same few headings and labels stand in every record of a folder, and each is compared many times. */
const foldings = new Map<string, string>();
const mostFoldings = 500;

function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/[\s_-]+/g, ' ')
    .replace(/^[^\p{L}]+(?=\p{L})|[^\p{L}\p{N})\]）]+$/gu, '');
}

const fields = new Map<string, FieldName>();
const sections = new Map<string, SectionName>();
const statuses = new Map<string, Exclude<Status, 'unknown'>>();
for (const language of languages) {
  fill(fields, language.fields);
  fill(sections, language.sections);
  fill(statuses, language.statuses);
}

function fill<Name extends string>(map: Map<string, Name>, words: Partial<Record<Name, readonly string[]>>): void {
  for (const name of Object.keys(words) as Name[]) {
    for (const word of words[name] ?? []) {
      const folded = fold(word);
      if (!map.has(folded)) map.set(folded, name);
    }
  }
}

/** What a label is about, in any of the languages; undefined for labels that are not ours. */
export function fieldOf(label: string): FieldName | undefined {
  return fields.get(foldWords(label));
}

/** What a heading is about, in any of the languages; undefined for other headings. */
export function sectionOf(heading: string): SectionName | undefined {
  const folded = foldWords(heading);
  return sections.get(folded) ?? sections.get(folded.replace(/\s*[([（].*$/, ''));
}

/** The status words of all languages, longest first, so that "not accepted" is not read as "accepted". */
export const statusWords: readonly (readonly [string, Exclude<Status, 'unknown'>])[] = [...statuses].sort(
  ([a], [b]) => b.length - a.length,
);

export const phrases = {
  supersedes: languages.flatMap((language) => language.phrases.supersedes ?? []),
  supersededBy: languages.flatMap((language) => language.phrases.supersededBy ?? []),
  amends: languages.flatMap((language) => language.phrases.amends ?? []),
  amendedBy: languages.flatMap((language) => language.phrases.amendedBy ?? []),
};

export const inPart: readonly string[] = languages.flatMap((language) => language.inPart);
export const optionWords: readonly string[] = languages.flatMap((language) => language.option);
export const connectors: ReadonlySet<string> = new Set(languages.flatMap((language) => language.connectors));

/** Month numbers, 1 to 12, by name or abbreviation. */
export const months: ReadonlyMap<string, number> = new Map(
  languages.flatMap((language) =>
    language.months.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
  ),
);
