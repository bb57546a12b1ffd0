import type { Edit } from '../../markdown/edit.ts';
import type { Span } from './place.ts';
import { fill, insert, type Way } from './way.ts';

const markup = '[*_`]{0,3}';
const joint = '\\s*(?:,\\s*and\\b|,|\\/|&|\\+|\\band\\b|\\bor\\b|\\by\\b|\\bet\\b|\\bund\\b)\\s*';

/** The names that are written become others; a handle stays a handle. */
const stated: Way<readonly string[]> = {
  id: 'stated',
  propose({ text, region, cells }, owners, { action }) {
    const inside = cells.filter(({ column }) => column === 'owner' || column === 'by');
    return [...inside, region].flatMap((span) =>
      namesIn(text, span, action.owners).flatMap(({ start, end }): Edit[][] => {
        const now = text.slice(start, end);
        const joined = /\s*[/&+]\s*/.exec(now)?.[0];
        const handles = written(owners, true, joined);
        const names = [...(now.startsWith('@') ? [handles] : []), written(owners, false, joined), handles];
        const label = /^(?:[*_`]{0,3}:[*_`]{0,3})?\s+/.exec(text.slice(end, region.end))?.[0].length ?? 0;
        return [
          ...names.map((text) => [{ start, end, text }]),
          // "Ana: measure", but nobody takes "Mia Chan and Sam:" for names.
          ...names.flatMap((name) =>
            [' will ', ' to '].map((word) => [{ start, end: end + label, text: name + word }]),
          ),
        ];
      }),
    );
  },
};

/** Where names stand together in a text, as they may be written in it. */
function namesIn(text: string, { start, end }: Span, names: readonly string[]): Span[] {
  if (!names.length) return [];
  const patterns = names.map((name) => {
    const letters = name.split(/\s+/).map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
    return `@?${letters.join('\\s+')}`;
  });
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${patterns.join(`${markup}${joint}${markup}`)})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return [...text.slice(start, end).matchAll(pattern)].map((found) => ({
    start: start + found.index,
    end: start + found.index + found[0].length,
  }));
}

/** Nobody is named yet: the name goes into the owners' column, or in front of what is to be done. */
const added: Way<readonly string[]> = {
  id: 'added',
  propose({ text, region, words, cells }, owners, { action }) {
    // Whoever is named stays named, unless it is the item above that names them.
    if (namesIn(text, region, action.owners).length) return [];
    const columns = cells.filter(({ column }) => column === 'owner' || column === 'by');
    const box = /^\[[ xX]?\]\s+/.exec(text.slice(region.start, region.end))?.[0].length ?? 0;
    const starts = words === region ? [region.start + box] : [words.start, region.start + box];
    const lower = /^\p{Ll}/u.test(action.text);
    const plain = written(owners, false, undefined);
    const handles = written(owners, true, undefined);
    const leads = [...(lower ? [`${plain} will `] : []), `${plain}: `, `${plain} to `, `${handles} `, `${handles}: `];
    return [
      ...columns.map((cell) => [fill(text, cell, plain)]),
      ...starts.flatMap((at) => leads.map((lead) => [insert(at, lead)])),
      [insert(region.end, ` (${plain})`)],
      [insert(region.end, ` (${handles})`)],
    ];
  },
};

/** `Ana`, `@ana`, `Ana, Raj and Sam`, or with the sign that joined the names before. */
function written(owners: readonly string[], asHandles: boolean, joined: string | undefined): string {
  const names = owners.map((name) => (asHandles && !/\s/.test(name) ? `@${name.replace(/^@/, '')}` : name));
  if (joined !== undefined) return names.join(joined);
  return names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** In the order in which they are tried. */
export const ownerWays: readonly Way<readonly string[]>[] = [stated, added];
