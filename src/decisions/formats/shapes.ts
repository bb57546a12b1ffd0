import type { MarkdownDocument } from '../../markdown/document.ts';
import type { Field } from '../field.ts';
import { foldWords } from '../vocabulary.ts';

/** Whether a document has a section with one of these headings, compared without case and number. */
export function hasSection(document: MarkdownDocument, ...titles: string[]): boolean {
  return document.sections.some((section) => titles.includes(foldWords(section.title)));
}

/** Where a record states its status; undefined where it does not. */
export function statusPlace(fields: readonly Field[]): Field['place'] | undefined {
  return fields.find((field) => field.name === 'status')?.place;
}

/** `Accepted` */
export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
