import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from '../eventually.ts';
import { put, Workbench } from './workbench.ts';

/** Words of the journal that nobody else may ever see. */
const marker = 'zebrafish';

describe('the journal and the practices', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  let journal: string;

  before(async () => {
    workbench = await Workbench.openSample();
    journal = join(workbench.dataFolder, 'User/globalStorage/lead-habits.lead-habits/journal');
  });
  after(() => workbench.close());

  const inJournal = async (...args: string[]) => (await promisify(execFile)('git', args, { cwd: journal })).stdout;

  async function begin(title: string): Promise<void> {
    await workbench.run('Lead: New...');
    await workbench.asked('New');
    await workbench.fill(title);
    await workbench.pick(title);
  }

  it('begin what fits the moment in the repository, on disk at once, with tab stops', async () => {
    await workbench.show('Lead');
    // CODEOWNERS says that it is Ana's.
    await (await workbench.row('This Week', 'src/billing')).waitFor();
    await workbench.openFile('src/billing/retry.ts');
    await workbench.run('Lead: New...');
    await workbench.asked('New');
    assert.equal((await workbench.choices())[0], 'Runbook');
    await workbench.pick('Runbook');
    await workbench.asked('Runbook');
    await workbench.answer('Billing retries');
    await workbench.tab('billing-retries.md');
    const text = await workbench.read('docs/runbooks/billing-retries.md');
    assert.match(text, /^author: Ana Ruiz\npaths: \[src\/billing\/\*\*\]$/m);
    assert.match(text, /^# Runbook: Billing retries$/m);
    await workbench.firstGap();
    await workbench.type('The alert "charges failing".');
    await eventually(async () => {
      assert.match(
        await workbench.read('docs/runbooks/billing-retries.md'),
        /## Detection\n\nThe alert "charges failing"\.\n/,
      );
    });
    await (await workbench.row('This Week', 'src/billing')).waitFor({ state: 'detached' });
    await workbench.tidy();
  });

  it("make the journal after one question, and commit it by itself, with no trace in the team's repository", async () => {
    assert.equal(existsSync(journal), false);
    await begin('Growth feedback');
    await workbench.asked('Growth feedback');
    await workbench.answer(`Sam, ${marker} planning`);
    await workbench.asked('Your journal');
    await workbench.pick("In VS Code's own folder");
    await workbench.tab(`sam-${marker}-planning.md`);
    await workbench.firstGap();
    await workbench.type(marker);
    await eventually(async () => {
      assert.match(await inJournal('log', '-p', '--format=%an %s'), new RegExp(`\\+.*great at ${marker};`));
    }, 20_000);
    assert.match(await inJournal('log', '-1', '--format=%an %s'), /^Lead Journal Keep a document\n$/);
    await workbench.tidy();
    // Once it is there nothing is asked again.
    await begin('Speak that language: a pitch');
    await workbench.answer('Split the ledger');
    await workbench.tab('split-the-ledger.md');
    await workbench.firstGap();
    await workbench.type(`We need to refactor. I fixed it twice.`);
  });

  it('publish a draft once its preview is agreed to, and never what is private', async () => {
    await workbench.run('Lead: Publish to Team...');
    await workbench.asked('Publish to Team');
    const [publish = '', keep, hint] = await workbench.choices();
    assert.match(publish, /Publish as docs\/pitches\/\d{4}-\d\d-\d\d-split-the-ledger\.md$/);
    assert.match(keep ?? '', /Keep It Private$/);
    assert.match(hint ?? '', /Line 5: "I fixed"\. If others did it too, name them\.$/);
    assert.equal(existsSync(join(workbench.folder, 'docs/pitches')), false);
    // Whoever wants to read on closes the question; the preview asks again.
    await workbench.page.keyboard.press('Escape');
    assert.match(await workbench.editorText(), /We need to refactor\. I fixed it twice\./);
    await workbench.pressEditorTitle('Publish to Team...');
    await workbench.asked('Publish to Team');
    await workbench.pick(publish.trim());
    await eventually(async () => {
      const [name = ''] = await readdir(join(workbench.folder, 'docs/pitches'));
      assert.match(await workbench.read(`docs/pitches/${name}`), /We need to refactor\. I fixed it twice\./);
    });
    await workbench.page.locator('.tab.active', { hasText: '/pitches' }).waitFor();
    await workbench.tidy();

    await workbench.run('Lead: Open Journal');
    await workbench.asked('Your journal');
    await workbench.fill('growth-feedback');
    await workbench.page.keyboard.press('Enter');
    await workbench.tab(`sam-${marker}-planning.md`);
    await workbench.run('Lead: Publish to Team...');
    await workbench.notification('"Growth feedback" stays in the journal. Only drafts for the team can be published.');
    await workbench.tidy();
  });

  it("take a team's own practice, and name a broken one with file and line", async () => {
    const folder = join(workbench.folder, '.lead/practices');
    await put(
      join(folder, 'pairing.hbs'),
      '---\nid: pairing\ntitle: Pair on it\ncue: a story is new to both of us\ncadence: weekly\nstore: team\n---\n\n# {{title}}\n',
    );
    await put(join(folder, 'broken.hbs'), '---\nid: broken\ncue: x\ncadence: never\nstore: team\n---\n');
    await workbench.run('Lead: New...');
    await workbench.asked('New');
    await workbench.fill('broken.hbs');
    const [problem = ''] = await workbench.choices();
    assert.match(problem, /\.lead\/practices\/broken\.hbs, line 4: cadence: never is not one of once, weekly,/);
    await workbench.page.keyboard.press('Enter');
    await workbench.tab('broken.hbs');
    await begin('Pair on it');
    await workbench.tab('pairing.md');
    await workbench.tidy();
  });

  it('tick the plan by what is written, and by hand what leaves nothing behind', async () => {
    await workbench.run('Lead: Start 90-Day Plan');
    await workbench.asked('90-Day Plan');
    await workbench.answer('today');
    await workbench.page.locator('.pane-header[aria-expanded=true]', { hasText: 'Plan' }).waitFor();
    await (await workbench.row('Plan', 'Day 1 of 90')).waitFor();
    await begin('Own one system completely');
    await workbench.answer('Billing');
    await workbench.tab('billing.md');
    await workbench.firstGap();
    await eventually(async () => {
      const row = (await workbench.rows('Plan')).find(({ label }) => label === 'Own one system completely');
      assert.equal(row?.checked, true);
    });
    await workbench.tick('Plan', 'Map what my manager cares about');
    await eventually(async () => {
      assert.match(await readFile(join(journal, 'plan.md'), 'utf8'), /^- \[x\] Map what my manager cares about/m);
    });
    assert.match(await readFile(join(journal, 'plan.md'), 'utf8'), /^- \[ \] Own one system completely/m);
    await workbench.tidy();
  });

  it('keep one habit a week, ticked in This Week', async () => {
    const habit = 'When a discussion ends, I will send its summary';
    await workbench.run('Lead: Choose a Habit');
    await workbench.asked('Habit of the Week');
    await workbench.fill('discussion ends');
    await workbench.pick(habit);
    await (await workbench.row('This Week', habit)).waitFor();
    await workbench.tick('This Week', habit);
    await eventually(async () => {
      const [week = ''] = await readdir(join(journal, 'weeks'));
      assert.match(await readFile(join(journal, 'weeks', week), 'utf8'), new RegExp(`^- \\[x\\] ${habit}$`, 'm'));
    });
  });

  it('draft the status from what was done, log evidence of it, and make a case of that', async () => {
    await workbench.git('commit', '--quiet', '--allow-empty', '--message', 'End the retry storm');
    await workbench.run('Lead: Draft Weekly Status');
    await workbench.page.locator('.tab.active', { hasText: /-W\d\d\.md/ }).waitFor();
    await workbench.firstGap();
    assert.match(await workbench.editorText(), /## Progress\n\n- End the retry storm\n/);
    await workbench.tidy();

    await workbench.run('Lead: Log Evidence');
    await workbench.asked('Log Evidence');
    await workbench.pick('End the retry storm');
    await workbench.pick('Ownership');
    await workbench.firstGap();
    await workbench.type(`no ${marker} at night`);
    await eventually(async () => {
      const [month = ''] = await readdir(join(journal, 'evidence'));
      const text = await readFile(join(journal, 'evidence', month), 'utf8');
      assert.match(text, new RegExp(`End the retry storm\n  - Impact: no ${marker} at night\n  - Area: Ownership\n`));
    });
    await workbench.tidy();
    await workbench.run('Lead: Draft Case');
    await workbench.tab('career-case.md');
    assert.match(
      await workbench.editorText(),
      new RegExp(`## Ownership\n\n- End the retry storm: no ${marker} at night \\(`),
    );
    await workbench.tidy();
  });

  it('leave not a word of what is private in the repository, its objects, or anything that was shown', async () => {
    await workbench.git('add', '--all');
    const objects = await workbench.git('cat-file', '--batch-all-objects', '--batch', '--unordered');
    assert.ok(objects.includes('Billing retries'));
    assert.ok(!objects.includes(marker));
    for (const path of (await workbench.git('ls-files')).split('\n')) {
      assert.ok(!path.includes(marker), path);
      assert.ok(!(await readFile(join(workbench.folder, path), 'utf8')).includes(marker), path);
    }
    assert.deepEqual(
      (await workbench.everNotified()).filter((text) => text.includes(marker)),
      [],
    );
    const logs = await readdir(workbench.dataFolder, { recursive: true, withFileTypes: true });
    for (const entry of logs.filter((each) => each.isFile() && /Lead Habits.*\.log$/.test(each.name))) {
      assert.ok(!(await readFile(join(entry.parentPath, entry.name), 'utf8')).includes(marker), entry.name);
    }
  });
});
