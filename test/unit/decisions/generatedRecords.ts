import fc from 'fast-check';
import { bodyBlock, documentWithFrontMatter, fileShape, shaped, words } from '../markdown/generated.ts';

const status = fc.constantFrom('Proposed', 'accepted', '**Accepted**', 'Accepted 2024-01-02', 'Rejected');
const middle = fc.array(bodyBlock, { maxLength: 3 }).map((blocks) => blocks.join('\n\n'));

/** How each format writes a record, by name, with `\n` as line ending. */
const formats: Readonly<Record<string, (title: string, status: string, middle: string) => string>> = {
  nygard: (title, status, middle) =>
    `# 12. ${title}\n\nDate: 2024-01-02\n\n## Status\n\n${status}\n\n## Context\n\n${middle}\n\n## Decision\n\nWords.\n\n## Consequences\n\n- one`,
  french: (title, status, middle) =>
    `# 12. ${title}\n\nDate : 2024-01-02\n\n## Statut\n\n${status}\n\n## Contexte\n\n${middle}\n\n## Décision\n\nMots.`,
  madr2: (title, status, middle) =>
    `# ${title}\n\n* Status: ${status}\n* Deciders: Ana, Raj\n* Date: 2024-01-02\n\n## Context and Problem Statement\n\n${middle}\n\n## Considered Options\n\n* a\n* b\n\n## Decision Outcome\n\nChosen: a\n\n## Links\n\n* [x](0001-x.md)`,
  log4brains: (title, status, middle) =>
    `# ${title}\n\n- Status: ${status}\n- Date: 2024-01-02\n\n## Context and Problem Statement\n\n${middle}\n\n## Decision Outcome\n\nb`,
  madr4: (title, _status, middle) =>
    `---\nstatus: accepted # by all\ndate: 2024-01-02\ndecision-makers: [Ana]\n---\n\n# ${title}\n\n## Context and Problem Statement\n\n${middle}\n\n## Decision Outcome\n\nb\n\n## More Information\n\nNone.`,
  keys: (title, _status, middle) =>
    `---\nstatus: accepted\namends:\n  - 0002-b.md\namended_by: []\n---\n# ${title}\n\n${middle}\n\n## Decision\n\nb`,
  lines: (title, status, middle) =>
    `# ${title}\n\n**Status:** ${status.replaceAll('*', '')}  \n**Date:** 2024-01-02  \n**Ticket:** 12\n\n## Context\n\n${middle}\n\n## Decision\n\nb`,
  table: (title, status, middle) =>
    `# ${title}\n\n| Key | Value |\n|---|---|\n| Status | ${status} |\n| Date | 2024-01-02 |\n\n## Context\n\n${middle}\n\n## Decision\n\nb`,
  headless: (title, _status, middle) => `${title}\n===\n\n${middle}\n\nContext\n---\n\nWords.`,
};

export const formatNames = Object.keys(formats);

/**
 * Records of one format, with line endings, byte order marks, fences and comments of every kind.
 *
 * @param title of the record.
 * @param more a paragraph beside the others, if any.
 */
export function recordsIn(
  format: string,
  title: fc.Arbitrary<string> = words,
  more: fc.Arbitrary<string> = fc.constant(''),
): fc.Arbitrary<string> {
  return fc
    .record({ title, status, middle, more, shape: fileShape })
    .map(({ title, status, middle, more, shape }) =>
      shaped(formats[format]?.(title, status, [middle, more].filter(Boolean).join('\n\n')) ?? '', shape),
    );
}

/** Records of every format. */
export const anyRecord: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: documentWithFrontMatter, weight: 1 },
  { arbitrary: fc.constantFrom(...formatNames).chain((format) => recordsIn(format)), weight: 4 },
);
