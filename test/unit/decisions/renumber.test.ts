import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ownNumberEdits } from '../../../src/decisions/ownNumber.ts';
import {
  branchClashes,
  mentionEdits,
  nameEdits,
  numberMentions,
  type Renumbering,
  renumbering,
  sharedNumbers,
} from '../../../src/decisions/renumber.ts';
import { applyEdits, invertEdits } from '../../../src/markdown/edit.ts';

const seven: Renumbering = {
  from: 'docs/adr/0007-use-a-queue.md',
  to: 'docs/adr/0012-use-a-queue.md',
  before: 7,
  after: 12,
};

describe('renumbering a record', () => {
  it('keeps the width, the prefix and the date of its file name', () => {
    const to = (path: string) => renumbering(path, 12)?.to;
    assert.equal(to('docs/adr/0007-use-a-queue.md'), 'docs/adr/0012-use-a-queue.md');
    assert.equal(to('7-use-a-queue.md'), '12-use-a-queue.md');
    assert.equal(to('adr/ADR-007-use-a-queue.md'), 'adr/ADR-012-use-a-queue.md');
    assert.equal(to('adr/2021-06-18_008-use-a-queue.md'), 'adr/2021-06-18_012-use-a-queue.md');
  });

  it('is not possible for a name without a number', () => {
    assert.equal(renumbering('adr/20210618-use-a-queue.md', 12), undefined);
    assert.equal(renumbering('adr/use-a-queue.md', 12), undefined);
  });

  const own: readonly (readonly [string, string])[] = [
    ['# 7. Use a queue\n', '# 12. Use a queue\n'],
    ['# ADR-0007: Use a queue\r\n', '# ADR-0012: Use a queue\r\n'],
    ['# [ADR-7] Use a queue\n', '# [ADR-12] Use a queue\n'],
    ['# Use 7 queues\n', '# Use 7 queues\n'],
    ['# 7 Use a queue\n', '# 12 Use a queue\n'],
    ['# 8. Use a queue\n', '# 8. Use a queue\n'],
    ['---\nid: "0007"\nretries: 7\n---\n\n# Use a queue\n', '---\nid: "0012"\nretries: 7\n---\n\n# Use a queue\n'],
    [
      '---\n# 7. A comment\nid: ADR-7 # own\n---\n# 7. Use a queue\n',
      '---\n# 7. A comment\nid: ADR-12 # own\n---\n# 12. Use a queue\n',
    ],
    ['---\rtitle: "ADR-7: Use a queue"\r---\r', '---\rtitle: "ADR-12: Use a queue"\r---\r'],
    ['---\ntitle: ADR-7: Use a queue\n---\n', '---\ntitle: ADR-12: Use a queue\n---\n'],
    ['```\n# 7. Fenced\n```\n\nADR-7: Use a queue\n===\n', '```\n# 7. Fenced\n```\n\nADR-12: Use a queue\n===\n'],
    ['# **ADR-7:** Use a queue\n', '# **ADR-12:** Use a queue\n'],
    ['# 7.5 queues\n', '# 7.5 queues\n'],
    ['# Use a queue\n\n---\nid: 7\n---\n', '# Use a queue\n\n---\nid: 7\n---\n'],
  ];
  for (const [before, after] of own) {
    it(`makes of ${JSON.stringify(before)} ${JSON.stringify(after)}`, () => {
      assert.equal(applyEdits(before, ownNumberEdits(before, seven)), after);
    });
  }
});

