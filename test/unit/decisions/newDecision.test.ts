import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { cleanTitle, contextFrom, titleProblem } from '../../../src/decisions/draft.ts';
import { linkTarget } from '../../../src/decisions/linkTarget.ts';
import { DecisionLog } from '../../../src/decisions/log.ts';
import { draftDecision } from '../../../src/decisions/newDecision.ts';
import { readDecision } from '../../../src/decisions/reader.ts';
import { parseBlocks } from '../../../src/markdown/blocks.ts';
import { walk } from '../../../src/records/files.ts';
import { ScratchFolder } from '../records/scratchFolder.ts';

describe('A title', () => {
  for (const [typed, written] of [
    ['  Retry  with\tbackoff ', 'Retry with backoff'],
    ['two\nlines\r\nand\u2028more', 'two lines and more'],
    ['in\u200Bvisible \u200B\uFEFF gaps', 'invisible gaps'],
    ['\u202Eturned\u202C \u2067round\u2069 \u061Cby marks\u200F', 'turned round by marks'],
    ['bell\u0007', 'bell'],
    ['e\u0301te\u0301', 'été'],
    ['👩‍💻 at work', '👩‍💻 at work'],
    ['שלום עולם', 'שלום עולם'],
    ['a/../b', 'a/../b'],
  ] as const) {
    it(`${JSON.stringify(typed)} is written as ${JSON.stringify(written)}`, () => {
      assert.equal(cleanTitle(typed), written);
    });
  }

  for (const [what, title, sentence] of [
    ['is empty', '', 'A record needs a title. Say in a few words what is being decided.'],
    ['is only space', ' \n\u200B ', 'A record needs a title. Say in a few words what is being decided.'],
    ['is only punctuation', '?! …', 'A title needs a letter or a digit, since it names the file. Add a word to it.'],
    ['is only an emoji', '🚀❤️', 'A title needs a letter or a digit, since it names the file. Add a word to it.'],
    ['is a way up', '../..', 'A title needs a letter or a digit, since it names the file. Add a word to it.'],
    [
      'is very long',
      'x'.repeat(300),
      'The title is 300 characters long. Keep it to 160; details belong under Context.',
    ],
  ] as const) {
    it(`that ${what} is refused`, () => {
      assert.equal(titleProblem(title)?.message, sentence);
    });
  }

  it('may have 160 characters of any plane', () => {
    assert.equal(titleProblem('𝒳'.repeat(160)), undefined);
    assert.ok(titleProblem('𝒳'.repeat(161)));
  });
});

