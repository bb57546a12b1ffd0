import assert from 'node:assert/strict';
import { ownCommits } from '../../../src/git/ownCommits.ts';
import { openRepository } from '../../../src/git/repository.ts';
import { actionReader } from '../../../src/meetings/actionReader.ts';
import { doneBefore } from '../../../src/practices/doneBefore.ts';
import { isolateGit, ScratchRepository } from '../git/scratchRepository.ts';

describe('what was done before a week', () => {
  isolateGit();
  const path = 'docs/meetings/2026-11-20-sync.md';
  const minutes = (...boxes: readonly string[]) =>
    `# Sync\n\n## Actions\n\n- [${boxes[0]}] Ana will measure\n- [${boxes[1]}] Ana will write\n`;
  let scratch: ScratchRepository;
  afterEach(() => scratch.remove());

  it('is what a document had ticked before the first commit that changed it', async () => {
    scratch = ScratchRepository.with({ [path]: minutes('x', ' '), 'src/a.ts': 'a\n' });
    const first = scratch.git('rev-parse', 'HEAD').trim();
    scratch.write(path, minutes('x', 'x'));
    scratch.git('commit', '-qam', 'Tick');
    scratch.write(path, `${minutes('x', 'x')}- [ ] Ana will look\n`);
    scratch.write('docs/meetings/2026-11-21-sync.md', minutes('x', 'x'));
    scratch.git('add', '--all');
    scratch.git('commit', '-qm', 'More');
    const repository = await openRepository(scratch.root);
    assert.ok(repository);
    const email = scratch.git('config', 'user.email').trim();
    const commits = (await ownCommits(repository, email, '2000-01-01')).filter(({ hash }) => hash !== first);
    assert.equal(commits.length, 2);
    assert.equal(commits[1]?.parent, first);
    const reader = await actionReader();
    assert.deepEqual(
      await doneBefore(repository, commits, { reader, holds: (each) => reader.holds(each) }),
      new Map([[path, new Set(['measure'])]]),
    );
  });
});
