import type { Part } from './cue.ts';

const headings: Readonly<Record<string, Part>> = {
  why: 'why',
  reason: 'why',
  pattern: 'pattern',
  example: 'pattern',
  risk: 'risk',
  risks: 'risk',
};

/** `**Why:** …`, `Why: …`, `### Why` and the like at the beginning of a line. */
const heading =
  /^[ \t]*(?:[-*+] +|#{1,6} +)?(?:\*\*|__)?(why|reason|pattern|example|risks?)(?:(?:\*\*|__)?[ \t]*:(?:\*\*|__)?|(?:\*\*|__)?[ \t]*$)/gim;

/**
 * The parts that a comment sets out under names of their own, and whether anything stands there; a part that it does
 * not name is absent. The names are those of a review record.
 */
export function sectionsOf(text: string): Partial<Record<Part, boolean>> {
  const found: Partial<Record<Part, boolean>> = {};
  const heads = [...text.matchAll(heading)];
  heads.forEach(({ index, 0: whole, 1: name = '' }, at) => {
    const part = headings[name.toLowerCase()];
    const body = text.slice(index + whole.length, heads[at + 1]?.index ?? text.length);
    if (part) found[part] = (found[part] ?? false) || saysSomething(whole.includes(':') ? ownParagraph(body) : body);
  });
  return found;
}

/** What belongs to a name with a colon: the rest of its paragraph or, where that is empty, a list or code right below. */
function ownParagraph(body: string): string {
  const [first = '', ...others] = body.split(/\n[ \t]*\r?\n/);
  if (saysSomething(first)) return first;
  const next = others.join('\n\n').trimStart();
  return /^(?:```|~~~|[-*+] |\d+[.)] )/.test(next) ? next : '';
}

function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** A comment without the names of its sections: what is left is what was written. */
export function withoutHeadings(text: string): string {
  return text.replace(heading, '');
}
