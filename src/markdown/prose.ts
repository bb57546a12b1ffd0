import type { MarkdownDocument } from './document.ts';

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
      pieces.push(withoutQuoted(text.slice(at, end)));
      at = end;
    }
  }
  keepTo(text.length);
  return pieces.join('');
}

function blanked(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** A block's text with its inline code and comments blanked; each sign is looked at a fixed number of times. */
function withoutQuoted(text: string): string {
  if (!text.includes('`') && !text.includes('<!--')) return text;
  const runs = [...text.matchAll(/`+/g)].map(({ index, 0: ticks }) => ({ start: index, length: ticks.length }));
  const closers = new Map<number, number[]>();
  for (const { start, length } of [...runs].reverse()) {
    const same = closers.get(length);
    if (same) same.push(start);
    else closers.set(length, [start]);
  }
  const pieces: string[] = [];
  let at = 0;
  let comment = text.indexOf('<!--');
  const blank = (start: number, end: number) => {
    pieces.push(text.slice(at, start), blanked(text.slice(start, end)));
    at = end;
  };
  /** Blanks the comments that begin before an offset. */
  const skipComments = (before: number) => {
    while (comment >= 0 && comment < before) {
      const close = text.indexOf('-->', comment);
      if (comment >= at) blank(comment, close < 0 ? text.length : close + 3);
      comment = text.indexOf('<!--', at > comment ? at : comment + 4);
      if (at >= before) break;
    }
  };
  for (const { start, length } of runs) {
    skipComments(start);
    if (start < at || text[start - 1] === '\\') continue;
    const same = closers.get(length) ?? [];
    while (same.length && (same.at(-1) ?? 0) <= start) same.pop();
    const close = same.at(-1);
    if (close !== undefined) blank(start, close + length);
  }
  skipComments(text.length);
  pieces.push(text.slice(at));
  return pieces.join('');
}
