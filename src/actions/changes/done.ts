import type { Edit } from '../../markdown/edit.ts';
import { bracketDone, emojiDone } from '../fields.ts';
import { leadingMark, trailingMark } from './conventions.ts';
import type { Place } from './place.ts';
import { endsOf, fill, insert, type Known, type Way } from './way.ts';

/** `- [ ]` becomes `- [x]`; where the document says on which day, so does this line. */
const box: Way<boolean> = {
  id: 'box',
  propose(place, done, known) {
    const at = boxesOf(place);
    return at.map((start) => [
      { start, end: place.text[start] === ']' ? start : start + 1, text: done ? known.conventions.tick : ' ' },
      ...doneDay(place, done, known),
    ]);
  },
};

/** Offsets of what stands in the boxes that begin the place, or one of its cells. */
function boxesOf({ text, region, cells }: Place): number[] {
  const starts = [region.start, ...cells.map(({ start }) => start)];
  return starts.flatMap((start) => {
    const found = /^(?:[-*•]\s+)?\[[ xX~-]?\]/.exec(text.slice(start, region.end));
    return found ? [start + found[0].indexOf('[') + 1] : [];
  });
}

function doneDay({ text, region, firstEnd, cells }: Place, done: boolean, { conventions, today }: Known): Edit[] {
  if (done) {
    if (!conventions.doneDay || cells.length) return [];
    return [insert(firstEnd, conventions.doneDay === 'emoji' ? ` ✅ ${today}` : ` [completion:: ${today}]`)];
  }
  const line = text.slice(region.start, Math.max(firstEnd, region.start));
  return [emojiDone, bracketDone].flatMap((pattern) => {
    const found = pattern.exec(line);
    return found
      ? [{ start: region.start + found.index, end: region.start + found.index + found[0].length, text: '' }]
      : [];
  });
}

/** todo.txt: `x 2026-11-20 measure ...`. */
const todoTxt: Way<boolean> = {
  id: 'todoTxt',
  propose({ text, region }, done, { conventions, today }) {
    const mark = /^x (?:\d{4}-\d\d-\d\d (?=\S))?/.exec(text.slice(region.start, region.end))?.[0];
    if (done) return mark ? [] : [[insert(region.start, conventions.todoDay ? `x ${today} ` : 'x ')]];
    return mark ? [[{ start: region.start, end: region.start + mark.length, text: '' }]] : [];
  },
};

/** A table's column of states, in the words that its other rows use. */
const cell: Way<boolean> = {
  id: 'cell',
  propose({ text, cells }, done) {
    return cells
      .filter(({ column }) => column === 'state')
      .flatMap((state) => {
        const usual = done ? ['Done', '✅'] : ['', 'Open'];
        return [...state.beside, ...usual].map((word) => [fill(text, state, word)]);
      });
  },
};

/** Words behind, before or through the action: `(done)`, `**DONE**`, `~~measure~~`. */
const mark: Way<boolean> = {
  id: 'mark',
  propose(place, done, { conventions, doneWords }) {
    const { text, region, words, cells } = place;
    const cellOf = cells.find(({ start, end }) => start <= words.start && words.end <= end);
    const { start, end } = cellOf ?? region;
    const starts = contentStarts(text, start, end);
    if (done) {
      const { kind, text: own } = conventions.mark;
      const tails = kind === 'trailing' ? [own, ' (done)'] : [' (done)', ' - done'];
      const trailing = tails.flatMap((tail) => [...endsOf(place), end].map((at) => [insert(at, tail)]));
      const struck = starts.map((at) => [insert(at, '~~'), insert(end, '~~')]);
      if (kind === 'struck') return [...struck, ...trailing];
      if (kind === 'leading') return [...[...starts, words.start].map((at) => [insert(at, own)]), ...trailing];
      return [...trailing, ...struck];
    }
    const inside = text.slice(start, end);
    const removals: Edit[][] = [];
    const tail = trailingMark(doneWords).exec(inside);
    if (tail)
      removals.push([{ start: start + tail.index, end: start + tail.index + tail[0].trimEnd().length, text: '' }]);
    const head = leadingMark(doneWords).exec(inside);
    if (head) removals.push([{ start: start + head.index, end: start + head.index + head[0].length, text: '' }]);
    const open = inside.indexOf('~~');
    const close = inside.lastIndexOf('~~');
    if (open >= 0 && close > open) {
      removals.push([open, close].map((at) => ({ start: start + at, end: start + at + 2, text: '' })));
    }
    return removals;
  },
};

/** Behind the box, and behind a mark such as `ACTION:` as well: where the action's own words begin. */
function contentStarts(text: string, start: number, end: number): number[] {
  const inside = text.slice(start, end);
  const box = /^(?:\[[ xX]?\]\s+)?/.exec(inside)?.[0].length ?? 0;
  const mark = /^(?:\*\*|__)?[A-Z][\w .#-]{0,20}:(?:\*\*|__)?\s+/.exec(inside.slice(box))?.[0].length ?? 0;
  return mark ? [start + box, start + box + mark] : [start + box];
}

/** In the order in which they are tried. */
export const doneWays: readonly Way<boolean>[] = [box, cell, mark];
/** todo.txt has one way only. */
export const todoTxtDone: readonly Way<boolean>[] = [todoTxt];
