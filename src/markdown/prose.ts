import type { MarkdownDocument } from './document.ts';

/** Spans of inline code and comments, which a reader does not take for the author's own sentences. */
const quoted = /<!--[\s\S]*?(?:-->|$)|(?<![`\\])(`+)(?!`)(?:(?!\1)[\s\S]|\1`+)*?(?<!`)\1(?!`)/g;

/**
 * A document's text with everything blanked that is no prose: front matter, code, HTML blocks and comments. Of the same
 * length, so that offsets agree.
 */
export function proseOf({ text, lines, blocks, frontMatter }: MarkdownDocument): string {
  const pieces: string[] = [];
  let at = 0;
  const keepTo = (end: number) => {
    if (end > at) pieces.push(text.slice(at, end));
    at = Math.max(at, end);
  };
  const blankTo = (end: number) => {
    if (end > at) pieces.push(blanked(text.slice(at, end)));
    at = Math.max(at, end);
  };
  if (frontMatter) blankTo(lines.at(frontMatter.bodyLine).start);
  for (const block of blocks) {
    if (block.endLine <= block.line) continue;
    const [start, end] = [lines.at(block.line).start, lines.at(block.endLine - 1).end];
    keepTo(start);
    if (block.kind === 'code' || block.kind === 'html') {
      blankTo(end);
    } else if (end > at) {
      pieces.push(text.slice(at, end).replace(quoted, blanked));
      at = end;
    }
  }
  keepTo(text.length);
  return pieces.join('');
}

function blanked(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
