import type { MarkdownDocument } from '../markdown/document.ts';
import type { Field } from './field.ts';
import { languages } from './languages/all.ts';
import { english } from './languages/en.ts';
import type { Language } from './languages/language.ts';
import { foldWords } from './vocabulary.ts';

/**
 * The language that a record is written in, by the headings, labels and status words that only some languages have. The
 * one with the most of them; English where none has any, or as many.
 */
export function languageOf(document: MarkdownDocument, fields: readonly Field[]): Language {
  const headings = document.sections.map(({ title }) => foldWords(title));
  const labels = fields
    .filter(({ place }) => place === 'line' || place === 'cell')
    .map(({ label }) => foldWords(label));
  const statuses = fields
    .filter(({ name }) => name === 'status')
    .flatMap(({ values }) => values.slice(0, 1))
    .map(foldWords);
  let best: Language = english;
  let most = 0;
  for (const language of languages) {
    const words = wordsOf(language);
    const count =
      headings.filter((heading) => words.sections.has(heading)).length +
      labels.filter((label) => words.fields.has(label)).length +
      statuses.filter((text) => words.statuses.some((word) => `${text} `.startsWith(`${word} `))).length;
    if (count > most) [best, most] = [language, count];
  }
  return best;
}

interface Words {
  readonly sections: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
  readonly statuses: readonly string[];
}

const known = new Map<Language, Words>();

function wordsOf(language: Language): Words {
  let words = known.get(language);
  if (!words) {
    words = {
      sections: new Set(Object.values(language.sections).flat().map(foldWords)),
      fields: new Set(Object.values(language.fields).flat().map(foldWords)),
      statuses: Object.values(language.statuses).flat().map(foldWords),
    };
    known.set(language, words);
  }
  return words;
}
