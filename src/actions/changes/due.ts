import type { Edit } from '../../markdown/edit.ts';
import { findWords, type Place } from './place.ts';
import { endsOf, fill, insert, type Known, type Way } from './way.ts';

/** What may stand before a day: it stays when the day is another. */
const before =
  /^(?:due(?:\s+(?:on|by))?|by|before|until|till|on|no later than|not later than|deadline|eta)(?=[\s:])\s*:?\s*/iu;

/** The words that state the day, wherever they stand, become another day. */
const stated: Way<string | null> = {
  id: 'stated',
  propose(place, due, { action }) {
    const { text, region, cells } = place;
    if (action.dueText === null) return [];
    const cell = cells.find(
      ({ column, start, end }) =>
        (column === 'due' || column === 'by') && text.slice(start, end).includes(action.dueText ?? ''),
    );
    const span = findWords(text, cell ?? region, action.dueText);
    if (!span) return [];
    if (due === null)
      return cell?.start === span.start && cell.end === span.end ? [[{ ...span, text: '' }]] : removals(place, span);
    const now = text.slice(span.start, span.end);
    const iso = /\d{4}-\d\d-\d\d/.exec(now);
    if (iso) {
      return [[{ start: span.start + iso.index, end: span.start + iso.index + 10, text: due }]];
    }
    const kept = before.exec(now)?.[0] ?? (cell ? '' : 'by ');
    return [kept, 'by ', ''].map((word): Edit[] => [{ ...span, text: word + due }]);
  },
};

/** The day goes with its brackets, and with the space before it. */
function removals({ text, region }: Place, { start, end }: { start: number; end: number }): Edit[][] {
  const head = text.slice(region.start, start);
  const space = head.length - head.trimEnd().length;
  const found: Edit[][] = [];
  if (/[([]\s*$/.test(head) && /^\s*[)\]]/.test(text.slice(end))) {
    const open = head.replace(/[([]\s*$/, '').trimEnd().length;
    const close = /^\s*[)\]]/.exec(text.slice(end))?.[0].length ?? 0;
    found.push([{ start: region.start + open, end: end + close, text: '' }]);
  }
  found.push([{ start: start - space, end, text: '' }], [{ start, end, text: '' }]);
  return found;
}

/** An empty cell in the column of days, or the document's own notation, or words. */
const added: Way<string | null> = {
  id: 'added',
  propose(place, due, known) {
    if (due === null || known.action.due !== null) return [];
    const cells = place.cells.filter(({ column }) => column === 'due' || column === 'by');
    return [...cells.map((cell) => [fill(place.text, cell, due)]), ...additions(place, due, known)];
  },
};

function additions(place: Place, due: string, { conventions }: Known): Edit[][] {
  const ends = place.cells.length ? endsOf(place) : [place.firstEnd, ...endsOf(place)];
  const words = endsOf(place).flatMap((at) => [[insert(at, ` by ${due}`)], [insert(at, ` (due: ${due})`)]]);
  switch (conventions.due) {
    case 'emoji':
      return [...ends.map((at) => [insert(at, ` 📅 ${due}`)]), ...words];
    case 'brackets':
      return [...ends.map((at) => [insert(at, ` [due:: ${due}]`)]), ...words];
    case 'key':
      return [...ends.map((at) => [insert(at, ` due:${due}`)]), ...words];
    case 'words':
      return words;
  }
}

/** In the order in which they are tried. */
export const dueWays: readonly Way<string | null>[] = [stated, added];
