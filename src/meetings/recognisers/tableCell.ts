import { plainText } from '../../markdown/blocks.ts';
import type { Cell } from '../passages.ts';
import { columnOf, doneWords, isDayFirst, nothing, roleOf } from '../words.ts';
import type { Beside, Candidate, Recogniser } from './recogniser.ts';
import { isAsking, isNothing, saysNothing, sentencesOf } from './sentences.ts';

/** Cells of a column of actions, with the owner, the date and the state that the columns beside it give. */
export const tableCell: Recogniser = {
  id: 'tableCell',
  recognise({ kind, line, lines, column, role, beside }) {
    if (kind !== 'cell') return undefined;
    if (role === 'people') return [];
    const heading = plainText(column ?? '').replace(/[/:]/g, ' ');
    if (!isActionColumn(heading) && !(role === 'actions' && isTaskColumn(column ?? '', beside))) return [];
    // A column of "notes / actions" holds either: without the mark, it is a note.
    if (/notes?/iu.test(heading) && !/responsible/iu.test(heading)) return [];
    // GitBook and others put whole lists into a cell, as HTML.
    const items = lines.join(' ').split(/<br\s*\/?>|<\/?(?:p|li|ul|ol)>/i);
    const boxes = items.map((item) => /^\s*(?:[-*•]\s+|\d+[.)]\s+)?(?:\[(?<mark>[ xX])\]\s*)?(?<text>.*)$/s.exec(item));
    const columns = columnsBeside(beside);
    const rowDone = columns.state !== undefined && isDone(columns.state);
    // An owner's column makes the row one action, however many sentences explain it.
    const whole = (columns.owner !== undefined || columns.unowned) && items.length === 1;
    const found: Candidate[] = [];
    for (const box of boxes) {
      const text = (box?.groups?.text ?? '').trim();
      const sentences = whole ? [text] : sentencesOf(text);
      for (const sentence of sentences) {
        if ((whole ? saysNothing(sentence) : isNothing(sentence)) || isPlaceholder(sentence)) continue;
        if ((sentences.length > 1 || boxes.length > 1) && !isAsking(sentence)) continue;
        const done = rowDone || /x/i.test(box?.groups?.mark ?? '');
        found.push({ line, text: sentence, done, explicit: true, beside: columns });
      }
    }
    return found;
  },
};

function isActionColumn(heading: string): boolean {
  return (
    roleOf(heading) === 'actions' || /\b(?:actions?|action\s+items?|next\s+steps?|to\s?-?do|tasks?)\b/iu.test(heading)
  );
}

/**
 * Below a heading of actions a column may be called "Description" or anything else, as long as no other is one of actions:
 * beside a column of owners, the first that is no number, day or state says what is to be done.
 */
function isTaskColumn(column: string, beside: readonly Cell[]): boolean {
  const headings = beside.map((each) => plainText(each.column));
  if (headings.some(isActionColumn)) return false;
  const kind = columnOf(plainText(column));
  if (kind === 'task') return true;
  if (kind || headings.some((each) => columnOf(each) === 'task')) return false;
  return (
    headings.some((each) => columnOf(each) === 'owner') &&
    !isNumbering(column) &&
    // Cells beside it are in the table's order; what stands before it must be a number.
    !beside.some((each) => each.before && !isNumbering(each.column) && !columnOf(plainText(each.column)))
  );
}

/** `#`, `No.`, `Nº`, `ID`, `Identificador`: counts rows. */
function isNumbering(column: string): boolean {
  return /^\W*$|^\W*(?:n[oº°r]?|nr|num(?:ber)?|id|ref|key|identificador|nummer|numéro|número)\b/iu.test(
    plainText(column),
  );
}

function columnsBeside(cells: readonly Cell[]): Beside & { readonly state?: string } {
  const found: { owner?: string; due?: string; state?: string; dayFirst?: boolean; unowned?: boolean } = {};
  for (const { column, text } of cells) {
    const value = plainText(text.replace(/<br\s*\/?>/gi, ', ')).trim();
    const kind = columnOf(plainText(column));
    if (kind === 'owner' && !value) found.unowned = true;
    if (!kind || kind === 'task' || !value || nothing.has(value.toLowerCase())) continue;
    // "By" heads owners as often as days.
    if (kind === 'by' && isDone(value)) found.state ??= value;
    else if (kind === 'by') found[/\d/.test(value) || isDayName(value) ? 'due' : 'owner'] ??= value;
    else {
      if (kind === 'due' && found.due === undefined && isDayFirst(plainText(column))) found.dayFirst = true;
      found[kind] ??= value;
    }
  }
  return found;
}

function isDayName(value: string): boolean {
  return /^(?:next|this|end of|mon|tues|wednes|thurs|fri|satur|sun|today|tomorrow|asap|eow|eom|eod)/iu.test(value);
}

/** `[Task 1]`, `Example 1`: what a template has where nobody wrote anything yet. */
function isPlaceholder(text: string): boolean {
  return /^\s*(?:\[[^\]]*\]|(?:example|task|item|action|name|tarea|tarefa|aufgabe|tâche)\s*(?:\d+|\p{Lu})?|\.{3}|…)\s*$/iu.test(
    plainText(text),
  );
}

function isDone(state: string): boolean {
  const words = state.toLowerCase();
  return (
    /^(?:✅|✔|☑|x$|yes$|\[x\])/u.test(words) ||
    doneWords.some((word) => words.replace(/[^\p{L} ]/gu, '').trim() === word)
  );
}
