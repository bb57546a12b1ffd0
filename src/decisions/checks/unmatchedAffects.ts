import picomatch from 'picomatch';
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
          message: { template: 'No file matches {0}. Name where the code is now.', args: [pattern] },
          fixes: () => removal(subject, pattern),
        };
      });
  },
};

/** A pattern may be a glob, a file, or a folder with everything in it. */
function matchesAny(pattern: string, files: readonly string[]): boolean {
  const path = pattern.trim().replace(/^\.?\//, '');
  const folder = path.replace(/\/+$/, '');
  if (files.some((file) => file === folder || file.startsWith(`${folder}/`))) return true;
  if (!/[*?[{(!+@]/.test(path)) return false;
  const matches = picomatch(path.endsWith('/') ? `${path}**` : path, { dot: true });
  return files.some((file) => matches(file));
}

function removal({ record, document }: Subject, pattern: string): Fix[] {
  const left = record.affects.filter((each) => each !== pattern);
  const edits = document.frontMatter?.set('affects', left);
  if (!edits || typeof document.frontMatter?.get('affects') === 'string') return [];
  return [
    {
      title: { template: 'Remove {0}', args: [pattern] },
      changes: [{ path: record.path, before: document.text, edits }],
    },
  ];
}
