import { imperatives, marks, markWords, quickLook } from '../words.ts';
import type { Candidate, Recogniser } from './recogniser.ts';
import { isAsking, isNothing, sentencesOf } from './sentences.ts';

const number = '(?:\\s*#?\\d+(?:\\.\\d+)*)?';
/** `ACTION:`, `**ACTION 67.1**:`, `[ACTION - Matt]`, `AI(Joe):`, `Action item -`, `Next step:`, `ACTION @ana to`. */
const mark = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?<open>\\[|\\*\\*|__|_)?(?<word>${marks})${number}(?:\\s*(?<by>[-–—(]|\\bon\\b|\\bfor\\b|\\bto\\b)\\s*(?<owner>@?[\\p{Lu}][\\p{L}.'’& -]{0,40}?)\\s*\\)?)?(?:\\]|\\*\\*|__|_)?\\s*(?<colon>[:：]|\\s[-–—]\\s|\\s*(?:->|→|=>)|(?<=\\])|\\bis\\b|\\s+(?:is\\s+)?to\\b|(?:(?<=\\*\\*)|(?<=[A-Z]))(?=\\s+\\S))(?:\\*\\*|__|_)?\\s*`,
  'giu',
);

const mayMark = quickLook(markWords);

/** A line that begins with a label of its own: a question, a decision, a speaker. It carries nothing on. */
const labelled = /^\s*(?:[-*•]\s*)?(?:\*\*|__)?[\p{Lu}][\p{L} ]{0,24}(?:\*\*|__)?\s*[:：]\s/u;

const loud =
  /^(?:\*\*|__|\[)?(?:ACTION|AI|TODO|TO DO|TASK|AUFGABE|TAREA|TAREFA|ACCIÓN|AÇÃO|TÂCHE)(?: ITEM| POINT)?S?(?![\p{L}])[^:]{0,40}:\s*\S/u;

/** `ACTION: ...`: in capitals, with a colon, at the line's beginning. */
export function isMarkedLoudly(line: string): boolean {
  return loud.test(line);
}

/** A sentence that only goes on about the action before it. */
const explains = /^(?:you|they|he|she|it|this|that)\b/iu;

/** Nobody's lines are broken as early. */
const shortLine = 50;

/** Lines and sentences that are marked as actions, wherever they stand. */
export const marked: Recogniser = {
  id: 'marked',
  recognise({ line, lines, role }) {
    // Whoever forgot the heading after the roster marked the action all the same.
    if (role === 'people' && !isMarkedLoudly(lines[0] ?? '')) return undefined;
    const found: Candidate[] = [];
    lines.forEach((_, index) => {
      const own = lines[index] ?? '';
      if (!mayMark.test(own)) return;
      const matches = [...own.matchAll(mark)].filter(
        // An agenda's follow-ups and next steps are topics.
        (match) =>
          isMark(own, match) &&
          (role !== 'notActions' ||
            /^a/i.test(match.groups?.word ?? '') ||
            isMarkedLoudly(own) ||
            /^@?\p{Lu}\S*(?:\s\p{Lu}\S*)?\s+(?:to|will)\s/u.test(own.slice(match.index + match[0].length))),
      );
      matches.forEach((match, position) => {
        const end = matches[position + 1]?.index ?? own.length;
        let text = own.slice(match.index + match[0].length, end).trim();
        let before = own;
        // The sentence may go on in the next lines of the paragraph, up to the next mark.
        for (const more of position === matches.length - 1 ? lines.slice(index + 1) : []) {
          if (labelled.test(more) || [...more.matchAll(mark)].some((other) => isMark(more, other))) break;
          // Lines are broken where they are full: a capital after a short one begins something else.
          if (before.trim().length < shortLine && /^\s*["“]?\p{Lu}/u.test(more)) break;
          before = more;
          text += ` ${more.trim()}`;
        }
        if (isNothing(text)) return;
        const speaker = /^\s*(?:[-*•]\s*)?(@?\p{L}[\p{L}.'’-]*):\s*$/u.exec(own.slice(0, match.index))?.[1];
        const owner = match.groups?.owner?.trim() ?? speaker;
        // `AI(ana): ...`: only a name stands there.
        const inBrackets = match.groups?.by === '(' && owner !== undefined && !/\s/.test(owner);
        for (const [nth, part] of sentencesOf(text).entries()) {
          // What follows the action in its paragraph is one itself only where it asks for something.
          const last = found.at(-1);
          if (nth > 0 && last && /^(?:deadline|due|eta|by)\b/i.test(part)) {
            found[found.length - 1] = { ...last, text: `${last.text} ${part}` };
            continue;
          }
          if (nth > 0 && (!isAsking(part) || explains.test(part))) continue;
          const word = match.groups?.word ?? '';
          const nicks = word !== word.toLowerCase() ? nicksBefore(part) : undefined;
          found.push({
            line: line + index,
            text: nicks?.what ?? part,
            done: false,
            explicit: true,
            mark: word,
            ...(owner && !inBrackets && { owner }),
            ...beside(nicks?.names ?? (inBrackets ? owner : undefined)),
          });
        }
      });
    });
    return found.length ? found : undefined;
  },
};

function beside(owner: string | undefined): Pick<Candidate, 'beside'> {
  return owner === undefined ? {} : { beside: { owner } };
}

/** `ACTION: sandro to ...`: W3C's scribes name people by their nicks, in lower case. */
function nicksBefore(text: string): { names: string; what: string } | undefined {
  const { names, what } =
    /^(?<names>[a-z][\w-]*(?:(?:,|\s+&|\s+and)\s+[a-z][\w-]*)*)\s+to\s+(?<what>\p{Ll}.*)$/su.exec(text)?.groups ?? {};
  if (!names || !what) return undefined;
  const words = names.split(/,?\s+(?:(?:and|&)\s+)?/);
  return words.some((word) => imperatives.has(word) || noNick.test(word)) ? undefined : { names, what };
}

/** Words before "to" that are nobody's nick. */
const noNick =
  /^(?:able|all|also|due|everybody|everyone|going|happy|has|have|how|just|let|need|needs|next|only|plan|plans|ready|someone|somebody|tbd|team|then|up|want|wants|we|what|when|where|who|you|they|i)$/;

/** A mark begins a line or follows a sentence's end; "the action: ..." within a sentence is prose. */
function isMark(text: string, match: RegExpExecArray): boolean {
  const before = text.slice(0, match.index);
  if (
    !/^\s*(?:[-*•>]\s*|<[\w|-]+>\s*|\[?\d\d?:\d\d(?::\d\d)?\]?\s+|\d+[.)]\s*|key\s+|\*\*|__)*$/i.test(before) &&
    !/[.;!?:|)\]–—-]\s+(?:\*\*|__|key\s+)?$/i.test(before) &&
    !/<br\s*\/?>\s*$/i.test(before)
  )
    return false;
  const word = match.groups?.word ?? '';
  const colon = match.groups?.colon ?? '';
  const rest = text.slice(match.index + match[0].length);
  // Without a colon it must be set off by capitals or bold letters, or say "to", and ask for something.
  if (/^\s*to$|^\s+is to$/i.test(colon))
    return /^[A-Z]/.test(word) && /^action|^ai$/i.test(word) && /^\s*\p{Ll}/u.test(rest);
  if (colon === '') {
    const loud = word === word.toUpperCase() && /^ACTION/.test(word);
    const bold = match.groups?.open === '**' && /\*\*\s*$/.test(match[0]);
    return (loud || (bold && /^action/i.test(word))) && (isAsking(rest) || nicksBefore(rest.trim()) !== undefined);
  }
  // Lower-case words that are prose as often as marks need a colon right behind them.
  return word !== word.toLowerCase() || /[:：>→]/.test(match.groups?.colon ?? '');
}
