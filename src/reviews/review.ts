import { plainText } from '../markdown/blocks.ts';
import { MarkdownDocument, type Section } from '../markdown/document.ts';
import { headingIds } from '../markdown/headingIds.ts';
import { type Discussion, discussionOf } from './discussion.ts';
import { type CommentHeading, readCommentHeading } from './heading.ts';
import { type AnchorLink, readAnchorLink } from './link.ts';

/** Offsets in the review's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A comment of a review, with where its parts stand in the file. */
export interface ReviewComment extends CommentHeading, Discussion {
  /** The id that git hosts give to its heading: unique in the review, and a link to the comment. */
  readonly id: string;
  /** What the comment is about; null where it is about the file of its section, or the change as a whole. */
  readonly link: AnchorLink | null;
  /** What the section around it is headed, a file's path by the format; null where it stands below the title alone. */
  readonly under: string | null;
  /** The commit that the link's lines are of: its own or, where it states none, the review's. */
  readonly commit: string | null;
  /** The lines as they were, without line endings; null where none are quoted. */
  readonly quote: readonly string[] | null;
  /** From the heading's first character to the next heading's, or the text's end. */
  readonly span: Span;
  /** The heading's line, without its line ending. */
  readonly headingSpan: Span;
  /** The line with the link, without its line ending; null where there is none. */
  readonly linkSpan: Span | null;
}

/** What a review's file states; what it does not is null. */
export interface Review {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly title: string | null;
  /** As written: YYYY-MM-DD where it follows the format. */
  readonly date: string | null;
  readonly reviewer: string | null;
  readonly base: string | null;
  readonly head: string | null;
  readonly commit: string | null;
  readonly comments: readonly ReviewComment[];
  /** The text that the spans are offsets of. */
  readonly text: string;
}

/**
 * Reads a review. Any text gives one: what is no comment is left out.
 *
 * A comment is a section that is headed as Conventional Comments are, or that has a line with a link to lines at a commit;
 * headings deeper inside of it are its own, unless they have such a line too.
 *
 * @param path relative to the root, with `/`: links are relative to its folder.
 */
export function readReview(path: string, text: string): Review {
  const document = new MarkdownDocument(text);
  const { frontMatter } = document;
  const stated = (key: string) => {
    const value = frontMatter?.get(key);
    return typeof value === 'string' ? value : null;
  };
  const commit = stated('commit');
  return {
    path,
    title: document.sections.find(({ level }) => level === 1)?.title ?? null,
    date: stated('date'),
    reviewer: stated('reviewer'),
    base: stated('base'),
    head: stated('head'),
    commit,
    comments: commentsOf(document, path, commit !== null && /^[0-9a-f]{7,64}$/i.test(commit) ? commit : null),
    text,
  };
}

function commentsOf(document: MarkdownDocument, path: string, commit: string | null): ReviewComment[] {
  const ids = headingIds(document);
  const found: Found[] = [];
  let around: Section | undefined;
  for (const section of document.sections) {
    if (section.level < 2) continue;
    if (around && section.heading >= around.end) around = undefined;
    const anchor = anchorIn(document, section, path);
    const heading = readCommentHeading(section.title);
    const inside = found.at(-1) !== undefined && section.heading < (found.at(-1)?.section.end ?? 0);
    if (anchor || (heading && !inside)) found.push({ section, heading, anchor, under: around?.title ?? null });
    else if (!inside) around = section;
  }
  return found.map((each, index) => {
    const next = found[index + 1]?.section.heading ?? document.blocks.length;
    const section = { ...each.section, end: Math.min(each.section.end, next) };
    return commentOf(document, { ...each, section }, ids.get(each.section) ?? '', commit);
  });
}

/** A section that is a comment. */
interface Found {
  readonly section: Section;
  readonly heading: CommentHeading | undefined;
  readonly anchor: Anchored | undefined;
  readonly under: string | null;
}

/** A link to lines, and how many blocks of the section it and the quote take. */
interface Anchored {
  readonly link: AnchorLink;
  readonly line: number;
  readonly quote: readonly string[] | null;
  /** Index of the first block that the discussion can begin in, and its first line. */
  readonly nextBlock: number;
  readonly nextLine: number;
}

/** The link stands first below the heading, the quote right after it. */
function anchorIn(document: MarkdownDocument, section: Section, path: string): Anchored | undefined {
  const first = section.heading + 1;
  const block = document.blocks[first];
  if (first >= section.end || block?.kind !== 'paragraph' || block.depth > 0) return undefined;
  const link = readAnchorLink(document.lines.textAt(block.line), path);
  if (!link) return undefined;
  const wholeBlock = block.endLine === block.line + 1;
  const after = wholeBlock && first + 1 < section.end ? document.blocks[first + 1] : undefined;
  const quote = after?.kind === 'code' && after.depth === 0 ? quotedLines(after.text) : null;
  const nextBlock = wholeBlock ? first + (quote ? 2 : 1) : first;
  return { link, line: block.line, quote, nextBlock, nextLine: quote && after ? after.endLine : block.line + 1 };
}

/** A code block's lines; its text ends with a line feed. */
function quotedLines(text: string): string[] | null {
  return text === '' ? null : text.replace(/\n$/, '').split('\n');
}

function commentOf(
  document: MarkdownDocument,
  { section, heading, anchor, under }: Found,
  id: string,
  commit: string | null,
): ReviewComment {
  const { blocks, lines, text } = document;
  const headingBlock = blocks[section.heading];
  const headingLine = headingBlock?.line ?? 0;
  const endLine = blocks[section.end]?.line;
  const end = endLine === undefined ? text.length : lines.at(endLine).start;
  const from = anchor?.nextLine ?? headingBlock?.endLine ?? headingLine + 1;
  const own = blocks.slice(anchor?.nextBlock ?? section.heading + 1, section.end);
  return {
    ...(heading ?? { label: null, decorations: [], subject: plainText(section.title) }),
    ...discussionOf(document, own, from, end),
    id,
    link: anchor?.link ?? null,
    under,
    commit: anchor?.link.commit ?? commit,
    quote: anchor?.quote ?? null,
    span: { start: lines.at(headingLine).start, end },
    headingSpan: { start: lines.at(headingLine).start, end: lines.at(headingLine).end },
    linkSpan: anchor ? { start: lines.at(anchor.line).start, end: lines.at(anchor.line).end } : null,
  };
}
