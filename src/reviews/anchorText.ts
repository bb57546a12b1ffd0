import { posix } from 'node:path';
import { plainText } from '../markdown/blocks.ts';

/** What a comment is about: lines of a file, as they were. */
export interface Anchor {
  /** Relative to the repository's root, with `/`. */
  readonly file: string;
  /** Counted from 1, both included. */
  readonly line: number;
  readonly endLine: number;
  /** The commit's full name; null outside a repository, and before the first commit. */
  readonly commit: string | null;
  /** The lines as they were, without line endings. */
  readonly quote: readonly string[];
}

/** The link and the quoted lines of an anchor, as they stand below a comment's heading. Lines end with LF. */
export function anchorText(review: string, { file, line, endLine, commit, quote }: Anchor): string {
  const words = `${file}:${line === endLine ? line : `${line}-${endLine}`}`;
  const fragment = line === endLine ? `#L${line}` : `#L${line}-L${endLine}`;
  const target = encoded(posix.relative(posix.dirname(review), file));
  const at = commit === null ? '' : ` at ${commit}`;
  const fence = '`'.repeat(Math.max(3, 1 + Math.max(0, ...quote.map(longestRun))));
  return [`[${asWords(words)}](${target}${fragment})${at}`, '', `${fence}${languageOf(file)}`, ...quote, fence].join(
    '\n',
  );
}

/** The heading of a file's comments, so that it reads as the path: in code ticks where Markdown would take a part for markup. */
export function fileHeading(file: string): string {
  return `## ${readsAsIs(file) ? file : `\`${file}\``}`;
}

function asWords(words: string): string {
  if (readsAsIs(words) && !/[[\]\\]/.test(words)) return words;
  return words.replace(/[\\[\]`*_<>&]/g, '\\$&');
}

function readsAsIs(text: string): boolean {
  return plainText(text) === text;
}

function encoded(path: string): string {
  return encodeURI(path).replace(/[?#()]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function longestRun(line: string): number {
  return Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
}

/** The name that highlighters know a file's language by; the extension does for nearly all. */
function languageOf(file: string): string {
  const extension = posix.extname(file).slice(1);
  return /^[a-z\d+-]{1,12}$/i.test(extension) ? extension.toLowerCase() : '';
}
