import { readDate } from '../date.ts';
import type { Check, Fix, Subject } from './check.ts';
import { daysBetween, monthsAfter } from './day.ts';
import { fieldSpan, isEmpty, sectionsNamed } from './place.ts';

/** A decision whose day to look at its outcome has passed, and that tells no outcome. */
export const overdueRevisit: Check = {
  code: 'overdue-revisit',
  severity: 'information',
  documentation:
    'The day on which `revisit` asks to look at the outcome has passed, and the record tells none. A team learns from what it expected.',
  run(subject) {
    const { record, document, fields, today } = subject;
    if (record.status !== 'accepted') return [];
    // Only the front matter entry is ours; "Review date" in other people's records has other customs behind it.
    const field = fields.find(
      ({ name, place, label }) => name === 'revisit' && place === 'frontMatter' && /^revisit$/i.test(label),
    );
    const day = field && readDate(field.values[0] ?? '');
    if (!field || day === undefined || day >= today) return [];
    const told = sectionsNamed(subject, 'outcome').some((section) => !isEmpty(document, section));
    // An outcome of long before the day is that of an earlier look.
    if (told && (record.outcome === null || daysBetween(record.outcome, day) <= 31)) return [];
    const fix = later(subject, field.label);
    return [
      {
        ...fieldSpan(document, field),
        message: {
          template: 'To be revisited on {0}, and no outcome is recorded. Write what happened, or set a later day.',
          args: [day],
        },
        fixes: () => fix,
      },
    ];
  },
};

function later({ record, document, today }: Subject, key: string): Fix[] {
  const day = monthsAfter(today, 3);
  const edits = document.frontMatter?.set(key, day);
  if (!edits) return [];
  return [
    {
      title: { template: 'Revisit in Three Months, on {0}', args: [day] },
      changes: [{ path: record.path, before: document.text, edits }],
    },
  ];
}
