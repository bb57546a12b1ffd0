import { phrase } from '../../humanError.ts';
import type { MarkdownDocument } from '../../markdown/document.ts';
import { proseOf } from '../../markdown/prose.ts';
import type { Check, Finding } from './check.ts';
import { excerpt } from './excerpt.ts';
import { isLive, type Span } from './place.ts';

/** `{Which option, and because of what.}`: our templates, MADR 3 and 4. Braces of code and formulas touch other signs. */
const braces = /(?<![\p{L}\p{N}$\\/}{#%@=:.-])\{(?<hint>\p{L}[^{}\r\n]*)\}(?![\p{L}\p{N}{}/=_-])/gu;
/** `{{title}}`: a Handlebars template that was copied, not rendered. Dots and bars are a site generator's. */
const doubled = /(?<!\{)\{\{\s*(?<hint>\p{L}[\p{L}\p{N} _-]*(?:"[^"\r\n]*"\s*)?)\}\}(?!\})/gu;
/** MADR 2 and log4brains write theirs in square brackets, as links are written: only their very words count. */
const brackets =
  /(?<![\\!\]])\[(?<hint>short title of (?:the )?solved problem[^\][\r\n]*|short noun phrase|list everyone involved[^\][\r\n]*|yyyy-mm-dd[^\][\r\n]*|describe the context and problem[^\]]{0,600}|driver \d, e\.g\.[^\][\r\n]*|e\.g\., (?:improvement of|compromising)[^\][\r\n]*|justification\. e\.g\.[^\]]{0,600}|argument [a-z]|example \| description \| pointer[^\][\r\n]*|title of option \d|option \d|technical story[^\][\r\n]*|space and\/or comma separated list of tags[^\][\r\n]*)\](?![([:])/giu;
/** Words in braces that are no hint: lists as in mathematics, a key and its value, code. */
const noHint = /^(?:[^\s,]+(?:,\s*[^\s,]+)+|[\w'"-]+:(?:\s|$).*|.*[;=<>()\\].*[;=<>()\\].*)$/u;

/** Text of a template that nobody has written over yet. */
export const unfilledPlaceholder: Check = {
  code: 'unfilled-placeholder',
  severity: 'warning',
  documentation: 'A hint of the template is still there. Readers cannot tell whether it was forgotten or not needed.',
  run(subject) {
    if (!isLive(subject)) return [];
    const { document, record } = subject;
    return placeholdersOf(document).map((span): Finding => {
      const hint = document.text.slice(span.start, span.end);
      return {
        ...span,
        // A proposal is being written: its gaps are marked faintly, and not counted as problems.
        ...(record.status === 'proposed' && { severity: 'hint' as const }),
        message: phrase('Nobody has filled this in yet: {0}', excerpt(hint)),
        fixes: () => [
          {
            title: phrase('Remove Placeholder'),
            changes: [{ path: record.path, before: document.text, edits: [{ ...removal(document, span), text: '' }] }],
          },
        ],
      };
    });
  },
};

/** Where a document's placeholders stand, in order. */
export function placeholdersOf(document: MarkdownDocument): Span[] {
  const prose = proseOf(document);
  const found: Span[] = inFrontMatter(document);
  for (const { index, 0: whole, groups } of prose.matchAll(braces)) {
    const hint = groups?.hint ?? '';
    if (noHint.test(hint)) continue;
    if (/\s/.test(hint.trim()) || standsAlone(prose, index, whole.length)) found.push(spanAt(index, whole));
  }
  for (const { index, 0: whole, groups } of prose.matchAll(doubled)) {
    const name = groups?.hint?.trim() ?? '';
    // A site's generator shows front matter's own values, and a table of contents, in this way.
    if (!/^toc$/i.test(name) && !document.frontMatter?.keys.includes(name)) found.push(spanAt(index, whole));
  }
  for (const { index, 0: whole, groups } of prose.matchAll(brackets)) {
    if (!document.text.includes(`[${groups?.hint}]:`)) found.push(spanAt(index, whole));
  }
  found.sort((a, b) => a.start - b.start);
  return found.filter((span, index) => span.start >= (found[index - 1]?.end ?? 0));
}

function spanAt(index: number, whole: string): Span {
  return { start: index, end: index + whole.length };
}

/** Values such as `date: {YYYY-MM-DD when the decision was last updated}`. */
function inFrontMatter({ frontMatter, text }: MarkdownDocument): Span[] {
  return (frontMatter?.keys ?? []).flatMap((key): Span[] => {
    const span = frontMatter?.spanOf(key);
    const value = span && text.slice(span.start, span.end);
    const match = /^(["']?)(?:\{(?<hint>\p{L}[^{}:\r\n]*)\}|\{\{[^{}\r\n]*\}\})\1$/u.exec(value ?? '');
    const hint = match?.groups?.hint;
    // `{a, b}` is a YAML map.
    return !span || !match || (hint !== undefined && /^[^\s,]+(?:,\s*[^\s,]+)*$/.test(hint)) ? [] : [span];
  });
}

/** Whether nothing but a list's mark, a heading's or emphasis stands on the line beside a span. */
function standsAlone(text: string, start: number, length: number): boolean {
  // A mark and its indentation are short; what is longer is prose.
  const lead = text.slice(Math.max(0, start - 80), start);
  const before = lead.slice(Math.max(lead.lastIndexOf('\n'), lead.lastIndexOf('\r')) + 1);
  const after = /^[^\r\n]*/.exec(text.slice(start + length, start + length + 200))?.[0] ?? '';
  return /^[\s>*_#+-]*(?:\d+[.)]\s+)?$/.test(before) && /^[\s*_.]*$/.test(after);
}

/** The placeholder, or its whole line where a list's mark is all that would be left of it. */
function removal({ lines, text, blocks }: MarkdownDocument, span: Span): Span {
  const block = blocks.find(
    ({ kind, depth, line, endLine }) =>
      kind === 'paragraph' && depth > 0 && lines.at(line).start <= span.start && span.start < lines.at(endLine - 1).end,
  );
  if (!block || block.endLine !== block.line + 1) return span;
  const { start, end, next } = lines.at(block.line);
  const left = text.slice(start, span.start) + text.slice(span.end, end);
  return /^[\s>]*(?:[-*+]|\d+[.)])[\s"'*_.]*$/.test(left) ? { start, end: next } : span;
}
