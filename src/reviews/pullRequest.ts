import { posix } from 'node:path';
import { MarkdownDocument } from '../markdown/document.ts';
import { linksOf } from '../markdown/links.ts';
import { headingOf } from './comments.ts';
import { conversationOf } from './replies.ts';
import type { Review, ReviewComment } from './review.ts';

/** Whose Markdown is written. */
export type Host = 'github' | 'gitlab';

/**
 * A comment as it is pasted into a pull or merge request: the Conventional Comments prefix and subject, then the text, with
 * suggestion blocks as the host takes them.
 *
 * @param linkTo the address of a file of the repository, by its path relative to the root; undefined drops the link.
 */
export function commentForPullRequest(
  review: Review,
  comment: ReviewComment,
  host: Host,
  linkTo: (path: string) => string | undefined,
): string {
  const { body } = conversationOf(review, comment);
  const text = withSuggestions(body.replace(/\r\n?/g, '\n'), comment, host);
  const heading = headingOf(review, comment).replace(/^([\p{L}-]+(?:\s*\([^()]*\))?:)(?=\s)/u, '**$1**');
  return withAddresses([heading, ...(text ? [text] : [])].join('\n\n'), review.path, linkTo);
}

/**
 * All comments of a review that are not resolved, each below the place that it is about.
 *
 * @param linkTo the address of a file, as of a commit where one is given: a comment on what was before is linked to it.
 */
export function reviewForPullRequest(
  review: Review,
  host: Host,
  linkTo: (path: string, commit?: string) => string | undefined,
): string {
  const open = review.comments.filter(({ resolved }) => !resolved);
  return `${open
    .map((comment) => {
      const { link, commit } = comment;
      const words =
        link &&
        `${link.file}${link.line ? `:${link.line}` : ''}${link.endLine && link.endLine !== link.line ? `-${link.endLine}` : ''}`;
      const address = link && linkTo(link.file, commit ?? undefined);
      const last = link?.endLine && link.endLine !== link.line ? `-${host === 'github' ? 'L' : ''}${link.endLine}` : '';
      const fragment = link?.line ? `#L${link.line}${last}` : '';
      const place = address ? `[\`${words}\`](${address}${fragment})` : `\`${words}\``;
      return [...(words ? [place] : []), commentForPullRequest(review, comment, host, linkTo)].join('\n\n');
    })
    .join('\n\n---\n\n')}\n`;
}

/** GitHub's block replaces the comment's lines; GitLab's says how many lines above and below the one it hangs on, the last. */
function withSuggestions(text: string, { link }: ReviewComment, host: Host): string {
  const above = link?.line && link.endLine ? link.endLine - link.line : 0;
  const info = host === 'github' ? 'suggestion' : `suggestion:-${above}+0`;
  return text.replace(/^(`{3,}|~{3,})suggestion(?::-\d+\+\d+)?[ \t]*$/gm, `$1${info}`);
}

/** Links that are relative to the review's file lead nowhere in a request: they get the repository's address. */
function withAddresses(text: string, from: string, linkTo: (path: string) => string | undefined): string {
  const pieces: string[] = [];
  let at = 0;
  for (const link of linksOf(new MarkdownDocument(`\n${text}`))) {
    if (link.kind !== 'inline' || /^(?:[a-z][a-z\d+.-]*:|[#/])/i.test(link.target)) continue;
    const [, path = '', fragment = ''] = /^([^#]*)(#.*)?$/.exec(link.target) ?? [];
    const address = linkTo(decoded(posix.join(posix.dirname(from), path)));
    const written = address ? `[${link.text}](${address}${fragment})` : link.text;
    // One line was put in front of the text.
    pieces.push(text.slice(at, link.start - 1), written);
    at = link.end - 1;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
