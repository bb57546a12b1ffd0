import { posix } from 'node:path';
import { MarkdownDocument } from '../markdown/document.ts';
import type { Edit } from '../markdown/edit.ts';
import { lineEnding } from '../markdown/lines.ts';
import { linksOf } from '../markdown/links.ts';
import { textEndBefore } from '../markdown/textEnd.ts';
import { slugOf, titleOfSlug } from '../records/slug.ts';
import { discussionOf } from './discussion.ts';
import { conversationOf } from './replies.ts';
import type { Review, ReviewComment } from './review.ts';

/** Where lessons are kept, relative to the repository's root. */
export const lessonFolder = 'docs/lessons';

/** A review comment worth reusing. */
export interface Lesson {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly title: string;
  readonly why: string | null;
  readonly pattern: string | null;
  readonly risk: string | null;
  /** Where it was given, in order: paths relative to the root, with the comment's id behind `#`. */
  readonly given: readonly string[];
}

const givenTitle = /^given$/i;

/** Reads a lesson. Any text gives one. @param path relative to the root, with `/`. */
export function readLesson(path: string, text: string): Lesson {
  const document = new MarkdownDocument(text);
  const { blocks, lines, sections } = document;
  const title = sections.find(({ level }) => level === 1);
  const next = sections.find(({ level, heading }) => level > 1 && heading > (title?.heading ?? -1));
  const first = title ? title.heading + 1 : 0;
  const last = next?.heading ?? blocks.length;
  const from = blocks[first]?.line ?? lines.count;
  const end = blocks[last]?.line;
  const { why, pattern, risk } = discussionOf(
    document,
    blocks.slice(first, last),
    from,
    end === undefined ? text.length : lines.at(end).start,
  );
  return {
    path,
    title: title?.title || titleOfSlug(posix.basename(path, '.md')),
    why,
    pattern,
    risk,
    given: givenIn(document, path),
  };
}

function givenIn(document: MarkdownDocument, path: string): string[] {
  const section = document.sections.find(({ title }) => givenTitle.test(title));
  if (!section) return [];
  const start = document.lines.at(document.blocks[section.heading]?.line ?? 0).start;
  const next = document.blocks[section.end];
  const end = next ? document.lines.at(next.line).start : document.text.length;
  return linksOf(document)
    .filter((link) => link.kind === 'inline' && link.start >= start && link.start < end)
    .map(({ target }) => posix.join(posix.dirname(path), decoded(target)));
}

/** A new lesson's file, made of a comment. @param title what the lesson is called. */
export function draftLesson(
  review: Review,
  comment: ReviewComment,
  title: string,
): { readonly path: string; readonly text: string } {
  const path = `${lessonFolder}/${slugOf(title) || 'lesson'}.md`;
  const { body } = conversationOf(review, comment);
  const lines = body.replace(/\r\n?/g, '\n');
  const fence = '`'.repeat(Math.max(3, 1 + Math.max(0, ...(comment.quote ?? []).map(longestRun))));
  const language = /\.([a-z\d+-]{1,12})$/i.exec(comment.link?.file ?? '')?.[1]?.toLowerCase() ?? '';
  const example = comment.quote ? ['## Example', [`${fence}${language}`, ...comment.quote, fence].join('\n')] : [];
  const parts = [
    `# ${title.replace(/\s+/g, ' ').trim()}`,
    ...(lines ? [lines] : []),
    ...example,
    '## Given',
    givenItem(path, review, comment),
  ];
  return { path, text: `${parts.join('\n\n')}\n` };
}

/** The edits that list a comment among those in which a lesson was given; none where it is listed already. */
export function addGiven(path: string, text: string, review: Review, comment: ReviewComment): Edit[] {
  if (readLesson(path, text).given.includes(`${review.path}#${comment.id}`)) return [];
  const document = new MarkdownDocument(text);
  const section = document.sections.find(({ title }) => givenTitle.test(title));
  const at = textEndBefore(document, section?.end ?? document.blocks.length);
  const item = givenItem(path, review, comment);
  const listed = section && givenIn(document, path).length > 0;
  const added = section ? `${listed ? '\n' : '\n\n'}${item}` : `\n\n## Given\n\n${item}`;
  const end = text.slice(at).trim() || /[\r\n]/.test(text.slice(at)) ? '' : '\n';
  const eol = lineEnding(text);
  return [{ start: at, end: at, text: `${added}${end}`.replaceAll('\n', eol) }];
}

function givenItem(path: string, review: Review, { id }: ReviewComment): string {
  const target = posix.relative(posix.dirname(path), review.path);
  const words = (review.title ?? posix.basename(review.path, '.md')).replace(/[\\[\]]/g, '\\$&');
  const link = `[${words}](${encodeURI(target)}#${encodeURI(id)})`;
  return review.date ? `- ${link}, ${review.date}` : `- ${link}`;
}

/** The parts that a lesson states, in their order, by the names that a comment gives to them. */
export function lessonParts({ why, pattern, risk }: Lesson): { readonly name: string; readonly text: string }[] {
  return Object.entries({ Why: why, Pattern: pattern, Risk: risk }).flatMap(([name, text]) =>
    text ? [{ name, text }] : [],
  );
}

/** The line that cites a lesson. @param from the path of the file that it will stand in, relative to the root. */
export function lessonLink({ path, title }: Lesson, from: string): string {
  const target = encodeURI(posix.relative(posix.dirname(from), path));
  return `Lesson: [${title.replace(/[\\[\]]/g, '\\$&')}](${target})`;
}

/**
 * What a lesson says, with a link to it.
 *
 * @param from the path of the file that the text will stand in, relative to the root: links are relative to its folder.
 */
export function lessonText(lesson: Lesson, from: string): string {
  const parts = lessonParts(lesson).map(({ name, text }) => `**${name}:** ${text}`);
  return [...parts, lessonLink(lesson, from)].join('\n\n');
}

/** Where a team's guidelines are kept, relative to the repository's root. */
const guidelineFolder = 'docs/guidelines';

/** A guideline's file, made of a lesson that was given often enough to be a rule. */
export function draftGuideline(lesson: Lesson): { readonly path: string; readonly text: string } {
  const path = `${guidelineFolder}/${posix.basename(lesson.path)}`;
  return { path, text: `# ${lesson.title}\n\n${lessonText(lesson, path)}\n` };
}

/** The lessons that a text links to. @param from the path of the text's file, relative to the root. */
export function lessonsCited(text: string, from: string): string[] {
  const cited = linksOf(new MarkdownDocument(text)).map(({ target }) =>
    posix.join(posix.dirname(from), decoded(target.replace(/[?#].*$/, ''))),
  );
  return [...new Set(cited.filter((path) => path.startsWith(`${lessonFolder}/`) && path.endsWith('.md')))];
}

function longestRun(line: string): number {
  return Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
