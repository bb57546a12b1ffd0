import type { Edit } from '../markdown/edit.ts';
import { type Lesson, lessonLink, lessonParts } from './lesson.ts';

/**
 * The edits that put what a lesson says, and a link to it, into a text that is being written: each part into its gap where the
 * text has one (`**Why:**` with nothing behind it), what is left below the text or, where there are no gaps, at the cursor.
 *
 * @param selection offsets of what is selected; it is replaced where everything goes to the cursor.
 * @param from the path of the file that the text will stand in, relative to the root: links are relative to its folder.
 */
export function insertLesson(
  text: string,
  selection: { readonly start: number; readonly end: number },
  lesson: Lesson,
  from: string,
): Edit[] {
  const filled: Edit[] = [];
  const left: string[] = [];
  for (const { name, text: part } of lessonParts(lesson)) {
    const label = `**${name}:**`;
    const gap = new RegExp(`^\\*\\*${name}:\\*\\*[ \\t]*(?=\\r?$)`, 'm').exec(text);
    // What stands before the gap stays: a snippet's tab stops are behind it.
    if (gap) filled.push({ start: gap.index + label.length, end: gap.index + gap[0].length, text: ` ${part}` });
    else left.push(`${label} ${part}`);
  }
  const rest = [...left, lessonLink(lesson, from)].join('\n\n');
  const line = text.slice(text.lastIndexOf('\n', selection.start - 1) + 1, selection.start);
  if (!filled.length && !/^\*\*(?:Why|Pattern|Risk):\*\*/.test(line)) return [{ ...selection, text: rest }];
  const between = /\n\r?\n$/.test(text) ? '' : text.endsWith('\n') ? '\n' : '\n\n';
  return [...filled, { start: text.length, end: text.length, text: `${between}${rest}` }];
}
