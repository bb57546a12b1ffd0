import { finds, lead, silent } from './checked.ts';

const code = 'unfilled-placeholder';

describe('An unfilled placeholder', () => {
  const hint = '{Which option, and because of what.}';
  finds(code, 'a hint of our template', lead({ Recommendation: hint }), hint);
  finds(code, "an option's heading", lead({ Options: '### {First option}\n\n### A queue' }), '{First option}');
  finds(
    code,
    'hints inside a sentence',
    lead({ Recommendation: 'Chosen option: "{Title of the option}", because {it meets the drivers best}.' }),
    '{Title of the option}',
    '{it meets the drivers best}',
  );
  finds(code, 'a single word that stands alone', lead({ Options: '* {option}\n* A queue' }), '{option}');
  finds(code, 'a Handlebars expression', '# {{title}}\n\nStatus: Accepted\n', '{{title}}');
  finds(
    code,
    "MADR 2's square brackets",
    '# Retry\n\n* Status: accepted\n\n## Considered Options\n\n* [option 1]\n* A queue\n',
    '[option 1]',
  );
  finds(
    code,
    "front matter's values",
    lead({}, 'decision-makers: {list everyone involved in the decision}\n'),
    '{list everyone involved in the decision}',
  );
  finds(
    code,
    'a French hint',
    '# Réessayer\n\n## Statut\n\nAccepté\n\n## Décision\n\n{Décrivez la décision, en une phrase}\n',
    '{Décrivez la décision, en une phrase}',
  );
  finds(
    code,
    'a Chinese hint that stands alone',
    '# 重试\n\n## 状态\n\n已接受\n\n## 决策\n\n{说明决策}\n',
    '{说明决策}',
  );
  finds(
    code,
    'each of several',
    lead({ Context: '{What is the situation?}', Risks: '{What may go wrong}' }),
    '{What is the situation?}',
    '{What may go wrong}',
  );

  silent(
    code,
    'code',
    lead({ Context: 'Call `{a b}`.\n\n```js\nconst x = {first option};\n```\n\n    {Which option is it}' }),
  );
  silent(code, "a template's comment", lead({ Context: '<!-- {What is the situation} -->\nText.' }));
  silent(
    code,
    'a route, a set and a shell expansion',
    lead({ Context: 'GET /users/{user id}, x in {a, b, c}, cp file{,.bak}, $HOME{first name}, \\{not this}.' }),
  );
  silent(code, 'an object', lead({ Context: 'It sends {type: path, name: x} and { "a": 1 }.' }));
  silent(code, 'a word in braces inside a sentence', lead({ Context: 'The {tenant} is part of the name.' }));
  silent(
    code,
    "a site generator's expression",
    lead({ Context: '{{ page.date }} {{ x | y }} {{ status }} {{toc}} {% raw %}' }),
  );
  silent(
    code,
    'a link that has the words of a placeholder',
    lead({ Context: '[option 1](#option-1) and [option 2][o]\n\n[o]: #o' }),
  );
  silent(code, 'a record that no longer holds', lead({ Risks: '{What may go wrong}' }, 'status: rejected\n'));
  silent(code, 'a template among the records', {
    'docs/decisions/0000-template-madr.md': lead({ Risks: '{What may go wrong}' }),
    'docs/decisions/0001-x.md': lead(),
  });
});
