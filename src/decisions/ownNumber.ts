import { MarkdownDocument } from '../markdown/document.ts';
import type { Edit } from '../markdown/edit.ts';
import { padded, type Renumbering } from './renumber.ts';

/** How a title begins with its record's number: `ADR-0007: `, `SUBGRAPH-0007: `, `7. `, `[7] `, `007 - `, `28 `. */
const leads = [
  /^[[(*_]*(?:l?adr|madr|architect(?:ure|ural) decision record|decision(?: record)?|record|rfc|[tkopde]dr)[-_ #n°.:]{0,3}(\d+)(?![\p{L}\p{N}])/diu,
  /^[[(*_]*(?:\p{Lu}{2,}[-_ ])+(\d+)(?![\p{L}\p{N}])/du,
  /^[[(*_#]*(\d+)(?=[*_]*\s*[.:：)\]|]+(?!\d)|\s+[-–—]\s|\s+\p{L})/du,
];

/** A front matter value that is nothing but the number. */
const bare = /^["']?(?:ADR-)?(\d+)["']?[ \t]*(?:#.*)?$/di;

/**
 * The edits that give a record its new number where it states its own: in its title (`# 7. X`, `# ADR-0007: X`, also in
 * front matter), and in front matter entries that are nothing but the number.
 */
export function ownNumberEdits(text: string, renumbering: Renumbering): Edit[] {
  const document = new MarkdownDocument(text);
  return [...inHeading(document, renumbering), ...inFrontMatter(document, renumbering)];
}

function inHeading(document: MarkdownDocument, { before, after }: Renumbering): Edit[] {
  const heading = document.sections.find(({ level }) => level === 1)?.heading;
  const block = heading === undefined ? undefined : document.blocks[heading];
  if (!block) return [];
  const line = document.lines.textAt(block.line);
  const words = line.replace(/^\uFEFF?[ \t]*(?:#[ \t]+)?/, '');
  const start = document.lines.at(block.line).end - words.length;
  return numberAt(words, start, leads, before, after);
}

function inFrontMatter({ frontMatter, text }: MarkdownDocument, { before, after }: Renumbering): Edit[] {
  return (frontMatter?.keys ?? []).flatMap((key) => {
    const patterns = /^(?:id|number|adr|nav_order)$/i.test(key) ? [bare] : /^title$/i.test(key) ? leads : [];
    const value = patterns.length ? frontMatter?.spanOf(key) : undefined;
    if (!value) return [];
    const quote = patterns === leads && /["']/.test(text[value.start] ?? '') ? 1 : 0;
    const start = value.start + quote;
    return numberAt(text.slice(start, value.end), start, patterns, before, after);
  });
}

/** The edit of the number that a text begins with, at an offset of the document; none where it is another number. */
function numberAt(text: string, offset: number, patterns: readonly RegExp[], before: number, after: number): Edit[] {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    const [at, end] = match?.indices?.[1] ?? [];
    if (match?.[1] === undefined || at === undefined || end === undefined) continue;
    if (Number(match[1]) !== before) return [];
    return [{ start: offset + at, end: offset + end, text: padded(after, match[1]) }];
  }
  return [];
}
