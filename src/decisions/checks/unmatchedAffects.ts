import { phrase } from '../../humanError.ts';
import { readGlob } from '../../records/glob.ts';
import type { Check, Finding, Fix, Subject } from './check.ts';
import { titleSpan } from './place.ts';

/** A pattern under `affects` that no file of the repository matches. */
export const unmatchedAffects: Check = {
  code: 'unmatched-affects',
  severity: 'warning',
  documentation:
    'A pattern under `affects` matches no file: the code was moved or deleted, and nobody meets the decision there any more.',
  run(subject) {
    const { record, log, document } = subject;
    const { files } = log;
    // What is only proposed may speak of code that is yet to be written; what no longer holds, of code that is gone.
    if (!files?.length || record.status !== 'accepted') return [];
    const span = document.frontMatter?.spanOf('affects') ?? titleSpan(document);
    const value = document.text.slice(span.start, span.end);
    return record.affects
      .filter(
        (pattern) =>
          pattern.trim() && !pattern.startsWith('!') && !/[{<].*\s/.test(pattern) && !matchesAny(pattern, files),
      )
      .map((pattern): Finding => {
        const at = value.indexOf(pattern);
        const place = at < 0 ? span : { start: span.start + at, end: span.start + at + pattern.length };
        return {
          ...place,
          message: phrase('No file matches {0}. Name where the code is now.', pattern),
          fixes: () => removal(subject, pattern),
        };
      });
  },
};

function matchesAny(pattern: string, files: readonly string[]): boolean {
  const { base, matches } = readGlob(pattern.trim());
  return files.some((file) => file.startsWith(base) && matches(file));
}

function removal({ record, document }: Subject, pattern: string): Fix[] {
  const left = record.affects.filter((each) => each !== pattern);
  const edits = document.frontMatter?.set('affects', left);
  if (!edits || typeof document.frontMatter?.get('affects') === 'string') return [];
  return [
    {
      title: phrase('Remove {0}', pattern),
      changes: [{ path: record.path, before: document.text, edits }],
    },
  ];
}
