import assert from 'node:assert/strict';
import { DecisionLog } from '../../../src/decisions/log.ts';
import { relationMessage } from '../../../src/decisions/message.ts';
import { pairsOf } from '../../../src/decisions/pairs.ts';
import { walk } from '../../../src/records/files.ts';
import { ScratchFolder } from '../records/scratchFolder.ts';

describe('Records of several packages', () => {
  let scratch: ScratchFolder;
  before(() => {
    scratch = new ScratchFolder();
    scratch.write(
      'docs/adr/0014-b.md',
      '# 14. B\n\n## Status\n\nAccepted\n\nSupercedes [12. A](0012-a.md)\n\nAmends [1](../../packages/pay/docs/adr/0001-cards.md)\n',
    );
    scratch.write('docs/adr/0012-a.md', '# 12. A\n\n## Status\n\nSuperceded by [14. B](0014-b.md)\n');
    scratch.write('packages/pay/docs/adr/0001-cards.md', '# 1. Cards\n\n## Status\n\nAccepted\n');
    scratch.write('packages/pay/docs/adr/20210101-cash.md', '# Cash\n\n- Amends: docs/0012-a\n');
    scratch.write('packages/web/docs/adr/0001-cards.md', '# 1. Other cards\n\n- Amended by: 20210101-cash\n');
  });
  after(() => scratch.remove());

  async function pairs(path: string): Promise<string[]> {
    const log = new DecisionLog(scratch.root, { listFiles: () => walk(scratch.root) });
    await log.load();
    const record = log.recordAt(path);
    if (!record) throw new Error(path);
    return pairsOf(log, record).map(({ next, verb, old }) => `${next.title} ${verb} ${old.path}`);
  }

  it('are pairs whichever of the two says so, also across folders', async () => {
    assert.deepEqual(await pairs('docs/adr/0014-b.md'), [
      'B supersedes docs/adr/0012-a.md',
      'B amends packages/pay/docs/adr/0001-cards.md',
    ]);
    assert.deepEqual(await pairs('docs/adr/0012-a.md'), ['B supersedes docs/adr/0012-a.md']);
    assert.deepEqual(await pairs('packages/pay/docs/adr/0001-cards.md'), []);
  });

  it('are named by a file of another folder, alone or with a part of its path', async () => {
    assert.deepEqual(await pairs('packages/pay/docs/adr/20210101-cash.md'), ['Cash amends docs/adr/0012-a.md']);
    assert.deepEqual(await pairs('packages/web/docs/adr/0001-cards.md'), [
      'Cash amends packages/web/docs/adr/0001-cards.md',
    ]);
  });

  it('share a message that says what the newer one does', async () => {
    const log = new DecisionLog(scratch.root, { listFiles: () => walk(scratch.root) });
    await log.load();
    const record = log.recordAt('docs/adr/0014-b.md');
    if (!record) throw new Error('no record');
    assert.equal(relationMessage(record, pairsOf(log, record)), 'docs(decisions): 14 B, supersedes 12, amends 1');
  });
});
