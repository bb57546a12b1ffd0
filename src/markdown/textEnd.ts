import type { MarkdownDocument } from './document.ts';

/**
 * The end of the last line with text before a block, where something may be added; the text's beginning, behind a byte order
 * mark, where there is no such line.
 *
 * @param block index of a block; the number of blocks for the document's end.
 */
export function textEndBefore(document: MarkdownDocument, block: number): number {
  const { lines } = document;
  const mark = document.text.startsWith('\uFEFF') ? 1 : 0;
  let line = (document.blocks[block]?.line ?? lines.count) - 1;
  while (line >= 0 && !lines.textAt(line).replace('\uFEFF', '').trim()) line--;
  return line < 0 ? mark : lines.at(line).end;
}
