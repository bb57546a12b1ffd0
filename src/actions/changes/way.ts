import type { Edit } from '../../markdown/edit.ts';
import type { Action } from '../action.ts';
import type { Conventions } from './conventions.ts';
import type { Cell, Place } from './place.ts';

/** A way in which documents write one fact of an action. */
export interface Way<Value> {
  readonly id: string;
  /**
   * Edits that would write another value, best first; none where the action is not written so. Each is tried by reading
   * its result, so that a way may propose what only fits most documents.
   */
  propose(place: Place, value: Value, known: Known): readonly (readonly Edit[])[];
}

/** What a way may go by besides the place. */
export interface Known {
  readonly action: Action;
  readonly conventions: Conventions;
  readonly doneWords: readonly string[];
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** Words written in front of, behind, or in the middle of a text. */
export function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

/** What fills a cell instead of its content; an empty one keeps a space on both sides. */
export function fill(text: string, { start, end }: Cell, content: string): Edit {
  const tight = start === end && text[end] === '|' && content !== '';
  return {
    start,
    end,
    text: `${start > 0 && text[start - 1] === '|' && tight ? ' ' : ''}${content}${tight ? ' ' : ''}`,
  };
}

/**
 * Where words may be added to an action: at the end of its sentence, before a full stop, before what a line ends with in
 * brackets or behind a dash (an owner, a mark), and at the end of all.
 */
export function endsOf({ text, region, words, cells }: Place): number[] {
  const cell = cells.find(({ start, end }) => start <= words.start && words.end <= end);
  const { end } = cell ?? region;
  const before = (from: number, until: number, pattern: RegExp) => pattern.exec(text.slice(from, until))?.index;
  const stop = before(region.start, end, /[.;,]?\s*$/);
  const aside = before(region.start, end, /\s+(?:[-–—]\s+\S+|[([][^()[\]]*[)\]]|\*\*[^*]+\*\*)\s*[.;,]?\s*$/);
  const sentence = before(words.start, words.end, /[.;,]?\s*$/);
  const ends = [
    ...(stop === undefined ? [] : [region.start + stop]),
    ...(aside === undefined ? [] : [region.start + aside]),
    ...(sentence === undefined ? [] : [words.start + sentence]),
    words.end,
    end,
  ];
  return [...new Set(ends)];
}
