import assert from 'node:assert/strict';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../eventually.ts';
import { put, Workbench } from './workbench.ts';

const first = 'docs/decisions/0001-first.md';
const second = 'docs/decisions/0002-second.md';
const third = 'docs/decisions/0003-third.md';

function record(title: string, words = 'Words.'): string {
  return `---\nstatus: proposed\n---\n\n# ${title}\n\n## Context\n\n${words}\n`;
}

describe('committing records', function () {
  this.timeout(120_000);

  let workbench: Workbench;
  const write = (path: string, text: string) => put(join(workbench.folder, path), text);
  const head = () => workbench.git('rev-parse', 'HEAD');
  /** The index and the work tree against HEAD. */
  const state = async () => [await workbench.git('status', '--porcelain=v2'), await workbench.git('diff', '--cached')];

  before(async () => {
    workbench = await Workbench.openNew({
      [first]: record('First'),
      [second]: record('Second'),
      [third]: record('Third'),
      'src/retry.ts': 'export {};\n',
    });
    await workbench.show('Lead');
    await workbench.rows('Decisions');
  });
  after(() => workbench.close());
  afterEach(async () => {
    await workbench.tidy();
    await workbench.git('reset', '--quiet', '--hard');
    await workbench.git('clean', '-qfd');
  });

  it('says in the status bar that all of them are committed', async () => {
    await workbench.run('Lead: Commit Records');
    await workbench.status('All records are committed');
    assert.deepEqual(await workbench.everNotified(), []);
  });

  it('says in the status bar that a record is as it was', async () => {
    const before = await head();
    await workbench.press('Decisions', '1 First', 'Commit Record');
    await workbench.asked('Commit Record');
    await workbench.page.keyboard.press('Enter');
    await workbench.status('Nothing to commit: the record is as it was');
    assert.equal(await head(), before);
    assert.deepEqual(await workbench.everNotified(), []);
  });

  it('knows the row whose button is pressed, also while other rows are written', async () => {
    let turn = 0;
    const writing = setInterval(() => {
      turn++;
      void write(second, record(`Second, ${turn}`)).catch(() => undefined);
      void write(third, record(`Third, ${turn}`)).catch(() => undefined);
    }, 100);
    try {
      // A row that VS Code does not hand over would have to be asked for.
      for (let time = 0; time < 3; time++) {
        await workbench.press('Decisions', '1 First', 'Commit Record');
        await workbench.asked('Commit Record');
        assert.match(await workbench.question(), /Commits docs\/decisions\/0001-first\.md and nothing else/);
        await workbench.page.keyboard.press('Escape');
        await workbench.notAsked();
      }
    } finally {
      clearInterval(writing);
    }
  });

  it('offers all changed records, and commits the picked ones together with an edited message', async () => {
    await write(first, record('First', 'Changed.'));
    await write(second, record('Second', 'Changed too.'));
    await write(third, record('Third', 'Not picked.'));
    await write('src/retry.ts', 'export const changed = true;\n');
    await workbench.run('Lead: Commit Records');
    await workbench.asked('Commit Records');
    assert.deepEqual((await workbench.choices()).toSorted(), ['1 First', '2 Second', '3 Third']);
    await workbench.screenshot('commit-pick');
    await workbench.pick('3 Third');
    await workbench.page.keyboard.press('Enter');
    await eventually(async () => {
      assert.equal(await workbench.inputValue(), 'docs(decisions): 2 Second, 1 First');
    });
    await workbench.answer('Say more in two records');
    await workbench.status('Say more in two records');
    assert.equal(await workbench.git('log', '-1', '--format=%s'), 'Say more in two records');
    assert.deepEqual((await workbench.git('show', '--name-only', '--format=')).split('\n'), [first, second]);
    assert.equal(await workbench.git('status', '--porcelain'), ` M ${third}\n M src/retry.ts`);
  });

  it('saves the records that are open, and no other file', async () => {
    await workbench.openFile('src/retry.ts');
    await workbench.type('// not saved ');
    await workbench.openFile(first);
    await workbench.goTo(9);
    await workbench.type('Saved by the commit. ');
    await workbench.run('Lead: Commit Records');
    // Only one has changed: there is nothing to choose.
    await workbench.asked('Commit Record');
    await workbench.page.keyboard.press('Enter');
    await workbench.status('docs(decisions): 1 First');
    assert.match(await workbench.git('show', `HEAD:${first}`), /Saved by the commit\./);
    assert.equal(await workbench.git('status', '--porcelain'), '');
    await workbench.openFile('src/retry.ts');
    await workbench.page.locator('.tab.active.dirty').waitFor();
    await workbench.run('File: Revert File');
    await workbench.page.locator('.tab.active:not(.dirty)').waitFor();
  });

  it("refuses where a hook does, with the hook's own words one click away, and proposes the message again", async () => {
    await mkdir(join(workbench.folder, '.git/hooks'), { recursive: true });
    const hook = join(workbench.folder, '.git/hooks/pre-commit');
    await put(hook, '#!/bin/sh\necho "records need an owner"\nexit 1\n');
    await chmod(hook, 0o755);
    await write(first, record('First', 'For the hook.'));
    const before = [await head(), ...(await state())];
    await workbench.press('Decisions', '1 First', 'Commit Record');
    await workbench.asked('Commit Record');
    await workbench.answer('Say who owns it');
    const toast = await workbench.notification('Nothing was committed, because the pre-commit hook refused.');
    await workbench.screenshot('commit-hook');
    await toast.getByRole('button', { name: 'Show Output' }).click();
    await eventually(async () => assert.match(await workbench.editorText(), /records need an owner/));
    assert.deepEqual([await head(), ...(await state())], before);
    await rm(hook);
    await workbench.press('Decisions', '1 First', 'Commit Record');
    await workbench.asked('Commit Record');
    assert.equal(await workbench.inputValue(), 'Say who owns it');
    await workbench.page.keyboard.press('Enter');
    await workbench.status('Say who owns it');
    assert.notEqual(await head(), before[0]);
  });

  it('asks before it commits a record of which something is staged', async () => {
    await write(first, record('First', 'Staged.'));
    await workbench.git('add', first);
    await write(first, record('First', 'Later.'));
    const before = [await head(), ...(await state())];
    await workbench.press('Decisions', '1 First', 'Commit Record');
    await workbench.asked('Commit Record');
    await workbench.page.keyboard.press('Enter');
    const question = `You have staged a version of ${first}. The commit would hold the whole file as it is now.`;
    await workbench.dialog(question);
    await workbench.screenshot('commit-staged');
    await workbench.page.keyboard.press('Escape');
    assert.deepEqual([await head(), ...(await state())], before);
    await workbench.press('Decisions', '1 First', 'Commit Record');
    await workbench.asked('Commit Record');
    await workbench.page.keyboard.press('Enter');
    await (await workbench.dialog(question)).getByRole('button', { name: 'Commit the Whole File' }).click();
    await eventually(async () => assert.match(await workbench.git('show', `HEAD:${first}`), /Later\./));
    assert.equal(await workbench.git('status', '--porcelain'), '');
  });

  it('refuses while a merge is under way, and says what to do', async () => {
    const before = await head();
    await put(join(workbench.folder, '.git/MERGE_HEAD'), `${before}\n`);
    await write(first, record('First', 'In a merge.'));
    await workbench.press('Decisions', '1 First', 'Commit Record');
    await workbench.asked('Commit Record');
    await workbench.page.keyboard.press('Enter');
    await workbench.notification(
      `Nothing was committed, because "git merge" is under way. Finish or abort it, then commit ${first} again.`,
    );
    assert.equal(await head(), before);
    await rm(join(workbench.folder, '.git/MERGE_HEAD'));
  });

  it('says that HEAD is detached', async () => {
    await workbench.git('switch', '--quiet', '--detach');
    await write(second, record('Second', 'On no branch.'));
    await workbench.press('Decisions', '2 Second', 'Commit Record');
    await workbench.asked('Commit Record');
    await workbench.page.keyboard.press('Enter');
    const hash = await eventually(async () => {
      assert.match(await workbench.git('show', `HEAD:${second}`), /On no branch/);
      return workbench.git('rev-parse', '--short', 'HEAD');
    });
    await workbench.status(`${hash} (HEAD is detached)`);
    await workbench.git('switch', '--quiet', 'main');
  });

  it('draws no icon for a title that holds the sign of one', async () => {
    await write(third, record('`$(gear)` is literal'));
    await workbench.press('Decisions', '3 $(gear) is literal', 'Commit Record');
    await workbench.asked('Commit Record');
    await workbench.page.keyboard.press('Enter');
    const shown = workbench.page.locator('.statusbar-item', { hasText: 'docs(decisions): 3 $(gear) is literal' });
    await shown.waitFor();
    assert.equal(await shown.locator('.codicon-gear').count(), 0);
  });

  it('refuses a file that is no record', async () => {
    await workbench.openFile('src/retry.ts');
    await workbench.run('Lead: Commit Record');
    await workbench.notification(
      'No decision record, meeting summary or list of actions is open. Open the one to commit, then try again.',
    );
  });
});

describe('committing without a name', function () {
  this.timeout(120_000);

  it('says in one sentence what Git is missing, and leaves everything as it was', async () => {
    const alone = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', EMAIL: '' };
    const workbench = await Workbench.openNew({ [first]: record('First') }, { environment: alone });
    await workbench.git('config', '--unset', 'user.name');
    await workbench.git('config', '--unset', 'user.email');
    await workbench.git('config', 'user.useConfigOnly', 'true');
    await workbench.show('Lead');
    await put(join(workbench.folder, second), record('Second'));
    await workbench.press('Decisions', '2 Second', 'Commit Record');
    await workbench.asked('Commit Record');
    await workbench.page.keyboard.press('Enter');
    await workbench.notification(
      `Nothing was committed, because Git does not know who you are. Set "user.name" and "user.email" with "git config --global", then commit ${second} again.`,
    );
    await workbench.screenshot('commit-no-identity');
    assert.equal(await workbench.git('status', '--porcelain=v2'), `? ${second}`);
    assert.equal(await workbench.git('rev-list', '--count', 'HEAD'), '1');
  });
});
