import { posix } from 'node:path';
import { phrase } from '../../humanError.ts';
import type { Status } from '../record.ts';
import { statusEdits } from '../statusEdit.ts';
import { foldWords } from '../vocabulary.ts';
import type { Check, Fix, Subject } from './check.ts';
import { excerpt } from './excerpt.ts';
import { orNone } from './fix.ts';
import { fieldSpan, titleSpan } from './place.ts';

/** A record whose status is not stated, or in words that mean none of the known ones. */
export const unknownStatus: Check = {
  code: 'unknown-status',
  severity: 'warning',
  anyMarkup: true,
  documentation:
    'Readers cannot tell whether the decision holds: the status is missing, or means none of the known ones.',
  run(subject) {
    const { record, document, stated } = subject;
    if (record.status !== 'unknown') return [];
    const fixes = () => [...setStatus(subject, 'proposed'), ...setStatus(subject, 'accepted')];
    if (record.statusText === null || !stated) {
      if (isCustom(subject, null)) return [];
      const message = phrase('This record states no status. Say whether it is proposed, accepted or something else.');
      return [{ ...titleSpan(document), severity: 'information', message, fixes }];
    }
    if (isCustom(subject, record.statusText)) return [];
    const message = phrase(
      '"{0}" is no known status. Write proposed, accepted, rejected, deprecated or superseded.',
      excerpt(record.statusText),
    );
    return [{ ...fieldSpan(document, stated.field), message, fixes }];
  },
};

/** The fix that gives a record another status; none where its status cannot be changed safely. */
export function setStatus({ record, document, log, today }: Subject, status: Exclude<Status, 'unknown'>): Fix[] {
  return orNone(() => {
    const edits = statusEdits(document.text, status, today, undefined, { team: log.team });
    const changes = [{ path: record.path, before: document.text, edits }];
    return { title: phrase('Set Status to {0}', status), changes };
  });
}

/**
 * Whether the folder's other records do the same, so that it is a custom of the team and no slip: most of them state no
 * status, or at least two others have the same words. A template's list of choices is nobody's custom.
 */
function isCustom({ record, log }: Subject, words: string | null): boolean {
  if (words !== null && /[|{}]|(?:\w+\s*\/\s*){2}/.test(words)) return false;
  const folder = posix.dirname(record.path);
  const siblings = log.records.filter(({ path }) => path !== record.path && posix.dirname(path) === folder);
  if (words === null) {
    const without = siblings.filter(({ statusText }) => statusText === null);
    return siblings.length > 1 && without.length * 2 > siblings.length;
  }
  const same = siblings.filter(({ statusText }) => statusText !== null && foldWords(statusText) === foldWords(words));
  return same.length > 1;
}
