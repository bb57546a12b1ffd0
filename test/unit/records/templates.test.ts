// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how snippets are written.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDecision } from '../../../src/decisions/reader.ts';
import { findTemplate, renderTemplate, TemplateError } from '../../../src/records/templates.ts';
import { ScratchFolder } from './scratchFolder.ts';

const builtIn = join(import.meta.dirname, '../../../templates');
const render = (source: string, data: Record<string, unknown> = {}) =>
  renderTemplate({ file: 'own.hbs', source, builtIn: false }, data);

describe('A template', () => {
  it('gives text with hints in braces, and a snippet with tab stops in their order', async () => {
    const { text, snippet } = await render('# {{title}}\n\n{{stop "Why?"}}\n{{stop "Then?"}}\n', { title: 'Retry' });
    assert.equal(text, '# Retry\n\n{Why?}\n{Then?}\n');
    assert.equal(snippet, '# Retry\n\n${1:{Why?\\}}\n${2:{Then?\\}}\n');
  });

  it('may have a place without a hint', async () => {
    const { text, snippet } = await render('{{stop}}');
    assert.deepEqual([text, snippet], ['{}', '${1:{\\}}']);
  });

  it('writes what a snippet would take for its own as it is', async () => {
    const title = 'Pay $1 or ${2:x} in C:\\temp {ok}';
    const { text, snippet } = await render('{{title}} $TM_FILENAME {{stop "a } b $ c"}}', { title });
    assert.equal(text, `${title} $TM_FILENAME {a } b $ c}`);
    assert.equal(snippet, 'Pay \\$1 or \\${2:x\\} in C:\\\\temp {ok\\} \\$TM_FILENAME ${1:{a \\} b \\$ c\\}}');
  });

  it('takes no place to fill from a title or a selection', async () => {
    const { text, snippet } = await render('{{title}} {{list.[0]}} {{deep.a}} {{stop "x"}}', {
      title: 'a\uE000forged\uE001b',
      list: ['\uE000'],
      deep: { a: '\uE001' },
    });
    assert.equal(text, 'aforgedb   {x}');
    assert.equal(snippet, 'aforgedb   ${1:{x\\}}');
  });

  it('writes HTML and quotes as they are', async () => {
    assert.equal((await render('{{title}}', { title: 'a < b && "c"' })).text, 'a < b && "c"');
  });

  it('writes values as YAML on one line', async () => {
    const people = ['Ana Ruiz', 'Raj: lead', "O'Neil", '#1', ''];
    assert.equal((await render('{{yaml people}}', { people })).text, `[Ana Ruiz, "Raj: lead", O'Neil, "#1", ""]`);
    assert.equal(
      (await render('{{yaml title}}|{{yaml none}}|{{yaml empty}}', { title: 'a: b', empty: [] })).text,
      '"a: b"|""|[]',
    );
    assert.equal((await render('k: {{yaml title}}', { title: 'two\nlines' })).text, 'k: "two\\nlines"');
  });

  it('knows conditions and loops', async () => {
    const source =
      '{{#if a}}A{{else}}B{{/if}}{{#unless a}}C{{/unless}}{{#each list}}{{@index}}{{this}}{{/each}}{{#with o}}{{x}}{{/with}}';
    assert.equal((await render(source, { a: false, list: ['x', 'y'], o: { x: 7 } })).text, 'BC0x1y7');
  });

  it('leaves out what the data does not have', async () => {
    assert.equal((await render('[{{nothing}}{{nor.that}}]')).text, '[]');
  });

  it('reaches nothing but the data it is given', async () => {
    for (const source of [
      '{{constructor}}',
      '{{toString}}',
      '{{title.constructor}}',
      '{{title.constructor.name}}',
      '{{title.__proto__}}',
      '{{__proto__}}',
      '{{#with title}}{{constructor.name}}{{/with}}',
      '{{#each list}}{{__proto__.constructor}}{{/each}}',
    ]) {
      assert.equal((await render(`[${source}]`, { title: 'x', list: ['y'] })).text, '[]', source);
    }
  });

  for (const [what, source, line, said] of [
    ['has a block that is not closed', 'one\n\n{{#if a}}\nthree {{#if b}}{{/if}}\n', 3, /^this block is not closed/],
    ['closes another block than it opened', 'one\n{{#if a}}\n{{/each}}\n', 2, /opened by "if" is closed by "each"/],
    ['closes what is not open', 'one\n{{/if}}\n', 2, /^this closes a block that was not opened/],
    ['has an else that belongs to nothing', 'one\n{{else}}\n', 2, /^"else" belongs into a block/],
    ['has a brace too few', 'one\ntwo {{title}\n', 2, /^what stands between \{\{ and \}\} is not complete/],
    ['has a quote too few', 'one\n{{stop "what}}\n', 2, /^what stands between \{\{ and \}\} is not complete/],
    [
      'calls a helper that there is none of',
      'one\n\n{{shout title}}\n',
      3,
      /no helper named "shout"\. Use stop, yaml, if/,
    ],
    ['looks things up', 'one\n{{lookup this "constructor"}}\n', 2, /no helper named "lookup"/],
    ['includes another file', 'one\n{{> other}}\n', 2, /cannot include another, such as "other"/],
    ['has a block about nothing', 'one\n{{#if}}{{/if}}\n', 2, /^"if" needs the name of one value/],
    ['has a loop over nothing', 'one\n{{#each}}{{/each}}\n', 2, /^"each" needs the name of one value/],
    ['has nothing where a name belongs', '{{}}', 1, /^what stands between \{\{ and \}\} is not complete/],
    ['goes where nobody knows', 'one\n{{a/../b}}', 2, /^this cannot be read\. Mend it/],
  ] as const) {
    it(`that ${what} is refused in one sentence with file, line and remedy`, async () => {
      await assert.rejects(render(source, { title: 'x' }), (error) => {
        assert.ok(error instanceof TemplateError, String(error));
        const shape = /^own\.hbs, line (\d+): (.+)\. [A-Z].+, or (?:use )?the built-in template\.$/.exec(error.message);
        assert.ok(shape, error.message);
        assert.equal(Number(shape[1]), line, error.message);
        assert.match(error.message.slice(error.message.indexOf(': ') + 2), said);
        // Nothing of the parser's own words.
        assert.doesNotMatch(error.message, /\n|Expecting|'[A-Z_]+'|knownHelpers|partial/);
        return true;
      });
    });
  }

  it('that is too large, or makes too much, is refused', async () => {
    await assert.rejects(render('x'.repeat(70_000)), {
      message: 'own.hbs is larger than 64 KB. Shorten it, or use the built-in template.',
    });
    await assert.rejects(
      render('{{#each list}}{{../title}}{{/each}}', { list: Array(2000).fill(1), title: 'x'.repeat(1000) }),
      {
        message: 'own.hbs makes more than 1 MB of text. Shorten it, or use the built-in template.',
      },
    );
  });

  it('that includes itself without end is refused', async () => {
    await assert.rejects(render('{{#*inline "a"}}{{> a}}{{/inline}}{{> a}}'), TemplateError);
  });

  it('may have been saved with CRLF and a byte order mark, which are its editor’s and not the record’s', async () => {
    assert.equal((await render('\uFEFF# {{title}}\r\n\r\n{{stop "x"}}\r\n', { title: 'T' })).text, '# T\n\n{x}\n');
  });
});

