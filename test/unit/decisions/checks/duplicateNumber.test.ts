import { finds, lead, silent } from './checked.ts';

const code = 'duplicate-number';
const text = lead();

describe('A duplicate number', () => {
  finds(
    code,
    'the title of one of two records',
    { 'docs/adr/0002-b.md': text, 'docs/adr/0002-c.md': text, 'docs/adr/0001-a.md': text },
    '# Retry with backoff',
  );
  finds(
    code,
    'a number of another width',
    { 'docs/adr/0002-b.md': text, 'docs/adr/2-c.md': text, 'docs/adr/0001-a.md': text },
    '# Retry with backoff',
  );
  finds(
    code,
    'the first line of a German record without a title',
    { 'docs/adr/adr-007-a.md': 'Status: angenommen\n', 'docs/adr/adr-007-b.md': text },
    'Status: angenommen',
  );

  silent(code, 'numbers of their own', { 'docs/adr/0002-b.md': text, 'docs/adr/0003-c.md': text });
  silent(code, 'another folder', { 'docs/adr/0002-b.md': text, 'packages/x/docs/adr/0002-c.md': text });
  silent(code, 'dates', { 'docs/adr/20211031-a.md': text, 'docs/adr/20211031-b.md': text });
  silent(code, 'numbers behind dates', { 'docs/adr/2021-06-18_008-a.md': text, 'docs/adr/2021-06-19_008-b.md': text });
  silent(code, 'another prefix', { 'docs/adr/ADR-002-b.md': text, 'docs/adr/RFC-002-c.md': text });
  silent(code, 'a translation', {
    'docs/adr/0002-b.md': text,
    'docs/adr/0002-b.fr.md': text,
    'docs/adr/0002-b-de.md': text,
  });
  silent(code, 'words that begin with a number', {
    'docs/decisions/2-factor-login.md': text,
    'docs/decisions/a.md': text,
    'docs/decisions/b.md': text,
    'docs/decisions/2-day-week.md': text,
    'docs/decisions/c.md': text,
  });
});
