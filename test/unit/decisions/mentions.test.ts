import assert from 'node:assert/strict';
import { findCandidates, readMentions, withLinks } from '../../../src/decisions/mentions.ts';
import { MarkdownDocument } from '../../../src/markdown/document.ts';
import { linksOf } from '../../../src/markdown/links.ts';

const records = ['docs/adr/0001-decide.md', 'docs/adr/0003-cache.md', 'docs/adr/0012-retry-with-backoff.md'];

/** What a text mentions: the words, and the records that they mean. */
function mentions(text: string, from = 'src/a.ts', among: readonly string[] = records): [string, ...string[]][] {
  return readMentions(findCandidates(text), from, among).map(({ start, end, paths }) => [
    text.slice(start, end),
    ...paths,
  ]);
}

function words(text: string, from?: string): string[] {
  return mentions(text, from).map(([each]) => each);
}

describe('A text mentions a decision', function () {
  this.timeout(20_000);

  it('by its number, in the ways in which people write it', () => {
    for (const each of [
      'ADR-12',
      'ADR 0012',
      'adr-0012',
      'ADR #12',
      'ADR0012',
      'ADR_0012',
      'LADR-12',
      'decision 12',
      'Decision #12',
      'decision no. 12',
      'decision record 12',
    ]) {
      assert.deepEqual(mentions(`// See ${each}, which says so.`), [[each, 'docs/adr/0012-retry-with-backoff.md']]);
      assert.deepEqual(words(`"${each}"`), [each]);
      assert.deepEqual(words(`${each}-compliant (${each}). ${each}: yes`), [each, each, each]);
    }
  });

  it('in the words of every language', () => {
    for (const each of [
      'décision 12',
      'Décision n° 12',
      'Entscheidung 12',
      'BESCHLUSS Nr. 12',
      'decisión n.º 12',
      'decisión núm. 12',
      'decisão nº 12',
      'decisione n. 12',
      'karar 12',
      'penderfyniad 12',
      '決定12',
      '決定事項 12',
      '决策 #12',
      '決策第12',
      '결정 12',
    ]) {
      assert.deepEqual(mentions(`// ${each}, 3.`), [[each, 'docs/adr/0012-retry-with-backoff.md']], each);
    }
  });

  it('beside words of scripts that put no spaces between them', () => {
    assert.deepEqual(words('この設計はADR-12に従う。決定3による。'), ['ADR-12', '決定3']);
    assert.deepEqual(words('根据决策12的内容，见ADR-3。'), ['决策12', 'ADR-3']);
    assert.deepEqual(words('결정 12에 따라 ADR-3을 본다'), ['결정 12', 'ADR-3']);
    assert.deepEqual(words('docs/adr/0003-cache.mdを参照'), ['docs/adr/0003-cache.md']);
  });

  it('and no counts in any language', () => {
    for (const text of [
      'la décision 12 mois plus tard',
      'décision 3 sur 4',
      'die Entscheidung 12 Wochen danach',
      'Entscheidung 3 von 4',
      'la decisión 12 meses después',
      'decisión 3 de 4',
      'a decisão 12 dias depois',
      'la decisione 12 giorni dopo',
      'karar 12 ay önce',
      'penderfyniad 12 mis yn ôl',
      '決定12件',
      '决定12个',
      '결정 12개',
      'indécision 12',
      'Vorentscheidung 12',
    ]) {
      assert.deepEqual(words(text), [], text);
    }
    assert.deepEqual(words('Entscheidung 3 von Ana, decision 12 of the log'), ['Entscheidung 3', 'decision 12']);
  });

  it('only where there is a record of that number', () => {
    assert.deepEqual(words('ADR-13 ADR-12345 ADR-1234567 decision 99 ADR-120'), []);
  });

  it('and not by other words, versions, dates, counts or variables', () => {
    for (const text of [
      'BADR-12',
      'ADR-12.5',
      'ADR 12-11-2020',
      'adr12 = adr01 + 3',
      'my-adr-12',
      'src/adr-12',
      'indecision 12',
      'the last decision 12 months ago',
      'asked for a decision 12 times',
      'decision 3 of 4',
      'decision 12/11/2020',
      'decision 12 % of them',
      'decision12',
      'decisions 12',
      'address 12',
    ]) {
      assert.deepEqual(words(text), [], text);
    }
  });

  it('not within an address on the web', () => {
    assert.deepEqual(
      words('https://example.org/ADR-12 and http://x.org/docs/adr/0012-retry-with-backoff.md#ADR-12'),
      [],
    );
    assert.deepEqual(words('[the old one](https://example.org/adr/ADR-12), now ADR-12'), ['ADR-12']);
  });

  it('not by the number of a decision that the text sets out itself', () => {
    assert.deepEqual(words('## Decision 3: no cache\n\nAs decision 3 says, and decision 12 does not.'), [
      'decision 12',
    ]);
    assert.deepEqual(words('- **Decision 3** — no cache\n- decision 12'), []);
    assert.deepEqual(words('// ADR-3: no cache'), ['ADR-3']);
    assert.deepEqual(words('We follow\ndecision 3 in all of it.'), ['decision 3']);
  });

  it('by a path from its own folder, from the root, or by the file name', () => {
    const file = 'docs/adr/0012-retry-with-backoff.md';
    for (const [text, from] of [
      ['docs/adr/0012-retry-with-backoff.md', 'src/deep/a.ts'],
      ['/docs/adr/0012-retry-with-backoff.md', 'src/deep/a.ts'],
      ['../docs/adr/0012-retry-with-backoff.md', 'src/a.ts'],
      ['./0012-retry-with-backoff.md', 'docs/adr/0003-cache.md'],
      ['adr/0012-retry-with-backoff.md', 'src/a.ts'],
      ['0012-retry-with-backoff.md', 'src/a.ts'],
      ['docs\\adr\\0012-retry-with-backoff.md', 'src/a.ts'],
      ['docs/adr/0012%2Dretry-with-backoff.md', 'src/a.ts'],
    ] as const) {
      assert.deepEqual(mentions(`# see ${text}.`, from), [[text, file]]);
      assert.deepEqual(mentions(`[x](${text}#risks)`, from), [[text, file]]);
    }
    assert.deepEqual(words('see docs/adr/0013-gone.md, README.md and adr/0012-retry-with-backoff.mdx'), []);
  });

  it('but never itself', () => {
    assert.deepEqual(words('# ADR-0012: Retry with backoff, see ADR-3', 'docs/adr/0012-retry-with-backoff.md'), [
      'ADR-3',
    ]);
  });

  it('means the record of the nearest folder, and all of them where several are as near', () => {
    const several = [
      'docs/adr/0001-root.md',
      'docs/adr/0002-root.md',
      'packages/api/docs/adr/0001-api.md',
      'packages/web/adr/0001-web.md',
    ];
    const meant = (text: string, from: string) => mentions(text, from, several).map(([, ...paths]) => paths);
    assert.deepEqual(meant('ADR-1', 'packages/api/src/deep/a.ts'), [['packages/api/docs/adr/0001-api.md']]);
    assert.deepEqual(meant('ADR-1', 'packages/web/a.ts'), [['packages/web/adr/0001-web.md']]);
    assert.deepEqual(meant('ADR-1', 'packages/other/a.ts'), [['docs/adr/0001-root.md']]);
    assert.deepEqual(meant('ADR-1', 'docs/adr/0002-root.md'), [['docs/adr/0001-root.md']]);
    assert.deepEqual(meant('ADR-2', 'packages/api/src/a.ts'), [['docs/adr/0002-root.md']]);
    const two = ['docs/adr/0001-a.md', 'docs/decisions/0001-b.md'];
    assert.deepEqual(mentions('ADR-1', 'src/a.ts', two), [['ADR-1', ...two]]);
    const clash = ['docs/adr/0001-a.md', 'docs/adr/0001-b.md'];
    assert.deepEqual(mentions('ADR-1', 'src/a.ts', clash), [['ADR-1', ...clash]]);
  });

  it('in Markdown through what its links lead to, not through their words', () => {
    const file = 'docs/adr/0012-retry-with-backoff.md';
    const text = [
      'ADR-3, [ADR-3](0012-retry-with-backoff.md), [ADR-1](https://example.org), [decision 3](notes.md)',
      '[![ADR-3](badge.png) and ADR-3](0012-retry-with-backoff.md#x) decision 3',
      '[ADR-3]: 0001-decide.md',
    ].join('\n\n');
    const found = withLinks(findCandidates(text), linksOf(new MarkdownDocument(text)));
    const told = readMentions(found, 'docs/adr/x.md', records).map(({ start, end, paths }) => [
      text.slice(start, end),
      ...paths,
    ]);
    assert.deepEqual(told, [
      ['ADR-3', 'docs/adr/0003-cache.md'],
      ['[ADR-3](0012-retry-with-backoff.md)', file],
      ['[![ADR-3](badge.png) and ADR-3](0012-retry-with-backoff.md#x)', file],
      ['decision 3', 'docs/adr/0003-cache.md'],
      ['[ADR-3]: 0001-decide.md', 'docs/adr/0001-decide.md'],
    ]);
    // The third leads to a file that is no record.
    assert.deepEqual(
      found.map(({ linked }) => linked),
      [false, true, true, true, false, true],
    );
  });

  it('is found at once in any text, and texts of over a megabyte are left alone', () => {
    for (const piece of [
      'adr',
      'decision ',
      'a.',
      '../',
      'http://',
      '[',
      '0',
      'adr-1 ',
      'x.md ',
      'decision 3\n',
      '# ',
      '決定',
      '決定3',
      'é',
      'entscheidung nr. ',
    ]) {
      const text = `${piece.repeat(1_000_000 / piece.length)} ADR-12`;
      const found = words(text);
      assert.ok(found.length <= 5000, piece);
    }
    assert.deepEqual(words(`${'x'.repeat(1024 * 1024)} ADR-12`), []);
  });
});
