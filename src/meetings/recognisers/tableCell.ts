import { plainText } from '../../markdown/blocks.ts';
import { nothing, roleOf } from '../words.ts';
import type { Candidate, Recogniser } from './recogniser.ts';
import { isAsking, isNothing, sentencesOf } from './sentences.ts';

/** Cells of a column of actions; with a column of owners beside it, the row's owner. */
export const tableCell: Recogniser = {
  id: 'tableCell',
  recognise({ kind, line, lines, column, role }) {
    if (kind !== 'cell') return undefined;
    if (role === 'people') return [];
    const heading = plainText(column ?? '').replace(/[/:]/g, ' ');
    if (!isActionColumn(heading)) return [];
    const mixed = /notes?/iu.test(heading) && !/responsible/iu.test(heading);
    const found: Candidate[] = [];
    // GitBook and others put whole lists into a cell, as HTML.
    const items = lines.join(' ').split(/<br\s*\/?>|<\/?(?:p|li|ul|ol)>/i);
    const sentences = items.map((item) => plainText(item.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, ''))).flatMap(sentencesOf);
    // A column of "notes / actions" holds either: without the mark, it is a note.
    if (mixed) return [];
    for (const sentence of sentences) {
      if (isNothing(sentence) || nothing.has(sentence.toLowerCase())) continue;
      if (sentences.length > 1 && !isAsking(sentence)) continue;
      found.push({ line, text: sentence, done: false, explicit: true });
    }
    return found;
  },
};

function isActionColumn(heading: string): boolean {
  return (
    roleOf(heading) === 'actions' || /\b(?:actions?|action\s+items?|next\s+steps?|to\s?-?do|tasks?)\b/iu.test(heading)
  );
}
