import assert from 'node:assert/strict';
import { linksBetween } from '../../../src/decisions/graph.ts';
import { logData } from '../../../src/decisions/logData.ts';
import { recordText, ScratchLog } from './logOf.ts';

const folder = 'docs/decisions';

describe('The links between records', () => {
  let scratch: ScratchLog;
  beforeEach(() => {
    scratch = new ScratchLog();
  });
  afterEach(() => scratch.remove());

  async function linksOf(records: Readonly<Record<string, string>>): Promise<string[]> {
    const files = Object.entries(records).map(([name, text]) => [`${folder}/${name}.md`, text]);
    const links = linksBetween(await scratch.of(Object.fromEntries(files)));
    const short = (path: string) => path.replace(`${folder}/`, '').replace('.md', '');
    return links.map(({ kind, from, to }) => `${short(from)} ${kind} ${short(to)}`).sort();
  }

  it('are one where both records state them', async () => {
    const links = await linksOf({
      '0001-a': recordText('A', 'superseded by [2](0002-b.md)'),
      '0002-b': recordText('B', 'accepted').replace('date:', 'supersedes: 0001-a.md\ndate:'),
    });
    assert.deepEqual(links, ['0002-b supersedes 0001-a']);
  });

  it('go from the newer record to the older, whichever states them', async () => {
    const links = await linksOf({
      '0001-a': recordText('A', 'superseded by [3](0003-c.md)'),
      '0002-b': recordText('B'),
      '0003-c': recordText('C'),
      '0004-d': recordText('D').replace('date:', 'supersedes: 0002-b.md\ndate:'),
    });
    assert.deepEqual(links, ['0003-c supersedes 0001-a', '0004-d supersedes 0002-b']);
  });

  it('tell amending from superseding, from both ends', async () => {
    const links = await linksOf({
      '0001-a': '# 1. A\n\n## Status\n\nAccepted\n\nAmended by [2. B](0002-b.md)\n',
      '0002-b': '# 2. B\n\n## Status\n\nAccepted\n\nAmends [1. A](0001-a.md)\n',
    });
    assert.deepEqual(links, ['0002-b amends 0001-a']);
  });

  it('leave out what is no record, and a record itself', async () => {
    const links = await linksOf({ '0001-a': recordText('A', 'superseded by [1](0001-a.md) and [9](0009-gone.md)') });
    assert.deepEqual(links, []);
  });

  it('keep both ways of a circle', async () => {
    const links = await linksOf({
      '0001-a': recordText('A', 'superseded by [2](0002-b.md)'),
      '0002-b': recordText('B', 'superseded by [1](0001-a.md)'),
    });
    assert.deepEqual(links, ['0001-a supersedes 0002-b', '0002-b supersedes 0001-a']);
  });
});

describe("A log's data", () => {
  it('is oldest first, undated records last, and tells several folders apart', async () => {
    const first = new ScratchLog();
    const second = new ScratchLog();
    try {
      const one = await first.of({
        'docs/adr/0002-b.md': recordText('B', 'accepted', '2026-03-01'),
        'docs/adr/0001-a.md': recordText('A', 'superseded by [2](0002-b.md)', '2026-01-01'),
        'docs/adr/0003-c.md': '# C\n',
      });
      const other = await second.of({ 'docs/adr/0001-a.md': recordText('Z', 'accepted', '2026-02-01') });
      const data = logData([
        { log: one, prefix: 'one/' },
        { log: other, prefix: 'other/' },
      ]);
      assert.deepEqual(
        data.records.map(({ key, folder }) => `${key} in ${folder}`),
        [
          'one/docs/adr/0001-a.md in one/docs/adr',
          'other/docs/adr/0001-a.md in other/docs/adr',
          'one/docs/adr/0002-b.md in one/docs/adr',
          'one/docs/adr/0003-c.md in one/docs/adr',
        ],
      );
      assert.deepEqual(data.links, [
        { kind: 'supersedes', from: 'one/docs/adr/0002-b.md', to: 'one/docs/adr/0001-a.md' },
      ]);
      assert.equal(data.records[0]?.statusText, 'superseded by 2');
    } finally {
      first.remove();
      second.remove();
    }
  });
});
