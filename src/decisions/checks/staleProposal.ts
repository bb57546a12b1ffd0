import { phrase } from '../../humanError.ts';
import { readDate } from '../date.ts';
import { isWaiting } from '../waiting.ts';
import type { Check } from './check.ts';
import { daysBetween } from './day.ts';
import { fieldSpan, titleSpan } from './place.ts';
import { setStatus } from './unknownStatus.ts';

/** A proposal on which nothing has happened for a while. */
export const staleProposal: Check = {
  code: 'stale-proposal',
  severity: 'information',
  anyMarkup: true,
  documentation:
    'The proposal has waited longer than `leadHabits.checks.staleAfterDays`. Undecided, it blocks work or is followed unseen.',
  run(subject) {
    const { record, document, stated, fields, today, staleAfterDays } = subject;
    if (!isWaiting(record)) return [];
    const dates = fields
      .filter(({ name }) => name === 'date' || name === 'decided' || name === 'modified' || name === 'created')
      .flatMap(({ values }) => values.flatMap((value) => readDate(value) ?? []));
    const [latest] = [...dates, ...(record.date ? [record.date] : [])].sort().reverse();
    if (latest === undefined) return [];
    const days = daysBetween(latest, today);
    if (days <= staleAfterDays) return [];
    return [
      {
        ...(stated ? fieldSpan(document, stated.field) : titleSpan(document)),
        message: phrase('Proposed {0} days ago. Decide, or say what it is waiting for.', String(days)),
        fixes: () => [...setStatus(subject, 'accepted'), ...setStatus(subject, 'rejected')],
      },
    ];
  },
};
