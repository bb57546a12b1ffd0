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
    if (part) found[part] = (found[part] ?? false) || /[\p{L}\p{N}]/u.test(body);
  });
  return found;
}
