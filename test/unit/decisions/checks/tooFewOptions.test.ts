import { finds, lead, silent } from './checked.ts';

const code = 'too-few-options';

describe('Too few options', () => {
  finds(code, 'a section with one heading', lead({ Options: '### A queue\n\nIt waits.' }), '## Options');
  finds(
    code,
    'a list of one',
    '# Retry\n\n* Status: accepted\n\n## Considered Options\n\n* A queue\n\n## Decision Outcome\n\nA queue.\n',
    '## Considered Options',
  );
  finds(code, 'an empty section', lead({ Options: '' }), '## Options');
  finds(
    code,
    'an empty German section',
    '# Wiederholen\n\n## Status\n\nAkzeptiert\n\n## Optionen\n\n## Entscheidung\n\nJa.\n',
    '## Optionen',
  );
  finds(
    code,
    'a French list of one',
    '# Réessayer\n\n## Statut\n\nAccepté\n\n## Options envisagées\n\n- msw\n\n## Décision\n\nmsw.\n',
    '## Options envisagées',
  );

  silent(code, 'two options', lead());
  silent(
    code,
    'one alternative, beside the option that was chosen',
    lead({ Options: '' }).replace('## Options', '## Alternatives considered\n\n- A queue'),
  );
  silent(code, 'options in prose', lead({ Options: 'We looked at a queue, and at doing nothing.' }));
  silent(code, 'one item with prose before it', lead({ Options: 'We looked at three. This one is new:\n\n- A queue' }));
  silent(
    code,
    'a format without options',
    '# 1. Retry\n\n## Status\n\nAccepted\n\n## Context\n\nX\n\n## Decision\n\nY\n',
  );
  silent(code, 'a superseded record', lead({ Options: '' }, 'status: superseded\n'));
});
