import { plainText } from '../markdown/blocks.ts';
import type { Passage } from './passages.ts';
import { isNothing } from './recognisers/sentences.ts';
import { questionMarks } from './words.ts';

/** A question that minutes leave open. */
export interface Question {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

const marked = new RegExp(
  `^(?:[-*•]\\s+)?(?:\\*\\*|__)?(?:${questionMarks})(?:\\s*\\d+)?(?:\\*\\*|__)?\\s*[:：](?:\\*\\*|__)?\\s*(?<text>\\S.*\\?)["”*_)]*\\s*$`,
  'iu',
);

/** The open questions of minutes: items below a heading of questions, and lines marked as a question that end as one. */
export function questionsOf(passages: readonly Passage[]): Question[] {
  const found: Question[] = [];
  for (const { role, kind, lines, line, parents } of passages) {
    if (role === 'questions' && kind === 'item') {
      const text = plainText(lines.join(' '))
        .replace(/^\[ \]\s*/, '')
        .trim();
      // An item below a question answers or explains it; a ticked one is answered.
      if (!parents.length && !isNothing(text) && !/^\[[xX]\]/.test(text)) found.push({ line, text: unmarked(text) });
      continue;
    }
    lines.forEach((own, index) => {
      if (!own.includes('?')) return;
      const text = marked.exec(own)?.groups?.text;
      if (text) found.push({ line: line + index, text: plainText(text) });
    });
  }
  return found;
}

function unmarked(text: string): string {
  return marked.exec(text)?.groups?.text ?? text;
}
