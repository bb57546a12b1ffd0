import { posix } from 'node:path';
import { phrase } from '../../humanError.ts';
import { learnNaming, readName } from '../naming.ts';
import { sharedNumbers } from '../renumber.ts';
import type { Check } from './check.ts';
import { titleSpan } from './place.ts';

/** Two records of a folder, or of two branches, with one number. */
export const duplicateNumber: Check = {
  code: 'duplicate-number',
  severity: 'error',
  anyMarkup: true,
  documentation:
    'Another record has the same number, so that "ADR-12" means two decisions. It happens when two branches take the next number.',
  run({ record, document, log }) {
    const { number, path } = record;
    const folder = posix.dirname(path);
    // Where files are named by date, or not numbered, numbers are part of a title.
    if (number === null || readName(path).date || learnNaming(log.pathsIn(folder)).kind !== 'number') return [];
    const name = readName(path);
    const sharing = (sharedNumbers(log.pathsIn(folder)).get(number) ?? []).filter((other) => {
      const theirs = readName(other);
      return other !== path && !theirs.date && theirs.prefix === name.prefix && !isTranslation(name.slug, theirs.slug);
    });
    const other = sharing[0] === undefined ? log.clashOf?.(path) : posix.basename(sharing[0]);
    if (other === undefined) return [];
    const message = phrase('Number {0} is also that of {1}. Give one of them another.', String(number), other);
    const fixes = () => [{ title: phrase('Renumber'), changes: [], command: 'renumber' as const }];
    return [{ ...titleSpan(document), message, fixes }];
  },
};

/** `0007-retry.fr` beside `0007-retry`: one decision in two languages, or with an appendix of the same name. */
function isTranslation(a: string, b: string): boolean {
  const bare = (slug: string) => slug.replace(/[-_.](?:[a-z]{2}(?:[-_][a-z]{2})?)$/i, '');
  return bare(a) === bare(b) || bare(a) === b || a === bare(b);
}
