import type { Followed } from './follow.ts';
import { alikeEnough, likeness } from './likeness.ts';

/** Where the command line says that a comment is now. */
export interface Now {
  readonly state: 'same' | 'moved' | 'changed' | 'orphaned';
  readonly file: string | null;
  readonly line: number | null;
}

/** So many lines above and below are those around one. */
const around = 20;

/** What became of a line, by the history and by the texts at its two ends. */
export type Fate = 'unique' | 'repeated' | 'edited' | 'gone' | 'again, once' | 'again, repeated';

/**
 * A verdict on one answer. `elsewhere` is where the line stands now, once or with the same neighbours as before, though some
 * commit between took it away and another one brought it back. `changed` is where the history says that an edited line is, or,
 * if the history has lost it, a line so much like it as no other around.
 */
export type Verdict = 'found' | 'changed' | 'orphaned' | 'elsewhere' | 'wrong';

/**
 * What became of a line.
 *
 * @param before the lines of its file at the old commit. @param after those of its file now, if there is one.
 */
export function fateOf(followed: Followed, before: readonly string[], after: readonly string[] | undefined): Fate {
  const count = (lines: readonly string[] = []) => lines.filter((each) => each === followed.text).length;
  const [once, left] = [count(before) === 1, count(after)];
  if (followed.line !== undefined && followed.now === followed.text) return once && left === 1 ? 'unique' : 'repeated';
  if (left > 0) return once && left === 1 ? 'again, once' : 'again, repeated';
  return followed.line !== undefined ? 'edited' : 'gone';
}

/**
 * How good an answer is.
 *
 * @param before the lines of its file at the old commit. @param there those of the file that was answered.
 * @param blamed which line of the old commit that is by git's own account, as `file:line`; asked only where the two differ.
 */
export function verdictOn(
  followed: Followed,
  fate: Fate,
  now: Now,
  before: readonly string[],
  there: readonly string[],
  blamed: () => string | undefined,
): Verdict {
  if (now.state === 'orphaned') return 'orphaned';
  const right = now.file === followed.path && now.line === followed.line;
  const at = (now.line ?? 0) - 1;
  if (now.state === 'changed') {
    // From commit to commit a line is lost where one of them edits much of it, or counts it as deleted and another as new.
    const isLost = followed.line === undefined && now.file === followed.path;
    return right || (isLost && areMostAlike(before, followed.number - 1, there, at)) ? 'changed' : 'wrong';
  }
  if (there[at] !== followed.text) return 'wrong';
  if (right || blamed() === `${followed.file}:${followed.number}`) return 'found';
  return fate === 'again, once' || hasItsNeighbours(before, followed.number - 1, there, at) ? 'elsewhere' : 'wrong';
}

/** Whether the line and three above it, or below it, stand once in either text, at these places. */
function hasItsNeighbours(before: readonly string[], line: number, there: readonly string[], at: number): boolean {
  return [-3, 0].some((first) => {
    const lines = before.slice(Math.max(0, line + first), line + first + 4);
    const places = (texts: readonly string[]) =>
      texts.flatMap((_, start) => (lines.every((each, index) => texts[start + index] === each) ? [start] : []));
    const [old, now] = [places(before), places(there)];
    return lines.length === 4 && old.length === 1 && now.length === 1 && now[0] === at + first;
  });
}

/** Whether two lines are alike, and neither is as much like any line around the other one. */
function areMostAlike(before: readonly string[], line: number, there: readonly string[], at: number): boolean {
  const [old, now] = [before[line] ?? '', there[at] ?? ''];
  const how = likeness(old, now);
  const isLess = (text: string, texts: readonly string[], except: number) =>
    [...texts.entries()]
      .slice(Math.max(0, except - around), except + around + 1)
      .every(([index, each]) => index === except || likeness(text, each) < how);
  return how >= alikeEnough && isLess(old, there, at) && isLess(now, before, line);
}
