import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { git } from '../../../src/git/process.ts';
import { isolateGit, ScratchRepository } from './scratchRepository.ts';

describe('git that nobody waits for any more', function () {
  this.timeout(20_000);
  isolateGit();

  it('is ended, and starts nothing from then on', async () => {
    const scratch = new ScratchRepository();
    const ending = new AbortController();
    const place = { root: scratch.root, binary: 'git', signal: ending.signal };
    // Waits for a standard input that never comes.
    const waiting = git(place, ['hash-object', '--stdin']).then(
      () => 'ended by itself',
      () => 'was ended',
    );
    assert.equal(await Promise.race([waiting, setTimeout(300, 'still waits')]), 'still waits');
    ending.abort();
    assert.equal(await waiting, 'was ended');
    await assert.rejects(git(place, ['init', 'new']));
    assert.deepEqual((await git({ ...place, signal: new AbortController().signal }, ['ls-files'])).exitCode, 0);
    scratch.remove();
  });
});
