import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../eventually.ts';
import { CommentInput } from './commentInput.ts';
import { Workbench } from './workbench.ts';

describe('a review', () => {
  let workbench: Workbench;
  let written: CommentInput;

  before(async () => {
    // Rows that are out of sight are not drawn: a window in which the views need no scrolling.
    workbench = await Workbench.openSample({ size: { width: 1280, height: 1500 } });
    written = new CommentInput(workbench);
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
    await workbench.page.locator('.editor.modified .view-line', { hasText: 'shared.take' }).waitFor();
    await workbench.page.keyboard.press('Control+1');
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

  it('says in its own input what a comment leaves out, to eyes and ears, and cites a decision from the review', async () => {
    await comment(6, 'suggestion', 'rename it, please, everywhere');
    await written.noted('no reason, no pattern, no risk');
    await workbench.status('no reason, no pattern, no risk');
    await workbench.page.keyboard.press('Shift+Alt+L');
    await workbench.page.keyboard.press('q');
    await eventually(async () =>
      assert.match(await workbench.spoken(), /no reason, no pattern, no risk: what is wrong with it as it is\?/),
    );
    await workbench.screenshot('review-coach');
    await workbench.page.keyboard.press('Tab');
    await workbench.type('as in /backoff');
    await written.insert('4. Retry with backoff');
    await save();
    await eventually(async () =>
      assert.match(
        await record(),
        /### suggestion: rename it, please, everywhere\n[\s\S]*\*\*Why:\*\* as in \[4\. Retry with backoff\]\(\.\.\/decisions\/0004-retry-with-backoff\.md\)\n/,
      ),
    );
    await eventually(async () =>
      assert.ok((await review()).includes('6 rename it, please, everywhere | suggestion'), (await review()).join('\n')),
    );
  });

  it('is answered, changed and deleted from the keyboard, where the cursor is, and what was deleted comes back', async () => {
    await workbench.goTo(6);
    await workbench.run('Lead: Reply to Comment');
    await input().waitFor();
    await workbench.type('wh');
    await written.suggest();
    await written.insert('why');
    await workbench.type('its callers read it so');
    await save();
    await eventually(async () =>
      assert.match(await record(), /\n#### Ana Ruiz, \d{4}-\d\d-\d\d\n\n\*\*Why:\*\* its callers read it so\n/),
    );
    await workbench.run('Lead: Edit Comment');
    await input().waitFor();
    await workbench.page.keyboard.press('Control+End');
    await workbench.type(' says');
    await save();
    await eventually(async () => assert.match(await record(), /0004-retry-with-backoff\.md\) says\n/));
    const before = await record();
    await workbench.run('Lead: Delete Comment');
    const message = await workbench.notification('The comment was deleted.');
    assert.doesNotMatch(await record(), /rename it/);
    await message.getByRole('button', { name: 'Undo' }).click();
    await eventually(async () => assert.equal(await record(), before));
    await workbench.goTo(1);
    await workbench.run('Lead: Delete Comment');
    await workbench.notification('No comment is meant. Put the cursor on its line, or select it in the view Reviews.');
    await workbench.dismissNotifications();
  });

  it('takes a comment on the side of the base, and gives up an empty one by Escape', async () => {
    await workbench.goTo(6);
    await workbench.run('Diff Editor: Switch Side');
    await workbench.page.keyboard.press('Shift+Alt+L');
    await workbench.page.keyboard.press('r');
    await input().locator('.snippet-placeholder, .finish-snippet-placeholder').first().waitFor({ state: 'attached' });
    await workbench.page.keyboard.press('Escape');
    await eventually(async () => {
      await workbench.page.keyboard.press('Escape');
      assert.equal(await input().count(), 0);
    });
    // The keys lead to the side that it stood on.
    await workbench.page.locator('.editor.original .monaco-editor.focused').waitFor();
    await workbench.page.keyboard.press('Shift+Alt+L');
    await workbench.page.keyboard.press('r');
    await input().locator('.snippet-placeholder, .finish-snippet-placeholder').first().waitFor({ state: 'attached' });
    await workbench.type('question');
    await workbench.page.keyboard.press('Tab');
    await workbench.type('was it needed');
    await save();
    const main = await workbench.git('rev-parse', 'main');
    await eventually(async () =>
      assert.match(await record(), new RegExp(`### question: was it needed\\n\\n.* at ${main}`)),
    );
    await eventually(async () =>
      assert.ok(
        (await review()).some((row) => /^\d was it needed \| in main, question$/.test(row)),
        (await review()).join('\n'),
      ),
    );
    await workbench.run('Diff Editor: Switch Side');
  });

  it('has what was being typed again after the extension host was killed', async () => {
    await comment(15, 'question', 'is this too early');
    const typed = async () => (await input().locator('.view-lines').innerText()).replaceAll('\u00a0', ' ');
    await eventually(async () => assert.match(await typed(), /question: is this too early/));
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
    await workbench.page.keyboard.press('Control+1');
    await workbench.goTo(1);
    await workbench.type('// one\n// two\n');
    await workbench.save();
    await eventually(async () =>
      assert.ok((await review()).includes('5 for the next change | note'), (await review()).join('\n')),
    );
    await workbench.screenshot('review');
  });

  it('brings a comment whose line is gone to another one', async () => {
    await workbench.goTo(5);
    await workbench.page.keyboard.press('Control+Shift+K');
    await workbench.save();
    await eventually(async () =>
      assert.ok((await review()).includes('Place not found | 1'), (await review()).join('\n')),
    );
    await workbench.menu(await workbench.row('Reviews', '3 for the next change'), 'Find Again...');
    const message = await workbench.notification('Select the lines that "for the next change" belongs to');
    await workbench.page.keyboard.press('Control+1');
    await workbench.goTo(4);
    await message.getByRole('button', { name: 'Place Here' }).click();
    await eventually(async () =>
      assert.ok((await review()).includes('4 for the next change | note'), (await review()).join('\n')),
    );
    assert.match(await record(), /### note: for the next change\n\n\[src\/billing\/charge\.ts:4\]/);
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

  it('gives a lesson again, in the gaps of a comment, and offers to make a rule of one that was given three times', async () => {
    await workbench.openFile('src/billing/charge.ts');
    for (const line of [6, 7]) {
      await comment(line, 'suggestion', `as before, on ${line}`);
      await workbench.run('Lead: Insert Lesson');
      await workbench.asked('Insert Lesson');
      await workbench.pick('Keep the last error');
      await eventually(async () => assert.match(await written.text(), /\*\*Why:\*\* who reads[\s\S]*Lesson: \[Keep/));
      await save();
      await eventually(async () =>
        assert.match(
          await record(),
          new RegExp(
            `as before, on ${line}\\n[\\s\\S]*\\*\\*Why:\\*\\* who reads [^*]*\\n\\n\\*\\*Pattern:\\*\\* throw [^*]*\\n\\nLesson: \\[Keep the last error\\]\\(\\.\\./lessons/keep-the-last-error\\.md\\)`,
          ),
        ),
      );
    }
    await (await workbench.row('Reviews', 'Lessons')).click();
    await eventually(async () =>
      assert.ok(
        (await review()).includes('Keep the last error | given 3 times, make it a rule?'),
        (await review()).join('\n'),
      ),
    );
    await workbench.menu(await workbench.row('Reviews', 'Keep the last error'), 'Make a Team Guideline of This Lesson');
    await eventually(async () =>
      assert.match(
        await workbench.read('docs/guidelines/keep-the-last-error.md'),
        /^# Keep the last error\n\n\*\*Why:\*\* who reads[\s\S]*Lesson: \[Keep the last error\]\(\.\.\/lessons\//,
      ),
    );
    await workbench.git('clean', '-fdq', 'docs/guidelines');
  });

  it('is copied for a pull request as its host takes it', async () => {
    const copied = () => workbench.page.evaluate('navigator.clipboard.readText()');
    await workbench.menu(await workbench.row('Reviews', '22 the last error is lost'), 'Copy for Pull Request');
    await workbench.asked('Copy for Pull Request');
    await workbench.pick('GitLab');
    await eventually(async () =>
      assert.equal(
        await copied(),
        '**issue:** the last error is lost\n\n**Why:** who reads the log sees a budget\n\n**Pattern:** throw with a cause',
      ),
    );
    await workbench.git('remote', 'add', 'origin', 'git@github.com:acme/billing.git');
    await workbench.run('Lead: Copy Review for Pull Request');
    const base = await workbench.git('rev-parse', 'main');
    await eventually(async () => {
      const all = String(await copied());
      assert.match(all, /\*\*suggestion:\*\* rename it/);
      assert.ok(all.includes(`](https://github.com/acme/billing/blob/${base}/src/billing/retry.ts#L`), all);
    });
    await workbench.git('remote', 'remove', 'origin');
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
  });

  it('is open again, with its progress, after the window was reloaded', async () => {
    const before = await review();
    await workbench.reload('review.open');
    await eventually(
      async () => assert.deepEqual((await review()).slice(0, before.length - 2), before.slice(0, -2)),
      60_000,
    );
    assert.deepEqual(await workbench.everNotified(), []);
  });
});
