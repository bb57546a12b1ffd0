import type { MarkdownDocument } from './document.ts';
import { proseOf } from './prose.ts';

/** A link, an image or a link's definition, with its spans in the document. */
export interface Link {
  /** The words as written; a definition's label. */
  readonly text: string;
  /** The target as written, without angle brackets. */
  readonly target: string;
  /** The whole link, its words and brackets included. */
  readonly start: number;
  readonly end: number;
  readonly targetStart: number;
  readonly targetEnd: number;
  readonly kind: 'inline' | 'image' | 'definition';
}

const inline =
  /(?<!\\)(?<image>!?)\[(?<text>(?:[^[\]\\]|\\.|\[[^[\]]*\](?:\([^()\s]*\))?)*)\]\([ \t]*(?:<(?<angled>[^<>\r\n]*)>|(?<bare>(?:[^\s()<\\]|\\.|\((?:[^\s()\\]|\\.)*\))(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*))(?:\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?\s*\)/dgu;
const definition =
  /^[ \t>]{0,9}\[(?!\^)(?<text>(?:[^[\]\\]|\\.)+)\]:[ \t]*(?:<(?<angled>[^<>\r\n]*)>|(?<bare>[^\s<]\S*))(?=[ \t]*(?:["'(].*)?$)/dgmu;

/** The links of a document in order: inline ones, images, and the definitions of reference links; none of code. */
export function linksOf(document: MarkdownDocument): Link[] {
  const prose = proseOf(document);
  if (!prose.includes('](') && !prose.includes(']:')) return [];
  return [...inlineLinks(prose, 0), ...read(prose, definition, 0, 'definition')].sort((a, b) => a.start - b.start);
}

function inlineLinks(text: string, offset: number): Link[] {
  return read(text, inline, offset, 'inline').flatMap((link) => {
    // A badge: an image inside a link's words.
    const inside = link.text.includes('](')
      ? inlineLinks(link.text, link.start + text.slice(link.start - offset).indexOf(link.text))
      : [];
    return [link, ...inside];
  });
}

function read(text: string, expression: RegExp, offset: number, kind: Link['kind']): Link[] {
  return [...text.matchAll(expression)].flatMap((match): Link[] => {
    const { text: words = '', angled, bare, image } = match.groups ?? {};
    const at = match.indices?.groups?.[angled === undefined ? 'bare' : 'angled'];
    if (!at) return [];
    return [
      {
        text: words,
        target: angled ?? bare ?? '',
        start: offset + match.index,
        end: offset + match.index + match[0].length,
        targetStart: offset + at[0],
        targetEnd: offset + at[1],
        kind: image ? 'image' : kind,
      },
    ];
  });
}
