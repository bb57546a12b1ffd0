import { MarkdownDocument } from '../markdown/document.ts';
import type { Edit } from '../markdown/edit.ts';
import { lineEnding } from '../markdown/lines.ts';
import { textEndBefore } from '../markdown/textEnd.ts';

/** The text of a new list with its first action. */
export function newList(line: string): string {
  return `# Actions\n\n${line}\n`;
}

/**
 * The edit that adds an action to a list: below the last task, else at the end.
 *
 * @param line a task, without its line ending.
 */
export function addEdit(text: string, line: string): Edit {
  const ending = lineEnding(text);
  const document = new MarkdownDocument(text);
  const { blocks, lines } = document;
  const isTask = (at: number) => /^\s*[-*+]\s+\[[ xX]\]\s/.test(lines.textAt(at));
  const last = blocks.findLastIndex((block) => block.depth === 1 && block.opensItem && isTask(block.line));
  // What is nested in the last task stays with it.
  const next = last < 0 ? blocks.length : blocks.findIndex(({ depth }, index) => index > last && depth <= 1);
  const end = textEndBefore(document, next < 0 ? blocks.length : next);
  const isEmpty = !text.slice(0, end).replace('\uFEFF', '').trim();
  const gap = isEmpty ? '' : last < 0 ? ending + ending : ending;
  const rest = text.slice(end);
  return { start: end, end, text: gap + line + (rest.trim() === '' && !/[\r\n]/.test(rest) ? ending : '') };
}
