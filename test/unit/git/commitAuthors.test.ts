import assert from 'node:assert/strict';
import { commitAuthors } from '../../../src/git/commitAuthors.ts';
import { openRepository } from '../../../src/git/repository.ts';
import { isolateGit, ScratchRepository } from './scratchRepository.ts';

describe('the authors of commits', () => {
  isolateGit();
  let scratch: ScratchRepository;
  beforeEach(() => {
    scratch = ScratchRepository.with({
      'a.txt': 'a\n',
      '.mailmap': 'Raj Patel <raj@example.org> <rajp@old.example>\n',
    });
  });
  afterEach(() => scratch.remove());

  it('are told by whole and short hashes, by their names in .mailmap; what the repository lacks is left out', async () => {
    scratch.git(
      '-c',
      'user.name=rajp',
      '-c',
      'user.email=rajp@old.example',
      'commit',
      '-q',
      '--allow-empty',
      '-m',
      'x',
    );
    const hash = scratch.git('rev-parse', 'HEAD').trim();
    const repository = await openRepository(scratch.root);
    assert.ok(repository);
    const raj = { name: 'Raj Patel', email: 'raj@example.org' };
    const lacking = '3f2c1ab9d0e84b6f0c4c1f7a9f7e2b6d5a4c3b21';
    assert.deepEqual(
      await commitAuthors(repository, [hash, hash.slice(0, 9), lacking, lacking.slice(0, 8), '--all', 'HEAD']),
      new Map([
        [hash, raj],
        [hash.slice(0, 9), raj],
      ]),
    );
    assert.deepEqual(await commitAuthors(repository, [lacking]), new Map());
    assert.deepEqual(await commitAuthors(repository, []), new Map());
  });
});
