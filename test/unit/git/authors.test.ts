import { deepEqual } from 'node:assert/strict';
import { authorsOf } from '../../../src/git/authors.ts';
import { openRepository } from '../../../src/git/repository.ts';
import { isolateGit, ScratchRepository } from './scratchRepository.ts';

describe('Authors', () => {
  isolateGit();
  let scratch: ScratchRepository;
  beforeEach(() => {
    scratch = new ScratchRepository();
  });
  afterEach(() => scratch.remove());

  async function authors() {
    const repository = await openRepository(scratch.root);
    if (!repository) throw new Error('no repository');
    return authorsOf(repository);
  }

  it('are nobody before the first commit', async () => deepEqual(await authors(), []));

  it('are named as .mailmap names them, those with the most commits first', async () => {
    scratch.write('.mailmap', 'Raj Patel <raj@example.org> <old@example.org>\n');
    scratch.git('add', '--all');
    for (const author of [
      'Eva Möller <eva@example.org>',
      'raj <old@example.org>',
      'Raj <raj@example.org>',
      'raj <old@example.org>',
    ]) {
      scratch.git('commit', '--quiet', '--allow-empty', `--author=${author}`, '--message', 'Write');
    }
    deepEqual(await authors(), [
      { name: 'Raj Patel', email: 'raj@example.org' },
      { name: 'Raj', email: 'raj@example.org' },
      { name: 'Eva Möller', email: 'eva@example.org' },
    ]);
  });
});
