import assert from 'node:assert/strict';
import { ownCommits } from '../../../src/git/ownCommits.ts';
import { openRepository } from '../../../src/git/repository.ts';
import { isolateGit, ScratchRepository } from './scratchRepository.ts';

describe('own commits', function () {
  this.timeout(20_000);
  isolateGit();

  let scratch: ScratchRepository;
  beforeEach(() => {
    scratch = new ScratchRepository();
  });
  afterEach(() => scratch.remove());

  const commit = (subject: string, date: string, author = 'Ada <ada@example.org>') => {
    scratch.git('add', '--all');
    scratch.git('commit', '--quiet', '--allow-empty', '--message', subject, '--date', date, '--author', author);
  };
  const own = async (email = 'ada@example.org', since = '2026-11-16') => {
    const repository = await openRepository(scratch.root);
    assert.ok(repository);
    return ownCommits(repository, email, since);
  };

  it('are those of one address, from a day on, with what they added and changed', async () => {
    scratch.write('a.txt', 'a\n'.repeat(20));
    commit('Long ago', '2026-11-15T23:59:00+01:00');
    scratch.write('docs/Über uns.md', 'b\n');
    scratch.write('a.txt', 'c\n');
    commit('Mine: "so" | done', '2026-11-16T00:10:00+13:00');
    scratch.write('d.txt', 'd\n');
    commit("Sam's", '2026-11-17T10:00:00Z', 'Sam <xada@example.org>');
    scratch.git('mv', 'docs/Über uns.md', 'docs/moved.md');
    commit('Move', '2026-11-18T10:00:00-11:00', 'ADA <ADA@example.org>');
    const commits = await own();
    assert.deepEqual(
      commits.map(({ date, subject, files }) => [
        date,
        subject,
        files.map(({ path, added }) => `${added ? '+' : ''}${path}`),
      ]),
      [
        ['2026-11-18', 'Move', ['docs/moved.md']],
        ['2026-11-16', 'Mine: "so" | done', ['a.txt', '+docs/Über uns.md']],
      ],
    );
    assert.ok(commits.every(({ hash, shortHash }) => hash.startsWith(shortHash) && hash.length === 40));
  });

  it('are none where there is no commit yet, nor for somebody else', async () => {
    assert.deepEqual(await own(), []);
    commit('One', '2026-11-16T10:00:00Z');
    assert.deepEqual(await own('nobody@example.org'), []);
    assert.deepEqual(await own('.*'), []);
  });
});
