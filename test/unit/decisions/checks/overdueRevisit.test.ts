import { finds, lead, silent } from './checked.ts';

const code = 'overdue-revisit';

describe('An overdue revisit', () => {
  finds(code, 'a day that has passed', lead({}, 'revisit: 2026-11-19\n'), '2026-11-19');
  finds(
    code,
    'a day that has passed, above an empty outcome',
    lead({ Outcome: '' }, 'revisit: 2026-05-01\n'),
    '2026-05-01',
  );
  finds(
    code,
    'a day that has passed since an earlier outcome',
    lead({ 'Outcome, 2026-02-03': 'As expected.' }, 'revisit: 2026-08-01\n').replace(
      '## Outcome, 2026-02-03',
      '## Outcome\n\n### 2026-02-03',
    ),
    '2026-08-01',
  );

  finds(code, 'today', lead({}, 'revisit: 2026-11-20\n'), '2026-11-20');
  silent(code, 'tomorrow', lead({}, 'revisit: 2026-11-21\n'));
  silent(code, 'a record that tells its outcome', lead({ Outcome: 'It held.' }, 'revisit: 2026-05-01\n'));
  silent(code, 'a record that tells its outcome in German', lead({ Ergebnis: 'Es hielt.' }, 'revisit: 2026-05-01\n'));
  silent(code, 'a proposal', lead({}, 'status: proposed\nrevisit: 2026-05-01\n'));
  silent(
    code,
    "another format's review date",
    '# Retry\n\n**Status:** Accepted | **Date:** 2025-02-17 | **Review date:** 2026-02-17\n',
  );
});
