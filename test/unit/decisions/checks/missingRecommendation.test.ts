import { finds, lead, silent } from './checked.ts';

const code = 'missing-recommendation';
const options = '# Retry\n\nStatus: accepted\n\n## Considered Options\n\n* A queue\n* Backoff\n\n';

describe('A missing recommendation', () => {
  finds(code, 'an empty section', lead({ Recommendation: '' }), '## Recommendation');
  finds(code, 'a section with a comment alone', lead({ Recommendation: '<!-- say it -->' }), '## Recommendation');
  finds(
    code,
    'an empty Spanish section',
    '# Reintentar\n\n## Estado\n\nAceptado\n\n## Decisión\n\n## Consecuencias\n\nX\n',
    '## Decisión',
  );
  finds(code, 'an accepted record of options alone', options, '# Retry');

  silent(code, 'a recommendation', lead());
  silent(
    code,
    'a decision in nested sections',
    '# Retry\n\nStatus: accepted\n\n## Decision\n\n### Where\n\nIn the client.\n',
  );
  silent(
    code,
    'a table as the decision',
    '# Retry\n\nStatus: accepted\n\n## Decision\n\n| a | b |\n|---|---|\n| c | d |\n',
  );
  silent(code, 'a section of another name', `${options}## Our choice\n\nA queue.\n`);
  silent(code, 'a decision in bold', `${options}## Notes\n\n**Decision:** a queue.\n`);
  silent(code, 'a proposal that is not decided', options.replace('accepted', 'proposed'));
  silent(code, 'an empty section of a rejected record', lead({ Recommendation: '' }, 'status: rejected\n'));
  silent(code, 'a Y-statement', '# Retry\n\nStatus: accepted\n\nIn the context of charges we decided for a queue.\n');
});
