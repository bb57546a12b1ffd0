import { readAnchorLink } from './link.ts';

/** A comment as a review file holds it: the heading's words, and what stands below link and quote. */
export interface CommentParts {
  readonly heading: string;
  readonly body: string;
}

/** The heading of a comment whose first line makes none. */
const unnamed = 'Comment';
/** In UTF-16 code units: what is longer is a paragraph and no heading. */
const longestHeading = 160;
/** Lines that begin a block of another kind. */
const otherBlock = /^(?:[#>|`~<]|[-*+](?:\s|$)|\d{1,9}[.)](?:\s|$)|\*\*|__|!?\[[^\]]*\]\()/;

/**
 * What a person typed as a comment, as its file holds it. The first line is the heading, where it can be one; what would read
 * as a heading of the file's own, resolve the comment, or run into the next one is escaped as Markdown does it, so that it
 * looks the same on a page.
 */
export function partsOf(typed: string): CommentParts {
  const text = typed.replace(/\r\n?/g, '\n').trim();
  const [first = '', ...others] = text.split('\n');
  const heading = first.trim();
  if (!heading || heading.length > longestHeading || otherBlock.test(heading) || heading === unnamed) {
    return { heading: unnamed, body: escapedBody(text) };
  }
  return { heading: heading.replace(/(^|\s)(#+)$/, '$1\\$2'), body: escapedBody(others.join('\n')) };
}

/** The reverse of {@link partsOf}: what a person sees when a comment is edited again. */
export function typedOf({ heading, body }: CommentParts): string {
  const shown = unescapedBody(body);
  if (heading === unnamed) return shown;
  const words = heading.replace(/(^|\s)\\(#+)$/, '$1$2');
  return shown ? `${words}\n\n${shown}` : words;
}

const fence = /^ {0,3}(?<marks>`{3,}|~{3,})(?<info>.*)$/;
/** Up to level 4: replies are headed so. Deeper headings are the comment's own. */
const atx = /^( {0,3})(#{1,4}(?:[ \t].*)?)$/;
const underline = /^( {0,3})((?:=+|-+)[ \t]*)$/;
const html = /^( {0,3})(<[!?/a-z].*)$/i;
const resolving = /^(\s{0,3}(?:\*\*|__)?resolved(?:\*\*|__)?[ \t]*)(:.*)$/i;

/** Escapes what would be read as part of the file around it. Code stays as it is; a fence that is left open is closed. */
export function escapedBody(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').trim().split('\n');
  let open: string | undefined;
  const written = lines.map((line, index) => {
    const marks = fenceOf(line, open);
    if (marks !== undefined) {
      open = open === undefined ? marks : undefined;
      return line;
    }
    if (open !== undefined) return line;
    const before = lines[index - 1]?.trim();
    if (atx.test(line)) return line.replace(atx, '$1\\$2');
    if (before && underline.test(line)) return line.replace(underline, '$1\\$2');
    if (html.test(line)) return line.replace(html, '$1\\$2');
    if (followsHeading(lines, index) && readAnchorLink(line, '')) return line.replace('[', '\\[');
    return line.replace(resolving, '$1\\$2');
  });
  if (open !== undefined) written.push(open);
  return written.join('\n');
}

/** Whether a heading comes before a line with nothing shown in between; a reply's own does before the first. */
function followsHeading(lines: readonly string[], index: number): boolean {
  let before = index - 1;
  while (before >= 0 && /^\s*$|^ {0,3}\[[^\]]*\]:/.test(lines[before] ?? '')) before--;
  return before < 0 || /^ {0,3}#{5,6}(?:[ \t]|$)/.test(lines[before] ?? '');
}

/** Takes back what {@link escapedBody} did. */
export function unescapedBody(body: string): string {
  const lines = body.replace(/\r\n?/g, '\n').split('\n');
  let open: string | undefined;
  return lines
    .map((line) => {
      const marks = fenceOf(line, open);
      if (marks !== undefined) open = open === undefined ? marks : undefined;
      if (marks !== undefined || open !== undefined) return line;
      const plain = /^( {0,3})\\([#=<[-].*)$/.exec(line);
      if (plain) {
        const [, indent = '', rest = ''] = plain;
        if (atx.test(rest) || underline.test(rest) || html.test(rest) || readAnchorLink(rest, ''))
          return `${indent}${rest}`;
      }
      return line.replace(/^(\s{0,3}(?:\*\*|__)?resolved(?:\*\*|__)?[ \t]*)\\(:.*)$/i, '$1$2');
    })
    .join('\n');
}

/** The marks of a line that opens a fence or, while one is open, closes it. */
function fenceOf(line: string, open: string | undefined): string | undefined {
  const { marks = '', info = '' } = fence.exec(line)?.groups ?? {};
  if (!marks) return undefined;
  if (open === undefined) return marks.startsWith('`') && info.includes('`') ? undefined : marks;
  return marks[0] === open[0] && marks.length >= open.length && !info.trim() ? marks : undefined;
}
