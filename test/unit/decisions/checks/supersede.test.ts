import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/markdown/edit.ts';
import { type Files, finds, Repository, silent } from './checked.ts';

const nygard = (title: string, ...status: string[]) =>
  `# ${title}\n\nDate: 2026-11-02\n\n## Status\n\n${status.join('\n\n')}\n\n## Context\n\nX\n`;
const [a, b, c] = ['docs/adr/0001-a.md', 'docs/adr/0002-b.md', 'docs/adr/0003-c.md'];

describe('A one-sided supersede', () => {
  const code = 'one-sided-supersede';
  finds(
    code,
    'the link to a record that still stands',
    { [b]: nygard('2. B', 'Accepted', 'Supercedes [1. A](0001-a.md)'), [a]: nygard('1. A', 'Accepted') },
    '[1. A](0001-a.md)',
  );
  finds(
    code,
    'a number in front matter',
    { [b]: '---\nstatus: accepted\nsupersedes: ["0001-a.md"]\n---\n\n# B\n', [a]: nygard('1. A', 'Accepted') },
    '0001-a.md',
  );
  finds(
    code,
    'the link to a newer record that says nothing of it',
    { [a]: nygard('1. A', 'Superceded by [2. B](0002-b.md)'), [b]: nygard('2. B', 'Accepted') },
    '[2. B](0002-b.md)',
  );
  finds(
    code,
    'the link of a French record',
    { [b]: '# B\n\n## Statut\n\nAccepté\n\nRemplace [1](0001-a.md)\n', [a]: '# A\n\n## Statut\n\nAccepté\n' },
    '[1](0001-a.md)',
  );

  silent(code, 'two records that know of each other', {
    [b]: nygard('2. B', 'Accepted', 'Supercedes [1. A](0001-a.md)'),
    [a]: nygard('1. A', 'Superceded by [2. B](0002-b.md)'),
  });
  silent(code, 'a record that is superseded in other words', {
    [b]: nygard('2. B', 'Accepted', 'Supercedes [1. A](0001-a.md)'),
    [a]: nygard('1. A', 'Superseded'),
  });
  silent(code, 'a proposal, which changes nothing yet', {
    [b]: nygard('2. B', 'Proposed', 'Supercedes [1. A](0001-a.md)'),
    [a]: nygard('1. A', 'Accepted'),
  });
  silent(code, 'a part of a record', {
    [b]: nygard('2. B', 'Accepted', 'Partially supersedes [1. A](0001-a.md)'),
    [a]: nygard('1. A', 'Accepted'),
  });
  silent(code, 'a record that is not there', { [b]: nygard('2. B', 'Accepted', 'Supercedes [1. A](0009-gone.md)') });
  silent(code, 'a newer record that mentions it somewhere', {
    [a]: nygard('1. A', 'Superceded by [2. B](0002-b.md)'),
    [b]: nygard('2. B', 'Accepted').replace('X', 'Unlike ADR-0001, it waits.'),
  });
});

describe('The fix of a one-sided supersede', () => {
  /** Applies the first fix, and gives the other record's text. */
  async function mended(files: Files, path: string, other: string): Promise<string> {
    const repository = await Repository.with(files);
    try {
      const [found] = (await repository.check(path)).filter(({ code }) => code === 'one-sided-supersede');
      const [change] = found?.fixes?.()[0]?.changes ?? [];
      assert.equal(change?.path, other);
      repository.write(other, applyEdits(change?.before ?? '', change?.edits ?? []));
      assert.deepEqual(await repository.check(path), []);
      return repository.text(other);
    } finally {
      repository.delete();
    }
  }

  it('marks the old record as superseded, in its own spelling', async () => {
    const old = nygard('1. A', 'Accepted');
    const text = await mended({ [b]: nygard('2. B', 'Accepted', 'Supercedes [1. A](0001-a.md)'), [a]: old }, b, a);
    assert.equal(text, old.replace('Accepted', 'Superceded by [2. B](0002-b.md)'));
  });

  it('lets the newer record say what it supersedes', async () => {
    const newer = nygard('2. B', 'Accepted');
    const text = await mended({ [a]: nygard('1. A', 'Superceded by [2. B](0002-b.md)'), [b]: newer }, a, b);
    assert.equal(text, newer.replace('Accepted', 'Accepted\n\nSupercedes [1. A](0001-a.md)'));
  });
});

describe('A circular supersede', () => {
  const code = 'circular-supersede';
  finds(
    code,
    'two records that replace each other',
    {
      [a]: nygard('1. A', 'Accepted', 'Supersedes [B](0002-b.md)'),
      [b]: nygard('2. B', 'Accepted', 'Supersedes [A](0001-a.md)'),
    },
    '[B](0002-b.md)',
  );
  finds(
    code,
    'a circle of three',
    {
      [a]: nygard('1. A', 'Superseded by [B](0002-b.md)'),
      [b]: nygard('2. B', 'Superseded by [C](0003-c.md)'),
      [c]: nygard('3. C', 'Superseded by [A](0001-a.md)'),
    },
    '[B](0002-b.md)',
  );
  finds(
    code,
    'a record that replaces itself',
    { [a]: nygard('1. A', 'Accepted', 'Supersedes [A](0001-a.md)') },
    '[A](0001-a.md)',
  );
  finds(
    code,
    'a French circle',
    {
      [a]: '# A\n\n## Statut\n\nRemplacé par [B](0002-b.md)\n',
      [b]: '# B\n\n## Statut\n\nRemplacé par [A](0001-a.md)\n',
    },
    '[B](0002-b.md)',
  );

  silent(code, 'a chain', {
    [b]: nygard('2. B', 'Superseded by [C](0003-c.md)', 'Supersedes [A](0001-a.md)'),
    [a]: nygard('1. A', 'Superseded by [B](0002-b.md)'),
    [c]: nygard('3. C', 'Accepted', 'Supersedes [B](0002-b.md)'),
  });
  silent(code, 'a record beside a circle', {
    [c]: nygard('3. C', 'Superseded by [A](0001-a.md)'),
    [a]: nygard('1. A', 'Supersedes [B](0002-b.md)'),
    [b]: nygard('2. B', 'Supersedes [A](0001-a.md)'),
  });
});
