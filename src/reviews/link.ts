import { posix } from 'node:path';

/** What a comment's link says: which lines of which file, as they were at which commit. */
export interface AnchorLink {
  /**
   * Relative to the repository's root, with `/`. Whoever opens it checks that it lies inside: a link can name anything, and
   * what leads out of the root still begins with `../` or `/` here.
   */
  readonly file: string;
  /** Counted from 1, both included; null where the link names the file alone. */
  readonly line: number | null;
  readonly endLine: number | null;
  /** A commit's name, whole or abbreviated, in lower case; null where none is stated. */
  readonly commit: string | null;
}

/** `[src/retry.ts:42-47](../../src/retry.ts#L42-L47) at 3f2c1ab`, alone on its line; the commit may be left out. */
const anchorLine =
  /^\[(?<words>(?:[^[\]\\]|\\.|\[[^[\]]*\])+)\]\((?:<(?<angled>[^<>]*)>|(?<bare>(?:[^\s()<>]|\([^\s()]*\))+))\)(?:\s+at\s+`?(?<commit>[0-9a-f]{7,64})`?)?\.?$/iu;

/** `#L42`, `#L42-L47`, GitLab's `#L42-47`, and GitHub's with columns, `#L42C3-L47C9`. */
const fragment = /^(?<path>[^#]*)#L(?<line>\d{1,7})(?:C\d+)?(?:-L?(?<endLine>\d{1,7})(?:C\d+)?)?$/i;
const wordsWithLines = /:(?<line>\d{1,7})(?:\s*[-–]\s*(?<endLine>\d{1,7}))?$/u;

/**
 * Reads the line that anchors a comment.
 *
 * @param line Markdown as written, without its line ending.
 * @param review the review file's path, relative to the root: the link is relative to its folder.
 * @returns undefined for any other line.
 */
export function readAnchorLink(line: string, review: string): AnchorLink | undefined {
  const match = anchorLine.exec(line.trim())?.groups;
  const target = match?.angled ?? match?.bare;
  if (!match || !target) return undefined;
  const { path = target.replace(/#.*$/, ''), ...inTarget } = fragment.exec(target)?.groups ?? {};
  const lines = inTarget.line ? inTarget : (wordsWithLines.exec(match.words ?? '')?.groups ?? {});
  const commit = match.commit?.toLowerCase() ?? null;
  // A link with neither lines nor a commit is any link.
  if (!path || (!lines.line && !commit)) return undefined;
  const numbers = [lines.line, lines.endLine ?? lines.line].map(Number).sort((a, b) => a - b);
  const [first = 0, last = 0] = numbers;
  const stated = lines.line !== undefined && first > 0;
  return {
    file: pathIn(posix.dirname(review), path),
    line: stated ? first : null,
    endLine: stated ? last : null,
    commit,
  };
}

function pathIn(folder: string, target: string): string {
  const path = decoded(target);
  if (/^(?:[/\\]|[a-z][a-z\d+.-]*:)/i.test(path)) return path;
  return posix.join(folder, path);
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
