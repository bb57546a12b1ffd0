import { finds, lead, silent } from './checked.ts';

const code = 'impossible-date';

describe('An impossible date', () => {
  finds(code, 'a day that no month has', lead({}, 'date: 2026-02-30\n'), '2026-02-30');
  finds(
    code,
    'day and month the other way round',
    '# 1. Retry\n\nDate: 2023-27-02\n\n## Status\n\nAccepted\n',
    '2023-27-02',
  );
  finds(
    code,
    'a month that no year has, in German',
    '# Wiederholen\n\n- Status: akzeptiert\n- Datum: 2026-13-32\n',
    '2026-13-32',
  );
  finds(code, 'a day far ahead', lead({}, 'date: 2206-11-02\n'), '2206-11-02');
  finds(code, 'an impossible revisit', lead({}, 'revisit: 2027-06-31\n'), '2027-06-31');
  finds(code, 'a revisit after a century', lead({}, 'revisit: 2127-06-30\n'), '2127-06-30');

  silent(code, 'days of the calendar', lead({}, 'date: 2024-02-29\nrevisit: 2027-02-28\n'));
  silent(code, 'a day next month', lead({}, 'date: 2026-12-20\n'));
  silent(code, 'dates of other kinds', '# 1. Retry\n\nDate: 31/12/2024\n\n## Status\n\nAccepted\n');
  silent(code, 'a placeholder', '# 1. Retry\n\nDate: YYYY-MM-DD\n\n## Status\n\nAccepted\n');
  silent(code, 'numbers in prose', lead({ Context: 'Error 2026-99-99 was seen.' }));
});
