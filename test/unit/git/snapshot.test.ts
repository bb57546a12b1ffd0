import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { openRepository, type Repository } from '../../../src/git/repository.ts';
import { openSnapshot } from '../../../src/git/snapshot.ts';
import { HumanError } from '../../../src/humanError.ts';
import { isolateGit, ScratchRepository } from './scratchRepository.ts';

const onPosix = process.platform === 'win32' ? it.skip : it;

describe('the files of a commit', function () {
  this.timeout(20_000);
  isolateGit();

  let scratch: ScratchRepository;

  beforeEach(() => {
    scratch = ScratchRepository.with({
      'docs/adr/0001-ü "a".md': '\uFEFF# Eins\r\n\r\nÄ日🦊\r\n',
      'docs/adr/0002-b.md': '',
      'docs/adr/0003-same.md': 'same',
      'docs/adr/0004-same.md': 'same',
      'src/x.ts': 'x',
    });
  });

  afterEach(() => scratch.remove());

  async function open(ref: string, folder = ''): Promise<Awaited<ReturnType<typeof openSnapshot>>> {
    const repository = await openRepository(scratch.path(folder));
    assert.ok(repository);
    return openSnapshot(repository, ref);
  }

  async function refusal(ref: string): Promise<string> {
    const repository: Repository | undefined = await openRepository(scratch.root);
    assert.ok(repository);
    return openSnapshot(repository, ref).then(
      () => assert.fail(`${ref} was opened`),
      (error) => (error instanceof HumanError ? error.message : assert.fail(error)),
    );
  }

  it('are listed and read as they were, whatever is on disk now', async () => {
    scratch.git('tag', 'before');
    scratch.git('rm', '--quiet', 'docs/adr/0003-same.md');
    scratch.write('docs/adr/0002-b.md', 'new');
    scratch.write('docs/adr/0005-new.md', 'new');
    scratch.git('add', '--all');
    scratch.git('commit', '--quiet', '--message', 'Later');
    scratch.write('docs/adr/0002-b.md', 'newer, not committed');
    for (const ref of ['before', 'HEAD~1', 'main^', scratch.git('rev-parse', 'before').trim()]) {
      const { paths, read, commit } = await open(ref, 'docs/adr');
      assert.equal(commit, scratch.git('rev-parse', 'before').trim());
      assert.deepEqual(paths, [
        'docs/adr/0001-ü "a".md',
        'docs/adr/0002-b.md',
        'docs/adr/0003-same.md',
        'docs/adr/0004-same.md',
        'src/x.ts',
      ]);
      assert.deepEqual(
        await read([...paths, 'docs/adr/0005-new.md', 'gone']),
        new Map([
          ['docs/adr/0001-ü "a".md', '\uFEFF# Eins\r\n\r\nÄ日🦊\r\n'],
          ['docs/adr/0002-b.md', ''],
          ['docs/adr/0003-same.md', 'same'],
          ['docs/adr/0004-same.md', 'same'],
          ['src/x.ts', 'x'],
        ]),
      );
    }
    assert.deepEqual(await (await open('HEAD')).read(['docs/adr/0002-b.md']), new Map([['docs/adr/0002-b.md', 'new']]));
  });

  it('that are not UTF-8 do not shift the texts after them', async () => {
    scratch.write('a.md', Buffer.from([0xff, 0xfe, 0x0a, 0x80, 0x00, 0x41]));
    scratch.write('b.md', 'b');
    scratch.git('add', '--all');
    scratch.git('commit', '--quiet', '--message', 'Bytes');
    const texts = await (await open('HEAD')).read(['a.md', 'b.md']);
    assert.equal(texts.get('b.md'), 'b');
    assert.equal(texts.get('a.md'), '\uFFFD\uFFFD\n\uFFFD\0A');
  });

  it('that are longer than a record can be are listed and not read', async () => {
    scratch.write('long.md', 'x'.repeat(1024 * 1024 + 1));
    scratch.git('add', '--all');
    scratch.git('commit', '--quiet', '--message', 'Long');
    const { paths, read } = await open('HEAD');
    assert.ok(paths.includes('long.md'));
    assert.deepEqual([...(await read(['long.md', 'src/x.ts'])).keys()], ['src/x.ts']);
  });

  onPosix('do not include links', async () => {
    symlinkSync('../src/x.ts', scratch.path('docs/link.md'));
    scratch.git('add', '--all');
    scratch.git('commit', '--quiet', '--message', 'Link');
    assert.ok(!(await open('HEAD')).paths.includes('docs/link.md'));
  });

  it('are refused in a sentence where there is no such commit', async () => {
    for (const ref of ['nope', '', '--all', '-n1', 'HEAD~99', 'HEAD:src', 'a b', '0'.repeat(40)]) {
      assert.equal(
        await refusal(ref),
        `There is no commit "${ref}" in this repository. Name a commit, a branch or a tag.`,
      );
    }
  });
});
