import assert from 'node:assert/strict';
import { join } from 'node:path';
import { eventually } from '../eventually.ts';
import { put, Workbench } from './workbench.ts';

const folder = 'docs/decisions';
const postgres = `${folder}/0005-move-to-postgres-17.md`;
const backoff = `${folder}/0004-retry-with-backoff.md`;

/** The labels of a pick without the space that an icon before them leaves. */
async function choices(workbench: Workbench): Promise<string[]> {
  return (await workbench.choices()).map((label) => label.trim());
}

/** Chooses from a row's menu what asks with a title: again, if the view was just following its files. */
async function choose(workbench: Workbench, row: string, item: string, title: string): Promise<void> {
  await eventually(async () => {
    await workbench.page.keyboard.press('Escape');
    await workbench.menu(await workbench.row('Decisions', row), item);
    await workbench.page
      .locator('.quick-input-title', { hasText: new RegExp(`^${title}$`) })
      .waitFor({ timeout: 5000 });
  }, 30_000);
}

describe("a decision's life", () => {
  let workbench: Workbench;
  let start: string;
  before(async () => {
    workbench = await Workbench.openSample({ settings: { 'files.trimTrailingWhitespace': true } });
    await workbench.show('Lead');
    start = await workbench.git('rev-parse', 'HEAD');
  });
  after(() => workbench.close());
  afterEach(async () => {
    await workbench.tidy();
    await workbench.git('reset', '--quiet', '--hard', start);
    await workbench.git('clean', '-qfdx');
    // A menu that opens while the view still follows the files would be about rows that are gone.
    await eventually(async () => {
      const rows = await workbench.rows('Decisions');
      assert.deepEqual(
        rows.filter(({ level }) => level === 1).map(({ label, description }) => `${label} ${description}`),
        ['To revisit 1', 'Proposed 1', 'Accepted 3', 'Superseded 1'],
      );
    });
  });

  const openRecord = (name: string) =>
    eventually(async () => {
      await workbench.page.keyboard.press('Escape');
      await workbench.openFile(name);
    }, 30_000);
  const reads = (path: string, expected: RegExp | string) =>
    eventually(async () => {
      const text = await workbench.read(path);
      if (typeof expected === 'string') assert.equal(text, expected);
      else assert.match(text, expected);
    });

  it('changes the status in the words of the record, as one step to undo, and asks once when to look at the outcome', async () => {
    // Two spaces at the end of a line: a change of the status is not a reason to trim them.
    const before = (await workbench.read(postgres)).replace('# Move', 'Two spaces.  \n\n# Move');
    await put(join(workbench.folder, postgres), before);
    await openRecord('0005-move-to-postgres-17.md');
    await workbench.run('Lead: Change Status...');
    await workbench.asked('Change Status');
    assert.deepEqual(await choices(workbench), ['proposed', 'accepted', 'rejected', 'deprecated', 'superseded']);
    await workbench.screenshot('change-status');
    await workbench.pick('accepted');
    await workbench.asked('Look at the Outcome');
    assert.deepEqual(await choices(workbench), [
      'In 3 months',
      'In 6 months',
      'In a year',
      'Another day...',
      'Not now',
    ]);
    await workbench.screenshot('offer-revisit');
    await workbench.pick('Not now');
    const accepted = before.replace('status: proposed', 'status: accepted');
    await reads(postgres, accepted);
    await workbench.page.locator('.tab.active:not(.dirty)').waitFor();
    await workbench.editorTitle('Commit Record').waitFor();
    await workbench.editor.click();
    await workbench.page.keyboard.press('Control+Z');
    await workbench.run('File: Save without Formatting');
    await reads(postgres, before);
    await workbench.run('Lead: Change Status...');
    await workbench.asked('Change Status');
    await workbench.pick('accepted');
    await reads(postgres, accepted);
    await workbench.notAsked();
  });

  it('supersedes a record by a new one, and commits both together from either', async () => {
    await choose(workbench, '5 Move to Postgres 17', 'Supersede...', 'Supersede 5');
    await workbench.screenshot('supersede-asks');
    await workbench.answer('Stay on Postgres 16');
    await workbench.tab('0006-stay-on-postgres-16.md');
    await workbench.firstGap();
    await workbench.screenshot('supersede-new');
    const next = `${folder}/0006-stay-on-postgres-16.md`;
    await reads(next, /^Supersedes: \[5\. Move to Postgres 17\]\(0005-move-to-postgres-17\.md\)$/m);
    await reads(postgres, /^status: superseded by \[6\. Stay on Postgres 16\]\(0006-stay-on-postgres-16\.md\)$/m);
    await openRecord('0005-move-to-postgres-17.md');
    await workbench.run('Lead: Commit Record');
    await workbench.asked('Commit Records');
    assert.equal(await workbench.inputValue(), 'docs(decisions): 6 Stay on Postgres 16, supersedes 5');
    assert.match(
      await workbench.question(),
      /Commits .*0006-stay-on-postgres-16\.md and .*0005-move-to-postgres-17\.md/,
    );
    await workbench.screenshot('supersede-commit');
    await workbench.page.keyboard.press('Enter');
    await workbench.status('supersedes 5');
    assert.deepEqual((await workbench.git('show', '--name-only', '--format=%s', 'HEAD')).split('\n').filter(Boolean), [
      'docs(decisions): 6 Stay on Postgres 16, supersedes 5',
      postgres,
      next,
    ]);
  });

  it('amends a record by one that is there: both say so, the amended one stays accepted and shows it', async () => {
    await choose(workbench, '4 Retry with backoff', 'Amend...', 'Amend');
    await workbench.screenshot('amend-asks');
    await workbench.pick('5 Move to Postgres 17');
    await reads(postgres, /^Amends: \[4\. Retry with backoff\]\(0004-retry-with-backoff\.md\)$/m);
    await reads(backoff, /^Amended by: \[5\. Move to Postgres 17\]\(0005-move-to-postgres-17\.md\)$/m);
    await reads(backoff, /^status: accepted$/m);
    await eventually(async () => {
      const rows = await workbench.rows('Decisions');
      assert.match(rows.findLast(({ label }) => label === '4 Retry with backoff')?.description ?? '', /^amended by 5/);
    });
    await workbench.screenshot('amended');
    await workbench.run('Lead: Commit Record');
    await workbench.asked('Commit Records');
    assert.equal(await workbench.inputValue(), 'docs(decisions): 5 Move to Postgres 17, amends 4');
    await workbench.page.keyboard.press('Escape');
  });

  it('amends a record by a new one', async () => {
    await openRecord('0004-retry-with-backoff.md');
    await workbench.run('Lead: Amend...');
    await workbench.asked('Amend');
    await workbench.pick('New decision record');
    await workbench.asked('Amend 4');
    await workbench.answer('Give up after a budget');
    await workbench.tab('0006-give-up-after-a-budget.md');
    await reads(`${folder}/0006-give-up-after-a-budget.md`, /^Amends: \[4\. Retry with backoff\]/m);
    await reads(backoff, /^Amended by: \[6\. Give up after a budget\]/m);
  });

  it('shows what is to be revisited on top, and records an outcome there: the status stays, the first one too', async () => {
    await eventually(async () => {
      const [group, row] = await workbench.rows('Decisions');
      assert.deepEqual([group?.label, group?.description, row?.label], ['To revisit', '1', '4 Retry with backoff']);
      assert.match(row?.description ?? '', /^since /);
    });
    await workbench.screenshot('to-revisit');
    await workbench.press('Decisions', '4 Retry with backoff', 'Record Outcome');
    await workbench.tab('0004-retry-with-backoff.md');
    await workbench.firstGap();
    await workbench.type('fewer outages');
    await workbench.page.keyboard.press('Tab');
    await workbench.type('none since October');
    await workbench.screenshot('outcome');
    await reads(
      backoff,
      /## Outcome\n\n### \d{4}-\d\d-\d\d\n\n\*\*Expected:\*\* fewer outages\n\n\*\*What happened:\*\* none since October\n\n\*\*Risks that happened:\*\* \{.*\}\n$/,
    );
    await reads(backoff, /^status: accepted$/m);
    await eventually(async () => {
      assert.notEqual((await workbench.rows('Decisions'))[0]?.label, 'To revisit');
    });
    const first = await workbench.read(backoff);
    await workbench.page.keyboard.press('Escape');
    await workbench.run('Lead: Record Outcome');
    await eventually(async () => {
      const text = await workbench.read(backoff);
      assert.equal(text.slice(0, first.trimEnd().length), first.trimEnd());
      assert.equal(text.split(/^### \d{4}-/m).length, 3);
    });
  });

  it('sets the day to look at the outcome', async () => {
    await openRecord('0005-move-to-postgres-17.md');
    await workbench.run('Lead: Set Revisit Date...');
    await workbench.asked('Set Revisit Date');
    await workbench.pick('Another day...');
    await workbench.answer('2099-03-01');
    await reads(postgres, /^revisit: 2099-03-01$/m);
  });

  it('begins the record of a past decision from the commits behind a selection, with what is inferred to be confirmed', async () => {
    await workbench.openFile('src/billing/retry.ts');
    await workbench.goTo(1);
    await workbench.page.keyboard.press('Control+Shift+End');
    await workbench.run('Lead: Record a Past Decision');
    await workbench.asked('Record a Past Decision');
    await workbench.screenshot('past-asks');
    await workbench.answer('Back off with jitter');
    await workbench.tab('0006-back-off-with-jitter.md');
    await workbench.firstGap();
    await workbench.screenshot('past');
    const path = `${folder}/0006-back-off-with-jitter.md`;
    await reads(path, /^---\nstatus: accepted\ndate: 2026-10-15\ndecision-makers: \[Raj Patel\]\n---$/m);
    await reads(path, /^- [0-9a-f]{7,} Raj Patel, 2026-10-15: Retry with backoff and jitter$/m);
    await reads(path, /^\{Inferred from git: the date.*decision-makers.*\}$/m);
  });

  it('says in one sentence that lines without a commit have no past', async () => {
    await put(join(workbench.folder, 'src/new.ts'), 'export const limit = 3;\n');
    await workbench.openFile('src/new.ts');
    await workbench.run('Lead: Record a Past Decision');
    await workbench.notification('These lines are in no commit yet. Commit them, then try again.');
    await workbench.screenshot('past-uncommitted');
  });
});

describe("a team's own words", () => {
  it('are understood, offered, shown and found', async () => {
    const record = `# 1. Use queues\n\nDate: 2024-01-02\nTicket: BILL-7\n\n## Status\n\nTrial\n\n## Context\n\nWords.\n\n## Decision\n\nWords.\n`;
    const workbench = await Workbench.openNew(
      { 'docs/adr/0001-use-queues.md': record },
      {
        settings: {
          'leadHabits.decisions.statuses': { Trial: 'proposed', Adopted: 'accepted' },
          'leadHabits.decisions.fields': { ticket: 'Ticket' },
        },
      },
    );
    await workbench.show('Lead');
    await eventually(async () => {
      assert.deepEqual(
        (await workbench.rows('Decisions')).map(({ label }) => label),
        ['Proposed', '1 Use queues'],
      );
    });
    await choose(workbench, '1 Use queues', 'Change Status...', 'Change Status');
    assert.deepEqual(await choices(workbench), [
      'Proposed',
      'Accepted',
      'Rejected',
      'Deprecated',
      'Superseded',
      'Trial',
      'Adopted',
    ]);
    await workbench.screenshot('team-status');
    await workbench.pick('Adopted');
    await workbench.asked('Look at the Outcome');
    await workbench.pick('In a year');
    await eventually(async () => {
      const text = await workbench.read('docs/adr/0001-use-queues.md');
      assert.match(
        text,
        /^Date: 2024-01-02\nTicket: BILL-7\nRevisit: \d{4}-\d\d-\d\d\n\n## Status\n\nAdopted\n\n## Context$/m,
      );
    });
    await workbench.run('Lead: Filter Decisions');
    await workbench.answer('bill-7');
    await eventually(async () => assert.equal((await workbench.rows('Decisions')).length, 2));
  });
});