describe('A selection that a record starts from', () => {
  const selection = {
    path: 'src/billing/retry.ts',
    startLine: 3,
    endLine: 4,
    language: 'typescript',
    text: 'a();\nb();\n',
  };

  it('becomes a link to its lines and the lines in a fence', () => {
    assert.equal(
      contextFrom(selection, 'docs/adr'),
      '[src/billing/retry.ts:3-4](../../src/billing/retry.ts#L3-L4)\n\n```typescript\na();\nb();\n```',
    );
  });

  it('of one line links to that line', () => {
    assert.match(contextFrom({ ...selection, endLine: 3 }, 'docs/adr'), /^\[src\/billing\/retry\.ts:3\]\(.*#L3\)\n/);
  });

  it('of nothing is a link alone', () => {
    assert.equal(
      contextFrom({ ...selection, text: ' \n' }, '.'),
      '[src/billing/retry.ts:3-4](src/billing/retry.ts#L3-L4)',
    );
  });

  it('of prose is that prose, and then the link', () => {
    assert.equal(
      contextFrom({ ...selection, language: 'markdown', text: 'We *should*.\r\n' }, '.'),
      'We *should*.\n\n([src/billing/retry.ts:3-4](src/billing/retry.ts#L3-L4))',
    );
  });

  it('keeps its first indentation, and has LF', () => {
    assert.match(
      contextFrom({ ...selection, text: '\n  a();\r\n  b();\r\n\r\n' }, '.'),
      /```typescript\n {2}a\(\);\n {2}b\(\);\n```$/,
    );
  });

  it('has no language in its fence that would break it', () => {
    assert.match(contextFrom({ ...selection, language: 'a `b`' }, '.'), /\n```\na/);
  });

  it('stays in its fence whatever it holds', () => {
    const code = fc.array(fc.constantFrom('`', '```', '````', '~~~', '\n', '# x', '---', 'a', '  ', '<!--'), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(code, (pieces) => {
        const text = pieces.join('');
        const blocks = parseBlocks(`${contextFrom({ ...selection, text }, '.')}\n\nafter\n`, 0);
        const kinds = blocks.map(({ kind }) => kind);
        assert.deepEqual(kinds, text.trim() ? ['paragraph', 'code', 'paragraph'] : ['paragraph', 'paragraph']);
        if (text.trim()) assert.equal(blocks[1]?.text, `${text.replace(/^\n+|\s+$/g, '')}\n`);
      }),
      { numRuns: 200 },
    );
  });
});

describe('A link to a record', () => {
  it('leads to it from any folder', () => {
    assert.equal(linkTarget('docs/adr', 'docs/adr/0001-x.md'), '0001-x.md');
    assert.equal(linkTarget('.', 'docs/adr/0001-x.md'), 'docs/adr/0001-x.md');
    assert.equal(linkTarget('a/b', 'c/0001-x.md'), '../../c/0001-x.md');
  });

  it('survives a path with Markdown’s own signs', () => {
    const path = 'docs/a (b)/1. Use [x] & <y>, 100%?#.md';
    const read = readDecision('docs/0002-y.md', `# Y\n\nStatus: superseded by [x](${linkTarget('docs', path)})\n`);
    assert.deepEqual(
      read.supersededBy.map(({ target }) => `docs/${decodeURIComponent(target ?? '')}`),
      [path],
    );
  });

  it('encodes the spaces of other scripts', () => {
    assert.equal(decodeURIComponent(linkTarget('.', 'a\u3000b\u00A0c.md')), 'a\u3000b\u00A0c.md');
  });
});

describe('Drafting a record', function () {
  this.timeout(20_000);

  let folder: ScratchFolder;
  beforeEach(() => {
    folder = new ScratchFolder();
  });
  afterEach(() => folder.remove());
  const templates = { builtIn: join(import.meta.dirname, '../../../templates') };

  async function draft(where: string, title = 'Retry with backoff', more = {}, taken: string[] = []) {
    const log = new DecisionLog(folder.root, { listFiles: () => walk(folder.root) });
    await log.load();
    return draftDecision(
      log,
      { title, date: '2024-05-06', deciders: ['Ana Ruiz'], folder: where, ...more },
      templates,
      taken,
    );
  }

  for (const title of [
    'Use <T> & __init__',
    '*All* of <b>it</b>',
    'snake_case and 2 * 3',
    'x <!-- hidden -->',
    'a `code` title',
  ]) {
    it(`shows the title ${title} as it was typed`, async () => {
      const { path, text } = await draft('docs/decisions', title);
      assert.equal(readDecision(path, text).title, title.replaceAll('`', ''));
    });
  }

  it('makes up no number where a folder is named by days', async () => {
    folder.write('docs/adr/20240101-x.md', '# X\n\n## Status\n\nAccepted\n');
    folder.write('docs/adr/20240201-y.md', '# Y\n\n## Status\n\nAccepted\n');
    const { path, text } = await draft('docs/adr');
    assert.equal(path, 'docs/adr/20240506-retry-with-backoff.md');
    assert.match(text, /^# Retry with backoff\n/);
  });

  it('follows the format and the names of most of its neighbours', async () => {
    folder.write('docs/adr/001-x.md', '# 1. X\n\n## Status\n\nAccepted\n');
    folder.write('docs/adr/002-y.md', '# 2. Y\n\n## Status\n\nAccepted\n');
    folder.write('docs/adr/003-z.md', '---\nstatus: accepted\ndecision-makers: Ana\n---\n# Z\n');
    const { path, text, number } = await draft('docs/adr');
    assert.equal(path, 'docs/adr/004-retry-with-backoff.md');
    assert.equal(number, 4);
    assert.match(text, /^# 4\. Retry with backoff\n\nDate: 2024-05-06\n\n## Status\n\nProposed\n/);
  });

  it('gives no number that is taken elsewhere', async () => {
    folder.write('docs/adr/0001-x.md', '# 1. X\n');
    assert.equal((await draft('docs/adr', 'Y', {}, ['docs/adr/0007-on-a-branch.md'])).path, 'docs/adr/0008-y.md');
  });

  it('has the line endings of the newest of its neighbours', async () => {
    folder.write('docs/adr/0001-x.md', '# X\n\nStatus: accepted\n');
    folder.write('docs/adr/0002-y.md', '# Y\r\n\r\nStatus: accepted\r\n');
    const { text } = await draft('docs/adr');
    assert.doesNotMatch(text, /(?<!\r)\n|\r(?!\n)/);
  });

  it('takes the user’s template before ours, and the repository’s before both', async () => {
    folder.write('user/decision.hbs', 'user {{title}}');
    folder.write('repository/decision.hbs', 'repository {{title}}');
    folder.write('docs/adr/0001-x.md', '# 1. X\n\n## Status\n\nAccepted\n');
    const log = new DecisionLog(folder.root, { listFiles: () => walk(folder.root) });
    await log.load();
    const request = { title: 'T', date: '2024-05-06', deciders: [], folder: 'docs/decisions' };
    const [user, repository] = [folder.path('user'), folder.path('repository')];
    const text = async (folders: object, where = 'docs/decisions') =>
      (await draftDecision(log, { ...request, folder: where }, { ...templates, ...folders })).text;
    assert.equal(await text({ user }), 'user T');
    assert.equal(await text({ user, repository }), 'repository T');
    // A folder's own format is more than the user's taste, and less than the repository's rule.
    assert.match(await text({ user }, 'docs/adr'), /^# 2\. T\n/);
    assert.equal(await text({ user, repository }, 'docs/adr'), 'repository T');
  });

  it('reads back as what was asked for, whatever the title is', async () => {
    folder.write('docs/adr/0001-x.md', '---\nstatus: accepted\n---\n# X\n\n## Recommendation\n\n## Risks\n');
    const word = fc.constantFrom(
      'Retry',
      'with',
      'C#',
      '100%',
      '$x',
      'a/b',
      '..',
      '日本語',
      '🚀',
      'שלום',
      '"x"',
      "it's",
      'a:',
      '}',
      '{b}',
      'c_d',
      '2',
      '(e)',
      '\\',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), async (words) => {
        // Titles that are numbers, statuses or placeholders alone are another matter.
        const title = `Use ${words.join(' ')} now`;
        const drafted = await draft('docs/adr', title);
        const record = readDecision(drafted.path, drafted.text);
        assert.equal(record.title, title);
        assert.deepEqual(
          [record.number, record.status, record.date, record.deciders],
          [2, 'proposed', '2024-05-06', ['Ana Ruiz']],
        );
        assert.match(drafted.path, /^docs\/adr\/0002-use-[^/]*\.md$/);
      }),
      { numRuns: 40 },
    );
  });
});
