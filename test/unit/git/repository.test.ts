import assert from 'node:assert/strict';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles } from '../../../src/git/files.ts';
import { canCommit, identity } from '../../../src/git/identity.ts';
import { initializeRepository, openRepository } from '../../../src/git/repository.ts';
import { HumanError } from '../../../src/humanError.ts';
import { isolateGit, ScratchRepository } from './scratchRepository.ts';

const onPosix = process.platform === 'win32' ? it.skip : it;

describe('openRepository', function () {
  this.timeout(20_000);
  isolateGit();

  let scratch: ScratchRepository;
  let folder: string;

  beforeEach(() => {
    scratch = ScratchRepository.with({ 'docs/a.md': 'a\n' });
    folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'lead-habits-folder-')));
  });

  afterEach(() => {
    scratch.remove();
    rmSync(folder, { recursive: true });
  });

  it('finds the repository of a file, a folder, and a file that is not there yet', async () => {
    for (const path of ['docs/a.md', 'docs', '.', 'docs/new/deep/b.md']) {
      const repository = await openRepository(scratch.path(path));
      assert.equal(repository?.root, scratch.root);
      assert.equal(repository.gitDir, scratch.path('.git'));
      assert.equal(repository.commonDir, scratch.path('.git'));
    }
  });

  it('finds none outside of a repository, nor in a git folder or a bare repository', async () => {
    assert.equal(await openRepository(folder), undefined);
    assert.equal(await openRepository(scratch.path('.git/refs')), undefined);
    scratch.git('clone', '--quiet', '--bare', '.', join(folder, 'bare.git'));
    assert.equal(await openRepository(join(folder, 'bare.git')), undefined);
  });

  it('finds the innermost of nested repositories', async () => {
    mkdirSync(scratch.path('inner/docs'), { recursive: true });
    new ScratchRepository(scratch.path('inner')).git('init', '--quiet');
    assert.equal((await openRepository(scratch.path('inner/docs/a.md')))?.root, scratch.path('inner'));
  });

  it("finds a submodule's own repository", async () => {
    const library = ScratchRepository.with({ 'lib.txt': 'lib\n' });
    scratch.git('submodule', '--quiet', 'add', library.root, 'lib');
    library.remove();
    const repository = await openRepository(scratch.path('lib/lib.txt'));
    assert.equal(repository?.root, scratch.path('lib'));
    assert.equal(repository.gitDir, scratch.path('.git/modules/lib'));
  });

  it("tells a linked work tree's git folder from the common one", async () => {
    scratch.git('worktree', 'add', '--quiet', join(folder, 'linked'));
    const repository = await openRepository(join(folder, 'linked', 'docs'));
    assert.equal(repository?.root, join(folder, 'linked'));
    assert.equal(repository.gitDir, scratch.path('.git/worktrees/linked'));
    assert.equal(repository.commonDir, scratch.path('.git'));
  });

  onPosix('resolves links on the way', async () => {
    symlinkSync(scratch.path('docs'), join(folder, 'link'));
    assert.equal((await openRepository(join(folder, 'link', 'a.md')))?.root, scratch.root);
  });

  it('does not follow the environment of a hook that started the editor', async () => {
    process.env.GIT_DIR = join(folder, 'elsewhere');
    process.env.GIT_INDEX_FILE = join(folder, 'index');
    try {
      assert.equal((await openRepository(scratch.root))?.root, scratch.root);
    } finally {
      delete process.env.GIT_DIR;
      delete process.env.GIT_INDEX_FILE;
    }
  });

  it('says that git was not found, and where', async () => {
    const missing = join(folder, 'no such git');
    await assert.rejects(openRepository(scratch.root, missing), (error: unknown) => {
      assert.ok(error instanceof HumanError);
      assert.match(error.message, /^Git was not found at ".*no such git"\. Install Git/);
      return true;
    });
  });

  onPosix('takes a git whose path has spaces', async () => {
    const binary = join(folder, 'my git');
    writeFileSync(binary, '#!/bin/sh\nexec git "$@"\n');
    chmodSync(binary, 0o755);
    assert.deepEqual((await openRepository(scratch.root, binary))?.binary, binary);
  });

  onPosix('explains a repository that git does not trust', async function () {
    if (process.getuid?.() !== 0) {
      this.skip();
    }
    // Only the superuser can give a folder away.
    chownSync(scratch.root, 12345, 12345);
    chownSync(scratch.path('.git'), 12345, 12345);
    await assert.rejects(openRepository(scratch.path('docs')), (error: unknown) => {
      assert.ok(error instanceof HumanError);
      assert.match(error.message, /safe\.directory/);
      return true;
    });
  });

  describe('initializeRepository', () => {
    it('makes a repository in a new folder', async () => {
      const repository = await initializeRepository(join(folder, 'journal', 'mine'));
      assert.equal(repository.root, join(folder, 'journal', 'mine'));
      assert.equal((await openRepository(repository.root))?.gitDir, repository.gitDir);
    });

    it('makes it inside of another repository too', async () => {
      const repository = await initializeRepository(scratch.path('journal'));
      assert.equal(repository.root, scratch.path('journal'));
    });

    it('says so where it cannot', async () => {
      writeFileSync(join(folder, 'file'), '');
      await assert.rejects(initializeRepository(join(folder, 'file', 'journal')), (error: unknown) => {
        assert.ok(error instanceof HumanError);
        assert.match(error.message, /Choose a folder that you can write to/);
        assert.match(error.detail ?? '', /ENOTDIR/);
        return true;
      });
    });

    it('leaves an existing one as it is', async () => {
      const before = scratch.snapshot();
      assert.equal((await initializeRepository(scratch.root)).root, scratch.root);
      assert.deepEqual(scratch.snapshot(), before);
    });
  });

  it('says later that the folder is gone, or that git cannot read the repository', async () => {
    const repository = await openRepository(scratch.root);
    assert.ok(repository);
    scratch.write('.git/index', 'rubbish');
    await assert.rejects(listFiles(repository), (error: unknown) => {
      assert.ok(error instanceof HumanError);
      assert.match(error.message, /could not read the repository/);
      assert.match(error.detail ?? '', /index/);
      return true;
    });
    rmSync(scratch.root, { recursive: true });
    await assert.rejects(listFiles(repository), (error: unknown) => {
      assert.ok(error instanceof HumanError);
      assert.match(error.message, /is gone/);
      return true;
    });
  });

  describe('identity', () => {
    async function open() {
      const repository = await openRepository(scratch.root);
      assert.ok(repository);
      return repository;
    }

    it('is what git would write into a commit', async () => {
      assert.deepEqual(await identity(await open()), { name: 'Ada Example', email: 'ada@example.org' });
      scratch.git('config', 'user.name', 'Åsa <3 名');
      assert.equal((await identity(await open()))?.email, 'ada@example.org');
    });

    it('follows the environment, as git does', async () => {
      process.env.GIT_COMMITTER_NAME = 'Bo';
      try {
        assert.equal((await identity(await open()))?.name, 'Bo');
      } finally {
        delete process.env.GIT_COMMITTER_NAME;
      }
    });

    it('is missing where git has none', async () => {
      scratch.git('config', 'user.name', ' ');
      assert.equal(await identity(await open()), undefined);
      assert.equal(await canCommit(await open()), false);
    });
  });
});
