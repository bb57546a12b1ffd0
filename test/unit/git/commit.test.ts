import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type CommitOutcome, type CommitRequest, commitFiles } from '../../../src/git/commit.ts';
import type { RefusalReason } from '../../../src/git/refusals.ts';
import { openRepository } from '../../../src/git/repository.ts';
import { isolateGit, ScratchRepository } from './scratchRepository.ts';

const record = 'docs/0001-use-git.md';
const text = '# Use git\n\nBecause.\n';
const onPosix = process.platform === 'win32' ? it.skip : it;

describe('commitFiles', function () {
  this.timeout(20_000);
  isolateGit();

  let scratch: ScratchRepository;
  const others: { remove(): void }[] = [];

  beforeEach(() => {
    scratch = ScratchRepository.with({ 'a.txt': 'a\n', 'b.txt': 'b\n', 'c.txt': 'c\n' });
  });

  afterEach(() => {
    scratch.remove();
    for (const other of others.splice(0)) {
      other.remove();
    }
  });

  async function commit(request: Partial<CommitRequest> = {}, path = scratch.root): Promise<CommitOutcome> {
    const repository = await openRepository(path);
    assert.ok(repository);
    return commitFiles(repository, { paths: [record], message: 'Record: use git', ...request });
  }

  async function committed(request: Partial<CommitRequest> = {}, path = scratch.root) {
    const outcome = await commit(request, path);
    assert.equal(outcome.kind, 'committed', outcome.kind === 'refused' ? outcome.error.detail : outcome.kind);
    assert.ok(outcome.kind === 'committed');
    return outcome;
  }

  /** Commits, and expects a refusal that leaves everything as it was and says so in one sentence with a remedy. */
  async function refused(reason: RefusalReason, request: Partial<CommitRequest> = {}, path = scratch.root) {
    const before = scratch.snapshot();
    const outcome = await commit(request, path);
    assert.equal(outcome.kind, 'refused');
    assert.ok(outcome.kind === 'refused');
    assert.equal(outcome.reason, reason, outcome.error.detail);
    assert.deepEqual(scratch.snapshot(), before);
    assert.match(outcome.error.message, /^Nothing was committed/);
    assert.doesNotMatch(outcome.error.message, /\{\d\}|undefined/);
    return outcome.error;
  }

  /** Staged, modified, half-staged, renamed, deleted, untracked and intent-to-add files of the user's own. */
  function mess(): void {
    scratch.write('a.txt', 'a staged\n');
    scratch.git('add', 'a.txt');
    scratch.write('a.txt', 'a staged, then changed\n');
    scratch.write('b.txt', 'b changed\n');
    scratch.git('mv', 'c.txt', 'renamed.txt');
    scratch.write('new.txt', 'new and staged\n');
    scratch.git('add', 'new.txt');
    scratch.write('later.txt', 'added in intent only\n');
    scratch.git('add', '--intent-to-add', 'later.txt');
    scratch.write('untracked.txt', 'untracked\n');
  }

  describe('in an ordinary repository', () => {
    it('commits a new file and reports the commit', async () => {
      scratch.write(record, text);
      const outcome = await committed();
      assert.deepEqual(scratch.filesIn('HEAD'), [record]);
      assert.equal(scratch.show('HEAD', record), text);
      assert.equal(outcome.hash, scratch.git('rev-parse', 'HEAD').trim());
      assert.equal(outcome.shortHash, scratch.git('rev-parse', '--short', 'HEAD').trim());
      assert.deepEqual(outcome.paths, [record]);
      assert.equal(outcome.branch, 'main');
      assert.equal(outcome.detached, false);
      assert.equal(outcome.warning, undefined);
      assert.equal(scratch.git('status', '--porcelain'), '');
    });

    it('commits a modified file', async () => {
      scratch.write('a.txt', 'better\n');
      await committed({ paths: ['a.txt'] });
      assert.equal(scratch.show('HEAD', 'a.txt'), 'better\n');
      assert.equal(scratch.git('status', '--porcelain'), '');
    });

    it('commits an empty new file', async () => {
      scratch.write(record, '');
      await committed();
      assert.equal(scratch.show('HEAD', record), '');
      assert.equal(scratch.git('status', '--porcelain'), '');
    });

    it('commits several files together, and leaves out those that have not changed', async () => {
      scratch.write(record, text);
      scratch.write('a.txt', 'superseded\n');
      const outcome = await committed({ paths: [record, 'a.txt', 'b.txt'] });
      assert.deepEqual([...outcome.paths].sort(), ['a.txt', record]);
      assert.deepEqual(scratch.filesIn('HEAD'), ['a.txt', record]);
    });

    it('takes an absolute path as well', async () => {
      scratch.write(record, text);
      await committed({ paths: [scratch.path(record)] });
      assert.deepEqual(scratch.filesIn('HEAD'), [record]);
    });

    it('takes the same path twice', async () => {
      scratch.write(record, text);
      await committed({ paths: [record, scratch.path(record)] });
      assert.deepEqual(scratch.filesIn('HEAD'), [record]);
    });

    it('commits a file that was deleted from disk', async () => {
      unlinkSync(scratch.path('a.txt'));
      const outcome = await committed({ paths: ['a.txt'] });
      assert.deepEqual(outcome.paths, ['a.txt']);
      assert.equal(scratch.git('ls-files'), 'b.txt\nc.txt\n');
      assert.equal(scratch.git('status', '--porcelain'), '');
    });

    it('commits a file that was deleted together with its folder', async () => {
      scratch.write('old/deep/x.md', 'x');
      scratch.git('add', '.');
      scratch.git('commit', '-qm', 'x');
      rmSync(scratch.path('old'), { recursive: true });
      await committed({ paths: ['old/deep/x.md'] });
      assert.equal(scratch.git('status', '--porcelain'), '');
    });

    it('commits both ends of a rename that were named', async () => {
      mkdirSync(scratch.path('docs'));
      renameSync(scratch.path('a.txt'), scratch.path(record));
      await committed({ paths: ['a.txt', record] });
      assert.deepEqual(scratch.filesIn('HEAD'), ['a.txt', record]);
      assert.equal(scratch.git('status', '--porcelain'), '');
    });

    it('reports that nothing has changed', async () => {
      assert.deepEqual(await commit({ paths: ['a.txt'] }), { kind: 'unchanged' });
    });

    it('commits nothing when nothing is named, whatever has changed', async () => {
      mess();
      assert.deepEqual(await commit({ paths: [] }), { kind: 'unchanged' });
    });

    it('does not take a touched file for a changed one', async () => {
      scratch.write('a.txt', 'a\n');
      assert.deepEqual(await commit({ paths: ['a.txt'] }), { kind: 'unchanged' });
    });

    it('makes the first commit of a repository, and leaves what is staged', async () => {
      const fresh = new ScratchRepository();
      others.push(fresh);
      fresh.write('staged.txt', 'staged\n');
      fresh.git('add', 'staged.txt');
      fresh.write(record, text);
      const outcome = await committed({}, fresh.root);
      assert.equal(outcome.branch, 'main');
      assert.deepEqual(fresh.filesIn('HEAD'), [record]);
      assert.equal(fresh.git('status', '--porcelain'), 'A  staged.txt\n');
    });

    it('commits on a detached HEAD and says so', async () => {
      scratch.git('checkout', '--quiet', '--detach');
      scratch.write(record, text);
      const outcome = await committed();
      assert.equal(outcome.detached, true);
      assert.equal(outcome.branch, undefined);
      assert.deepEqual(scratch.filesIn('HEAD'), [record]);
    });

    it('commits in a linked work tree, on its branch, and leaves the main one alone', async () => {
      const folder = `${scratch.root}-linked`;
      scratch.git('worktree', 'add', '--quiet', '-b', 'side', folder);
      const linked = new ScratchRepository(folder);
      others.push(linked);
      mess();
      const before = scratch.snapshot(['none']);
      linked.write(record, text);
      const outcome = await committed({}, join(folder, 'docs'));
      assert.equal(outcome.branch, 'side');
      assert.deepEqual(scratch.filesIn('side'), [record]);
      assert.deepEqual(scratch.snapshot(['none']), before);
    });

    it('works while another linked work tree is in the middle of a merge', async () => {
      const folder = `${scratch.root}-linked`;
      scratch.git('worktree', 'add', '--quiet', '-b', 'side', folder);
      const linked = new ScratchRepository(folder);
      others.push(linked);
      linked.write('a.txt', 'side\n');
      linked.git('commit', '-qam', 'side');
      scratch.write('a.txt', 'main\n');
      scratch.git('commit', '-qam', 'main');
      linked.gitMayFail('merge', 'main');
      scratch.write(record, text);
      await committed();
    });

    it('commits in the submodule a record that is inside one', async () => {
      const library = ScratchRepository.with({ 'lib.txt': 'lib\n' });
      others.push(library);
      scratch.git('submodule', '--quiet', 'add', library.root, 'lib');
      scratch.git('commit', '-qm', 'lib');
      const inside = new ScratchRepository(scratch.path('lib'));
      inside.write(record, text);
      const before = scratch.git('rev-parse', 'HEAD');
      await committed({ paths: [inside.path(record)] }, inside.path(record));
      assert.deepEqual(inside.filesIn('HEAD'), [record]);
      assert.equal(scratch.git('rev-parse', 'HEAD'), before);
    });

    it('commits in a repository of SHA-256 names', async () => {
      const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'lead-habits-git-')));
      const modern = new ScratchRepository(folder);
      others.push(modern);
      modern.git('init', '--quiet', '--object-format=sha256');
      modern.write(record, text);
      assert.equal((await committed({}, modern.root)).hash.length, 64);
      assert.equal(modern.git('status', '--porcelain'), '');
    });
  });

  describe('next to work of the user', () => {
    it('leaves everything that is staged, modified, renamed, untracked or intended alone', async () => {
      mess();
      const before = scratch.snapshot([record]);
      scratch.write(record, text);
      await committed();
      assert.deepEqual(scratch.filesIn('HEAD'), [record]);
      assert.deepEqual(scratch.snapshot([record]), before);
    });

    it('leaves it alone when a tracked file is committed', async () => {
      mess();
      const before = scratch.snapshot(['b.txt']);
      await committed({ paths: ['b.txt'] });
      assert.deepEqual(scratch.filesIn('HEAD'), ['b.txt']);
      assert.deepEqual(scratch.snapshot(['b.txt']), before);
    });

    it('leaves it alone when a hook refuses', async () => {
      mess();
      scratch.hook('pre-commit', 'exit 1');
      scratch.write(record, text);
      await refused('hook');
    });

    it('leaves everything else identical, whatever the other files are called and however they have changed', async function () {
      this.timeout(60_000);
      const name = fc
        .tuple(
          fc.constantFrom('', 'docs/', 'ä ö/', '-x/', ':(top)/'),
          fc.array(
            fc.constantFrom(
              'a',
              'B',
              '1',
              ' ',
              '[',
              ']',
              '(',
              ')',
              '-',
              '#',
              '!',
              "'",
              '&',
              '%',
              'é',
              '名',
              '🎉',
              '~',
              '$',
            ),
            { minLength: 1, maxLength: 6 },
          ),
        )
        .map(([folder, letters]) => `${folder}${letters.join('').trim() || 'x'}.md`);
      const state = fc.constantFrom(
        'staged',
        'modified',
        'half-staged',
        'deleted',
        'removed',
        'untracked',
        'new',
        'intended',
      );
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(fc.tuple(name, state), { maxLength: 8, selector: ([path]) => path.toLowerCase() }),
          name,
          async (files, target) => {
            fc.pre(files.every(([path]) => path.toLowerCase() !== target.toLowerCase()));
            const messy = ScratchRepository.with({ 'first.txt': 'first\n' });
            try {
              const tracked = files.filter(([, kind]) => !['untracked', 'new', 'intended'].includes(kind));
              for (const [path] of tracked) {
                messy.write(path, 'tracked\n');
              }
              messy.git('add', '--all');
              messy.git('commit', '--quiet', '--allow-empty', '--message', 'Tracked');
              for (const [path, kind] of files) {
                const literally = (...args: string[]) => messy.git('--literal-pathspecs', ...args, '--', path);
                if (kind === 'deleted') {
                  unlinkSync(messy.path(path));
                } else if (kind === 'removed') {
                  literally('rm', '--quiet');
                } else {
                  messy.write(path, `${kind}\n`);
                }
                if (['staged', 'half-staged', 'new'].includes(kind)) {
                  literally('add');
                }
                if (kind === 'intended') {
                  literally('add', '--intent-to-add');
                }
                if (kind === 'half-staged') {
                  messy.write(path, 'and more\n');
                }
              }
              messy.write(target, text);
              const before = messy.snapshot([target]);
              await committed({ paths: [target] }, messy.root);
              assert.deepEqual(messy.filesIn('HEAD'), [target]);
              assert.equal(messy.show('HEAD', target), text);
              assert.deepEqual(messy.snapshot([target]), before);
            } finally {
              messy.remove();
            }
          },
        ),
        { numRuns: 25 },
      );
    });

    it('commits one after the other when asked at the same time', async () => {
      const names = ['one.md', 'two.md', 'three.md', 'four.md'];
      for (const name of names) {
        scratch.write(name, name);
      }
      const repository = await openRepository(scratch.root);
      assert.ok(repository);
      const outcomes = await Promise.all(
        names.map((name) => commitFiles(repository, { paths: [name], message: name })),
      );
      assert.deepEqual(
        outcomes.map((outcome) => outcome.kind),
        names.map(() => 'committed'),
      );
      assert.equal(scratch.git('log', '--format=%s', '--reverse'), `Start\n${names.join('\n')}\n`);
      assert.equal(scratch.git('status', '--porcelain'), '');
    });

    it('goes on with the next one after one was refused', async () => {
      scratch.write('two.md', 'two');
      const [first, second] = await Promise.all([commit({ paths: ['gone.md'] }), commit({ paths: ['two.md'] })]);
      assert.equal(first.kind, 'refused');
      assert.equal(second.kind, 'committed');
    });
  });

  describe('when the user has staged something of the record', () => {
    it('asks, and touches nothing, if the file has changed since', async () => {
      scratch.write('a.txt', 'staged\n');
      scratch.git('add', 'a.txt');
      scratch.write('a.txt', 'staged, then changed\n');
      const before = scratch.snapshot();
      assert.deepEqual(await commit({ paths: ['a.txt'] }), { kind: 'ask', staged: ['a.txt'], partial: ['a.txt'] });
      assert.deepEqual(scratch.snapshot(), before);
    });

    it('asks, and says that nothing would get lost, if the file is as it was staged', async () => {
      scratch.write(record, text);
      scratch.git('add', record);
      const before = scratch.snapshot();
      assert.deepEqual(await commit(), { kind: 'ask', staged: [record], partial: [] });
      assert.deepEqual(scratch.snapshot(), before);
    });

    it('commits the whole file once the user has agreed', async () => {
      mess();
      const before = scratch.snapshot(['a.txt']);
      await committed({ paths: ['a.txt'], includeStaged: true });
      assert.deepEqual(scratch.filesIn('HEAD'), ['a.txt']);
      assert.equal(scratch.show('HEAD', 'a.txt'), 'a staged, then changed\n');
      assert.deepEqual(scratch.snapshot(['a.txt']), before);
    });

    it('commits a staged deletion once the user has agreed', async () => {
      scratch.git('rm', '--quiet', 'a.txt');
      assert.deepEqual(await commit({ paths: ['a.txt'] }), { kind: 'ask', staged: ['a.txt'], partial: [] });
      await committed({ paths: ['a.txt'], includeStaged: true });
      assert.deepEqual(scratch.filesIn('HEAD'), ['a.txt']);
      assert.equal(scratch.git('status', '--porcelain'), '');
    });

    it('commits a file that is there again after its deletion was staged', async () => {
      scratch.git('rm', '--quiet', '--cached', 'a.txt');
      scratch.write('a.txt', 'again\n');
      assert.deepEqual(await commit({ paths: ['a.txt'] }), { kind: 'ask', staged: ['a.txt'], partial: ['a.txt'] });
      await committed({ paths: ['a.txt'], includeStaged: true });
      assert.equal(scratch.show('HEAD', 'a.txt'), 'again\n');
      assert.equal(scratch.git('status', '--porcelain'), '');
    });

    it('keeps the staged deletion of a file that is there again when a hook refuses', async () => {
      scratch.git('rm', '--quiet', '--cached', 'a.txt');
      scratch.write('a.txt', 'again\n');
      scratch.hook('pre-commit', 'exit 1');
      await refused('hook', { paths: ['a.txt'], includeStaged: true });
    });

    it('keeps a half-staged file half-staged when a hook refuses', async () => {
      mess();
      scratch.hook('pre-commit', 'exit 1');
      await refused('hook', { paths: ['a.txt'], includeStaged: true });
    });

    it('does not commit a file that the user intended to add and then deleted', async () => {
      scratch.write(record, text);
      scratch.git('add', '--intent-to-add', record);
      unlinkSync(scratch.path(record));
      const before = scratch.snapshot();
      assert.notEqual((await commit()).kind, 'committed');
      assert.deepEqual(scratch.snapshot(), before);
    });

    it('commits a file that the user intends to add, and keeps that intent when a hook refuses', async () => {
      scratch.write(record, text);
      scratch.git('add', '--intent-to-add', record);
      scratch.hook('pre-commit', 'exit 1');
      await refused('hook');
      rmSync(scratch.path('.git/hooks/pre-commit'));
      await committed();
      assert.equal(scratch.git('status', '--porcelain'), '');
    });
  });

  describe('with names that mean something to git', () => {
    const names = [
      '-leading dash.md',
      ':(top)x.md',
      ':!x.md',
      'star*.md',
      'ü/名前 🎉.md',
      '#x.md',
      'what?.md',
      '"q".md',
      '{0}.md',
    ];
    for (const name of names) {
      onPosix(`commits ${name}`, async () => {
        scratch.write(name, text);
        const outcome = await committed({ paths: [name] });
        assert.deepEqual(outcome.paths, [name]);
        assert.deepEqual(scratch.filesIn('HEAD'), [name]);
      });
    }

    it('commits a[1].md and not a1.md', async () => {
      scratch.write('a1.md', 'other\n');
      scratch.git('add', 'a1.md');
      scratch.git('commit', '-qm', 'other');
      scratch.write('a1.md', 'other, changed\n');
      scratch.write('a[1].md', text);
      await committed({ paths: ['a[1].md'] });
      assert.deepEqual(scratch.filesIn('HEAD'), ['a[1].md']);
      assert.equal(scratch.git('status', '--porcelain'), ' M a1.md\n');
    });

    it('cleans up after a[1].md without touching a1.md', async () => {
      scratch.write('a1.md', 'staged\n');
      scratch.git('add', 'a1.md');
      scratch.write('a[1].md', text);
      scratch.hook('pre-commit', 'exit 1');
      await refused('hook', { paths: ['a[1].md'] });
    });

    onPosix('commits a file with a line feed or a backslash in its name', async () => {
      for (const name of ['two\nlines.md', 'back\\slash.md']) {
        scratch.write(name, text);
        await committed({ paths: [name] });
        assert.deepEqual(scratch.filesIn('HEAD'), [name]);
      }
    });

    it('finds the name that git knows where case does not count', async function () {
      // A second name for the same file is what a file system without case looks like to git.
      scratch.git('config', 'core.ignorecase', 'true');
      scratch.write('a.txt', 'changed\n');
      try {
        linkSync(scratch.path('a.txt'), scratch.path('A.txt'));
      } catch {
        this.skip();
      }
      const outcome = await committed({ paths: ['A.txt'] });
      assert.deepEqual(outcome.paths, ['a.txt']);
    });
  });

  describe('with a message', () => {
    async function messageOf(message: string): Promise<string> {
      scratch.write(record, text);
      await committed({ message });
      return scratch.git('log', '-1', '--format=%B').trimEnd();
    }

    it('keeps lines that begin with # whatever the configuration', async () => {
      scratch.git('config', 'commit.cleanup', 'strip');
      assert.equal(await messageOf('Title\n\n# Heading\ntext\n'), 'Title\n\n# Heading\ntext');
    });

    it('keeps text below a scissors line with commit.verbose', async () => {
      scratch.git('config', 'commit.verbose', 'true');
      const message = 'Title\n\n# ------------------------ >8 ------------------------\nkept';
      assert.equal(await messageOf(message), message);
    });

    it('keeps letters outside of ASCII whatever the configured encoding', async () => {
      scratch.git('config', 'i18n.commitEncoding', 'ISO-8859-1');
      assert.equal(await messageOf('Entscheidung: für 名前 🎉'), 'Entscheidung: für 名前 🎉');
      assert.doesNotMatch(scratch.git('cat-file', 'commit', 'HEAD'), /^encoding/m);
    });

    it('takes one that begins with a dash, and a template has no say', async () => {
      scratch.write('template', 'from the template');
      scratch.git('config', 'commit.template', 'template');
      assert.equal(await messageOf('--amend'), '--amend');
    });

    it('refuses an empty one', async () => {
      scratch.write(record, text);
      await refused('message', { message: ' \n\t' });
    });
  });

  describe('with hooks', () => {
    beforeEach(() => {
      mess();
      scratch.write(record, text);
    });

    it("shows the pre-commit hook's own output when it refuses", async () => {
      scratch.hook('pre-commit', 'echo "to stdout"; echo "to stderr" >&2; exit 1');
      const error = await refused('hook');
      assert.match(error.message, /pre-commit/);
      assert.equal(error.detail, 'to stdout\nto stderr');
    });

    it("shows the commit-msg hook's own output when it refuses", async () => {
      scratch.hook('commit-msg', 'grep -q TICKET "$1" || { echo "no ticket" >&2; exit 1; }');
      const error = await refused('hook');
      assert.match(error.message, /commit-msg/);
      assert.equal(error.detail, 'no ticket');
    });

    it('notices a hook that refuses without a word', async () => {
      scratch.hook('pre-commit', 'exit 1');
      assert.equal((await refused('hook')).detail, undefined);
    });

    it('finds hooks where core.hooksPath says', async () => {
      scratch.write('.husky/pre-commit', '#!/bin/sh\necho husky; exit 1\n');
      chmodSync(scratch.path('.husky/pre-commit'), 0o755);
      scratch.git('config', 'core.hooksPath', '.husky');
      assert.equal((await refused('hook')).detail, 'husky');
    });

    it('lets the commit through when the hooks agree', async () => {
      scratch.hook('pre-commit', 'exit 0');
      scratch.hook('commit-msg', 'echo "Signed-off-by: Ada" >>"$1"');
      await committed();
      assert.match(scratch.git('log', '-1', '--format=%B'), /Signed-off-by: Ada/);
    });

    it('commits what a formatting hook made of the file, and leaves no trace in the index', async () => {
      const before = scratch.snapshot([record]);
      scratch.hook('pre-commit', `echo formatted >>${record}; git add ${record}`);
      const outcome = await committed();
      assert.equal(outcome.warning, undefined);
      assert.equal(scratch.show('HEAD', record), `${text}formatted\n`);
      assert.equal(scratch.git('status', '--porcelain', '--', record), '');
      assert.deepEqual(scratch.snapshot([record]), before);
    });

    it('does so too when the file was tracked already', async () => {
      const before = scratch.snapshot(['b.txt']);
      scratch.hook('pre-commit', 'echo formatted >>b.txt; git add b.txt');
      await committed({ paths: ['b.txt'] });
      assert.equal(scratch.show('HEAD', 'b.txt'), 'b changed\nformatted\n');
      assert.deepEqual(scratch.snapshot(['b.txt']), before);
    });

    it('warns of a file that a hook added to the commit', async () => {
      scratch.hook('pre-commit', 'echo log >CHANGES; git add CHANGES');
      const outcome = await committed();
      assert.deepEqual([...outcome.paths].sort(), ['CHANGES', record]);
      assert.match(outcome.warning?.message ?? '', /CHANGES/);
      assert.equal(scratch.git('status', '--porcelain', '--', record), '');
    });

    it('warns of files of the user that a hook swept into the commit', async () => {
      scratch.hook('pre-commit', 'git add --update');
      const outcome = await committed();
      assert.match(outcome.warning?.message ?? '', /b\.txt/);
      assert.equal(scratch.read('b.txt'), 'b changed\n');
    });

    it('warns when the index cannot be brought in line after a formatting hook', async () => {
      scratch.hook('pre-commit', `echo formatted >>${record}; git add ${record}`);
      scratch.hook('post-commit', 'touch .git/index.lock');
      const outcome = await committed();
      assert.match(outcome.warning?.message ?? '', /Unstage it/);
    });

    it('clears the index of a file that a hook took out of the commit', async () => {
      scratch.write('two.md', text);
      scratch.hook('pre-commit', `git rm --quiet --cached ${record}`);
      const outcome = await committed({ paths: [record, 'two.md'] });
      assert.deepEqual(outcome.paths, ['two.md']);
      assert.equal(scratch.git('status', '--porcelain', '--', record, 'two.md'), `?? ${record}\n`);
    });

    it('lets hooks see the environment of the user', async () => {
      scratch.hook('pre-commit', `echo "$HOME" >'${scratch.root}-seen'`);
      await committed();
      others.push({ remove: () => rmSync(`${scratch.root}-seen`) });
      assert.equal(execFileSync('cat', [`${scratch.root}-seen`], { encoding: 'utf8' }).trim(), process.env.HOME);
    });

    it('lets hooks use git as they are used to', async () => {
      scratch.hook('pre-commit', 'git status --porcel >/dev/null || exit 1');
      await committed();
    });

    it('does not wait for what a hook leaves running', async () => {
      scratch.hook('pre-commit', 'sleep 5 &');
      const start = Date.now();
      await committed();
      assert.ok(Date.now() - start < 3000);
    });

    it('never skips the hooks', async () => {
      scratch.hook('pre-commit', `echo ran >>'${scratch.root}-ran'`);
      others.push({ remove: () => rmSync(`${scratch.root}-ran`) });
      await committed();
      assert.ok(existsSync(`${scratch.root}-ran`));
    });
  });

  describe('while git is in the middle of something', () => {
    beforeEach(() => {
      scratch.git('checkout', '--quiet', '-b', 'side');
      scratch.write('a.txt', 'side\n');
      scratch.git('commit', '-qam', 'side');
      scratch.write('b.txt', 'side b\n');
      scratch.git('commit', '-qam', 'side b');
      scratch.git('checkout', '--quiet', 'main');
      scratch.write('a.txt', 'main\n');
      scratch.git('commit', '-qam', 'main');
    });

    const situations: readonly [string, () => void][] = [
      ['merge', () => scratch.gitMayFail('merge', 'side')],
      ['merge', () => scratch.git('merge', '--quiet', '--no-commit', '--strategy=ours', 'side')],
      ['cherry-pick', () => scratch.gitMayFail('cherry-pick', 'side~1')],
      ['revert', () => scratch.git('revert', '--no-commit', 'HEAD')],
      ['revert', () => scratch.gitMayFail('revert', 'HEAD~1', 'side~1')],
      ['rebase', () => scratch.gitMayFail('rebase', 'side')],
      ['rebase', () => scratch.gitMayFail('rebase', '--apply', 'side')],
      ['rebase', () => scratch.gitMayFail('-c', 'sequence.editor=echo break >', 'rebase', '-i', 'HEAD~1')],
      [
        'am',
        () => {
          writeFileSync(`${scratch.root}-patch`, scratch.git('format-patch', '--stdout', 'side~2..side~1'));
          others.push({ remove: () => rmSync(`${scratch.root}-patch`) });
          scratch.gitMayFail('am', `${scratch.root}-patch`);
        },
      ],
      [
        'bisect',
        () => {
          scratch.git('bisect', 'start', 'HEAD', 'HEAD~1');
        },
      ],
    ];
    for (const [operation, begin] of situations) {
      it(`refuses and names the ${operation}`, async () => {
        begin();
        scratch.write(record, text);
        const error = await refused('operation');
        assert.match(error.message, new RegExp(`"git ${operation}"`));
      });
    }

    it('refuses between two picks of a series', async () => {
      scratch.gitMayFail('cherry-pick', 'side~1', 'side');
      scratch.write('a.txt', 'resolved\n');
      scratch.git('commit', '-qam', 'resolved');
      scratch.write(record, text);
      assert.match((await refused('operation')).message, /"git cherry-pick"/);
    });

    it('refuses a record in conflict after a stash was applied', async () => {
      scratch.write('a.txt', 'stashed\n');
      scratch.git('stash', '--quiet');
      scratch.write('a.txt', 'in the way\n');
      scratch.git('commit', '-qam', 'in the way');
      scratch.gitMayFail('stash', 'pop');
      assert.match((await refused('unmerged', { paths: ['a.txt'] })).message, /a\.txt/);
    });

    it('commits beside another file in conflict, which stays so', async () => {
      scratch.write('a.txt', 'stashed\n');
      scratch.git('stash', '--quiet');
      scratch.write('a.txt', 'in the way\n');
      scratch.git('commit', '-qam', 'in the way');
      scratch.gitMayFail('stash', 'pop');
      const before = scratch.snapshot([record]);
      scratch.write(record, text);
      await committed();
      assert.deepEqual(scratch.snapshot([record]), before);
    });
  });

  describe('where git cannot commit', () => {
    beforeEach(() => {
      mess();
      scratch.write(record, text);
    });

    it('refuses without an identity, before touching anything', async () => {
      const configuration = process.env.GIT_CONFIG_GLOBAL;
      process.env.GIT_CONFIG_GLOBAL = scratch.path('b.txt.none');
      try {
        scratch.git('config', 'user.useConfigOnly', 'true');
        // Git replaces the index file whenever it writes it.
        const index = statSync(scratch.path('.git/index')).ino;
        const outcome = await commit();
        assert.equal(outcome.kind === 'refused' && outcome.reason, 'identity');
        assert.equal(statSync(scratch.path('.git/index')).ino, index);
        await refused('identity');
      } finally {
        process.env.GIT_CONFIG_GLOBAL = configuration;
      }
    });

    it('refuses when the identity has gone since the last commit', async () => {
      const repository = await openRepository(scratch.root);
      assert.ok(repository);
      assert.equal((await commitFiles(repository, { paths: [record], message: 'one' })).kind, 'committed');
      scratch.write('two.md', text);
      scratch.git('config', 'user.name', ' ');
      const before = scratch.snapshot();
      const outcome = await commitFiles(repository, { paths: ['two.md'], message: 'two' });
      assert.equal(outcome.kind === 'refused' && outcome.reason, 'identity');
      assert.deepEqual(scratch.snapshot(), before);
    });

    it('refuses when only the author is unknown', async () => {
      scratch.git('config', 'author.name', ' ');
      await refused('identity');
    });

    it('refuses while another process holds the index, and leaves the lock', async () => {
      scratch.write('.git/index.lock', '');
      const before = scratch.read('.git/index');
      const outcome = await commit();
      assert.ok(outcome.kind === 'refused');
      assert.equal(outcome.reason, 'locked');
      assert.match(outcome.error.message, /index\.lock/);
      assert.equal(scratch.read('.git/index'), before);
      assert.ok(existsSync(scratch.path('.git/index.lock')));
    });

    it('waits a little for a process that is soon done with the index', async () => {
      scratch.write('.git/index.lock', '');
      setTimeout(() => unlinkSync(scratch.path('.git/index.lock')), 120);
      await committed();
    });

    it('refuses when the branch is locked, after the hooks have run', async () => {
      scratch.write('.git/refs/heads/main.lock', '');
      const error = await refused('branchLocked');
      assert.match(error.message, /main\.lock/);
    });

    it('refuses when the signing program is missing', async () => {
      scratch.git('config', 'commit.gpgsign', 'true');
      scratch.git('config', 'gpg.program', scratch.path('no-such-gpg'));
      const error = await refused('signing');
      assert.match(error.detail ?? '', /gpg/);
    });

    it('refuses when the signing key is missing', async () => {
      scratch.git('config', 'commit.gpgsign', 'true');
      scratch.git('config', 'gpg.format', 'ssh');
      scratch.git('config', 'user.signingkey', scratch.path('no-such-key'));
      await refused('signing');
    });

    it('refuses an ignored path and shows the rule', async () => {
      scratch.write('.gitignore', '*.draft.md\nbuild/\n');
      scratch.write('x.draft.md', text);
      scratch.write('build/y.md', text);
      assert.match((await refused('ignored', { paths: ['x.draft.md'] })).detail ?? '', /\.gitignore:1:/);
      await refused('ignored', { paths: [record, 'build/y.md'] });
    });

    it('commits a tracked file that a rule ignores', async () => {
      scratch.write('.gitignore', 'b.txt\n');
      await committed({ paths: ['b.txt'] });
    });

    it('refuses line endings that core.safecrlf forbids', async () => {
      scratch.git('config', 'core.autocrlf', 'input');
      scratch.git('config', 'core.safecrlf', 'true');
      scratch.write(record, '# Use git\r\n');
      await refused('lineEndings');
    });

    it('commits line endings as core.autocrlf converts them, and the file stays', async () => {
      scratch.git('config', 'core.autocrlf', 'true');
      scratch.write(record, '# Use git\r\n');
      await committed();
      assert.equal(scratch.show('HEAD', record), '# Use git\n');
      assert.equal(scratch.read(record), '# Use git\r\n');
      assert.equal(scratch.git('status', '--porcelain', '--', record), '');
    });

    it('finds nothing to commit in a file of which only the converted line endings differ', async () => {
      scratch.git('config', 'core.autocrlf', 'true');
      await committed();
      scratch.write(record, text.replaceAll('\n', '\r\n'));
      assert.equal((await commit()).kind, 'unchanged');
    });

    it('refuses a path that is nowhere', async () => {
      assert.match((await refused('missing', { paths: [record, 'gone.md'] })).message, /gone\.md/);
    });

    it('refuses a folder, there or deleted', async () => {
      scratch.write('tree/x.md', text);
      scratch.write('tree/y.md', text);
      await refused('notAFile', { paths: ['tree'] });
      await refused('notAFile', { paths: [scratch.root] });
      scratch.git('add', 'tree');
      scratch.git('commit', '-qm', 'tree', '--', 'tree');
      rmSync(scratch.path('tree'), { recursive: true });
      await refused('notAFile', { paths: ['tree'] });
    });

    it('refuses a path outside of the repository, or in its git folder', async () => {
      await refused('outside', { paths: ['../x.md'] });
      await refused('outside', { paths: [join(tmpdir(), 'x.md')] });
      await refused('outside', { paths: ['.git/config'] });
    });

    it('takes a name that begins with two dots for what it is', async () => {
      scratch.write('..x.md', text);
      await committed({ paths: ['..x.md'] });
    });

    it('refuses a path in a submodule or a nested repository', async () => {
      const library = ScratchRepository.with({ 'lib.txt': 'lib\n' });
      others.push(library);
      scratch.git('submodule', '--quiet', 'add', library.root, 'lib');
      scratch.write('lib/x.md', text);
      await refused('otherRepository', { paths: ['lib/x.md'] });
      await refused('otherRepository', { paths: ['lib'] });
      mkdirSync(scratch.path('nested'));
      new ScratchRepository(scratch.path('nested')).git('init', '--quiet');
      scratch.write('nested/deep/x.md', text);
      await refused('otherRepository', { paths: ['nested/deep/x.md'] });
    });

    it('refuses a new file outside of the sparse checkout', async () => {
      scratch.git('reset', '--quiet', '--hard');
      scratch.write('in/x.txt', 'x');
      scratch.write('out/y.txt', 'y');
      scratch.git('add', '.');
      scratch.git('commit', '-qm', 'folders');
      scratch.git('sparse-checkout', 'set', '--cone', 'in');
      scratch.write('in/new.md', text);
      await committed({ paths: ['in/new.md'] });
      scratch.write('out/new.md', text);
      assert.match((await refused('sparse', { paths: ['out/new.md'] })).message, /out\/new\.md/);
      await refused('sparse', { paths: ['out/y.txt'] });
    });

    it('refuses a file that git was told not to watch', async () => {
      scratch.git('update-index', '--assume-unchanged', 'b.txt');
      await refused('unwatched', { paths: ['b.txt'] });
    });

    it("passes git's own words on when it has no better ones", async () => {
      scratch.hook('reference-transaction', 'echo "not today" >&2; exit 1');
      const error = await refused('failed');
      assert.match(error.detail ?? '', /not today/);
    });
  });

  describe('with symbolic links', () => {
    onPosix('commits a record below a linked folder where it really is', async () => {
      scratch.write(record, text);
      symlinkSync('docs', scratch.path('link'));
      await committed({ paths: ['link/0001-use-git.md'] });
      assert.deepEqual(scratch.filesIn('HEAD'), [record]);
    });

    onPosix('works in a repository that was opened through a link', async () => {
      const link = `${scratch.root}-link`;
      symlinkSync(scratch.root, link);
      others.push({ remove: () => unlinkSync(link) });
      scratch.write(record, text);
      await committed({ paths: [join(link, record)] }, link);
      assert.deepEqual(scratch.filesIn('HEAD'), [record]);
    });

    onPosix('refuses a path that a link leads outside', async () => {
      const outside = mkdtempSync(join(tmpdir(), 'lead-habits-outside-'));
      others.push({ remove: () => rmSync(outside, { recursive: true }) });
      writeFileSync(join(outside, 'x.md'), text);
      symlinkSync(outside, scratch.path('away'));
      symlinkSync(join(outside, 'x.md'), scratch.path('x.md'));
      await refused('outside', { paths: ['away/x.md'] });
      await refused('outside', { paths: ['away/new.md'] });
      await refused('outside', { paths: ['x.md'] });
    });

    onPosix('commits a link to a file in the repository as the link that it is', async () => {
      symlinkSync('a.txt', scratch.path('latest.md'));
      await committed({ paths: ['latest.md'] });
      assert.equal(scratch.show('HEAD', 'latest.md'), 'a.txt');
      assert.equal(scratch.git('status', '--porcelain'), '');
    });
  });

  describe('where git speaks another language', () => {
    let language: string | undefined;

    before(() => {
      language = process.env.LANGUAGE;
    });

    afterEach(() => {
      if (language === undefined) {
        delete process.env.LANGUAGE;
      } else {
        process.env.LANGUAGE = language;
      }
    });

    // Without the language installed, git speaks English, and the test has nothing to find.
    for (const tongue of ['de', 'fr', 'zh_CN', 'ru']) {
      it(`gives the same reasons in ${tongue}`, async () => {
        process.env.LANGUAGE = tongue;
        scratch.write(record, '# Use git\r\n');
        scratch.git('config', 'core.autocrlf', 'input');
        scratch.git('config', 'core.safecrlf', 'true');
        await refused('lineEndings');
        scratch.git('config', 'core.safecrlf', 'false');
        scratch.write('.git/refs/heads/main.lock', '');
        await refused('branchLocked');
        unlinkSync(scratch.path('.git/refs/heads/main.lock'));
        scratch.git('config', 'commit.gpgsign', 'true');
        scratch.git('config', 'gpg.program', scratch.path('no-such-gpg'));
        await refused('signing');
        scratch.hook('pre-commit', 'exit 1');
        await refused('hook');
      });
    }
  });
});
