import { welsh } from './cy.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { italian } from './it.ts';
import { japanese } from './ja.ts';
import { korean } from './ko.ts';
import type { Language } from './language.ts';
import { portuguese } from './pt.ts';
import { turkish } from './tr.ts';
import { chinese } from './zh.ts';

/** Every language whose records are read. English first: where words are the same in several, its meaning holds. */
export const languages: readonly Language[] = [
  english,
  french,
  german,
  spanish,
  portuguese,
  italian,
  turkish,
  welsh,
  japanese,
  chinese,
  korean,
];
