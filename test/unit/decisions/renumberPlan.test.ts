import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DecisionLog } from '../../../src/decisions/log.ts';
import { planRenumber } from '../../../src/decisions/renumberPlan.ts';
import { listFiles } from '../../../src/git/files.ts';
import { openRepository } from '../../../src/git/repository.ts';
import { applyChanges } from '../../../src/records/changes.ts';
import { isolateGit, ScratchRepository } from '../git/scratchRepository.ts';

const record = (title: string) => `# ${title}\n\n## Status\n\nProposed\n`;

async function plan(scratch: ScratchRepository, path: string, number?: number) {
  const repository = await openRepository(scratch.root);
  assert.ok(repository);
  const log = new DecisionLog(repository.root, { listFiles: () => listFiles(repository) });
  await log.load();
  return planRenumber(log, repository, path, number);
}

describe('renumbering after two branches took the same number', function () {
  this.timeout(30_000);
  isolateGit();
  let ours: ScratchRepository;
  let folder: string;

  beforeEach(() => {
    folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'lead-habits-clash-')));
    const origin = ScratchRepository.with({
      'docs/adr/0001-start.md': record('1. Start'),
      'before.md': 'ADR-2 is to come.\n',
    });
    for (const name of ['ours', 'theirs']) {
      origin.git('clone', '--quiet', origin.root, join(folder, name));
      const clone = new ScratchRepository(join(folder, name));
      clone.git('checkout', '--quiet', '-b', `feature/${name}`);
      clone.write(`docs/adr/0002-${name}.md`, record(`2. The way of ${name}`));
      clone.write(`src/${name}.ts`, `// see ADR-2 and decision 2\r\n// docs/adr/0002-${name}.md\r\n`);
      clone.write(`${name}.md`, `See [2. The way](docs/adr/0002-${name}.md), ADR-0002.\n`);
      clone.git('add', '--all');
      clone.git('commit', '--quiet', '--message', name);
    }
    ours = new ScratchRepository(join(folder, 'ours'));
    ours.git('pull', '--quiet', '--no-rebase', '--no-edit', join(folder, 'theirs'), 'feature/theirs');
    origin.remove();
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('moves the record, its heading, and what was written on its branch, and nothing of the other', async () => {
    const { renumbering, changes, left } = await plan(ours, 'docs/adr/0002-ours.md');
    assert.equal(renumbering.to, 'docs/adr/0003-ours.md');
    await applyChanges(ours.root, changes);
    assert.equal(ours.read('docs/adr/0003-ours.md'), record('3. The way of ours'));
    assert.equal(ours.read('src/ours.ts'), '// see ADR-3 and decision 3\r\n// docs/adr/0003-ours.md\r\n');
    assert.equal(ours.read('ours.md'), 'See [3. The way](docs/adr/0003-ours.md), ADR-0003.\n');
    assert.equal(ours.read('src/theirs.ts'), '// see ADR-2 and decision 2\r\n// docs/adr/0002-theirs.md\r\n');
    assert.equal(ours.read('theirs.md'), 'See [2. The way](docs/adr/0002-theirs.md), ADR-0002.\n');
    assert.throws(() => ours.read('docs/adr/0002-ours.md'), /ENOENT/);
    // Written before either record was there: nobody can tell.
    assert.deepEqual(left, [{ path: 'before.md', line: 1 }]);
  });

  it('leaves a mention alone that was written when both were known, and names its line', async () => {
    ours.write('late.md', '\nBoth are ADR-2.\n');
    ours.git('add', '--all');
    ours.git('commit', '--quiet', '--message', 'late');
    const { left } = await plan(ours, 'docs/adr/0002-theirs.md');
    assert.deepEqual(
      left.filter(({ path }) => path === 'late.md'),
      [{ path: 'late.md', line: 2 }],
    );
  });

  it('gives a number that is free on every branch', async () => {
    ours.git('checkout', '--quiet', '-b', 'more');
    ours.write('docs/adr/0009-far.md', record('9. Far'));
    ours.git('add', '--all');
    ours.git('commit', '--quiet', '--message', 'far');
    ours.git('checkout', '--quiet', 'feature/ours');
    assert.equal((await plan(ours, 'docs/adr/0002-ours.md')).renumbering.to, 'docs/adr/0010-ours.md');
  });

  it('refuses a number that is taken, the one it has, and a record without one', async () => {
    await assert.rejects(plan(ours, 'docs/adr/0002-ours.md', 1), /Number 1 is taken by docs\/adr\/0001-start\.md/);
    await assert.rejects(plan(ours, 'docs/adr/0002-ours.md', 2), /has number 2 already/);
    ours.write('docs/adr/plain.md', record('Plain'));
    await assert.rejects(plan(ours, 'docs/adr/plain.md'), /has no number that can be changed/);
  });
});
