import { isDay } from '../actions/days.ts';
import { MarkdownDocument } from '../markdown/document.ts';
import type { Edit } from '../markdown/edit.ts';
import { lineEnding } from '../markdown/lines.ts';

const looked = /\blooked at on (\d{4}-\d\d-\d\d)\b/gi;

/**
 * The day on which a document wants to be looked at again: the last one below the heading.
 *
 * @param heading of the section that states it.
 * @returns undefined where none is stated, or it was looked at on that day or later.
 */
export function revisitDay(text: string, heading: string): string | undefined {
  const below = sectionText(text, heading);
  const done = [...below.matchAll(looked)].map(([, day = '']) => day);
  const days = below.replace(looked, '').match(/\b\d{4}-\d\d-\d\d\b/g) ?? [];
  const last = days.filter(isDay).sort().at(-1);
  return last && done.some((day) => day >= last) ? undefined : last;
}

/** The edits that note below the heading that the document was looked at. @returns undefined where it has no such heading. */
export function lookedAt(text: string, heading: string, today: string): Edit[] | undefined {
  const document = new MarkdownDocument(text);
  const section = sectionOf(document, heading);
  if (!section) return undefined;
  const block = document.blocksOf(section, true).at(-1) ?? document.blocks[section.heading];
  const at = document.lines.at((block?.endLine ?? 1) - 1).end;
  const eol = lineEnding(text);
  return [{ start: at, end: at, text: `${eol}${eol}Looked at on ${today}.` }];
}

/** What a document is called; empty where it has no heading. */
export function titleOf(text: string): string {
  return new MarkdownDocument(text).sections.find(({ level }) => level === 1)?.title ?? '';
}

function sectionOf(document: MarkdownDocument, heading: string) {
  return document.sections.find(({ title }) => title.toLowerCase() === heading.toLowerCase());
}

function sectionText(text: string, heading: string): string {
  const document = new MarkdownDocument(text);
  const section = sectionOf(document, heading);
  return section
    ? document
        .blocksOf(section, true)
        .map((block) => [block.text, ...block.cells].join('\n'))
        .join('\n')
    : '';
}
