import { plainText } from '../../markdown/blocks.ts';
import type { Recogniser } from './recogniser.ts';
import { actionsIn, hasState, isAsking, isNothing, saysWho, sentencesOf } from './sentences.ts';

/** "Next meeting is May 3": when people meet, not what they do. */
const nextMeeting =
  /^(?:the\s+)?next\s+(?:\p{Lu}{2,5}\s+)?(?:meeting|call|sync|session)s?\b(?!\s*[-–:]\s*(?:agenda|invite))/iu;

/** Whether a point asks for something by itself: "measure it", "Ana: measure it". */
function asks(text: string): boolean {
  return isAsking(text) || isAsking(/^@?\p{L}[\p{L} .'’-]{0,30}:\s+(.*)$/su.exec(text)?.[1] ?? '');
}

/** `Ana:`, `**Ana** (chair):`, `Ana: by Monday`: who owns the items below, and until when. */
const ownerLine =
  /^(?:\*\*|__)?(?<who>[^:*_]{2,60}?)(?:\*\*|__)?\s*(?:\([^)]*\))?\s*:\s*(?:\*\*|__)?\s*(?<day>(?:by|before|until)\s[^.;:]{2,30}|due\s[^.;]{2,30})?$/iu;

/** What stands below a heading of actions: every item, and paragraphs that say who will do what. */
export const listed: Recogniser = {
  id: 'listed',
  recognise({ kind, line, lines, role, parents, hasChildren, below, label }) {
    if ((role !== 'actions' && role !== 'reviewed') || kind === 'cell') return undefined;
    const text = lines
      .join(' ')
      .replace(/^\[[ xX]\]\s*/, '')
      .trim();
    if (isNothing(text)) return [];
    // "Ana:" above nested items owns them, and is no action itself.
    if (hasChildren && ownerLine.test(text)) return [];
    // Nor is what only says what the actions below it are about.
    if (below !== undefined && !isAsking(text) && (asks(plainText(below)) || /^\[[ xX]\]\s/.test(below))) return [];
    if (kind === 'paragraph') {
      // A hint of the template, in italics: "*Where to go next*".
      if (/^([*_])[^*_].*\1$/.test(text)) return [];
      // Lines of their own, without bullets: each says who will do what.
      if (lines.length > 1 && lines.every((own) => isAsking(own) || /^@?\p{L}[\p{L} .'’-]{0,30}\s?:\s+\S/u.test(own))) {
        return lines.map((own, index) => ({ line: line + index, text: own.trim(), done: false, explicit: true }));
      }
      const asking = sentencesOf(text).filter(isAsking);
      return asking.map((sentence) => ({ line, text: sentence, done: false, explicit: true }));
    }
    if (
      role === 'reviewed' &&
      (parents.length > 1 || !(saysWho(plainText(text).replace(/^(?:done|open)\b[\s:–-]*/iu, '')) || hasState(text)))
    )
      return [];
    if (nextMeeting.test(plainText(text))) return [];
    // A question below a heading of actions is a topic, unless it says who is to answer.
    if (
      /^(?:how|what|why|who|when|where|which|is|are|do|does|did|should|shall|can|could|would|will)\b.*\?\s*$/is.test(
        text,
      ) &&
      !saysWho(plainText(text))
    )
      return [];
    const parent = parents.at(-1);
    const above = parent === undefined ? undefined : ownerLine.exec(parent.trim())?.groups;
    const owner = above?.who;
    // A point below an action explains it, unless the outer item was but a name.
    if (parents.length && !owner && !asks(plainText(text))) return [];
    if (parents.length && !owner && parent && isAsking(parent)) return [];
    const outside = {
      ...(owner ? { owner } : label !== undefined && { label }),
      // A day of its own counts before the one above.
      ...(above?.day && !/\b(?:by|before|until|due)\b|📅/iu.test(text) && { beside: { due: above.day } }),
    };
    return actionsIn(text).map((each) => ({ line, text: each, done: false, explicit: true, ...outside }));
  },
};
