import { align } from './alignment.ts';
import { editedPlace } from './edited.ts';
import { keptPart } from './keptPart.ts';
import { sourceLines } from './sourceLines.ts';

/** Where lines are now. Lines are counted from 1, both ends included. */
export interface Place {
  /** Exactly these lines at their old numbers, exactly these lines elsewhere, or what has become of them. */
  readonly state: 'same' | 'moved' | 'changed';
  readonly line: number;
  readonly endLine: number;
}

/** Lines of a file as a comment names them, counted from 1, both ends included. */
export interface LineRange {
  readonly line: number;
  readonly endLine: number;
}

/** How the lines of one text are found in a later one; made once for all comments on a file. */
export interface Successor {
  /** The share of the older text's lines that the later one still has, from 0 to 1. */
  readonly kept: number;
  /** @returns undefined where the lines are gone, or it is in doubt where they are. */
  place(range: LineRange): Place | undefined;
}

/** @param before the text that the ranges are of. @param after the text to find them in. */
export function successor(before: string, after: string): Successor {
  const [old, now] = [sourceLines(before), sourceLines(after)];
  const partners = align(old, now);
  return {
    kept: partners.reduce((count, partner) => count + (partner >= 0 ? 1 : 0), 0) / Math.max(1, old.length),
    place({ line, endLine }) {
      const [first, last] = [line - 1, endLine - 1];
      if (first < 0 || last < first || last >= old.length) return undefined;
      const exact = exactPlace(old, now, partners, first, last);
      if (exact !== undefined)
        return { state: exact === first ? 'same' : 'moved', ...numbered(exact, exact + last - first) };
      const part = changedPlace(old, now, partners, first, last);
      return part && { state: 'changed', ...numbered(part.first, part.last) };
    },
  };
}

function numbered(first: number, last: number): LineRange {
  return { line: first + 1, endLine: last + 1 };
}

/** What lines have become of which not all stand as they were. */
function changedPlace(
  old: readonly string[],
  now: readonly string[],
  partners: Int32Array,
  first: number,
  last: number,
): { readonly first: number; readonly last: number } | undefined {
  if (first === last) {
    const place = editedPlace(old, now, partners, first);
    return place === undefined ? undefined : { first: place, last: place };
  }
  const successors = partners.slice();
  for (let line = first; line <= last; line++) {
    if ((partners[line] ?? -1) < 0) successors[line] = editedPlace(old, now, partners, line) ?? -1;
  }
  return keptPart(old, successors, first, last);
}

/** Where all of the lines stand as they were, around one that is certain. */
function exactPlace(
  old: readonly string[],
  now: readonly string[],
  partners: Int32Array,
  first: number,
  last: number,
): number | undefined {
  for (let line = first; line <= last; line++) {
    const partner = partners[line] ?? -1;
    if (partner < 0) continue;
    const start = partner - (line - first);
    let offset = 0;
    while (first + offset <= last && now[start + offset] === old[first + offset]) offset++;
    if (first + offset > last) return start;
  }
  return undefined;
}
