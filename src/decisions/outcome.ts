import type { MarkdownDocument, Section } from '../markdown/document.ts';
import { readDate } from './date.ts';
import { sectionOf } from './vocabulary.ts';

/** The day of the last outcome that a record tells of, YYYY-MM-DD; null where there is none, or none with a day. */
export function lastOutcome(document: MarkdownDocument): string | null {
  let last: string | null = null;
  for (const section of outcomesOf(document)) {
    for (const day of daysOf(document, section)) if (last === null || day > last) last = day;
  }
  return last;
}

/** The sections that tell of the decision's outcome. */
export function outcomesOf(document: MarkdownDocument): Section[] {
  return document.sections.filter((section, index) => index > 0 && sectionOf(section.title) === 'outcome');
}

/** The days that headings of a section state, its own included. */
function daysOf(document: MarkdownDocument, section: Section): string[] {
  return document.sections
    .filter(({ heading }) => heading >= section.heading && heading < section.end)
    .flatMap(({ title }) => readDate(title) ?? []);
}
