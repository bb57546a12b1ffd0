import assert from 'node:assert/strict';
import { filesOnBranches } from '../../../src/git/branches.ts';
import { openRepository } from '../../../src/git/repository.ts';
import { isolateGit, ScratchRepository } from './scratchRepository.ts';

describe('filesOnBranches', function () {
  this.timeout(20_000);
  isolateGit();

  let scratch: ScratchRepository;

  beforeEach(() => {
    scratch = ScratchRepository.with({ 'README.md': '1', 'docs/adr/0001-a.md': '1' });
  });

  afterEach(() => scratch.remove());

  function add(branch: string, path: string): void {
    scratch.git('checkout', '--quiet', '-B', branch, 'main');
    scratch.write(path, '1');
    scratch.git('add', '--all');
    scratch.git('commit', '--quiet', '--message', path);
    scratch.git('checkout', '--quiet', 'main');
  }

  async function read(folders: string[], scratchRoot = scratch.root): Promise<Record<string, string[]>> {
    const repository = await openRepository(scratchRoot);
    assert.ok(repository);
    return Object.fromEntries(await filesOnBranches(repository, folders));
  }

  it('reads the tips of all local branches, in all depths of the folders', async () => {
    add('one', 'docs/adr/0002-b.md');
    add('two', 'docs/adr/deep/0002-ü c.md');
    add('same', 'elsewhere.md');
    assert.deepEqual(await read(['docs/adr']), {
      'refs/heads/main': ['docs/adr/0001-a.md'],
      'refs/heads/one': ['docs/adr/0001-a.md', 'docs/adr/0002-b.md'],
      'refs/heads/same': ['docs/adr/0001-a.md'],
      'refs/heads/two': ['docs/adr/0001-a.md', 'docs/adr/deep/0002-ü c.md'],
    });
  });

  it('reads remote-tracking branches as they were last fetched, and their HEAD not twice', async () => {
    add('one', 'docs/adr/0002-b.md');
    const clone = new ScratchRepository();
    clone.git('remote', 'add', 'origin', scratch.root);
    clone.git('fetch', '--quiet');
    clone.git('remote', 'set-head', 'origin', 'main');
    try {
      assert.deepEqual(await read(['docs/adr/'], clone.root), {
        'refs/remotes/origin/main': ['docs/adr/0001-a.md'],
        'refs/remotes/origin/one': ['docs/adr/0001-a.md', 'docs/adr/0002-b.md'],
      });
    } finally {
      clone.remove();
    }
  });

  it('takes several folders, the root, and folders that are not on every branch or nowhere', async () => {
    add('one', 'rfc/0001.md');
    assert.deepEqual(await read(['rfc', 'nowhere']), { 'refs/heads/main': [], 'refs/heads/one': ['rfc/0001.md'] });
    assert.deepEqual(await read(['']), {
      'refs/heads/main': ['README.md', 'docs/adr/0001-a.md'],
      'refs/heads/one': ['README.md', 'docs/adr/0001-a.md', 'rfc/0001.md'],
    });
    assert.deepEqual(await read([]), { 'refs/heads/main': [], 'refs/heads/one': [] });
  });

  it('does not take a file for a folder', async () => {
    assert.deepEqual(await read(['README.md']), { 'refs/heads/main': [] });
  });

  it('takes folder names with spaces and letters outside of ASCII', async () => {
    add('one', 'Doku & Ü/adr 1/x.md');
    assert.deepEqual((await read(['Doku & Ü/adr 1']))['refs/heads/one'], ['Doku & Ü/adr 1/x.md']);
  });

  it('is empty before the first commit', async () => {
    const fresh = new ScratchRepository();
    try {
      assert.deepEqual(await read(['docs'], fresh.root), {});
    } finally {
      fresh.remove();
    }
  });

  it('touches nothing', async () => {
    add('one', 'docs/adr/0002-b.md');
    scratch.write('docs/adr/0009-new.md', '1');
    const before = scratch.snapshot();
    await read(['docs/adr']);
    assert.deepEqual(scratch.snapshot(), before);
  });
});
