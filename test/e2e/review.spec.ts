import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually, Workbench } from './workbench.ts';

describe('a review', () => {
  let workbench: Workbench;

  before(async () => {
    // Rows that are out of sight are not drawn: a window in which the views need no scrolling.
    workbench = await Workbench.openSample({ size: { width: 1280, height: 1500 } });
  });

  after(() => workbench.close());

  /** The review's file as it is on disk. */
  async function record(): Promise<string> {
    const [name] = await readdir(join(workbench.folder, 'docs/reviews'));
    return workbench.read(`docs/reviews/${name}`);
  }

  const review = async () =>
    (await workbench.rows('Reviews')).map(({ label, description }) => `${label} | ${description}`);

  /** The input of the comment that is being written. */
  const input = () => workbench.page.locator('.review-widget .edit-textarea .monaco-editor').last();

  /** Writes a comment on a line of the active editor, from gap to gap. */
  async function comment(line: number, ...parts: string[]): Promise<void> {
    await workbench.goTo(line);
    await workbench.run('Lead: Comment on This Line');
    await input().locator('.snippet-placeholder, .finish-snippet-placeholder').first().waitFor({ state: 'attached' });
    for (const [index, part] of parts.entries()) {
      if (index) await workbench.page.keyboard.press('Tab');
      await workbench.type(part);
    }
  }

  async function save(): Promise<void> {
    await workbench.page.keyboard.press('Control+Enter');
  }

  it('lists what a branch changed, from two questions', async () => {
    await workbench.run('Lead: Review Changes...');
    await workbench.asked('Review Changes');
    await workbench.pick('feature/retry-budget');
    await eventually(async () => assert.match(await workbench.question(), /Compared with what/));
    await workbench.pick('main');
    await eventually(async () =>
      assert.deepEqual(await review(), [
        'feature/retry-budget | 0 of 2 files',
        'budget.ts | A  +19 -0  src/billing',
        'retry.ts | M  +7 -1  src/billing',
      ]),
    );
    await workbench.tick('Reviews', 'budget.ts');
    await eventually(async () => assert.equal((await review())[0], 'feature/retry-budget | 1 of 2 files'));
  });

  it('takes a comment on a changed line, with why, pattern and risk', async () => {
    await (await workbench.row('Reviews', 'retry.ts')).click();
    await workbench.page.locator('.tab.active', { hasText: 'retry.ts (main' }).waitFor();
    await workbench.page.locator('.editor.modified .view-line').first().click();
    await comment(22, 'issue', 'the last error is lost', 'who reads the log sees a budget', 'throw with a cause');
    await save();
    await eventually(async () =>
      assert.match(
        await record(),
        /### issue: the last error is lost\n\n\[src\/billing\/retry\.ts:22\]\(\S+#L22\) at [0-9a-f]{40}\n\n```ts\n.*take.*\n```\n\n\*\*Why:\*\* who reads the log sees a budget\n\n\*\*Pattern:\*\* throw with a cause\n$/,
      ),
    );
    await eventually(async () =>
      assert.ok((await review()).includes('22 the last error is lost | issue'), (await review()).join('\n')),
    );
  });

  it('has what was being typed again after the extension host was killed', async () => {
    await comment(15, 'question', 'is this too early');
    const typed = async () => (await input().locator('.view-lines').innerText()).replaceAll('\u00a0', ' ');
    assert.match(await typed(), /question: is this too early/);
    // Whatever was typed more than a second ago is on disk.
    await workbench.page.waitForTimeout(1000);
    // What VS Code still shows of the one that was killed is not what is looked for.
    const before = await input().elementHandle();
    await workbench.killExtensionHost();
    await before?.waitForElementState('hidden', { timeout: 30_000 });
    await eventually(async () => assert.match(await typed(), /question: is this too early/), 40_000);
    await input().click();
    await save();
    await eventually(async () => assert.match(await record(), /### question: is this too early\n/));
  });

  it('follows its lines while they are edited, and settles when they are saved', async () => {
    await workbench.openFile('src/billing/charge.ts');
    await comment(3, 'note', 'for the next change', 'see [decision 4](../decisions/0004-retry-with-backoff.md)');
    await save();
    await eventually(async () =>
      assert.match(await record(), /charge\.ts:3\][\s\S]*\*\*Why:\*\* see \[decision 4\]\(/),
    );
    await workbench.editor.locator('.view-line').first().click();
    await workbench.goTo(1);
    await workbench.type('// one\n// two\n');
    await workbench.save();
    await eventually(async () =>
      assert.ok((await review()).includes('5 for the next change | note'), (await review()).join('\n')),
    );
    await workbench.screenshot('review');
  });

  it('makes a lesson of a comment, which lists where it was given', async () => {
    await workbench.menu(await workbench.row('Reviews', '22 the last error is lost'), 'Save as Lesson');
    await workbench.asked('Save as Lesson');
    await workbench.answer('Keep the last error');
    await workbench.tab('keep-the-last-error.md');
    assert.match(
      await workbench.read('docs/lessons/keep-the-last-error.md'),
      /^# Keep the last error\n\n\*\*Why:\*\* who reads[\s\S]*## Given\n\n- \[Review: feature\/retry-budget\]\(\.\.\/reviews\/\S+#issue-the-last-error-is-lost\)/,
    );
    await eventually(async () => assert.ok((await review()).includes('Lessons | 1'), (await review()).join('\n')));
  });

  it('commits the review with its lesson, and nothing else', async () => {
    await workbench.run('Lead: Commit Review');
    await workbench.asked('Commit Records');
    await workbench.page.keyboard.press('Enter');
    await workbench.status('docs(reviews): feature retry budget');
    const [name] = await readdir(join(workbench.folder, 'docs/reviews'));
    assert.equal(
      await workbench.git('show', '--name-only', '--format=', 'HEAD'),
      `docs/lessons/keep-the-last-error.md\ndocs/reviews/${name}`,
    );
    assert.match(await workbench.git('status', '--short'), /^ M src\/billing\/charge\.ts$/);
  });

  it('resolves a comment later', async () => {
    await workbench.menu(await workbench.row('Reviews', '22 the last error is lost'), 'Resolve Comment');
    await eventually(async () => assert.match(await record(), /throw with a cause\n\nResolved: \d{4}-\d\d-\d\d\n/));
    await eventually(async () =>
      assert.ok((await review()).includes('22 the last error is lost | issue, resolved'), (await review()).join('\n')),
    );
    assert.deepEqual(await workbench.everNotified(), []);
  });
});
