import { longestLine } from '../../markdown/blocks.ts';
import type { Lines } from '../../markdown/lines.ts';
import type { Action } from '../action.ts';
import { bracketDone, emojiDone, usesBrackets, usesEmoji } from '../fields.ts';
import { isTodoTxt } from '../todoTxt.ts';
import { bullet } from './place.ts';

/** How a document writes days into its tasks. */
export type Notation = 'emoji' | 'brackets' | 'key' | 'words';

/** What a document's own actions do, so that a change does the same. */
export interface Conventions {
  /** What stands in a ticked box: `x` or `X`. */
  readonly tick: string;
  /** How a ticked box says on which day it was done; undefined where it does not. */
  readonly doneDay: 'emoji' | 'brackets' | undefined;
  /** How due days are written. */
  readonly due: Notation;
  /** Whether done lines of todo.txt tell their day. */
  readonly todoDay: boolean;
  /** The mark that done actions without a box carry: `(done)`, `**DONE**`. */
  readonly mark: Mark;
}

/** How an action that has no box says that it is done. */
export interface Mark {
  readonly kind: 'struck' | 'leading' | 'trailing';
  /** As written, with the spaces that set it off; empty for struck words. */
  readonly text: string;
}

const usualMark: Mark = { kind: 'trailing', text: ' (done)' };
const day = /\d{4}-\d\d-\d\d/;

/**
 * Learns a document's conventions from its actions.
 *
 * @param line the text of the action's own line, whose notation counts before that of all others.
 */
export function conventionsOf(
  path: string,
  text: string,
  lines: Lines,
  actions: readonly Action[],
  line: string,
  doneWords: readonly string[],
): Conventions {
  const written = actions.map((action) => ({
    action,
    line: lines
      .textAt(action.line - 1)
      .slice(0, longestLine)
      .replace(bullet, ''),
  }));
  const ticked = written.flatMap(({ line: each }) => (/\[[xX]\]/.test(each) ? [each] : []));
  const own = notationOf(line);
  const due =
    own ?? mostOf(written.flatMap(({ action, line: each }) => (action.due ? (notationOf(each) ?? 'words') : [])));
  const doneDay = mostOf(
    ticked.map((each) => (emojiDone.test(each) ? 'emoji' : bracketDone.test(each) ? 'brackets' : 'none')),
  );
  const marks = written.flatMap(({ action, line: each }) => (action.done ? (markOf(each, doneWords) ?? []) : []));
  const finished = text.match(/^x .*$/gm) ?? [];
  return {
    tick: mostOf(ticked.map((each) => (each.includes('[X]') ? 'X' : 'x'))) ?? (/\.org$/i.test(path) ? 'X' : 'x'),
    doneDay:
      doneDay === undefined
        ? own === 'emoji' || own === 'brackets'
          ? own
          : undefined
        : doneDay === 'none'
          ? undefined
          : doneDay,
    due: due ?? (isTodoTxt(path) ? 'key' : 'words'),
    todoDay: !finished.length || finished.some((each) => /^x \d{4}-\d\d-\d\d /.test(each)),
    mark: marks.at(-1) ?? usualMark,
  };
}

function notationOf(line: string): Notation | undefined {
  if (usesEmoji(line)) return 'emoji';
  if (usesBrackets(line)) return 'brackets';
  return new RegExp(`(?:^|\\s)due:${day.source}`).test(line) ? 'key' : undefined;
}

/** The mark of a done line, if it has one. */
export function markOf(line: string, doneWords: readonly string[]): Mark | undefined {
  if (/~~[^~]+~~/.test(line)) return { kind: 'struck', text: '' };
  const trailing = trailingMark(doneWords).exec(line)?.[0];
  if (trailing !== undefined && !day.test(trailing)) return { kind: 'trailing', text: trailing.trimEnd() };
  const leading = leadingMark(doneWords).exec(line)?.[0];
  return leading === undefined ? undefined : { kind: 'leading', text: leading };
}

/** ` - **done**`, ` (done)`, ` — Done on Monday` at the end of a text. */
export function trailingMark(doneWords: readonly string[]): RegExp {
  return new RegExp(
    `\\s*[-–—(]+\\s*(?:\\*\\*|__)?\\s*(?:${doneWords.join('|')})(?![\\p{L}\\p{N}])[^)\\n\\r|.;]*(?:\\*\\*|__)?\\s*\\)?(?=[.;]?\\s*$)`,
    'iu',
  );
}

/** `**DONE** - `, `[DONE] `, `DONE: `. */
export function leadingMark(doneWords: readonly string[]): RegExp {
  const words = doneWords.join('|');
  const capitals = words.toUpperCase();
  const either = `${words}|${capitals}|${doneWords.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('|')}`;
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?:\\*\\*|__|\\[|\\()(?:${either})\\s*:?(?:\\*\\*|__|\\]|\\))\\s*[-–—:]?[ \\t]*|(?:${capitals})[ \\t]*[-–—:][ \\t]*)`,
    'u',
  );
}

function mostOf<Value extends string>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
