import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { eventually } from '../eventually.ts';
import { Workbench } from './workbench.ts';

const record = (title: string) =>
  `# ${title}\n\nDate: 2026-11-20\n\n## Status\n\nProposed\n\n## Context\n\nNone yet.\n`;

/** A person's clone of a repository, changed from outside of the editor. */
class Clone {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  git(...args: string[]): string {
    const identity = ['-c', 'user.name=Ana Ruiz', '-c', 'user.email=ana@billing.example'];
    return execFileSync('git', [...identity, ...args], { cwd: this.root, encoding: 'utf8', stdio: 'pipe' }).trimEnd();
  }

  commit(message: string, files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), text);
    }
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', message);
  }
}

describe('two clones that both took the next number', () => {
  let folder: string;
  let workbench: Workbench;
  let ours: Clone;
  let theirs: Clone;

  before(async () => {
    folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'lh-clash-')));
    const origin = new Clone(join(folder, 'origin'));
    mkdirSync(origin.root);
    origin.git('init', '--quiet', '--initial-branch=main');
    origin.commit('Start', { 'docs/adr/0001-start.md': record('1. Start') });
    for (const name of ['ours', 'theirs']) origin.git('clone', '--quiet', origin.root, join(folder, name));
    [ours, theirs] = [new Clone(join(folder, 'ours')), new Clone(join(folder, 'theirs'))];
    for (const clone of [ours, theirs]) {
      clone.git('config', 'user.name', 'Ana Ruiz');
      clone.git('config', 'user.email', 'ana@billing.example');
    }
    ours.git('checkout', '--quiet', '-b', 'feature/retry');
    ours.commit('Retry', {
      'docs/adr/0002-retry.md': record('2. Retry'),
      'src/retry.ts': '// why: ADR-2, docs/adr/0002-retry.md\nexport const retries = 3;\n',
      'docs/guide.md': 'See [2. Retry](adr/0002-retry.md) and decision 2.\n',
    });
    theirs.git('checkout', '--quiet', '-b', 'feature/queue');
    theirs.commit('Queue', { 'docs/adr/0002-queue.md': record('2. Queue'), 'src/queue.ts': '// why: ADR-2\n' });
    workbench = await Workbench.open(ours.root);
    await workbench.show('Lead');
  });
  after(async () => {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const descriptionOf = async (label: string) =>
    (await workbench.rows('Decisions')).find((row) => row.label === label)?.description;

  it('see the clash on the row as soon as the other branch was fetched', async () => {
    await eventually(async () => assert.match((await descriptionOf('2 Retry')) ?? '', /Ana|Nov/));
    ours.git('fetch', '--quiet', theirs.root, 'feature/queue:refs/remotes/them/queue');
    await workbench.run('Lead: Refresh Decisions');
    await eventually(async () => {
      assert.equal(await descriptionOf('2 Retry'), 'number also: 0002-queue.md on them/queue');
    });
    await workbench.screenshot('clash-with-a-branch');
  });

  it('see it after the merge, which git makes without a word', async () => {
    ours.git('merge', '--quiet', '--no-edit', 'them/queue');
    await eventually(async () => {
      assert.equal(await descriptionOf('2 Retry'), 'number also: 0002-queue.md');
      assert.equal(await descriptionOf('2 Queue'), 'number also: 0002-retry.md');
    }, 30_000);
  });

  it('mend it by Renumber: file, heading, links and mentions, in one commit', async () => {
    await eventually(async () => {
      await workbench.page.keyboard.press('Escape');
      await workbench.menu(await workbench.row('Decisions', '2 Retry'), 'Renumber...');
      assert.match(await workbench.question(), /The next number that is free here and on every branch is 3/);
    }, 30_000);
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.quick-input-title', { hasText: 'Commit Records' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await eventually(async () => {
      assert.equal(
        await workbench.git('show', '--format=%s', '--name-status', '--no-renames', 'HEAD'),
        [
          'docs(decisions): renumber 2 to 3, retry',
          '',
          'D\tdocs/adr/0002-retry.md',
          'A\tdocs/adr/0003-retry.md',
          'M\tdocs/guide.md',
          'M\tsrc/retry.ts',
        ].join('\n'),
      );
    }, 30_000);
    assert.equal(await workbench.read('docs/adr/0003-retry.md'), record('3. Retry'));
    assert.equal(await workbench.read('docs/guide.md'), 'See [3. Retry](adr/0003-retry.md) and decision 3.\n');
    assert.equal(
      await workbench.read('src/retry.ts'),
      '// why: ADR-3, docs/adr/0003-retry.md\nexport const retries = 3;\n',
    );
    assert.equal(await workbench.read('src/queue.ts'), '// why: ADR-2\n');
    assert.equal(await workbench.git('status', '--porcelain'), '');
    await eventually(async () => assert.match((await descriptionOf('2 Queue')) ?? '', /Nov/));
  });
});
