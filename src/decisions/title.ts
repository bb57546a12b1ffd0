import { plainText } from '../markdown/blocks.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import { textsOf } from '../markdown/frontMatter.ts';
import { titleOfSlug } from '../records/slug.ts';
import type { RecordName } from './naming.ts';
import { readStatus } from './status.ts';
import { sectionOf } from './vocabulary.ts';

/** A record's title, and a status that its heading leads with: `# Draft: Retry with backoff`. */
export interface StatedTitle {
  readonly title: string;
  readonly lead: string | undefined;
}

const kind =
  '(?:l?adrs?|madr|architecture decision records?|architectural decision records?|decision records?|decision|record|rfc|[tkopde]dr)';
const stop = '(?:[:：.)\\]|]|[-–—]+(?=\\s)|$)';
/** `ADR-0007: `, `ADR 7 - `, `[ADR-7] `, `ADR: `, `ADR 7 Title`, `Architecture Decision Record: `. */
const kindLead = new RegExp(
  `^\\[?\\s*${kind}(?:[-_ #n°.:]{0,3}(?:\\p{L}+-)?\\d+[a-z]?)?\\s*${stop}+\\s*|^\\[?l?adr[-_ #n°.:]{0,3}\\d+\\]?\\s+(?=\\S)`,
  'iu',
);
/** `Decision 7 Title`, `28 Domain names`: a lead where the number is the file's own; `RFC 7807 for errors` is a title. */
const ownNumberLead = new RegExp(`^(?:${kind}[-_ #n°.:]{0,3})?(\\d+)\\s+(?=\\p{L})`, 'iu');
/** `7. `, `007 - `, `[7] `, `#7: `. */
const numberLead = /^[#([]?\d{1,6}(?:[)\]]?\s*(?:[.):：|]+(?!\d)|[-–—]+(?=\s))|\]\s)\s*/u;
/** `SUBGRAPH-0027: `, capitals only, so that no word of the title is taken for a prefix. */
const prefixLead = /^(?:[\p{Lu}]{2,}[-_])+\d+\s*(?:[:：.)\]|]|[-–—]+(?=\s))\s*/u;
const icons = /^(?:\p{Extended_Pictographic}[\uFE0F\u200D]*\s*)+/u;
const dateLead = /^\[?\d{4}[-./]\d{2}[-./]\d{2}\]?\s*[-–—:]?\s*/u;

/**
 * The first heading of level 1, without number and "ADR" lead; the front matter's title where there is none or only a
 * template's placeholder; at last the file name's words.
 */
export function readTitle(document: MarkdownDocument, name: RecordName): StatedTitle {
  const first = document.sections.find((section) => section.level === 1);
  // Where the first heading is a section's, all of level 1 are.
  const heading = first && !isOwnSection(first.title) ? first : undefined;
  const stated = document.frontMatter?.get('title') ?? document.frontMatter?.get('Title');
  for (const candidate of [heading?.title, ...textsOf(stated).slice(0, 1).map(plainText)]) {
    const read = candidate === undefined ? undefined : stripLead(candidate, name);
    if (read?.title && !isUnfilled(read.title)) return read;
  }
  return { title: titleOfSlug(name.slug) || name.digits || name.dateText, lead: undefined };
}

/** A template's title that nobody has filled in; `[Design guideline]` may well be a title. */
function isUnfilled(title: string): boolean {
  return /^(?:\{.*\}|<.*>|\$\{.*\}|\[?title\]?|\[(?:short|title)\b.*\]|short title\b.*|title (?:of|goes|here)\b.*)$/iu.test(
    title,
  );
}

function isOwnSection(title: string): boolean {
  const section = sectionOf(title);
  return section === 'status' || section === 'date' || section === 'decision' || section === 'options';
}

function stripLead(heading: string, name: RecordName): StatedTitle {
  let title = heading.replace(/\s+/g, ' ').trim();
  let lead: string | undefined;
  for (;;) {
    const before = title;
    for (const each of [icons, dateLead, kindLead, numberLead, prefixLead]) title = title.replace(each, '');
    const digits = ownNumberLead.exec(title);
    if (digits && Number(digits[1]) === name.number) title = title.slice(digits[0].length);
    title = title.trim();
    const status = /^\[?(\p{L}[\p{L} ]{2,20})\]?\s*[:：]\s+(?=\S)|^\[(\p{L}[\p{L} ]{2,20})\]\s+/u.exec(title);
    const words = status?.[1] ?? status?.[2];
    if (status && words && readStatus(words) !== 'unknown') {
      lead ??= words;
      title = title.slice(status[0].length);
    }
    if (title === before || !title) break;
  }
  return { title: title || heading.trim(), lead };
}
