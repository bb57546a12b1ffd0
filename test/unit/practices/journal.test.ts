import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HumanError } from '../../../src/humanError.ts';
import { Journal } from '../../../src/practices/journal.ts';
import { isolateGit, ScratchRepository } from '../git/scratchRepository.ts';

const onPosix = process.platform === 'win32' ? it.skip : it;

describe('the journal', function () {
  this.timeout(30_000);
  isolateGit();

  let folder: string;
  let team: ScratchRepository;
  beforeEach(() => {
    folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'lead-habits-journal-')));
    team = ScratchRepository.with({ 'docs/decisions/0001-use-cents.md': '# Use cents\n' });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, maxRetries: 3 });
    team.remove();
  });

  const open = (place = join(folder, 'journal'), make = true) =>
    Journal.open({ folder: place, teamFolders: [team.root] }, make);
  const made = async (place?: string): Promise<Journal> => {
    const journal = await open(place);
    assert.ok(journal);
    return journal;
  };
  const gitIn = (place: string) => new ScratchRepository(place);
  const refused = (place: string, words: RegExp) =>
    assert.rejects(open(place), (error) => error instanceof HumanError && words.test(error.message), place);

  it('is not made before somebody asks for it', async () => {
    assert.equal(await open(undefined, false), undefined);
    assert.throws(() => readFileSync(join(folder, 'journal')));
  });

  it('is a repository of its own, whose commits have an identity of their own', async () => {
    const journal = await made();
    await journal.begin('practices/idea/2026-11-20-x.md', '# X\n');
    assert.equal(await journal.settle(), undefined);
    const git = gitIn(journal.root);
    assert.equal(
      git.git('log', '--format=%an <%ae> %s').split('\n')[0],
      'Lead Journal <journal@localhost> Keep a document',
    );
    assert.equal(git.git('status', '--porcelain'), '');
    assert.equal(git.git('remote'), '');
    assert.equal((await open())?.root, journal.root);
  });

  it('commits what was changed, renamed and deleted by hand, and nothing where nothing was', async () => {
    const journal = await made();
    await journal.begin('evidence/2026-11.md', '# November\n');
    await journal.begin('plan.md', '# Plan\n');
    await journal.settle();
    await journal.edit('plan.md', (text) => [{ start: text.length, end: text.length, text: '\nMore\n' }]);
    rmSync(join(journal.root, 'evidence/2026-11.md'));
    writeFileSync(join(journal.root, 'weeks.md'), 'mine\r\n');
    await journal.settle();
    const git = gitIn(journal.root);
    assert.equal(git.git('status', '--porcelain'), '');
    assert.equal(git.git('show', 'HEAD:weeks.md'), 'mine\r\n');
    assert.equal(git.git('show', 'HEAD:plan.md'), '# Plan\n\nMore\n');
    const head = git.git('rev-parse', 'HEAD');
    assert.equal(await journal.settle(), undefined);
    assert.equal(git.git('rev-parse', 'HEAD'), head);
  });

  onPosix("runs no hook of the user's, signs nothing, and ignores nothing", async () => {
    const hooks = join(folder, 'hooks');
    const told = join(folder, 'told');
    for (const hook of ['pre-commit', 'post-commit', 'commit-msg']) {
      mkdirSync(hooks, { recursive: true });
      writeFileSync(join(hooks, hook), `#!/bin/sh\ngit show >> "${told}"\nexit 1\n`, { mode: 0o755 });
    }
    writeFileSync(join(folder, 'ignored'), '*.md\n');
    const config = process.env.GIT_CONFIG_GLOBAL ?? '';
    const before = readFileSync(config, 'utf8');
    writeFileSync(
      config,
      `${before}[core]\n\thooksPath = ${hooks}\n\texcludesFile = ${join(folder, 'ignored')}\n[commit]\n\tgpgSign = true\n`,
    );
    try {
      const journal = await made();
      await journal.begin('plan.md', '# Plan\n');
      assert.equal(await journal.settle(), undefined);
      assert.equal(gitIn(journal.root).git('show', 'HEAD:plan.md'), '# Plan\n');
      assert.throws(() => readFileSync(told));
    } finally {
      writeFileSync(config, before);
    }
  });

  it('is refused in, above and beside what the team sees, with the reason', async () => {
    await refused(team.path('journal'), /because .* is what the team sees\. Choose a folder outside of it\.$/);
    await refused(join(team.root, '..'), /is what the team sees/);
    const other = ScratchRepository.with({ 'docs/meetings/2026-01-01-x.md': 'x\n' });
    const plain = ScratchRepository.with({ 'src/a.ts': 'a\n' });
    try {
      await refused(other.path('deep/journal'), /inside the repository .*, which holds team records\./);
      await refused(other.root, /holds team records, so it cannot hold the journal\. Choose another folder\.$/);
      await refused(plain.path('journal'), /inside the repository .*, whose commits others may see\./);
      await refused(plain.root, /holds something else\. Choose an empty folder/);
    } finally {
      other.remove();
      plain.remove();
    }
    writeFileSync(join(folder, 'a.txt'), '');
    await refused(folder, /is not empty\. Choose an empty folder for the journal\.$/);
  });

  onPosix('is refused behind a link into what the team sees', async () => {
    symlinkSync(team.root, join(folder, 'link'));
    await refused(join(folder, 'link/journal'), /is what the team sees/);
    const journal = await made();
    symlinkSync(team.root, join(journal.root, 'practices'));
    await assert.rejects(journal.begin('practices/leak.md', 'marker\n'), HumanError);
    assert.equal(team.git('status', '--porcelain'), '');
  });

  it('says what went wrong without a word of it, file names included', async () => {
    const journal = await made();
    await journal.begin('practices/growth-feedback/2026-11-20-marker.md', 'marker\n');
    const silent = (error: unknown) =>
      error instanceof HumanError && !/marker/.test(error.message + (error.detail ?? ''));
    await assert.rejects(journal.begin('practices/growth-feedback/2026-11-20-marker.md', 'again\n'), silent);
    await assert.rejects(journal.begin('../marker.md', 'marker\n'), silent);
    await assert.rejects(
      journal.edit('marker.md', () => []),
      silent,
    );
    rmSync(join(journal.root, '.git', 'HEAD'));
    await assert.rejects(journal.settle(), silent);
  });

  describe('on two machines', () => {
    let first: Journal;
    let second: Journal;
    let there: ScratchRepository;
    let here: ScratchRepository;

    /** One machine writes and pushes, the other writes and pulls with git alone. */
    const pull = () => here.gitMayFail('pull', '--quiet', '--no-rebase', '--no-edit', 'origin', 'main');

    beforeEach(async () => {
      first = await made();
      await first.begin('plan.md', '- [ ] one\n\n- [ ] two\n\n- [ ] three\n');
      await first.begin('evidence/2026-11.md', '# November 2026\n');
      await first.settle();
      there = gitIn(first.root);
      there.git('branch', '-M', 'main');
      const remote = join(folder, 'remote.git');
      there.git('clone', '--quiet', '--bare', first.root, remote);
      there.git('remote', 'add', 'origin', remote);
      there.git('clone', '--quiet', remote, join(folder, 'second'));
      second = await made(join(folder, 'second'));
      here = gitIn(second.root);
    });

    it('merges documents, ticks and evidence of the same month with git alone', async () => {
      await first.begin('weeks/2026-W47.md', '# Week 47\n');
      await first.edit('plan.md', () => [{ start: 3, end: 4, text: 'x' }]);
      await first.edit('evidence/2026-11.md', (text) => [
        {
          start: text.length,
          end: text.length,
          text: '\n- 2026-11-19 Mended the retry storm\n  - Area: ownership\n  - Impact: no pages at night\n',
        },
      ]);
      await first.settle();
      there.git('push', '--quiet', 'origin', 'main');

      await second.begin('weeks/2026-W48.md', '# Week 48\n');
      await second.edit('plan.md', (text) => [
        { start: text.indexOf(' ] two'), end: text.indexOf('] two'), text: 'x' },
      ]);
      await second.edit('evidence/2026-11.md', (text) => [
        {
          start: text.length,
          end: text.length,
          text: '\n- 2026-11-20 Taught the ledger\n  - Area: ownership\n  - Impact: Sam releases it\n',
        },
      ]);
      await second.settle();
      pull();

      assert.deepEqual(await second.conflicts(), []);
      assert.equal(await second.read('plan.md'), '- [x] one\n\n- [x] two\n\n- [ ] three\n');
      const evidence = (await second.read('evidence/2026-11.md')) ?? '';
      assert.ok(
        evidence.includes('- 2026-11-19 Mended the retry storm\n  - Area: ownership\n  - Impact: no pages at night\n'),
      );
      assert.ok(
        evidence.includes('- 2026-11-20 Taught the ledger\n  - Area: ownership\n  - Impact: Sam releases it\n'),
      );
      assert.ok((await second.paths()).includes('weeks/2026-W47.md'));
      assert.equal(await second.settle(), undefined);
    });

    it('shows a true conflict, settles nothing by guess, and loses nothing', async () => {
      await first.begin('weeks/2026-W47.md', '- [ ] When A, I will B\n');
      await first.settle();
      there.git('push', '--quiet', 'origin', 'main');
      await second.begin('weeks/2026-W47.md', '- [ ] When C, I will D\n');
      await second.settle();
      pull();

      assert.deepEqual(await second.conflicts(), ['weeks/2026-W47.md']);
      const text = (await second.read('weeks/2026-W47.md')) ?? '';
      assert.match(text, /When A, I will B[\s\S]*When C, I will D|When C, I will D[\s\S]*When A, I will B/);
      const head = here.git('rev-parse', 'HEAD');
      // What is written meanwhile stays on disk.
      await second.begin('practices/idea/2026-11-20-y.md', '# Y\n');
      const said = await second.settle();
      assert.match(said?.message ?? '', /changed on two machines\. Both versions are in it/);
      assert.equal(here.git('rev-parse', 'HEAD'), head);
      assert.equal(await second.read('weeks/2026-W47.md'), text);
      here.write('weeks/2026-W47.md', '- [ ] When A, I will D\n');
      here.git('add', 'weeks/2026-W47.md');
      assert.match((await second.settle())?.message ?? '', /^A merge or rebase is under way in the journal\./);
      here.git('commit', '--quiet', '--no-edit');
      assert.equal(await second.settle(), undefined);
      assert.equal(here.git('status', '--porcelain'), '');
      assert.equal(here.git('show', 'HEAD:practices/idea/2026-11-20-y.md'), '# Y\n');
    });
  });
});
