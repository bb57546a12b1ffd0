import { listFiles } from '../git/files.ts';
import { readRecordSync, walk } from '../records/files.ts';
import { anchorOf } from '../reviews/anchor/ofComment.ts';
import { type Anchor, type Whereabouts, whereaboutsOf } from '../reviews/anchor/whereabouts.ts';
import { worldOf } from '../reviews/anchor/world.ts';
import { isReviewFile } from '../reviews/folders.ts';
import { type ReviewComment, readReview } from '../reviews/review.ts';
import type { Command } from './command.ts';
import { openWorkspace } from './workspace.ts';

/** `lead-habits reviews`: the comments of reviews, and where the lines that they are about are now. */
export const reviews: Command = {
  words: ['reviews'],
  usage: 'reviews [DIR] [--json]',
  summary: 'List review comments, with where their lines are now',
  options: { json: { type: 'boolean' } },
  arguments: { least: 0, most: 1 },
  async run([folder = '.'], options, surroundings) {
    const { root, repository, within } = await openWorkspace(folder, surroundings);
    const paths = repository
      ? await listFiles(repository, { ...(within && { under: [within] }), extensions: ['md', 'markdown'] })
      : await walk(root);
    const comments = paths
      .filter(isReviewFile)
      .sort()
      .flatMap((path) => {
        const text = readRecordSync(root, path);
        return text === undefined ? [] : readReview(path, text).comments.map((comment) => ({ review: path, comment }));
      });
    const anchored = comments.map((each) => ({ ...each, anchor: anchorOf(each.comment) }));
    const anchors = anchored.flatMap(({ anchor }) => anchor ?? []);
    const places = new Map<Anchor, Whereabouts>();
    for (const [index, place] of (await whereaboutsOf(anchors, worldOf(root, repository))).entries()) {
      const anchor = anchors[index];
      if (anchor) places.set(anchor, place);
    }
    const listed = anchored.map((each) => ({ ...each, now: (each.anchor && places.get(each.anchor)) ?? unanchored }));
    if (options.json) return { output: JSON.stringify({ comments: listed.map(toJson) }, null, 1), status: 0 };
    if (!listed.length) return { output: '', messages: ['No review comments here.'], status: 0 };
    return { output: listed.map(line).join('\n'), status: 0 };
  },
};

/** A comment as it is printed. */
interface Listed {
  /** The review's path. */
  readonly review: string;
  readonly comment: ReviewComment;
  readonly anchor: Anchor | undefined;
  readonly now: Whereabouts;
}

/** A comment on the change as a whole is where it was. */
const unanchored: Whereabouts = { state: 'same', file: null, line: null, endLine: null };

function toJson({ review, comment, anchor, now }: Listed) {
  const { id, commit, resolved, discussion } = comment;
  const { file = null, line: first = null, endLine = null } = anchor ?? {};
  const body = [titleOf(comment), discussion].filter(Boolean).join('\n\n');
  return { review, id, file, commit, line: first, endLine, resolved, body, now };
}

function titleOf({ label, decorations, subject }: ReviewComment): string {
  if (label === null) return subject;
  return `${label}${decorations.length ? ` (${decorations.join(', ')})` : ''}: ${subject}`;
}

function line({ review, comment, anchor, now }: Listed): string {
  const was = anchor ? placeText(anchor.file, anchor.line, anchor.endLine) : null;
  const where = now.file === null ? was : placeText(now.file, now.line, now.endLine);
  const facts = [comment.resolved && 'resolved', anchor && now.state, now.state === 'moved' && `was ${was}`];
  const stated = facts.filter(Boolean).join('; ');
  return `${titleOf(comment)}${stated && `  (${stated})`}  ${where ?? review}`;
}

function placeText(file: string, first: number | null, last: number | null): string {
  if (first === null) return file;
  return `${file}:${first}${last === null || last === first ? '' : `-${last}`}`;
}
