import { posix } from 'node:path';
import { type Message, phrase } from '../../humanError.ts';
import type { Edit } from '../../markdown/edit.ts';
import { isMarkdown, readName } from '../naming.ts';
import type { DecisionRecord, Reference } from '../record.ts';
import { relationEdits, relationKeys } from '../relation.ts';
import { supersededSpelling, supersedeEdits } from '../supersede.ts';
import { inPart } from '../vocabulary.ts';
import type { Check, Finding, Fix, Subject } from './check.ts';
import { orNone } from './fix.ts';
import { referenceSpan } from './place.ts';

/** Records that are asked for their folder's spelling, the last ones. */
const most = 20;

/** One record says that it replaces another, or is replaced by it; the other knows nothing of it. */
export const oneSidedSupersede: Check = {
  code: 'one-sided-supersede',
  severity: 'warning',
  anyMarkup: true,
  documentation:
    'Only one of two records says that one supersedes the other. Whoever opens the other one follows a decision that no longer holds.',
  run(subject) {
    const { record } = subject;
    return [
      ...record.supersedes.flatMap((reference) => unaware(subject, reference)),
      ...record.supersededBy.flatMap((reference) => unlinked(subject, reference)),
    ];
  },
};

/** The other record of a reference; undefined where it is none of the log, or the record itself. */
function otherOf({ record, log }: Subject, reference: Reference): DecisionRecord | undefined {
  const path = log.resolve(reference, record.path);
  return path === record.path ? undefined : log.recordAt(path);
}

/** This record supersedes another that still stands. */
function unaware(subject: Subject, reference: Reference): Finding[] {
  const { record, log } = subject;
  const old = otherOf(subject, reference);
  // A proposal changes nothing yet; one that was rejected never will.
  if (!old || (record.status !== 'accepted' && record.status !== 'unknown')) return [];
  if (old.status !== 'accepted' && old.status !== 'proposed' && old.status !== 'unknown') return [];
  if (names(subject, old.supersededBy, old.path, record.path)) return [];
  const words = `${old.statusText ?? ''} ${reference.text}`.toLowerCase();
  if (inPart.some((part) => words.includes(part)) || /amend|extend|partial|part of/.test(words)) return [];
  return [
    {
      ...referenceSpan(subject, reference),
      message: phrase('This record supersedes {0}, which does not say so: its status is {1}.', nameOf(old), old.status),
      fixes: () => {
        const text = isMarkdown(old.path) ? log.textOf(old.path) : undefined;
        const siblings = log.records.filter(({ path }) => posix.dirname(path) === posix.dirname(old.path));
        const spelling = supersededSpelling(siblings.filter(({ path }) => path !== old.path));
        return text === undefined
          ? []
          : editOf(phrase('Mark {0} as Superseded', nameOf(old)), old, text, () =>
              supersedeEdits(old, text, record, subject.today, spelling),
            );
      },
    },
  ];
}

/** This record is superseded by another that does not name it anywhere. */
function unlinked(subject: Subject, reference: Reference): Finding[] {
  const { record, log } = subject;
  const by = otherOf(subject, reference);
  if (!by || record.status !== 'superseded') return [];
  if (names(subject, by.supersedes, by.path, record.path)) return [];
  // Any mention will do: it need not be in the words that we know.
  const text = log.textOf(by.path);
  if (text === undefined || mentions(text, record)) return [];
  return [
    {
      ...referenceSpan(subject, reference),
      severity: 'information',
      message: phrase('{0} supersedes this record and does not mention it.', nameOf(by)),
      fixes: () => {
        if (!isMarkdown(by.path)) return [];
        const { log } = subject;
        const siblings = log.pathsIn(posix.dirname(by.path)).slice(-most);
        const keys = () => relationKeys(siblings.flatMap((path) => log.textOf(path) ?? []));
        return editOf(phrase('Say So in {0}', nameOf(by)), by, text, () =>
          relationEdits('supersedes', by, text, record, keys()),
        );
      },
    },
  ];
}

function names(subject: Subject, references: readonly Reference[], from: string, path: string): boolean {
  return references.some((each) => subject.log.resolve(each, from) === path);
}

function mentions(text: string, record: DecisionRecord): boolean {
  const stem = posix.basename(record.path).replace(/\.\w+$/, '');
  if (text.includes(stem) || text.includes(encodeURI(stem))) return true;
  const { number } = readName(record.path);
  return number !== null && new RegExp(`(?<!\\d)0*${number}(?!\\d)`).test(text.replace(/^\s*#.*$/m, ''));
}

function nameOf(record: DecisionRecord): string {
  return posix.basename(record.path);
}

function editOf(title: Message, other: DecisionRecord, before: string, edits: () => readonly Edit[]): Fix[] {
  return orNone(() => ({
    title,
    changes: [{ path: other.path, before, edits: edits() }],
    preferred: true,
  }));
}
