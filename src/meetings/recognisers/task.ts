import type { Recogniser } from './recogniser.ts';
import { isNothing } from './sentences.ts';

/** Task list items: `- [ ] Ana: measure`, `1. [x] measure`. Ticked rosters are not actions. */
export const task: Recogniser = {
  id: 'task',
  recognise({ kind, line, lines, role }) {
    const match = /^\[(?<mark>[ xX~-]?)\]\s+(?<text>\S.*)$/s.exec(lines.join(' '))?.groups;
    if (!match?.text || kind === 'cell') return undefined;
    if (role === 'people' || isNothing(match.text)) return [];
    // An agenda's boxes tick off topics; one that says who will do what is an action all the same.
    if (role === 'notActions' && !/^[@\p{Lu}][\p{L}/+&@, ]{0,30}?(?::|\s+(?:to|will)\s)/u.test(match.text)) return [];
    return [{ line, text: match.text, done: /x/i.test(match.mark ?? ''), explicit: true }];
  },
};
