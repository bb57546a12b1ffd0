import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { openRepository } from '../../../../src/git/repository.ts';
import { type Anchor, whereaboutsOf } from '../../../../src/reviews/anchor/whereabouts.ts';
import { worldOf } from '../../../../src/reviews/anchor/world.ts';
import { isolateGit, ScratchRepository } from '../../git/scratchRepository.ts';

const text = `import { charge } from './charge.ts';

export function retry(most: number): boolean {
  for (let count = 0; count < most; count++) {
    if (charge()) {
      return true;
    }
  }
  return false;
}
`;

describe('Comments in a repository', function () {
  this.timeout(20_000);
  isolateGit();
  let scratch: ScratchRepository;
  let commit: string;

  beforeEach(() => {
    scratch = ScratchRepository.with({ 'src/retry.ts': text, 'src/other.ts': 'export const other = 1;\n' });
    commit = scratch.git('rev-parse', 'HEAD').trim();
  });
  afterEach(() => scratch.remove());

  function comment(line: number, endLine = line, more: Partial<Anchor> = {}): Anchor {
    const quote = text.split('\n').slice(line - 1, endLine);
    return { file: 'src/retry.ts', line, endLine, commit, quote, ...more };
  }

  /** Where comments are, as `state path:first-last`. */
  async function found(anchors: readonly Anchor[], root = scratch.root): Promise<string[]> {
    const repository = await openRepository(root);
    assert.ok(repository);
    const places = await whereaboutsOf(anchors, worldOf(root, repository));
    return places.map(({ state, file, line, endLine }) =>
      state === 'orphaned' ? state : `${state} ${file}${line === null ? '' : `:${line}-${endLine}`}`,
    );
  }

  function commitAll(message: string): void {
    scratch.git('add', '--all');
    scratch.git('commit', '--quiet', '--message', message);
  }

  it('are found in the work tree, committed or not', async () => {
    scratch.write('src/retry.ts', `// Retries\n${text}`);
    assert.deepEqual(await found([comment(4, 8), comment(9)]), ['moved src/retry.ts:5-9', 'moved src/retry.ts:10-10']);
    commitAll('Say what it does');
    scratch.write('src/retry.ts', `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    assert.deepEqual(await found([comment(4, 8), comment(9)]), ['same src/retry.ts:4-8', 'same src/retry.ts:9-9']);
  });

  it('follow their file through renames, one after another, and into the work tree', async () => {
    scratch.git('mv', 'src/retry.ts', 'src/again.ts');
    commitAll('Rename');
    scratch.write('src/again.ts', text.replace('most: number', 'most: bigint'));
    commitAll('Change');
    scratch.git('mv', 'src/again.ts', 'again.ts');
    assert.deepEqual(await found([comment(4, 8), comment(3)]), ['moved again.ts:4-8', 'changed again.ts:3-3']);
    assert.deepEqual(await found([comment(1, 1, { line: null, endLine: null, quote: null })]), ['moved again.ts']);
  });

  it('follow their file where another one has taken its path', async () => {
    scratch.git('mv', 'src/retry.ts', 'src/again.ts');
    commitAll('Rename');
    scratch.write('src/retry.ts', "import { charge } from './charge.ts';\n\nexport * from './again.ts';\n");
    commitAll('Export it from where it was');
    assert.deepEqual(await found([comment(1), comment(9)]), ['moved src/again.ts:1-1', 'moved src/again.ts:9-9']);
  });

  it('do not follow what was renamed before they were written', async () => {
    scratch.git('mv', 'src/retry.ts', 'src/again.ts');
    process.env.GIT_COMMITTER_DATE = '2001-01-01T00:00:00Z';
    commitAll('Rename');
    delete process.env.GIT_COMMITTER_DATE;
    scratch.write('src/retry.ts', "import { charge } from './charge.ts';\n\ncharge();\n");
    commitAll('Another file');
    const later = comment(1, 1, { commit: scratch.git('rev-parse', 'HEAD').trim() });
    assert.deepEqual(await found([later]), ['same src/retry.ts:1-1']);
    scratch.git('rm', '--quiet', 'src/retry.ts');
    assert.deepEqual(await found([later]), ['orphaned']);
  });

  it('are orphaned when their file or their lines are deleted', async () => {
    scratch.git('rm', '--quiet', 'src/retry.ts');
    commitAll('Delete');
    assert.deepEqual(await found([comment(4, 8)]), ['orphaned']);
  });

  it('are found by their quote where the commit was rebased away', async () => {
    scratch.write('src/retry.ts', `// Retries\n${text}`);
    scratch.git('commit', '--quiet', '--all', '--amend', '--message', 'Start otherwise');
    scratch.git('reflog', 'expire', '--expire=now', '--all');
    scratch.git('gc', '--quiet', '--prune=now');
    assert.throws(() => scratch.git('cat-file', '-e', commit));
    assert.deepEqual(await found([comment(4, 8), comment(9), comment(10)]), [
      'moved src/retry.ts:5-9',
      'moved src/retry.ts:10-10',
      'moved src/retry.ts:11-11',
    ]);
  });

  it('are found by their quotes in a shallow clone, also where their file has another path', async () => {
    scratch.git('mv', 'src/retry.ts', 'src/again.ts');
    scratch.write('src/again.ts', `// Retries\n${text}`);
    commitAll('Rename');
    const clone = scratch.path('clone');
    scratch.git('clone', '--quiet', '--depth', '1', `file://${scratch.root}`, clone);
    assert.deepEqual(await found([comment(3), comment(4, 8), comment(9)], clone), [
      'moved src/again.ts:4-4',
      'moved src/again.ts:5-9',
      'moved src/again.ts:10-10',
    ]);
    // One quote alone could be from anywhere.
    assert.deepEqual(await found([comment(9)], clone), ['orphaned']);
  });

  it('are found in a shallow clone where their folder has moved into another', async () => {
    scratch.write('packages/readme.txt', 'All packages.\n');
    scratch.git('mv', 'src', 'packages/src');
    commitAll('Move');
    const clone = scratch.path('clone');
    scratch.git('clone', '--quiet', '--depth', '1', `file://${scratch.root}`, clone);
    assert.deepEqual(await found([comment(9)], clone), ['moved packages/src/retry.ts:9-9']);
  });

  it('are found in a shallow clone where their file got another folder or ending, if some of it is near to where it was', async () => {
    scratch.git('mv', 'src/retry.ts', 'again.ts');
    scratch.git('mv', 'again.ts', 'src/retry.mts');
    commitAll('Move');
    const clone = scratch.path('clone');
    scratch.git('clone', '--quiet', '--depth', '1', `file://${scratch.root}`, clone);
    assert.deepEqual(await found([comment(9)], clone), ['moved src/retry.mts:9-9']);
    scratch.write('lib/retry.ts', `${'//\n'.repeat(300)}${text}`);
    scratch.git('rm', '--quiet', 'src/retry.mts');
    commitAll('Move again');
    const later = scratch.path('later');
    scratch.git('clone', '--quiet', '--depth', '1', `file://${scratch.root}`, later);
    assert.deepEqual(await found([comment(3), comment(4), comment(9)], later), ['orphaned', 'orphaned', 'orphaned']);
    scratch.write('lib/retry.ts', `${'//\n'.repeat(100)}${text}`);
    commitAll('Shorten');
    const last = scratch.path('last');
    scratch.git('clone', '--quiet', '--depth', '1', `file://${scratch.root}`, last);
    assert.deepEqual(await found([comment(3)], last), ['moved lib/retry.ts:103-103']);
  });

  it('are orphaned in a shallow clone where a folder above has a file of the same name and lines', async () => {
    scratch.write('retry.ts', text);
    scratch.git('rm', '--quiet', 'src/retry.ts');
    commitAll('Remove');
    const clone = scratch.path('clone');
    scratch.git('clone', '--quiet', '--depth', '1', `file://${scratch.root}`, clone);
    assert.deepEqual(await found([comment(3)], clone), ['orphaned']);
  });

  it('are orphaned in a shallow clone where their line is far away, and in many files', async () => {
    const licence = '// You may obtain a copy of the licence at';
    const others = Object.fromEntries([1, 2, 3].map((each) => [`src/part${each}.ts`, `${licence}\n`]));
    for (const [path, content] of Object.entries(others)) scratch.write(path, content);
    scratch.write('src/retry.ts', `${text}${'//\n'.repeat(50)}${licence}\n`);
    commitAll('License');
    const clone = scratch.path('clone');
    scratch.git('clone', '--quiet', '--depth', '1', `file://${scratch.root}`, clone);
    assert.deepEqual(await found([comment(2, 2, { quote: [licence] })], clone), ['orphaned']);
    assert.deepEqual(await found([comment(40, 40, { quote: [licence] })], clone), ['moved src/retry.ts:61-61']);
  });

  it('are found by their quote where their lines were in no commit yet', async () => {
    const quote = ['  const budget = new Budget(most);'];
    scratch.write('src/retry.ts', text.replace('  for', `${quote[0]}\n  for`));
    const uncommitted = comment(4, 4, { quote });
    assert.deepEqual(await found([uncommitted]), ['same src/retry.ts:4-4']);
    scratch.write('src/retry.ts', text);
    assert.deepEqual(await found([uncommitted]), ['orphaned']);
  });

  it('whose file has moved to where git does not know it are orphaned, and found once it does', async () => {
    renameSync(scratch.path('src/retry.ts'), scratch.path('src/again.ts'));
    assert.deepEqual(await found([comment(4, 8)]), ['orphaned']);
    scratch.git('add', '--all');
    assert.deepEqual(await found([comment(4, 8)]), ['moved src/again.ts:4-8']);
  });

  it('are orphaned where they name nothing that can be read', async () => {
    scratch.write('src/binary.ts', Buffer.from([1, 0, 2]));
    const strange = ['../retry.ts', '/etc/passwd', '', '.', 'src', '.git/config', 'src/binary.ts', 'a\nb', '-x'];
    const anchors = strange.map((file) => comment(1, 1, { file }));
    assert.deepEqual(
      await found(anchors),
      strange.map(() => 'orphaned'),
    );
    assert.deepEqual(await found([comment(4, 4, { commit: '--help' }), comment(4, 4, { commit: null })]), [
      'same src/retry.ts:4-4',
      'same src/retry.ts:4-4',
    ]);
    assert.deepEqual(await found([]), []);
  });
});
