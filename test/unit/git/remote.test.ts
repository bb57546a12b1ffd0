import assert from 'node:assert/strict';
import { webPage } from '../../../src/git/remote.ts';
import { openRepository } from '../../../src/git/repository.ts';
import { isolateGit, ScratchRepository } from './scratchRepository.ts';

describe('the web page of a repository', function () {
  this.timeout(20_000);
  isolateGit();

  let scratch: ScratchRepository;

  beforeEach(() => {
    scratch = ScratchRepository.with({ 'a.txt': 'a\n' });
  });

  afterEach(() => scratch.remove());

  async function pageOf(remotes: Readonly<Record<string, string>>): Promise<string> {
    for (const [name, url] of Object.entries(remotes)) scratch.git('remote', 'add', name, url);
    const repository = await openRepository(scratch.root);
    assert.ok(repository);
    const page = await webPage(repository);
    for (const name of Object.keys(remotes)) scratch.git('remote', 'remove', name);
    return page ? `${page.address} ${page.host ?? 'other'}` : 'none';
  }

  it('is told from the address of origin, or of the only remote, in every spelling', async () => {
    assert.equal(await pageOf({ origin: 'git@github.com:billing/core.git' }), 'https://github.com/billing/core github');
    assert.equal(
      await pageOf({ up: 'https://gitlab.example.org/a/b/c.git/' }),
      'https://gitlab.example.org/a/b/c gitlab',
    );
    assert.equal(await pageOf({ origin: 'ssh://git@git.example.org:2222/a/b' }), 'https://git.example.org/a/b other');
    assert.equal(
      await pageOf({ origin: 'https://ana:secret@github.com/a/b', other: 'git@gitlab.com:c/d' }),
      'https://github.com/a/b github',
    );
  });

  it('is unknown for a remote that is a folder, for several without an origin, and without any', async () => {
    assert.equal(await pageOf({ origin: '/srv/git/billing.git' }), 'none');
    assert.equal(await pageOf({ origin: '../billing.git' }), 'none');
    assert.equal(await pageOf({ one: 'git@github.com:a/b', two: 'git@github.com:c/d' }), 'none');
    assert.equal(await pageOf({}), 'none');
  });
});