describe('links to a renumbered record', () => {
  const from = (text: string, path = 'docs/adr/0009-x.md', others: string[] = []) =>
    applyEdits(text, nameEdits(text, path, seven, others));

  it('follow in target and text', () => {
    assert.equal(from('See [7. Use a queue](0007-use-a-queue.md).'), 'See [12. Use a queue](0012-use-a-queue.md).');
    assert.equal(from('[ADR-0007](./0007-use-a-queue.md#risks)'), '[ADR-0012](./0012-use-a-queue.md#risks)');
    assert.equal(from('[the 17 queues](0007-use-a-queue.md)'), '[the 17 queues](0012-use-a-queue.md)');
    assert.equal(from('[0007-use-a-queue](0007-use-a-queue.md)'), '[0012-use-a-queue](0012-use-a-queue.md)');
    assert.equal(from('[7: 0007-use-a-queue](0007-use-a-queue.md)'), '[12: 0012-use-a-queue](0012-use-a-queue.md)');
  });

  it('follow in reference definitions, code comments and names without extension', () => {
    assert.equal(from('[queue]: ../adr/0007-use-a-queue.md\n'), '[queue]: ../adr/0012-use-a-queue.md\n');
    assert.equal(from('// why: docs/adr/0007-use-a-queue.md', 'src/a.ts'), '// why: docs/adr/0012-use-a-queue.md');
    assert.equal(from('superseded_by: 0007-use-a-queue\n'), 'superseded_by: 0012-use-a-queue\n');
  });

  it('do not follow where the name is only a part of another', () => {
    const text = '0007-use-a-queue-twice.md and x0007-use-a-queue.md';
    assert.equal(from(text), text);
  });

  it('follow only where their path leads, if another package has a record of the same name', () => {
    const others = ['docs/adr/0007-use-a-queue.md', 'packages/web/docs/adr/0007-use-a-queue.md'];
    const text = '[7](docs/adr/0007-use-a-queue.md) [7](packages/web/docs/adr/0007-use-a-queue.md)';
    assert.equal(
      from(text, 'README.md', others),
      '[12](docs/adr/0012-use-a-queue.md) [7](packages/web/docs/adr/0007-use-a-queue.md)',
    );
    const near = '[7](0007-use-a-queue.md)';
    assert.equal(from(near, 'packages/web/docs/adr/0001-x.md', others), near);
  });
});

describe('mentions of a number', () => {
  const follow = (text: string) => applyEdits(text, mentionEdits(text, numberMentions(text, 7), 12));

  it('follow as they are written', () => {
    assert.equal(
      follow('see ADR-7, adr 0007 and decision 7; decision record 7.'),
      'see ADR-12, adr 0012 and decision 12; decision record 12.',
    );
  });

  it('follow in every language', () => {
    assert.equal(
      follow('Siehe Entscheidung 7; décision n° 007, 決定7に従う, ADR0007.'),
      'Siehe Entscheidung 12; décision n° 012, 決定12に従う, ADR0012.',
    );
  });

  it('are not other numbers, versions, addresses or parts of words', () => {
    const text = 'ADR-70, ADR-17, ADR-7.1, quadr-7, /adr-7/x, decision 7-Eleven, 7 decisions';
    assert.equal(follow(text), text);
  });

  it('tell their line whatever the line endings', () => {
    assert.deepEqual(
      numberMentions('a\r\nb\rADR-7\nADR-7', 7).map(({ line }) => line),
      [3, 4],
    );
  });

  it('change nothing else in any text', function () {
    this.timeout(20_000);
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('ADR-7', 'adr 0007', ' ', '\r\n', 'decision 7', '0007-use-a-queue.md'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const edits = [...nameEdits(text, 'a.md', seven), ...mentionEdits(text, numberMentions(text, 7), 12)];
        const after = applyEdits(text, edits);
        assert.equal(applyEdits(after, invertEdits(text, edits)), text);
        for (const edit of edits) assert.match(text.slice(edit.start, edit.end), /^(?:0*7|0007-use-a-queue)$/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('clashes', () => {
  it('are records of a folder that share a number', () => {
    const shared = sharedNumbers(['a/0001-x.md', 'a/0002-y.md', 'a/0002-z.md', 'a/20210101-d.md', 'a/20210101-e.md']);
    assert.deepEqual([...shared], [[2, ['a/0002-y.md', 'a/0002-z.md']]]);
  });

  it('are records that exist only on another branch, with a number of ours', () => {
    const branches = new Map([
      ['refs/heads/main', ['a/0001-x.md']],
      ['refs/heads/other', ['a/0001-x.md', 'a/0002-theirs.md']],
    ]);
    assert.deepEqual(branchClashes(['a/0001-x.md', 'a/0002-ours.md'], branches), [
      { path: 'a/0002-ours.md', ref: 'refs/heads/other', theirs: 'a/0002-theirs.md' },
    ]);
    assert.deepEqual(branchClashes(['a/0001-x.md', 'a/0002-theirs.md'], branches), []);
  });
});
