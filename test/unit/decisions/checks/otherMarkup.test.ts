import assert from 'node:assert/strict';
import { finds, lead, Repository, silent } from './checked.ts';

const rst = (status: string, more = '') =>
  `==================\nRetry with backoff\n==================\n\n:Status: ${status}\n:Date: 2026-11-02\n\nOptions\n=======\n\n${more}\n`;
const adoc = (status: string, more = '') =>
  `= Retry with backoff\n:date: 2026-11-02\n\n== Status\n\n${status}\n\n== Options\n\n${more}\n`;

describe('A record in reStructuredText or AsciiDoc', () => {
  finds(
    'duplicate-number',
    'the title of one that shares its number',
    { 'docs/adr/0002-b.rst': rst('Accepted'), 'docs/adr/0002-c.md': lead() },
    'Retry with backoff',
  );
  finds(
    'duplicate-number',
    'the title with its sign',
    { 'docs/adr/0002-b.adoc': adoc('Accepted'), 'docs/adr/0002-c.rst': rst('Accepted') },
    '= Retry with backoff',
  );
  finds(
    'unknown-status',
    'the whole line of a field',
    { 'docs/adr/0002-b.rst': rst('Pondering') },
    ':Status: Pondering',
  );
  finds('unknown-status', 'the line below a heading', { 'docs/adr/0002-b.adoc': adoc('Pondering') }, 'Pondering');
  finds(
    'impossible-date',
    'the line of a date that no calendar has',
    { 'docs/adr/0002-b.rst': rst('Accepted').replace('11-02', '02-30') },
    ':Date: 2026-02-30',
  );
  finds(
    'broken-link',
    'the lines of links to files that are not there',
    {
      'docs/adr/0002-b.rst': rst(
        'Accepted',
        'See `this <gone.rst>`_ and :doc:`0003-c`.\n\nOr :doc:`0004-gone`, `x <y_>`__.',
      ),
      'docs/adr/0003-c.rst': rst('Accepted'),
    },
    'See `this <gone.rst>`_ and :doc:`0003-c`.',
    'Or :doc:`0004-gone`, `x <y_>`__.',
  );
  finds(
    'broken-link',
    'the line of a link or cross reference',
    {
      'docs/adr/0002-b.adoc': adoc(
        'Accepted',
        'link:gone.txt[x]\n\n* xref:0009-gone.adoc#why[y] and xref:0003-c.adoc[z]',
      ),
      'docs/adr/0003-c.adoc': adoc('Accepted'),
    },
    'link:gone.txt[x]',
    '* xref:0009-gone.adoc#why[y] and xref:0003-c.adoc[z]',
  );
  silent('broken-link', 'what only its own tools can follow', {
    'docs/adr/0002-b.adoc': adoc(
      'Accepted',
      '<<section-1,words>>, link:{docs}/x.adoc[x], link:https://example.org/x.adoc[y]',
    ),
  });
  for (const code of ['too-few-options', 'missing-recommendation', 'missing-risks', 'unfilled-placeholder']) {
    silent(code, `what it may say in ways that are not read: ${code}`, {
      'docs/adr/0002-b.rst': rst('Accepted', '{One option}'),
    });
  }

  it('is never offered to be changed', async () => {
    const repository = await Repository.with({
      'docs/adr/0002-b.rst': rst('Pondering', '`a <gone.md>`_').replace('11-02', '02-30'),
      'docs/adr/0002-c.rst': rst('Proposed').replace('2026-11', '2025-01'),
    });
    try {
      const found = [
        ...(await repository.check('docs/adr/0002-b.rst')),
        ...(await repository.check('docs/adr/0002-c.rst')),
      ];
      assert.deepEqual(
        found.map(({ code }) => code),
        ['duplicate-number', 'unknown-status', 'impossible-date', 'broken-link', 'duplicate-number', 'stale-proposal'],
      );
      assert.deepEqual(
        found.filter(({ fixes }) => fixes !== undefined),
        [],
      );
    } finally {
      repository.delete();
    }
  });
});
