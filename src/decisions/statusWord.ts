import { MarkdownDocument } from '../markdown/document.ts';
import { readFields } from './fields.ts';
import { capitalised } from './formats/shapes.ts';
import { languages } from './languages/all.ts';
import type { Language } from './languages/language.ts';
import { type Status, statuses } from './record.ts';
import { languageOf } from './recordLanguage.ts';
import { stateOf } from './status.ts';
import type { Team } from './team.ts';
import { foldWords } from './vocabulary.ts';

type Known = Exclude<Status, 'unknown'>;

/** A status that a record may get, as it would be written there. */
export interface StatusChoice {
  readonly status: Known;
  readonly word: string;
  /** Whether the record has it now. */
  readonly current: boolean;
  /** Whether the word is the team's own. */
  readonly own: boolean;
}

/** The statuses that a record can be given, in its own language and capitals, those of the team's own words after them. */
export function statusChoices(text: string, team?: Team): StatusChoice[] {
  const document = new MarkdownDocument(text);
  const fields = readFields(document);
  const stated = stateOf(fields, team);
  const language = languageOf(document, fields);
  const now = `${foldWords(stated?.text ?? '')} `;
  const own = (team?.statuses ?? []).map((choice) => ({
    ...choice,
    current: choice.status === stated?.status && now.startsWith(`${foldWords(choice.word)} `),
    own: true,
  }));
  const taken = own.some(({ current }) => current);
  return [
    ...statuses.map((status) => ({
      status,
      word: stated && stated.status !== 'unknown' ? wordLike(stated.text, status, language) : wordIn(language, status),
      current: status === stated?.status && !taken,
      own: false,
    })),
    ...own,
  ];
}

/** A status word in the language and with the capitals of the one that it replaces. @param otherwise where that word is of none. */
export function wordLike(current: string, status: Known, otherwise?: Language): string {
  const folded = foldWords(current);
  const starts = (word: string) => `${folded} `.startsWith(`${foldWords(word)} `);
  const language = languages.find((each) => Object.values(each.statuses).some((list) => list.some(starts)));
  const word = wordIn(language ?? otherwise, status);
  const letters = current.match(/\p{L}+/u)?.[0] ?? '';
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase())
    return word.toUpperCase();
  return /^\p{Lu}/u.test(letters) ? capitalised(word) : word;
}

/** The word for a status in a language; in English where that has none. */
export function wordIn(language: Language | undefined, status: Known): string {
  return language?.statuses[status]?.[0] ?? status;
}
