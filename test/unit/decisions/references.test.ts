import assert from 'node:assert/strict';
import { readDecision } from '../../../src/decisions/reader.ts';

function links(text: string) {
  const { supersedes, supersededBy, status } = readDecision('docs/adr/0003-x.md', text);
  const target = ({ text, target }: { text: string; target?: string }) => target ?? text;
  return { supersedes: supersedes.map(target), supersededBy: supersededBy.map(target), status };
}

const nygard = (...status: string[]) =>
  `# 3. T\n\nDate: 2024-01-02\n\n## Status\n\n${status.join('\n')}\n\n## Context\n`;

describe('What supersedes a record', () => {
  for (const [spelling, text, expected] of [
    ['adr-tools', nygard('Superceded by [5. New](0005-new.md)'), ['0005-new.md']],
    ['a status that stays beside it', nygard('Accepted', '', 'Superceded by [5. New](0005-new.md)'), ['0005-new.md']],
    ['MADR front matter', '---\nstatus: superseded by [ADR-0005](0005-new.md)\n---\n# T\n', ['0005-new.md']],
    ['MADR front matter without a link', '---\nstatus: superseded by ADR-0005\n---\n# T\n', ['ADR-0005']],
    ['a log4brains bullet', '# T\n\n- Status: superseded by [20210203-new](20210203-new.md)\n', ['20210203-new.md']],
    ['a front matter key', '---\nstatus: superseded\nsuperseded_by: 0005-new.md\n---\n# T\n', ['0005-new.md']],
    ['a front matter key in one word', '---\nstatus: superseded\nsupersededBy: 0005-new\n---\n# T\n', ['0005-new']],
    ['an id of front matter', '---\nid: "0003"\nstatus: superseded\nsuperseded_by: "0005"\n---\n# T\n', ['0005']],
    ['a list of ids', '---\nstatus: superseded\nsuperseded_by: ["0005", ADR-0006]\n---\n# T\n', ['0005', 'ADR-0006']],
    ['an angled link', nygard('Superseded by [5](<0005-new one.md>)'), ['0005-new one.md']],
    ['a label', '# T\n\n**Superseded by**: [5](0005-new.md)\n', ['0005-new.md']],
    ['a plain number', nygard('Superseded by 5'), ['5']],
    ['a number with a hash', nygard('Superseded by #5'), ['#5']],
    ['a file name', nygard('Superseded by 0005-new.md'), ['0005-new.md']],
    ['a day beside the number', nygard('Superseded: 2023-02-03 by ADR-14'), ['ADR-14']],
    ['a link further up', nygard('Superseded by [5](../other/0005-new.md#status)'), ['../other/0005-new.md#status']],
  ] as const) {
    it(`is read as ${spelling} writes it`, () => {
      const read = links(text);
      assert.deepEqual(read.supersededBy, expected);
      assert.equal(read.status, 'superseded');
      assert.deepEqual(read.supersedes, []);
    });
  }

  it('is nothing for a partial supersession, or an amendment', () => {
    for (const words of ['Partially superseded by', 'Superseded in part by', 'Amended by', 'Clarified by']) {
      assert.deepEqual(links(nygard('Accepted', '', `${words} [5](0005-new.md)`)), {
        supersedes: [],
        supersededBy: [],
        status: 'accepted',
      });
    }
  });

  it('is nothing for an empty key or a placeholder', () => {
    assert.deepEqual(links('---\nstatus: accepted\nsuperseded_by:\nsupersedes: []\n---\n# T\n').supersededBy, []);
    assert.deepEqual(links('---\nstatus: accepted\nsuperseded_by: none\n---\n# T\n').supersededBy, []);
    assert.equal(links('# T\n\nStatus: accepted\nSuperseded by: n/a\n').status, 'accepted');
  });
});

describe('What a record supersedes', () => {
  for (const [spelling, text, expected] of [
    ['adr-tools', nygard('Accepted', '', 'Supercedes [1. Old](0001-old.md)'), ['0001-old.md']],
    [
      'a list of links',
      '# T\n\nStatus: accepted\n\n## Links\n\n* Supersedes [ADR-0001](0001-old.md)\n* Amends [2](0002-b.md)\n',
      ['0001-old.md'],
    ],
    ['a line', '# T\n\nSupersedes: [1. Old](0001-old.md)\n\n## Context\n', ['0001-old.md']],
    ['front matter', '---\nsupersedes: [0001-old.md, 0002-b.md]\n---\n# T\n', ['0001-old.md', '0002-b.md']],
    ['more information', '# T\n\n## More Information\n\nSupersedes [1. Old](0001-old.md)\n', ['0001-old.md']],
  ] as const) {
    it(`is read as ${spelling} writes it`, () => {
      const read = links(text);
      assert.deepEqual(read.supersedes, expected);
      assert.deepEqual(read.supersededBy, []);
    });
  }

  it('is told from what supersedes it, in one section', () => {
    const read = links(nygard('Superceded by [5](0005-new.md)', '', 'Supercedes [1](0001-old.md)'));
    assert.deepEqual(read, { supersedes: ['0001-old.md'], supersededBy: ['0005-new.md'], status: 'superseded' });
  });

  it('is told from what supersedes it, in one line', () => {
    const read = links(nygard('Supersedes [1](0001-old.md), superseded by [5](0005-new.md)'));
    assert.deepEqual([read.supersedes, read.supersededBy], [['0001-old.md'], ['0005-new.md']]);
  });

  it('is named once, however often the record says it', () => {
    const text = '---\nsupersedes: 0001-old.md\n---\n# T\n\n## Links\n\n- Supersedes [1](0001-old.md)\n';
    assert.deepEqual(links(text).supersedes, ['0001-old.md']);
  });

  it('is no page of another site', () => {
    assert.deepEqual(links('# T\n\nSupersedes: [the wiki](https://example.org/wiki)\n\n## C\n').supersedes, []);
  });

  it('is nothing that prose mentions', () => {
    assert.deepEqual(
      links('# T\n\n## Notes\n\nThis was written before anything supersedes [1](0001-old.md).\n').supersedes,
      [],
    );
  });
});
