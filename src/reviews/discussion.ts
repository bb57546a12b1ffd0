import type { Block } from '../markdown/blocks.ts';
import type { MarkdownDocument } from '../markdown/document.ts';

/** What a comment says below its heading, link and quote. */
export interface Discussion {
  /** Markdown as written, without the blank lines around it and without the line that resolves the comment. */
  readonly discussion: string;
  /** Where the discussion stands, that line and all; empty, at the place where it would begin, if there is none. */
  readonly discussionSpan: { readonly start: number; readonly end: number };
  /** The paragraphs that say so; null where one is missing. */
  readonly why: string | null;
  readonly pattern: string | null;
  readonly risk: string | null;
  readonly resolved: boolean;
  /** The day, YYYY-MM-DD; null where the comment is open, or the line states no such day. */
  readonly resolvedOn: string | null;
  /** The line that resolves the comment, its line ending included; null where there is none. */
  readonly resolvedSpan: { readonly start: number; readonly end: number } | null;
}

const parts = ['why', 'pattern', 'risk'] as const;
/** `**Why:** because`, `**Why**: because`; bold is what sets a part off from a sentence. */
const partLine = /^\s{0,3}(?:\*\*|__)(?<part>why|pattern|risk)(?::(?:\*\*|__)|(?:\*\*|__)\s*:)[ \t]*(?<text>.*)$/iu;
const resolvedLine =
  /^\s{0,3}(?:\*\*|__)?resolved(?:\*\*|__)?[ \t]*:[ \t]*(?:\*\*|__)?[ \t]*(?<when>\S.*?)[ \t]*\.?$/iu;

/**
 * Reads what stands between two places of a review.
 *
 * @param blocks the blocks there; lines of code are never parts, and resolve nothing.
 * @param from number of the first line, counted from 0.
 * @param end offset of the end.
 */
export function discussionOf(
  { lines, text }: MarkdownDocument,
  blocks: readonly Block[],
  from: number,
  end: number,
): Discussion {
  const said: Partial<Record<(typeof parts)[number], string>> = {};
  let resolved: { line: number; on: string | null } | undefined;
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.depth > 0) continue;
    let part: (typeof parts)[number] | undefined;
    for (let line = Math.max(block.line, from); line < block.endLine; line++) {
      const written = lines.textAt(line);
      const when = resolvedLine.exec(written)?.groups?.when;
      const begun = partLine.exec(written)?.groups;
      if (when !== undefined && !/^(?:no|not yet|false|open)$/i.test(when)) {
        resolved = { line, on: /^\d{4}-\d\d-\d\d$/.test(when) ? when : null };
        part = undefined;
      } else if (begun) {
        part = begun.part?.toLowerCase() as (typeof parts)[number];
        said[part] = begun.text?.trim() ?? '';
      } else if (part) {
        said[part] = `${said[part]}\n${written.trim()}`.trim();
      }
    }
  }
  const start = Math.min(lines.at(from).start, end);
  const resolvedSpan = resolved ? { start: lines.at(resolved.line).start, end: lines.at(resolved.line).next } : null;
  const whole = text.slice(start, end);
  const trimmed = whole.trim();
  const leading = trimmed ? whole.indexOf(trimmed) : 0;
  return {
    discussion: resolvedSpan
      ? `${text.slice(start, resolvedSpan.start)}${text.slice(resolvedSpan.end, end)}`.trim()
      : trimmed,
    discussionSpan: { start: start + leading, end: start + leading + trimmed.length },
    why: said.why || null,
    pattern: said.pattern || null,
    risk: said.risk || null,
    resolved: resolved !== undefined,
    resolvedOn: resolved?.on ?? null,
    resolvedSpan,
  };
}
