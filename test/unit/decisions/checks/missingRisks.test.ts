import { finds, lead, silent } from './checked.ts';

const code = 'missing-risks';
const madr = (consequences: string) =>
  `# Retry\n\nStatus: accepted\n\n## Decision Outcome\n\nA queue.\n\n### Consequences\n\n${consequences}\n`;

describe('Missing risks', () => {
  finds(code, 'an empty section', lead({ Risks: '' }), '## Risks');
  finds(
    code,
    'an empty German section',
    '# Wiederholen\n\nStatus: akzeptiert\n\n## Entscheidung\n\nJa.\n\n## Risiken\n\n',
    '## Risiken',
  );
  finds(
    code,
    'empty negative consequences',
    '# Retry\n\n* Status: accepted\n\n## Decision Outcome\n\nX\n\n### Positive Consequences\n\n* Fast\n\n### Negative Consequences\n',
    '### Negative Consequences',
  );
  finds(
    code,
    'consequences that are all good',
    madr('* Good, because it is fast\n* Good, because it is cheap'),
    '### Consequences',
  );

  silent(code, 'risks', lead());
  silent(code, 'the word "None", which is an answer', lead({ Risks: 'None.' }));
  silent(code, 'good and bad consequences', madr('* Good, because it is fast\n* Bad, because it is dear'));
  silent(code, 'consequences in words of their own', madr('We wait longer.'));
  silent(
    code,
    'a format without risks',
    '# 1. Retry\n\n## Status\n\nAccepted\n\n## Decision\n\nY\n\n## Consequences\n\nZ\n',
  );
  silent(code, 'a deprecated record', lead({ Risks: '' }, 'status: deprecated\n'));
});
