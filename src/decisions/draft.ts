import { HumanError } from '../humanError.ts';
import { slugOf } from '../records/slug.ts';
import { linkTarget } from './linkTarget.ts';
import type { DecisionRecord } from './record.ts';

/** A piece of code or text that a new record starts from. */
export interface Selection {
  /** Relative to the repository's root, with `/`. */
  readonly path: string;
  /** First and last line, counted from 1. */
  readonly startLine: number;
  readonly endLine: number;
  /** The editor's name of the language, used for the fence. */
  readonly language: string;
  readonly text: string;
}

const longestTitle = 160;

/** A title as it is written to a record: one line, no control characters (those that turn the text's direction included). */
export function cleanTitle(title: string): string {
  return title
    .normalize('NFC')
    .replace(/[\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uE000-\uE003]/g, '')
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim();
}

/** A title as a heading's Markdown: what would be read as HTML or emphasis shows as it was typed. Code ticks stay. */
export function headingText(title: string): string {
  return title
    .replace(/<(?=[\p{L}/!?])/gu, '\\<')
    .replace(/(?<![\p{L}\p{N}\\])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\p{L}\p{N}])/gu, (marks) =>
      marks.replace(/./g, '\\$&'),
    );
}

/** What is wrong with a title, or undefined: it becomes a heading and a file name. */
export function titleProblem(title: string): HumanError | undefined {
  const clean = cleanTitle(title);
  if (!clean) return new HumanError('A record needs a title. Say in a few words what is being decided.');
  if (!slugOf(clean))
    return new HumanError('A title needs a letter or a digit, since it names the file. Add a word to it.');
  if ([...clean].length > longestTitle) {
    return new HumanError('The title is {0} characters long. Keep it to {1}; details belong under Context.', [
      String([...clean].length),
      String(longestTitle),
    ]);
  }
  return undefined;
}

/**
 * The first draft of a record's context from a selection: a link that works on a git host's page, and the lines.
 *
 * @param folder the record's folder, relative to the repository's root.
 */
export function contextFrom(selection: Selection, folder: string): string {
  const { path, startLine, endLine, language, text } = selection;
  const lines = startLine === endLine ? `${startLine}` : `${startLine}-${endLine}`;
  const anchor = startLine === endLine ? `#L${startLine}` : `#L${startLine}-L${endLine}`;
  const target = linkTarget(folder, path) + anchor;
  const body = text.replace(/\r\n?/g, '\n').replace(/^\n+|\s+$/g, '');
  if (!body) return `[${path}:${lines}](${target})`;
  if (language === 'markdown' || language === 'plaintext') return `${body}\n\n([${path}:${lines}](${target}))`;
  const longest = Math.max(2, ...(body.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `[${path}:${lines}](${target})\n\n${fence}${/^[\w+#-]+$/.test(language) ? language : ''}\n${body}\n${fence}`;
}

/** `[12. Retry with backoff](0012-retry-with-backoff.md)`, from a record in a folder. */
export function linkTo(record: DecisionRecord, folder: string): string {
  const text = record.number === null ? record.title : `${record.number}. ${record.title}`;
  return `[${text.replace(/[[\]]/g, '\\$&')}](${linkTarget(folder, record.path)})`;
}
