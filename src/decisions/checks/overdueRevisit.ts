import { phrase } from '../../humanError.ts';
import { revisitEdits } from '../revisit.ts';
import { isRevisitDue } from '../revisitDue.ts';
import type { Check, Fix, Subject } from './check.ts';
import { monthsAfter } from './day.ts';
import { orNone } from './fix.ts';
import { fieldSpan, isEmpty, sectionsNamed } from './place.ts';

/** A decision whose day to look at its outcome has passed, and that tells no outcome. */
export const overdueRevisit: Check = {
  code: 'overdue-revisit',
  severity: 'information',
  anyMarkup: true,
  documentation:
    'The day on which `revisit` asks to look at the outcome has passed, and the record tells none. A team learns from what it expected.',
  run(subject) {
    const { record, document, fields, today } = subject;
    if (record.status !== 'accepted' || record.revisit === null || !isRevisitDue(record, today)) return [];
    // Only the front matter entry is ours; "Review date" in other people's records has other customs behind it.
    const field = fields.find(
      ({ name, place, label }) => name === 'revisit' && place === 'frontMatter' && /^revisit$/i.test(label),
    );
    if (!field) return [];
    // An outcome without a day may well be of this one.
    const told = sectionsNamed(subject, 'outcome').some((section) => !isEmpty(document, section));
    if (told && record.outcome === null) return [];
    const message = phrase(
      'To be revisited on {0}, and no outcome is recorded. Write what happened, or set a later day.',
      record.revisit,
    );
    return [{ ...fieldSpan(document, field), message, fixes: () => [outcome, ...later(subject)] }];
  },
};

const outcome: Fix = { title: phrase('Record Outcome'), changes: [], command: 'recordOutcome' };

function later({ record, document, today }: Subject): Fix[] {
  const day = monthsAfter(today, 3);
  return orNone(() => {
    const edits = revisitEdits(record.path, document.text, day);
    const changes = [{ path: record.path, before: document.text, edits }];
    return { title: phrase('Revisit in Three Months, on {0}', day), changes };
  });
}
