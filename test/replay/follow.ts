import type { Clone } from './clone.ts';
import { alikeEnough, likeness } from './likeness.ts';

/** A line on its way through the history. */
export interface Followed {
  /** As it was at the old commit. */
  readonly file: string;
  readonly number: number;
  readonly text: string;
  /** Where its file is now; undefined once it is deleted. */
  path: string | undefined;
  /** Its number now, counted from 1; undefined once it is deleted. */
  line: number | undefined;
  /** Its text now. */
  now: string;
  /** Whether a commit has changed it since. */
  edited: boolean;
}

interface Hunk {
  readonly start: number;
  readonly removed: number;
  readonly added: string[];
  readonly newStart: number;
}

interface FileDiff {
  from: string | undefined;
  to: string | undefined;
  readonly hunks: Hunk[];
}

/**
 * Takes lines from commit to commit, by git's own diff of each with its first parent: what a person would get who looked
 * at every commit. It shares nothing with how comments are placed, which sees the two ends alone.
 *
 * @param lines changed in place.
 */
export function follow(clone: Clone, from: string, to: string, lines: readonly Followed[]): void {
  const log = clone.git(
    '-c',
    'core.quotePath=false',
    '-c',
    'diff.renameLimit=5000',
    'log',
    '--first-parent',
    '--diff-merges=first-parent',
    '--reverse',
    '--no-ext-diff',
    '--no-textconv',
    '--no-color',
    '--diff-algorithm=histogram',
    '--indent-heuristic',
    '-M',
    '-U0',
    '--format=%x01',
    '-p',
    `${from}..${to}`,
  );
  for (const commit of log.split('\u0001\n').slice(1)) {
    const diffs = fileDiffs(commit);
    const byPath = new Map(diffs.map((diff) => [diff.from, diff]));
    for (const line of lines) {
      const diff = line.path === undefined ? undefined : byPath.get(line.path);
      if (diff) step(line, diff);
    }
  }
}

function fileDiffs(commit: string): FileDiff[] {
  const diffs: FileDiff[] = [];
  let diff: FileDiff | undefined;
  let [removed, added] = [0, 0];
  for (const text of commit.split('\n')) {
    if (removed > 0 && text.startsWith('-')) {
      removed--;
    } else if (added > 0 && text.startsWith('+')) {
      added--;
      diff?.hunks.at(-1)?.added.push(text.slice(1));
    } else if (text.startsWith('diff --git ')) {
      const [, path] = /^diff --git a\/(.*) b\/\1$/.exec(text) ?? [];
      diff = { from: path, to: path, hunks: [] };
      diffs.push(diff);
    } else if (diff && text.startsWith('rename from ')) {
      diff.from = text.slice(12);
    } else if (diff && text.startsWith('rename to ')) {
      diff.to = text.slice(10);
    } else if (diff && text.startsWith('deleted file mode')) {
      diff.to = undefined;
    } else if (diff && text.startsWith('new file mode')) {
      diff.from = undefined;
    } else if (diff && text.startsWith('@@ ')) {
      const [, start, old = '1', newStart, now = '1'] = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(text) ?? [];
      [removed, added] = [Number(old), Number(now)];
      diff.hunks.push({ start: Number(start), removed, added: [], newStart: Number(newStart) });
    }
  }
  return diffs;
}

function step(followed: Followed, { to, hunks }: FileDiff): void {
  followed.path = to;
  if (to === undefined) followed.line = undefined;
  const { line } = followed;
  if (line === undefined) return;
  let shift = 0;
  for (const { start, removed, added, newStart } of hunks) {
    // With nothing removed, `start` is the line before what was added.
    if (removed === 0 ? start >= line : start > line) break;
    if (removed > 0 && line < start + removed) {
      const successor = mostAlike(followed.now, added);
      followed.line = successor === undefined ? undefined : newStart + successor;
      followed.now = successor === undefined ? followed.now : (added[successor] ?? '');
      followed.edited = true;
      return;
    }
    shift += added.length - removed;
  }
  followed.line = line + shift;
}

/** Which of the lines that replace it is the edited line: the one most like it. */
function mostAlike(line: string, others: readonly string[]): number | undefined {
  const all = others.map((other) => likeness(line, other));
  const best = Math.max(...all);
  return best >= alikeEnough ? all.indexOf(best) : undefined;
}
