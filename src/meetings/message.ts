import { plainText } from '../markdown/blocks.ts';
import { MarkdownDocument, type Section } from '../markdown/document.ts';
import { applyEdits } from '../markdown/edit.ts';
import { textsOf } from '../markdown/frontMatter.ts';
import { linksOf } from '../markdown/links.ts';
import { isNotesHeading } from './words.ts';

/** What a message is written in: plain text for mail, Markdown for chats that read it. */
export type MessageForm = 'text' | 'markdown';

/**
 * A meeting's summary as a message for those who were there: everything but front matter and notes. Links that lead
 * nowhere outside of the repository are their words.
 */
export function summaryMessage(text: string, form: MessageForm): string {
  const written = withLinks(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), form);
  const document = new MarkdownDocument(written);
  const [date] = textsOf(document.frontMatter?.get('date'));
  const parts: string[] = [];
  let notes: Section | undefined;
  for (const section of document.sections) {
    if (notes && section.level > notes.level) continue;
    notes = isNotesHeading(section.title) ? section : undefined;
    if (notes) continue;
    const body = bodyOf(document, section);
    if (section.level > 1 && !body) continue;
    const title = section.level === 1 && date ? `${section.title} (${date})` : section.title;
    parts.push(
      form === 'markdown' ? `**${title.replace(/[*_]/g, '\\$&')}**` : section.level === 1 ? title : `${title}:`,
    );
    if (body) parts.push(form === 'markdown' ? body : plain(body));
  }
  return `${parts.join('\n\n').replace(/:\n\n(?=(?:-|\d+\.) )/g, ':\n')}\n`;
}

/** A section's own lines, below its heading. */
function bodyOf(document: MarkdownDocument, section: Section): string {
  const { lines, blocks } = document;
  const own = document.blocksOf(section, true);
  const first = blocks[section.heading]?.endLine ?? 0;
  const last = Math.max(first, ...own.map(({ endLine }) => endLine));
  const texts: string[] = [];
  for (let line = first; line < last; line++) texts.push(lines.textAt(line));
  return texts.join('\n').trim();
}

/** Markdown as it reads without its signs; boxes say only what is done. */
function plain(body: string): string {
  return body
    .split('\n')
    .map((line) => {
      const item = /^(?<indent>\s*)(?:[-*+]|(?<number>\d+)[.)])\s+(?:\[(?<box>[ xX])\]\s+)?(?<rest>.*)$/.exec(
        line,
      )?.groups;
      if (!item) return plainText(line);
      const sign = item.number === undefined ? '-' : `${item.number}.`;
      const done = item.box && item.box !== ' ' ? 'done: ' : '';
      return `${item.indent ?? ''}${sign} ${done}${plainText(item.rest ?? '')}`;
    })
    .join('\n');
}

/** Links as they can be followed: in plain text with their address, and those into the repository as their words. */
function withLinks(text: string, form: MessageForm): string {
  const edits = linksOf(new MarkdownDocument(text)).flatMap(({ kind, target, start, end, text: words }) => {
    if (kind !== 'inline') return [];
    const isElsewhere = /^[a-z][a-z\d+.-]*:/i.test(target);
    if (isElsewhere && form === 'markdown') return [];
    return [{ start, end, text: isElsewhere && words !== target ? `${words} (${target})` : words }];
  });
  return applyEdits(text, edits);
}
