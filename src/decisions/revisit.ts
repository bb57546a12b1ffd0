import { HumanError } from '../humanError.ts';
import { MarkdownDocument } from '../markdown/document.ts';
import type { Edit } from '../markdown/edit.ts';
import { checked } from './checkedEdit.ts';
import { readDate } from './date.ts';
import type { Field } from './field.ts';
import { readFields } from './fields.ts';
import { addToHead } from './headLine.ts';
import { english } from './languages/en.ts';
import { languageOf } from './recordLanguage.ts';

/**
 * The edits that say when to look at a decision's outcome: where the record says it already, else in its front matter, else
 * as a line of its head.
 *
 * @param path the record's, for what is said where this cannot be done.
 * @param date YYYY-MM-DD.
 * @throws HumanError where it cannot be written safely.
 */
export function revisitEdits(path: string, text: string, date: string): readonly Edit[] {
  const document = new MarkdownDocument(text);
  const fields = readFields(document);
  return checked(path, text, edits(document, fields, date), 'revisit', ({ revisit }) => revisit === date);
}

function edits(document: MarkdownDocument, fields: readonly Field[], date: string): Edit[] {
  const stated = fields.filter(({ name }) => name === 'revisit');
  const field = stated.find(({ values }) => values.some(readDate)) ?? stated[0];
  const key =
    field?.place === 'frontMatter' ? field.label : document.frontMatter?.keys.find((each) => /^revisit$/i.test(each));
  if (key !== undefined || (!field && document.frontMatter)) {
    const set = document.frontMatter?.set(key ?? 'revisit', date);
    if (set) return set;
    throw new HumanError('The front matter entry "{0}" is not plain YAML. Write the day there by hand.', [
      key ?? 'revisit',
    ]);
  }
  if (!field) {
    const label = languageOf(document, fields).fields.revisit?.[0] ?? english.fields.revisit?.[0] ?? 'revisit';
    return [addToHead(document, fields, label, date)];
  }
  const gap = field.start === field.end && !/\s/.test(document.text[field.start - 1] ?? '') ? ' ' : '';
  return [{ start: field.start, end: field.end, text: gap + date }];
}
