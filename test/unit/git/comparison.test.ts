import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { changedBetween, changedLines, commitAt, compare } from '../../../src/git/comparison.ts';
import { fileAt } from '../../../src/git/fileAt.ts';
import { currentBranch, defaultBranch, references } from '../../../src/git/references.ts';
import { openRepository, type Repository } from '../../../src/git/repository.ts';
import { HumanError } from '../../../src/humanError.ts';
import { isolateGit, ScratchRepository } from './scratchRepository.ts';

const twenty = Array.from({ length: 20 }, (_, line) => `line ${line + 1}\n`);

describe('a comparison of two states of a repository', function () {
  this.timeout(20_000);
  isolateGit();

  let scratch: ScratchRepository;
  let repository: Repository;

  beforeEach(async () => {
    scratch = ScratchRepository.with({
      'src/twenty.ts': twenty.join(''),
      'src/gone.ts': 'gone\n',
      'src/old ü.ts': 'one\ntwo\nthree\nfour\nfive\nsix\nseven\n',
      'logo.png': 'a\0b',
      'same.ts': 'same\n',
    });
    const opened = await openRepository(scratch.root);
    assert.ok(opened);
    repository = opened;
    scratch.git('checkout', '--quiet', '-b', 'feature/retries');
  });

  afterEach(() => scratch.remove());

  function change(): void {
    scratch.write('src/twenty.ts', [...twenty.slice(0, 9), 'changed\n', ...twenty.slice(10)].join(''));
    rmSync(scratch.path('src/gone.ts'));
    scratch.git('mv', 'src/old ü.ts', 'src/new "ü".ts');
    scratch.write('logo.png', 'c\0d');
    scratch.write('src/added.ts', 'a\nb\n');
  }

  async function listed(head: string | undefined, ...paths: string[]): Promise<string[]> {
    const files = await changedBetween(repository, await compare(repository, 'main', head), paths);
    return files.map(
      ({ change, path, before, added, removed }) =>
        `${change} ${path}${before && before !== path ? ` from ${before}` : ''} +${added ?? '?'} -${removed ?? '?'}`,
    );
  }

  async function refusal(work: Promise<unknown>): Promise<string> {
    return work.then(
      () => assert.fail('was not refused'),
      (error) => (error instanceof HumanError ? error.message : assert.fail(error)),
    );
  }

  it('lists what a branch did to each file since it left the base', async () => {
    change();
    scratch.git('add', '--all');
    scratch.git('commit', '--quiet', '--message', 'Change');
    scratch.git('checkout', '--quiet', 'main');
    scratch.write('same.ts', 'changed on main\n');
    scratch.git('commit', '--quiet', '--all', '--message', 'Main goes on');
    assert.deepEqual(await listed('feature/retries'), [
      'modified logo.png +? -?',
      'added src/added.ts +2 -0',
      'deleted src/gone.ts +0 -1',
      'renamed src/new "ü".ts from src/old ü.ts +0 -0',
      'modified src/twenty.ts +1 -1',
    ]);
    assert.deepEqual(await listed('feature/retries', 'src/added.ts'), ['added src/added.ts +2 -0']);
  });

  it('lists the working tree, staged or not, with what is not tracked', async () => {
    change();
    assert.deepEqual(await listed(undefined), [
      'modified logo.png +? -?',
      'added src/added.ts +? -?',
      'deleted src/gone.ts +0 -1',
      'renamed src/new "ü".ts from src/old ü.ts +0 -0',
      'modified src/twenty.ts +1 -1',
    ]);
    assert.deepEqual(await listed(undefined, 'src'), (await listed(undefined)).slice(1));
  });

  it('says which lines differ on each side, with those around them', async () => {
    change();
    const comparison = await compare(repository, 'main', undefined);
    const files = await changedBetween(repository, comparison);
    const linesOf = (path: string) => {
      const file = files.find((each) => each.path === path);
      assert.ok(file);
      return changedLines(repository, comparison, file);
    };
    assert.deepEqual(await linesOf('src/twenty.ts'), {
      base: [{ start: 7, end: 13 }],
      head: [{ start: 7, end: 13 }],
    });
    assert.deepEqual(await linesOf('src/gone.ts'), { base: [{ start: 1, end: 1 }], head: [] });
    assert.deepEqual(await linesOf('logo.png'), { base: [], head: [] });
  });

  it('marks a submodule that moved', async () => {
    const other = ScratchRepository.with({ 'a.txt': 'a\n' });
    scratch.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other.root, 'lib');
    scratch.git('commit', '--quiet', '--message', 'Add');
    const head = await commitAt(repository, 'HEAD');
    const files = await changedBetween(repository, await compare(repository, 'main', 'HEAD'));
    assert.equal(files.find(({ path }) => path === 'lib')?.submodule, true);
    assert.equal(
      await refusal(fileAt(repository, head, 'lib')),
      'lib is a submodule. Review it in its own repository.',
    );
    other.remove();
  });

  it('gives a file as it was, and nothing where it was not', async () => {
    const main = await commitAt(repository, 'main');
    change();
    assert.equal(await fileAt(repository, main, 'src/twenty.ts'), twenty.join(''));
    assert.equal(await fileAt(repository, main, 'src/old ü.ts'), 'one\ntwo\nthree\nfour\nfive\nsix\nseven\n');
    assert.equal(await fileAt(repository, main, 'src/added.ts'), '');
    assert.equal(
      await refusal(fileAt(repository, main, 'logo.png')),
      'logo.png is not text. Look at it in its own program.',
    );
  });

  it('refuses a file of more than five megabytes', async () => {
    scratch.write('huge.txt', 'x'.repeat(5 * 1024 * 1024 + 1));
    scratch.git('add', '--all');
    scratch.git('commit', '--quiet', '--message', 'Huge');
    const head = await commitAt(repository, 'HEAD');
    assert.match(await refusal(fileAt(repository, head, 'huge.txt')), /^huge\.txt is too large to review here\./);
  });

  it('says what to do when a side is gone, or the two never met', async () => {
    assert.equal(
      await refusal(compare(repository, 'origin/gone', 'HEAD')),
      '"origin/gone" is not in this repository. Fetch it, or choose another branch, tag or commit.',
    );
    assert.match(await refusal(compare(repository, '--output=x', 'HEAD')), /is not in this repository/);
    scratch.git('checkout', '--quiet', '--orphan', 'alone');
    scratch.git('commit', '--quiet', '--message', 'Alone');
    assert.match(
      await refusal(compare(repository, 'main', 'alone')),
      /^main and alone have no commit in common here\./,
    );
  });

  it('names the branches, tags and last commits, and the branch that others are compared with', async () => {
    scratch.git('tag', 'v1');
    const named = await references(repository);
    assert.deepEqual(named.map(({ kind, name, subject }) => (kind === 'commit' ? subject : `${kind} ${name}`)).sort(), [
      'Start',
      'branch feature/retries',
      'branch main',
      'tag v1',
    ]);
    assert.equal(await currentBranch(repository), 'feature/retries');
    assert.equal(await defaultBranch(repository), 'main');
    scratch.git('checkout', '--quiet', '--detach');
    assert.equal(await currentBranch(repository), undefined);
  });

  it('takes a branch by any name that git allows', async () => {
    const main = await commitAt(repository, 'main');
    for (const name of ['feature/ü-größer', '-dash', "it's#1", '日本語']) {
      scratch.git('update-ref', `refs/heads/${name}`, main);
      assert.equal(await commitAt(repository, name), main, name);
      assert.ok(
        (await references(repository)).some((each) => each.kind === 'branch' && each.name === name),
        name,
      );
    }
    for (const name of ['feature/ü x', 'a..b', '', '-', ':', 'main:src']) {
      assert.match(
        await refusal(commitAt(repository, name)),
        /is not in this repository\. Fetch it, or choose another/,
      );
    }
  });

  it('says what to do where a shallow clone lacks the commit at which two branches parted', async () => {
    change();
    scratch.git('add', '--all');
    scratch.git('commit', '--quiet', '--message', 'Change');
    scratch.git('checkout', '--quiet', 'main');
    scratch.write('same.ts', 'other\n');
    scratch.git('commit', '--quiet', '--all', '--message', 'Main goes on');
    const clone = new ScratchRepository();
    clone.git(
      'fetch',
      '--quiet',
      '--depth=1',
      `file://${scratch.root}`,
      'main:trunk',
      'feature/retries:feature/retries',
    );
    const shallow = await openRepository(clone.root);
    assert.ok(shallow);
    assert.equal(
      await refusal(compare(shallow, 'trunk', 'feature/retries')),
      'trunk and feature/retries have no commit in common here. Fetch more of the history, or choose another base.',
    );
    clone.remove();
  });

  it('has nothing to compare before the first commit', async () => {
    const empty = new ScratchRepository();
    const opened = await openRepository(empty.root);
    assert.ok(opened);
    assert.deepEqual(await references(opened), []);
    assert.equal(await defaultBranch(opened), undefined);
    assert.match(await refusal(compare(opened, 'main', undefined)), /^"main" is not in this repository\./);
    empty.remove();
  });
});