describe('Looking for a template', () => {
  let folder: ScratchFolder;
  beforeEach(() => {
    folder = new ScratchFolder();
  });
  afterEach(() => folder.remove());

  it('finds the repository’s before the user’s before ours', async () => {
    const [repository, user] = [folder.path('repository'), folder.path('user')];
    const folders = { repository, user, builtIn };
    assert.deepEqual(await findTemplate('nygard', folders), {
      file: join(builtIn, 'nygard.hbs'),
      source: readFileSync(join(builtIn, 'nygard.hbs'), 'utf8'),
      builtIn: true,
    });
    folder.write('user/nygard.hbs', 'user');
    assert.equal((await findTemplate('nygard', folders)).source, 'user');
    folder.write('repository/nygard.hbs', 'repository');
    const found = await findTemplate('nygard', folders);
    assert.deepEqual([found.source, found.builtIn], ['repository', false]);
    assert.equal((await findTemplate('nygard', { user, builtIn })).source, 'user');
  });

  it('says so where there is none of that name', async () => {
    await assert.rejects(findTemplate('haiku', { builtIn }), {
      message: 'There is no template named haiku. Name one of the built-in ones.',
    });
  });
});

describe('The built-in template', () => {
  const data = {
    title: 'Retry: with [backoff]',
    number: 12,
    date: '2024-05-06',
    deciders: ['Ana Ruiz', 'Raj: lead'],
    decidersText: 'Ana Ruiz, Raj',
    status: 'proposed',
    statusCapitalised: 'Proposed',
  };
  const supersedes = { phrase: 'Supersedes', title: 'Old', link: '[7. Old](0007-old.md)' };
  const formats: Record<string, string> = {
    decision: 'lead',
    'madr4-minimal': 'other',
    'y-statement': 'madr4',
  };

  for (const file of readdirSync(builtIn).filter((name) => name.endsWith('.hbs'))) {
    const name = file.replace('.hbs', '');

    it(`${name} reads back as what it was made from`, async () => {
      const template = await findTemplate(name, { builtIn });
      const { text } = await renderTemplate(template, { ...data, supersedes, context: 'Why: `x`.' });
      const record = readDecision('docs/adr/0012-retry.md', text);
      const minimal = name === 'madr4-minimal';
      assert.equal(record.title, data.title);
      assert.equal(record.format, formats[name] ?? name);
      assert.equal(record.status, minimal ? 'unknown' : 'proposed');
      assert.equal(record.date, minimal ? null : data.date);
      assert.deepEqual(
        record.supersedes.map(({ target }) => target),
        ['0007-old.md'],
      );
      assert.deepEqual(record.supersededBy, []);
      assert.match(text, /^Why: `x`\.$/m);
      if (!minimal && name !== 'nygard') assert.equal(record.deciders[0], 'Ana Ruiz');
      assert.equal(record.deciders.length, minimal || name === 'nygard' ? 0 : 2);
    });

    it(`${name}, as long as nobody has filled it in, states no options, deciders or dates`, async () => {
      const template = await findTemplate(name, { builtIn });
      const { text, snippet } = await renderTemplate(template, { ...data, deciders: [], decidersText: '', date: '' });
      const record = readDecision('docs/adr/x.md', text);
      assert.equal(record.options, 0);
      assert.deepEqual(record.deciders, []);
      assert.deepEqual(record.tags, []);
      assert.equal(record.date, null);
      assert.equal(record.revisit, null);
      assert.deepEqual([record.supersedes, record.supersededBy], [[], []]);
      assert.match(snippet, /\$\{1:\{/);
    });

    it(`${name} leaves no two empty lines, spaces at the end of a line or missing final line ending`, async () => {
      const template = await findTemplate(name, { builtIn });
      for (const more of [{}, { context: 'Why.' }, { supersedes }, { context: 'Why.', supersedes }]) {
        const { text } = await renderTemplate(template, { ...data, ...more });
        assert.doesNotMatch(text, /\n\n\n|[ \t]\n/);
        assert.match(text, /[^\n]\n$/);
      }
    });
  }

  it('has every name that a format asks for', () => {
    const names = readdirSync(builtIn);
    for (const name of ['decision', 'nygard', 'madr2', 'madr3', 'madr4', 'log4brains'])
      assert.ok(names.includes(`${name}.hbs`));
  });
});
