import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBlocks, plainText } from '../../../src/markdown/blocks.ts';
import { MarkdownDocument } from '../../../src/markdown/document.ts';

/** The document's outline, a line a section, with the number of its heading's line. */
function outline(text: string): string[] {
  const document = new MarkdownDocument(text);
  return document.sections.map(
    ({ level, title, heading }) => `${document.blocks[heading]?.line} ${'#'.repeat(level)} ${title}`,
  );
}

describe('A document', () => {
  it('has the sections that its headings open, nested by level', () => {
    const document = new MarkdownDocument('# A\n\n## B\n\ntext\n\n### C\n\n## D\n');
    assert.deepEqual(
      document.sections.map(({ title, heading, end }) => [title, heading, end]),
      [
        ['A', 0, 5],
        ['B', 1, 4],
        ['C', 3, 4],
        ['D', 4, 5],
      ],
    );
  });

  it('tells the text of a section from that of the sections in it', () => {
    const document = new MarkdownDocument('# A\n\none\n\n## B\n\ntwo\n');
    const [first] = document.sections;
    assert.ok(first);
    assert.deepEqual(
      document.blocksOf(first).map(({ text }) => text),
      ['one', 'B', 'two'],
    );
    assert.deepEqual(
      document.blocksOf(first, true).map(({ text }) => text),
      ['one'],
    );
  });

  it('knows headings that are underlined', () => {
    assert.deepEqual(outline('Title\n=====\n\nPart\n----\n'), ['0 # Title', '3 ## Part']);
  });

  it('takes nothing in a fence for a heading, a rule or front matter', () => {
    const text = '# A\n\n```md\n---\n## no\nStatus: accepted\n---\n```\n\n~~~\n# no\n```\n~~~\n\n## B\n';
    assert.deepEqual(outline(text), ['0 # A', '14 ## B']);
    assert.equal(new MarkdownDocument('```\n---\na: b\n---\n```\n').frontMatter, undefined);
  });

  it('takes nothing in an HTML comment for a heading, blank lines or not', () => {
    assert.deepEqual(outline('# A\n\n<!--\n## no\n\nStatus: accepted\n-->\n\n## B\n'), ['0 # A', '8 ## B']);
  });

  it('takes nothing in indented code for a heading', () => {
    assert.deepEqual(outline('# A\n\n    ## no\n\n\t## no\n'), ['0 # A']);
  });

  it('keeps a fence that is never closed to its end', () => {
    assert.deepEqual(outline('# A\n\n```\n## no\n'), ['0 # A']);
  });

  it('leaves headings inside list items out of its outline', () => {
    assert.deepEqual(outline('# A\n\n- ## no\n\n## B\n'), ['0 # A', '4 ## B']);
  });

  it('counts lines from its top, front matter and byte order mark included', () => {
    assert.deepEqual(outline('\uFEFF---\nstatus: x\n---\n\n# A\n'), ['4 # A']);
    assert.deepEqual(outline('\uFEFF# A\n'), ['0 # A']);
  });

  it('reads a title of several scripts and planes as a reader sees it', () => {
    assert.deepEqual(outline('# 𝒳 **日本** `code` [link](x.md "t") 🦊 <!-- no --> &amp; \\*\n'), [
      '0 # 𝒳 日本 code link 🦊 & *',
    ]);
  });
});

describe('A block', () => {
  it('in a list knows how deep it is, and whether it opens its item', () => {
    const blocks = parseBlocks('- a\n\n  more\n  - b\n    1. c\n- d\n\nend\n', 0);
    assert.deepEqual(
      blocks.map(({ text, depth, opensItem, line }) => [text, depth, opensItem, line]),
      [
        ['a', 1, true, 0],
        ['more', 1, false, 2],
        ['b', 2, true, 3],
        ['c', 3, true, 4],
        ['d', 1, true, 5],
        ['end', 0, false, 7],
      ],
    );
  });

  it('of a table is a row, with its cells as written', () => {
    const blocks = parseBlocks('| a | b |\n|---|---|\n| **c** | d \\| e |\n', 0);
    assert.deepEqual(
      blocks.map(({ kind, cells, line }) => [kind, cells, line]),
      [
        ['row', ['a', 'b'], 0],
        ['row', ['**c**', 'd | e'], 2],
      ],
    );
  });

  it('may be a rule, code, HTML or a paragraph in a quotation', () => {
    const blocks = parseBlocks('---\n\n> quoted\n\n<div>\nx\n</div>\n\n```js\ncode\n```\n', 3);
    assert.deepEqual(
      blocks.map(({ kind, text, line, endLine }) => [kind, text, line, endLine]),
      [
        ['rule', '', 3, 4],
        ['paragraph', 'quoted', 5, 6],
        ['html', '<div>\nx\n</div>\n', 7, 10],
        ['code', 'code\n', 11, 14],
      ],
    );
  });

  it('stands on the same lines whatever the line endings are', () => {
    fc.assert(
      fc.property(fc.array(markdownLine, { maxLength: 25 }), fc.boolean(), (lines, final) => {
        const text = lines.join('\n') + (final ? '\n' : '');
        const expected = parseBlocks(text, 0);
        for (const ending of ['\r\n', '\r']) {
          assert.deepEqual(parseBlocks(text.replaceAll('\n', ending), 0), expected);
        }
        for (const { line, endLine } of expected) assert.ok(line < endLine && endLine <= text.split('\n').length);
      }),
      { numRuns: 150 },
    );
  });
});

describe('The text that a reader sees', () => {
  for (const [inline, seen] of [
    ['plain', 'plain'],
    ['**bold** _and_ ~~gone~~', 'bold and gone'],
    ['[text](target.md) and ![alt](x.png)', 'text and alt'],
    ['a <br/> b', 'a b'],
    ['a <!-- hidden --> b', 'a b'],
    ['snake_case_name', 'snake_case_name'],
    ['one\n**two**', 'one\ntwo'],
    ['\\[x\\]', '[x]'],
    ['<https://example.org/a>', 'https://example.org/a'],
  ] as const) {
    it(`of ${JSON.stringify(inline)} is ${JSON.stringify(seen)}`, () => {
      assert.equal(plainText(inline), seen);
    });
  }
});

const markdownLine = fc.oneof(
  fc.constantFrom(
    '# A',
    '## B ##',
    'Title',
    '===',
    '---',
    '',
    '  ',
    '- item',
    '  - nested',
    '1. one',
    '\ttabbed',
    '> quote',
    '```',
    '~~~md',
    '| a | b |',
    '|---|---|',
    '<!--',
    '-->',
    '<div>',
    '* * *',
    'Status: accepted',
    '[ref]: x.md',
    '😀 𝒳',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, ' ')),
);
