import assert from 'node:assert/strict';
import { mkdirSync, unlinkSync } from 'node:fs';
import { changedFiles, listFiles } from '../../../src/git/files.ts';
import { openRepository } from '../../../src/git/repository.ts';
import { isolateGit, ScratchRepository } from './scratchRepository.ts';

const onPosix = process.platform === 'win32' ? it.skip : it;

describe('the files of a repository', function () {
  this.timeout(20_000);
  isolateGit();

  let scratch: ScratchRepository;

  beforeEach(() => {
    scratch = ScratchRepository.with({
      '.gitignore': 'ignored/\n',
      'README.md': '1',
      'docs/adr/0001-a.md': '1',
      'docs/adr/0002-b.MD': '1',
      'docs/adr/deep/0003-c.rst': '1',
      'docs/adr/picture.png': '1',
      'docs/adrenaline.md': '1',
      'src/x.ts': '1',
    });
    scratch.write('docs/adr/0004-ü new.md', '1');
    scratch.write('ignored/x.md', '1');
  });

  afterEach(() => scratch.remove());

  async function list(options?: Parameters<typeof listFiles>[1]): Promise<string[]> {
    const repository = await openRepository(scratch.path('docs'));
    assert.ok(repository);
    return (await listFiles(repository, options)).sort();
  }

  describe('listFiles', () => {
    it('lists what is tracked, and what is neither tracked nor ignored', async () => {
      assert.deepEqual(await list(), [
        '.gitignore',
        'README.md',
        'docs/adr/0001-a.md',
        'docs/adr/0002-b.MD',
        'docs/adr/0004-ü new.md',
        'docs/adr/deep/0003-c.rst',
        'docs/adr/picture.png',
        'docs/adrenaline.md',
        'src/x.ts',
      ]);
    });

    it('lists by folder and extension, in any case', async () => {
      assert.deepEqual(await list({ under: ['docs/adr/'], extensions: ['md', '.rst'] }), [
        'docs/adr/0001-a.md',
        'docs/adr/0002-b.MD',
        'docs/adr/0004-ü new.md',
        'docs/adr/deep/0003-c.rst',
      ]);
      assert.deepEqual(await list({ extensions: ['ts'] }), ['src/x.ts']);
      assert.deepEqual(await list({ under: ['', 'src'], extensions: ['ts'] }), ['src/x.ts']);
      assert.deepEqual(await list({ under: ['nowhere'] }), []);
    });

    it('leaves out what was deleted from disk', async () => {
      unlinkSync(scratch.path('docs/adr/0001-a.md'));
      assert.deepEqual(await list({ under: ['docs/adr/deep', 'docs/adr'], extensions: ['md'] }), [
        'docs/adr/0002-b.MD',
        'docs/adr/0004-ü new.md',
      ]);
    });

    it('leaves out what a sparse checkout leaves out', async () => {
      scratch.git('sparse-checkout', 'set', '--cone', 'docs');
      assert.ok(!(await list()).includes('src/x.ts'));
    });

    it('leaves out the inside of another repository', async () => {
      mkdirSync(scratch.path('nested'));
      const nested = new ScratchRepository(scratch.path('nested'));
      nested.git('init', '--quiet');
      nested.write('x.md', '1');
      assert.deepEqual(
        (await list()).filter((path) => path.startsWith('nested')),
        [],
      );
    });

    it('lists a file in conflict once', async () => {
      scratch.git('checkout', '--quiet', '-b', 'side');
      scratch.write('README.md', 'side');
      scratch.git('commit', '-qam', 'side');
      scratch.git('checkout', '--quiet', 'main');
      scratch.write('README.md', 'main');
      scratch.git('commit', '-qam', 'main');
      scratch.gitMayFail('merge', 'side');
      assert.deepEqual(await list({ under: ['.'], extensions: ['md'] }), [
        'README.md',
        'docs/adr/0001-a.md',
        'docs/adr/0002-b.MD',
        'docs/adr/0004-ü new.md',
        'docs/adrenaline.md',
      ]);
    });

    onPosix('takes a folder whose name means something to git', async () => {
      for (const folder of ['a[1]', 'st*r', 'what?', ':(top)', '-dash', 'back\\slash', '!x']) {
        scratch.write(`${folder}/x.md`, '1');
        assert.deepEqual(await list({ under: [folder], extensions: ['md'] }), [`${folder}/x.md`]);
      }
      scratch.write('a1/y.md', '1');
      assert.deepEqual(await list({ under: ['a[1]'] }), ['a[1]/x.md']);
    });
  });

  describe('changedFiles', () => {
    async function changed(paths?: string[]) {
      const repository = await openRepository(scratch.root);
      assert.ok(repository);
      return changedFiles(repository, paths);
    }

    const nothing = { staged: false, unstaged: false, untracked: false, deleted: false, unmerged: false };

    it('tells untracked, modified, staged and deleted apart', async () => {
      scratch.write('README.md', 'changed');
      scratch.write('src/x.ts', 'staged');
      scratch.git('add', 'src/x.ts');
      unlinkSync(scratch.path('docs/adrenaline.md'));
      scratch.git('rm', '--quiet', '--cached', 'docs/adr/picture.png');
      const files = await changed();
      assert.deepEqual(
        files.sort((one, other) => (one.path < other.path ? -1 : 1)),
        [
          { ...nothing, path: 'README.md', unstaged: true },
          { ...nothing, path: 'docs/adr/0004-ü new.md', untracked: true },
          { ...nothing, path: 'docs/adr/picture.png', staged: true, untracked: true },
          { ...nothing, path: 'docs/adrenaline.md', unstaged: true, deleted: true },
          { ...nothing, path: 'src/x.ts', staged: true },
        ],
      );
    });

    it('tells only about the paths that it was asked about', async () => {
      scratch.write('README.md', 'changed');
      scratch.write('src/x.ts', 'changed');
      assert.deepEqual(await changed(['src/x.ts', 'docs']), [{ ...nothing, path: 'src/x.ts', unstaged: true }]);
      const many = Array.from({ length: 2000 }, (_, index) => `docs/adr/${index}.md`);
      assert.deepEqual(await changed([...many, 'src/x.ts']), [{ ...nothing, path: 'src/x.ts', unstaged: true }]);
    });

    it('tells a renamed file as a deleted and a new one', async () => {
      scratch.git('mv', 'README.md', 'READ ME.md');
      assert.deepEqual(await changed(['README.md', 'READ ME.md']), [
        { ...nothing, path: 'READ ME.md', staged: true },
        { ...nothing, path: 'README.md', staged: true, deleted: true },
      ]);
    });

    it('does not count an intent to add as staged', async () => {
      scratch.git('add', '--intent-to-add', '.');
      assert.deepEqual(await changed(), [{ ...nothing, path: 'docs/adr/0004-ü new.md', unstaged: true }]);
    });

    it('tells of a conflict', async () => {
      scratch.git('checkout', '--quiet', '-b', 'side');
      scratch.write('README.md', 'side');
      scratch.git('commit', '-qam', 'side');
      scratch.git('checkout', '--quiet', 'main');
      scratch.write('README.md', 'main');
      scratch.git('commit', '-qam', 'main');
      scratch.gitMayFail('merge', 'side');
      assert.deepEqual(
        (await changed()).filter((file) => file.unmerged).map((file) => file.path),
        ['README.md'],
      );
    });

    it('asks for all files when none is given, and for none when none is named', async () => {
      assert.deepEqual(await changed([]), []);
      assert.equal((await changed()).length, 1);
    });

    it('works whatever the configuration of the status', async () => {
      scratch.git('config', 'status.showUntrackedFiles', 'no');
      scratch.git('config', 'status.short', 'true');
      scratch.git('config', 'status.relativePaths', 'false');
      scratch.git('config', 'color.status', 'always');
      assert.deepEqual(
        (await changed()).map((file) => file.path),
        ['docs/adr/0004-ü new.md'],
      );
    });
  });
});
