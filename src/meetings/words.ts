import { german } from './languages/de.ts';
import { english } from './languages/en.ts';
import { spanish } from './languages/es.ts';
import { french } from './languages/fr.ts';
import type { ColumnKind, MinutesLanguage } from './languages/language.ts';
import { portuguese } from './languages/pt.ts';
import { remembered } from './remembered.ts';

/** Where two languages give one word different meanings, the first of them has it. */
export const languages: readonly MinutesLanguage[] = [english, french, german, spanish, portuguese];

/** What a heading says of the items below it. */
export type Role = 'actions' | 'decisions' | 'people' | 'questions' | 'reviewed' | 'notActions';

/** How headings and labels are compared: lower case, without numbers, punctuation and emoji around them. */
export const foldHeading: (text: string) => string = remembered(folded);

function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/&#x20;|&nbsp;/g, ' ')
    .replace(/[_/&]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}]+(?=\p{L})|[^\p{L}\p{N})]+$/gu, '');
}

const roles = new Map<string, Role>();
for (const language of languages) {
  for (const role of ['reviewed', 'actions', 'decisions', 'people', 'questions', 'notActions'] as const) {
    for (const heading of language.headings[role])
      if (!roles.has(foldHeading(heading))) roles.set(foldHeading(heading), role);
  }
}

const headingLanguages = new Map<string, string>();
for (const { id, headings } of languages) {
  for (const heading of Object.values(headings).flat()) {
    if (!headingLanguages.has(foldHeading(heading))) headingLanguages.set(foldHeading(heading), id);
  }
}

/** The language of a heading that is known word for word. */
export function languageOf(heading: string): string | undefined {
  return headingLanguages.get(foldHeading(heading.replace(/[*_`]/g, '')));
}

const keywords = (['people', 'actions', 'decisions'] as const).map(
  (role) =>
    [
      role,
      new RegExp(
        `(?<![\\p{L}-])(?:${alternatives(languages.flatMap((language) => language.keywords[role]))})(?![\\p{L}-])`,
        'u',
      ),
    ] as const,
);

const mayHoldKeyword = quickLook(
  languages.flatMap(({ keywords: { people, actions, decisions } }) => [...people, ...actions, ...decisions]),
);

/** The role of a heading that is known word for word. */
export function exactRoleOf(heading: string): Role | undefined {
  // No heading that is known is as long, and every paragraph is asked about.
  if (heading.length > longestHeading) return undefined;
  const folded = foldHeading(heading);
  return roles.get(folded) ?? roles.get(folded.replace(/\s*\(.*$/, ''));
}

const longestHeading = 80;

/** The role of a heading; of several words joined by "and", `&` or `/`, actions before the others. */
export const roleOf: (heading: string) => Role | undefined = remembered(roleRead);

const mayJoin = /[&/,+]|\b(?:and|et|und|y|e)\b/i;

function roleRead(heading: string): Role | undefined {
  const whole = exactRoleOf(heading);
  if (whole) return whole;
  const words = mayJoin.test(heading) ? heading.split(/\s*(?:\b(?:and|et|und|y|e)\b|[&/,+])\s*/iu) : [];
  const parts = words.map((part) => roles.get(foldHeading(part)));
  if (parts.length && parts.every((part) => part !== undefined)) {
    return parts.find((part) => part === 'actions') ?? parts[0];
  }
  const folded = foldHeading(heading);
  if (folded.split(' ').length > 6 || !mayHoldKeyword.test(folded)) return undefined;
  return keywords.find(([, words]) => words.test(folded))?.[0];
}

const notes = new Set(languages.flatMap((language) => language.headings.notes.map(foldHeading)));

/** Whether a heading stands above notes as they were taken. */
export function isNotesHeading(heading: string): boolean {
  return notes.has(foldHeading(heading));
}

const columns = new Map<string, ColumnKind>();
for (const language of languages) {
  for (const [kind, headings] of Object.entries(language.columns) as [ColumnKind, readonly string[]][]) {
    for (const heading of headings) if (!columns.has(heading)) columns.set(heading, kind);
  }
}

const dayFirst = new Set(
  languages.filter(({ id }) => id !== 'en').flatMap((language) => [...language.columns.due, ...language.dueLabels]),
);

/** Whether a column's heading or a label is of a language that writes 5 February as 05/02. */
export function isDayFirst(label: string): boolean {
  return dayFirst.has(foldHeading(label));
}

/** What the cells of a table's column say of the actions in the same rows. */
export function columnOf(heading: string): ColumnKind | undefined {
  const folded = foldHeading(heading).replace(/\s*\(.*$/, '');
  return columns.get(folded) ?? columns.get(folded.replace(/s$/, '')) ?? columns.get(folded.split(' ', 1)[0] ?? '');
}

const all = <
  Key extends
    | 'marks'
    | 'decisionMarks'
    | 'questionMarks'
    | 'dateLabels'
    | 'undertakings'
    | 'imperatives'
    | 'decided'
    | 'nothing'
    | 'done'
    | 'groups',
>(
  key: Key,
) => languages.flatMap((language) => language[key]);

export const imperatives: ReadonlySet<string> = new Set(all('imperatives'));
export const groups: ReadonlySet<string> = new Set(all('groups'));
export const nothing: ReadonlySet<string> = new Set(all('nothing'));
export const doneWords: readonly string[] = all('done');
export const decidedWords: readonly string[] = all('decided');

/** Words as alternatives of a regular expression, longest first. */
export function alternatives(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'))
    .join('|');
}

export const questionMarks: string = alternatives(all('questionMarks'));
export const dateLabels: string = alternatives(all('dateLabels'));
export const marks: string = alternatives(all('marks'));
export const decisionMarks: string = alternatives(all('decisionMarks'));
export const undertakings: string = alternatives(all('undertakings'));

/**
 * A quick look for any of some words, at the beginning of a word: whoever looks for them in each of many lines asks it
 * first. What it finds need not be one of them.
 */
export function quickLook(words: readonly string[]): RegExp {
  const all = [...new Set(words.map((word) => word.toLowerCase()))].sort();
  const [long, short] = [all.filter((word) => word.length > 3), all.filter((word) => word.length <= 3)];
  // "decision" finds "decisions" as well.
  const least = long.filter((word) => !long.some((other) => other !== word && ` ${word}`.includes(` ${other}`)));
  // In the order of the alphabet the engine tries common beginnings once; without Unicode's classes it is twice as fast.
  const looks = [...least.map((word) => alternatives([word])), ...short.map((word) => `${word}(?![a-z])`)];
  return new RegExp(`(?:^|[^a-z0-9])(?:${looks.join('|')})`, 'i');
}

export const markWords: readonly string[] = all('marks');
export const decisionWords: readonly string[] = [...all('decisionMarks'), ...all('decided')];
