import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HumanError } from '../../../src/humanError.ts';
import {
  decodeText,
  editFile,
  isInside,
  readForEdit,
  readTextIfAny,
  resolveInside,
  walk,
  writeNew,
} from '../../../src/records/files.ts';
import { ScratchFolder } from './scratchFolder.ts';

/** Asserts that a person is told this sentence. */
async function saysWhy(action: Promise<unknown>, sentence: string): Promise<void> {
  await assert.rejects(action, (error) => {
    assert.ok(error instanceof HumanError, String(error));
    assert.equal(error.message, sentence);
    return true;
  });
}

describe('Record files', function () {
  this.timeout(20_000);

  let folder: ScratchFolder;
  beforeEach(() => {
    folder = new ScratchFolder();
  });
  afterEach(() => folder.remove());

  describe('decoding', () => {
    it('keeps a byte order mark, and tells UTF-8 from other bytes', () => {
      assert.deepEqual(decodeText(Buffer.from('\uFEFFé🦊\r\n')), { text: '\uFEFFé🦊\r\n', lossless: true });
      assert.equal(decodeText(Buffer.from([0x41, 0xe9, 0x0a])).lossless, false);
      assert.equal(decodeText(Buffer.from([0x41, 0xe9, 0x0a])).text, 'A\uFFFD\n');
    });
  });

  describe('resolving a path inside a folder', () => {
    it('gives its absolute path, of files that do not exist yet as well', async () => {
      assert.equal(await resolveInside(folder.root, 'docs/adr/0001-x.md'), folder.path('docs/adr/0001-x.md'));
      assert.equal(await resolveInside(folder.root, '.'), folder.root);
      assert.equal(await resolveInside(folder.root, 'a/../b.md'), folder.path('b.md'));
    });

    it('follows links that stay inside', async () => {
      folder.write('real/x.md', 'x');
      symlinkSync(folder.path('real'), folder.path('link'));
      assert.equal(await resolveInside(folder.root, 'link/x.md'), folder.path('real/x.md'));
      assert.equal(await resolveInside(folder.root, 'link/new/y.md'), folder.path('real/new/y.md'));
    });

    it('works where the folder itself is reached by a link', async () => {
      folder.write('real/x.md', 'x');
      symlinkSync(folder.path('real'), folder.path('link'));
      assert.equal(await resolveInside(folder.path('link'), 'x.md'), folder.path('real/x.md'));
    });

    for (const path of ['../x.md', 'docs/../../x.md', '/etc/passwd']) {
      it(`is refused for ${path}`, async () => {
        await saysWhy(
          resolveInside(folder.root, path),
          `${path} is outside the repository. Choose a folder inside it.`,
        );
      });
    }

    it('is refused where a link on the way leads out', async () => {
      const outside = new ScratchFolder();
      try {
        mkdirSync(folder.path('docs'));
        symlinkSync(outside.root, folder.path('docs/adr'));
        symlinkSync(outside.write('y.md', 'y'), folder.path('y.md'));
        await saysWhy(
          resolveInside(folder.root, 'docs/adr/0001-x.md'),
          'docs/adr/0001-x.md is outside the repository. Choose a folder inside it.',
        );
        await saysWhy(resolveInside(folder.root, 'y.md'), 'y.md is outside the repository. Choose a folder inside it.');
      } finally {
        outside.remove();
      }
    });

    it('is refused where a link leads to a file outside that does not exist yet', async () => {
      const outside = new ScratchFolder();
      try {
        symlinkSync(outside.path('new.md'), folder.path('x.md'));
        await saysWhy(resolveInside(folder.root, 'x.md'), 'x.md is outside the repository. Choose a folder inside it.');
      } finally {
        outside.remove();
      }
    });

    it('does not take a neighbour whose name begins alike for a folder inside', () => {
      assert.ok(isInside('/a/b', '/a/b'));
      assert.ok(isInside('/a/b', '/a/b/..c/d'));
      assert.ok(!isInside('/a/b', '/a/bc'));
      assert.ok(!isInside('/a/b', '/a'));
    });
  });

  describe('writing a new file', () => {
    it('makes its folders', async () => {
      await writeNew(folder.path('docs/adr/0001-x.md'), '# X\n');
      assert.equal(folder.read('docs/adr/0001-x.md'), '# X\n');
    });

    it('never overwrites one', async () => {
      const file = folder.write('x.md', 'old');
      await saysWhy(writeNew(file, 'new'), `${file} exists already. Choose another title.`);
      assert.equal(folder.read('x.md'), 'old');
    });

    it('does not write through a link, even one that leads nowhere', async () => {
      symlinkSync(folder.path('elsewhere.md'), folder.path('x.md'));
      await saysWhy(
        writeNew(folder.path('x.md'), 'new'),
        `${folder.path('x.md')} exists already. Choose another title.`,
      );
      assert.ok(!existsSync(folder.path('elsewhere.md')));
    });

    it('is refused where a file stands in place of a folder', async () => {
      folder.write('docs', 'a file');
      const file = folder.path('docs/adr/0001-x.md');
      await saysWhy(writeNew(file, 'x'), `A part of ${file} is a file, not a folder. Choose another folder.`);
    });

    it('is refused where the folder itself is a file', async () => {
      folder.write('docs', 'a file');
      const file = folder.path('docs/x.md');
      await saysWhy(writeNew(file, 'x'), `A part of ${file} is a file, not a folder. Choose another folder.`);
    });

    it('is refused for a name that the file system cannot hold', async () => {
      const file = folder.path(`${'x'.repeat(300)}.md`);
      await saysWhy(
        writeNew(file, 'x'),
        `The name of ${file} is too long for this file system. Choose a shorter title.`,
      );
    });
  });

  describe('editing a file', () => {
    it('changes the span and nothing else', async () => {
      const file = folder.write('x.md', '\uFEFFone\r\ntwo\r\n');
      const after = await editFile(file, '\uFEFFone\r\ntwo\r\n', [{ start: 6, end: 9, text: '2' }]);
      assert.equal(after, '\uFEFFone\r\n2\r\n');
      assert.equal(folder.read('x.md'), after);
      assert.deepEqual(readdirSync(folder.root), ['x.md']);
    });

    it('is refused where the file has changed since', async () => {
      const file = folder.write('x.md', 'now');
      await saysWhy(
        editFile(file, 'then', [{ start: 0, end: 1, text: 'x' }]),
        `${file} has changed in the meantime. Look at it, then try again.`,
      );
      assert.equal(folder.read('x.md'), 'now');
    });

    it('is refused where the file is gone', async () => {
      const file = folder.path('x.md');
      await saysWhy(editFile(file, 'then', []), `${file} does not exist. Check the path.`);
    });

    it('is refused where the bytes are not UTF-8, and leaves them', async () => {
      const bytes = Buffer.from([0x41, 0xe9, 0x0a]);
      const file = folder.write('x.md', bytes);
      await saysWhy(editFile(file, 'A\uFFFD\n', []), `${file} is not UTF-8 text. Save it as UTF-8, then try again.`);
      await saysWhy(readForEdit(file), `${file} is not UTF-8 text. Save it as UTF-8, then try again.`);
      assert.deepEqual(readFileSync(file), bytes);
    });

    it('is refused for a folder', async () => {
      mkdirSync(folder.path('x.md'));
      await saysWhy(
        editFile(folder.path('x.md'), '', []),
        `${folder.path('x.md')} is a folder, not a file. Name a record file.`,
      );
    });

    it('is refused for a link that leads to itself', async () => {
      symlinkSync(folder.path('x.md'), folder.path('x.md'));
      await saysWhy(
        readForEdit(folder.path('x.md')),
        `${folder.path('x.md')} is a symbolic link that leads to itself. Mend the link, then try again.`,
      );
    });

    it('leaves a link a link, and edits the file that it leads to', async () => {
      folder.write('real.md', 'one');
      symlinkSync('real.md', folder.path('link.md'));
      await editFile(folder.path('link.md'), 'one', [{ start: 0, end: 3, text: 'two' }]);
      assert.ok(lstatSync(folder.path('link.md')).isSymbolicLink());
      assert.equal(readlinkSync(folder.path('link.md')), 'real.md');
      assert.equal(folder.read('real.md'), 'two');
    });

    it('keeps the permissions of the file', async function () {
      if (process.platform === 'win32') this.skip();
      const file = folder.write('x.md', 'one');
      for (const mode of [0o755, 0o600, 0o664]) {
        chmodSync(file, mode);
        const before = folder.read('x.md');
        await editFile(file, before, [{ start: 0, end: 0, text: 'a' }]);
        assert.equal(statSync(file).mode & 0o777, mode);
      }
    });

    it('touches nothing where nothing changes', async () => {
      const file = folder.write('x.md', 'one');
      const { ino } = statSync(file);
      assert.equal(await editFile(file, 'one', [{ start: 0, end: 3, text: 'one' }]), 'one');
      assert.equal(statSync(file).ino, ino);
    });

    it('beside others that are edited at the same time changes all of them', async () => {
      const names = Array.from({ length: 20 }, (_, number) => `${number}.md`);
      for (const name of names) folder.write(name, name);
      await Promise.all(names.map((name) => editFile(folder.path(name), name, [{ start: 0, end: 0, text: 'new ' }])));
      for (const name of names) assert.equal(folder.read(name), `new ${name}`);
      assert.equal(readdirSync(folder.root).length, names.length);
    });

    it('several times at once gives one of them and refuses the others, with no half-written file', async () => {
      const file = folder.write('x.md', 'one');
      const results = await Promise.allSettled(
        ['a', 'b', 'c', 'd'].map((text) => editFile(file, 'one', [{ start: 0, end: 3, text: text.repeat(1000) }])),
      );
      assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
      for (const result of results) {
        if (result.status === 'fulfilled') continue;
        assert.match(String(result.reason), /has changed in the meantime\. Look at it, then try again\.$/);
      }
      assert.match(folder.read('x.md'), /^(a{1000}|b{1000}|c{1000}|d{1000})$/);
      assert.deepEqual(readdirSync(folder.root), ['x.md']);
    });
  });

  describe('without permission', () => {
    /** Runs code that writes, as a user whom permissions bind; gives the sentence that it ends with. */
    function asAnother(code: string): string {
      const module = pathToFileURL(join(import.meta.dirname, '../../../src/records/files.ts')).href;
      const root = process.getuid?.() === 0;
      return execFileSync(
        process.execPath,
        [
          '--input-type=module',
          '--eval',
          `import { editFile, writeNew } from ${JSON.stringify(module)}; await (async () => { ${code} })().then(() => console.log('written'), (error) => console.log(error.name, error.message));`,
        ],
        { encoding: 'utf8', ...(root && { uid: 65534, gid: 65534 }) },
      ).trim();
    }

    before(function () {
      if (process.platform === 'win32') this.skip();
    });

    it('a new file is refused', () => {
      chmodSync(folder.root, 0o555);
      const file = folder.path('x.md');
      assert.equal(
        asAnother(`await writeNew(${JSON.stringify(file)}, 'x')`),
        `HumanError ${file} cannot be written: permission denied. Change its permissions, or choose another folder.`,
      );
      chmodSync(folder.root, 0o755);
      assert.ok(!existsSync(file));
    });

    it('an edit of a read-only file is refused, though its folder could be written', () => {
      const file = folder.write('x.md', 'one');
      chmodSync(folder.root, 0o777);
      chmodSync(file, 0o444);
      assert.equal(
        asAnother(`await editFile(${JSON.stringify(file)}, 'one', [{ start: 0, end: 3, text: 'two' }])`),
        `HumanError ${file} cannot be written: permission denied. Change its permissions, or choose another folder.`,
      );
      assert.equal(folder.read('x.md'), 'one');
      assert.deepEqual(readdirSync(folder.root), ['x.md']);
    });

    it('an edit in a read-only folder is refused, and leaves nothing behind', () => {
      const file = folder.write('x.md', 'one');
      chmodSync(file, 0o666);
      chmodSync(folder.root, 0o555);
      assert.equal(
        asAnother(`await editFile(${JSON.stringify(file)}, 'one', [{ start: 0, end: 3, text: 'two' }])`),
        `HumanError ${file} cannot be written: permission denied. Change its permissions, or choose another folder.`,
      );
      chmodSync(folder.root, 0o755);
      assert.equal(folder.read('x.md'), 'one');
      assert.deepEqual(readdirSync(folder.root), ['x.md']);
    });
  });

  describe('on a full disk', () => {
    let mounted = false;
    beforeEach(function () {
      if (process.platform !== 'linux' || process.getuid?.() !== 0) this.skip();
      mkdirSync(folder.path('disk'));
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder.path('disk')], { stdio: 'ignore' });
        mounted = true;
      } catch {
        this.skip();
      }
    });
    afterEach(() => {
      if (mounted) execFileSync('umount', [folder.path('disk')]);
      mounted = false;
    });

    it('a new file is refused, and no part of it stays', async () => {
      const file = folder.path('disk/x.md');
      await saysWhy(
        writeNew(file, 'x'.repeat(100_000)),
        `The disk is full: ${file} was not written. Free some space, then try again.`,
      );
      assert.deepEqual(readdirSync(folder.path('disk')), []);
    });

    it('an edit is refused, and the file is as it was', async () => {
      const file = folder.write('disk/x.md', 'one');
      await saysWhy(
        editFile(file, 'one', [{ start: 0, end: 0, text: 'x'.repeat(100_000) }]),
        `The disk is full: ${file} was not written. Free some space, then try again.`,
      );
      assert.equal(folder.read('disk/x.md'), 'one');
      assert.deepEqual(readdirSync(folder.path('disk')), ['x.md']);
    });
  });

  describe('looking', () => {
    it('reads a text where there is one', async () => {
      folder.write('x.md', 'x');
      assert.equal(await readTextIfAny(folder.path('x.md')), 'x');
      assert.equal(await readTextIfAny(folder.path('y.md')), undefined);
      assert.equal(await readTextIfAny(folder.root), undefined);
    });

    it('finds the files below a folder, but not those of git and of packages', async () => {
      for (const path of ['a.md', 'docs/adr/0001-x.md', '.decisions/1.md', '.git/config', 'node_modules/x/y.md']) {
        folder.write(path, '');
      }
      assert.deepEqual((await walk(folder.root)).sort(), ['.decisions/1.md', 'a.md', 'docs/adr/0001-x.md']);
    });

    it('does not follow links that lead round in a circle', async () => {
      folder.write('docs/x.md', '');
      symlinkSync(folder.root, folder.path('docs/round'));
      assert.deepEqual(await walk(folder.root), ['docs/x.md']);
    });
  });
});
