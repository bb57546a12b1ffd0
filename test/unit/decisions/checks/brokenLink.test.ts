import { type Files, finds, lead, own, silent } from './checked.ts';

const code = 'broken-link';
const linking = (text: string, others: Files = {}): Files => ({ [own]: lead({ Context: text }), ...others });

describe('A broken link', () => {
  finds(code, 'a record that is not there', linking('As in [another](0009-gone.md).'), '0009-gone.md');
  finds(
    code,
    'a file of the repository, with an anchor',
    linking('See [code](../../src/gone.ts#L3).'),
    '../../src/gone.ts#L3',
  );
  finds(code, 'an image', linking('![picture](images/a.png "A")'), 'images/a.png');
  finds(code, "a reference link's definition", linking('See [it][1].\n\n[1]: ./gone.md "Title"'), './gone.md');
  finds(code, 'a target in angle brackets', linking('See [it](<a gone.md>).'), 'a gone.md');
  finds(code, 'a badge and what it leads to', linking('[![b](gone.svg)](gone.md)'), 'gone.svg', 'gone.md');
  finds(code, 'a path from the root, where its first folder exists', linking('[it](/docs/gone.md)'), '/docs/gone.md');
  finds(
    code,
    'a link of a French record',
    { [own]: '# Réessayer\n\n## Statut\n\nAccepté\n\n## Liens\n\n- [avant](0009-disparu.md)\n' },
    '0009-disparu.md',
  );

  silent(
    code,
    'files and folders that are there',
    linking(
      '[a](0002-b.md) [b](../../src/x.ts#L1-L2) [c](../../src) [d](../decisions/) [e](./0002-b.md?plain=1) [f](0002-b)',
      {
        'docs/decisions/0002-b.md': lead(),
        'src/x.ts': '',
      },
    ),
  );
  silent(
    code,
    'encoded names',
    linking('[a](a%20b.md) [b](<a b.md>) [c](a\\_c.md)', { 'docs/decisions/a b.md': '', 'docs/decisions/a_c.md': '' }),
  );
  silent(
    code,
    'a page that a site makes of a record',
    linking('[a](0002-b.html)', { 'docs/decisions/0002-b.md': lead() }),
  );
  silent(
    code,
    'addresses, anchors and mail',
    linking('[a](https://x.example/gone.md) [b](#gone) [c](mailto:a@b.example) [d](//x/y.md) [e](vscode:x)'),
  );
  silent(
    code,
    'links in code and comments',
    linking('`[a](gone.md)`\n\n```md\n[a](gone.md)\n```\n\n<!-- [a](gone.md) -->'),
  );
  silent(code, 'what lies outside the repository', linking('[a](../../../elsewhere/x.md)'));
  silent(code, 'a path from the root of a site', linking('[a](/adr/gone.md)'));
  silent(code, "a site generator's expression", linking('[a]({{ site.url }}/gone.md) [b]({% link gone.md %})'));
  silent(
    code,
    'words in round brackets after words in square ones',
    linking('The [tenant](sic) pays. Call x[0](y) and [a](b c).'),
  );
  silent(code, 'words in square brackets before a colon', linking('> [Secrets]: a solution from another team'));
  silent(
    code,
    "a placeholder's example",
    '# Retry\n\n* Status: accepted\n* Deciders: [list everyone involved, as in [x](gone.md)]\n'.replace(
      ', as in [x](gone.md)',
      '',
    ),
  );
});
