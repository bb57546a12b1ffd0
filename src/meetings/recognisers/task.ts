import { imperatives } from '../words.ts';
import type { Recogniser } from './recogniser.ts';
import { actionsIn, isNothing } from './sentences.ts';

/** Task list items: `- [ ] Ana: measure`, `1. [x] measure`. Ticked rosters are not actions. */
export const task: Recogniser = {
  id: 'task',
  recognise({ kind, line, lines, role }) {
    if (!lines[0]?.startsWith('[')) return undefined;
    const match = /^\[(?<mark>[ xX~-]?)\]\s+(?<text>\S.*)$/s.exec(lines.join(' '))?.groups;
    if (!match?.text || kind === 'cell') return undefined;
    if (role === 'people' || role === 'questions') return [];
    if (isNothing(match.text) || (role !== 'actions' && isSomebody(match.text.replace(/~~/g, '')))) return [];
    // An agenda's boxes tick off topics; one that says who will do what is an action all the same.
    if (role === 'notActions' && !isAssigned(match.text)) return [];
    const done = /x/i.test(match.mark ?? '');
    return actionsIn(match.text).map((text) => ({ line, text, done, explicit: true }));
  },
};

/** `Ana: ...`, `@ana to ...`, `AS/CE will ...`; "Ask everyone to come" and "Announce: ..." are instructions to nobody. */
function isAssigned(text: string): boolean {
  const first = /^@?[\p{L}-]+/u.exec(text)?.[0].toLowerCase() ?? '';
  return !imperatives.has(first) && /^[@\p{Lu}][\p{L}/+&@, ]{0,30}?(?::|\s+(?:to|will)\s)/u.test(text);
}

/** `Ana Ruiz`, `Ana Ruiz - (Example Ltd) maintainer`: whoever was there was ticked off. */
function isSomebody(text: string): boolean {
  const name =
    /^(?<first>\p{Lu}[\p{L}.'’-]*)(?:\s+(?:\p{Lu}[\p{L}.'’-]*|\(\p{Lu}\p{L}*\)|de|van|von|da|del|la|le)){1,4}\s*(?:$|[-–—,]\s*\(|[(@<])/u.exec(
      text,
    )?.groups;
  return name?.first !== undefined && !imperatives.has(name.first.toLowerCase());
}
