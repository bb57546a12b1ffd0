import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../eventually.ts';
import { temporaryFolder } from '../host/folders.ts';
import { makeFolder, put, Workbench } from './workbench.ts';

interface Facts {
  readonly status?: string;
  readonly date?: string;
  readonly by?: string;
}

function record(title: string, { status, date, by }: Facts = {}): string {
  const facts = [status && `status: ${status}`, date && `date: ${date}`, by && `decision-makers: [${by}]`];
  return `---\n${facts.filter(Boolean).join('\n')}\n---\n\n# ${title}\n\n## Context\n\nWords.\n`;
}

const folder = 'docs/decisions';
/** A title as it is written, and as it is read: its own Markdown is taken away, what is left is text. */
const written =
  '`<img src=x onerror=alert(1)>` [click](command:workbench.action.closeWindow) `[c](command:x)` **b** $(gear)';
const hostile = '<img src=x onerror=alert(1)> click [c](command:x) b $(gear)';
const records = {
  [`${folder}/0001-decide-in-writing.md`]: record('Decide in writing', {
    status: 'accepted',
    date: '2025-05-19',
    by: 'Ana Ruiz, Raj Patel',
  }),
  [`${folder}/0002-use-soap.md`]: record('Use SOAP', { status: 'rejected', date: '2025-06-01' }),
  [`${folder}/0003-poll-the-partner.md`]: record('Poll the partner', { status: 'deprecated' }),
  [`${folder}/0004-retry-three-times.md`]: record('Retry three times', {
    status: 'superseded by [5](0005-retry-with-backoff.md)',
  }),
  [`${folder}/0005-retry-with-backoff.md`]: record('Retry with backoff', {
    status: 'accepted',
    date: '2025-10-13',
    by: 'Raj Patel',
  }),
  [`${folder}/0006-move-to-postgres-17.md`]: record('Move to Postgres 17', { status: 'proposed', by: 'Sam Okafor' }),
  [`${folder}/0007-ponder.md`]: record('Ponder', { status: 'pondering' }),
  [`${folder}/0008-say-nothing.md`]: '# Say nothing\n\n## Context\n\nNo status is stated.\n',
  [`${folder}/0009-hostile.md`]: record(written, { status: 'proposed' }),
  [`${folder}/README.md`]: '# Decisions\n',
  'src/retry.ts': 'export {};\n',
};

/** The view as it is drawn, in text. */
async function drawn(workbench: Workbench): Promise<string[]> {
  return (await workbench.rows('Decisions')).map(
    ({ level, label, description }) => `${'  '.repeat(level - 1)}${label}${description && ` | ${description}`}`,
  );
}

const whole = [
  'Proposed | 2',
  `  9 ${hostile}`,
  '  6 Move to Postgres 17 | Sam',
  'Accepted | 2',
  '  5 Retry with backoff | Raj, Oct 13, 2025',
  '  1 Decide in writing | Ana, May 19, 2025',
  'Rejected | 1',
  'Deprecated | 1',
  'Superseded | 1',
  'Unknown | 2',
  '  8 Say nothing',
  '  7 Ponder',
];

describe('the Decisions view', function () {
  this.timeout(120_000);

  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.openNew(records);
    await workbench.show('Lead');
    await workbench.rows('Decisions');
  });
  after(() => workbench.close());

  it('groups records by status, newest first, with what is settled folded and what is unknown said to be so', async () => {
    await eventually(async () => assert.deepEqual(await drawn(workbench), whole));
    await workbench.screenshot('view');
  });

  it('opens a folded group with the keyboard, and a record with Enter', async () => {
    await (await workbench.row('Decisions', 'Rejected')).click();
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowDown', 'Enter']) {
      // Each key acts on what the one before it has opened.
      await workbench.page.waitForTimeout(300);
      await workbench.page.keyboard.press(key);
    }
    await workbench.tab('0002-use-soap.md');
    await workbench.run('View: Close All Editors');
    await (await workbench.row('Decisions', 'Rejected')).click();
    await workbench.page.waitForTimeout(300);
    await workbench.page.keyboard.press('ArrowLeft');
    await eventually(async () => assert.deepEqual(await drawn(workbench), whole));
  });

  it('tells a screen reader status, people and date', async () => {
    const rows = await workbench.rows('Decisions');
    const spoken = (label: string) => rows.find((row) => row.label === label)?.spoken;
    assert.equal(spoken('1 Decide in writing'), '1 Decide in writing, Accepted, Ana Ruiz, Raj Patel, 2025-05-19');
    assert.equal(spoken('6 Move to Postgres 17'), '6 Move to Postgres 17, Proposed, Sam Okafor, no date');
    assert.equal(spoken('Accepted'), 'Accepted, 2 decision records');
    assert.equal(spoken('Rejected'), 'Rejected, 1 decision record');
  });

  it('shows the facts in full in a tooltip', async () => {
    const text = await workbench.tooltip('Decisions', '1 Decide in writing');
    assert.match(text, /^1 Decide in writing/);
    assert.match(text, /Status\s+Accepted/);
    assert.match(text, /Date\s+2025-05-19/);
    assert.match(text, /Decision-makers\s+Ana Ruiz, Raj Patel/);
    assert.match(text, /docs\/decisions\/0001-decide-in-writing\.md/);
  });

  it('says in the tooltip what stands where a status is not understood', async () => {
    assert.match(await workbench.tooltip('Decisions', '7 Ponder'), /Status\s+Unknown \(pondering\)/);
    assert.match(await workbench.tooltip('Decisions', '8 Say nothing'), /Status\s+Unknown/);
  });

  it("keeps a title's HTML, Markdown, icons and command links inert", async () => {
    const row = await workbench.row('Decisions', `9 ${hostile}`);
    assert.equal(await row.locator('img, a[href], strong, .label-name .codicon').count(), 0);
    const text = await workbench.tooltip('Decisions', `9 ${hostile}`);
    assert.ok(text.includes(hostile), text);
    const hover = workbench.page.locator('.monaco-hover.workbench-hover, .workbench-hover-container').first();
    assert.equal(await hover.locator('img, a, em, .codicon').count(), 0);
  });

  it('opens a record on a click', async () => {
    await (await workbench.row('Decisions', '5 Retry with backoff')).click();
    await workbench.tab('0005-retry-with-backoff.md');
    assert.match(await workbench.editorText(), /# Retry with backoff/);
  });

  it('opens a record to the side', async () => {
    await workbench.menu(await workbench.row('Decisions', '1 Decide in writing'), 'Open to the Side');
    await workbench.tab('0001-decide-in-writing.md');
    await eventually(async () => assert.equal(await workbench.page.locator('.editor-group-container').count(), 2));
    await workbench.run('View: Close All Editors');
  });

  it('copies a link that works in the repository', async () => {
    await workbench.menu(await workbench.row('Decisions', '5 Retry with backoff'), 'Copy Link');
    await workbench.status('Copied');
    assert.equal(
      await workbench.page.evaluate('navigator.clipboard.readText()'),
      '[5. Retry with backoff](docs/decisions/0005-retry-with-backoff.md)',
    );
  });

  it('reveals a record in the Explorer', async () => {
    await workbench.menu(await workbench.row('Decisions', '5 Retry with backoff'), 'Reveal in Explorer View');
    await workbench.page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: '0005-retry-with-backoff.md' })
      .waitFor();
    await workbench.show('Lead');
  });

  it("shows the open record's row on demand", async () => {
    await workbench.openFile(`${folder}/0003-poll-the-partner.md`);
    await workbench.run('Lead: Show in Decisions');
    await workbench.page.locator('.monaco-list-row.selected', { hasText: '3 Poll the partner' }).waitFor();
    await workbench.run('View: Close All Editors');
    await (await workbench.row('Decisions', 'Deprecated')).click();
    await eventually(async () => assert.deepEqual(await drawn(workbench), whole));
  });

  it('filters as words are typed, whatever their order, and Escape brings back what was shown', async () => {
    await workbench.pressTitle('Decisions', 'Filter Decisions');
    await workbench.asked('Filter Decisions');
    await workbench.page.keyboard.type('retry');
    await eventually(async () => {
      assert.deepEqual(await drawn(workbench), [
        'Accepted | 1',
        '  5 Retry with backoff | Raj, Oct 13, 2025',
        'Superseded | 1',
        '  4 Retry three times',
      ]);
    });
    await workbench.page.keyboard.type(' raj');
    await eventually(async () => assert.equal((await drawn(workbench)).length, 2));
    await eventually(async () => {
      assert.match(await (await workbench.pane('Decisions')).innerText(), /"retry raj": 1 of 9/);
    });
    await workbench.screenshot('view-filtered');
    await workbench.page.keyboard.press('Escape');
    await eventually(async () => assert.deepEqual(await drawn(workbench), whole));
  });

  it('keeps an accepted filter until it is cleared', async () => {
    await workbench.run('Lead: Filter Decisions');
    await workbench.asked('Filter Decisions');
    await workbench.answer('postgres');
    await workbench.notAsked();
    await eventually(async () => {
      assert.deepEqual(await drawn(workbench), ['Proposed | 1', '  6 Move to Postgres 17 | Sam']);
    });
    await workbench.pressTitle('Decisions', 'Clear Filter');
    await eventually(async () => assert.deepEqual(await drawn(workbench), whole));
  });

  it('says that nothing has the words, with the way back', async () => {
    await workbench.run('Lead: Filter Decisions');
    await workbench.asked('Filter Decisions');
    await workbench.answer('zeppelin');
    assert.match(await workbench.welcome('Decisions'), /No decision record has these words\./);
    await workbench.screenshot('view-filtered-to-nothing');
    await (await workbench.pane('Decisions')).getByRole('button', { name: 'Clear Filter' }).click();
    await eventually(async () => assert.deepEqual(await drawn(workbench), whole));
  });

  it('follows a record that is added, changed and deleted on disk', async () => {
    const path = join(workbench.folder, folder, '0010-cap-retries.md');
    await put(path, record('Cap retries', { status: 'proposed' }));
    await eventually(async () => assert.ok((await drawn(workbench)).includes('  10 Cap retries')));
    await put(path, record('Cap the retries', { status: 'accepted' }));
    await eventually(async () => {
      assert.deepEqual((await drawn(workbench)).slice(3, 5), ['Accepted | 3', '  10 Cap the retries']);
    });
    await rm(path);
    await eventually(async () => assert.deepEqual(await drawn(workbench), whole));
  });

  it('follows a checkout of another branch, and back', async () => {
    await workbench.git('switch', '--quiet', '--create', 'other');
    await workbench.git('rm', '--quiet', '-r', `${folder}/0007-ponder.md`, `${folder}/0008-say-nothing.md`);
    await put(
      join(workbench.folder, 'packages/ledger/docs/adr/0001-pair-entries.md'),
      record('Pair entries', { status: 'accepted' }),
    );
    await workbench.git('add', '--all');
    await workbench.git('commit', '--quiet', '--message', 'Other');
    await eventually(async () => assert.ok((await drawn(workbench)).includes('packages/ledger/docs/adr')));
    await workbench.git('switch', '--quiet', 'main');
    await eventually(async () => assert.deepEqual(await drawn(workbench), whole), 20_000);
    await workbench.git('switch', '--quiet', 'other');
    await eventually(async () => {
      const rows = await drawn(workbench);
      assert.ok(rows.includes('packages/ledger/docs/adr'));
      assert.ok(!rows.some((row) => row.includes('Ponder')));
    }, 20_000);
    await workbench.git('switch', '--quiet', 'main');
    await eventually(async () => assert.deepEqual(await drawn(workbench), whole), 20_000);
  });

  it('has shown no message at any time', async () => {
    assert.deepEqual(await workbench.everNotified(), []);
  });
});

describe('the Decisions view of several folders of records', function () {
  this.timeout(120_000);

  it('has a row for each folder of one repository', async () => {
    const workbench = await Workbench.openNew({
      'packages/billing/docs/adr/0001-use-cents.md': record('Use cents', { status: 'accepted' }),
      'packages/ledger/docs/adr/0001-pair-entries.md': record('Pair entries', { status: 'proposed' }),
    });
    await workbench.show('Lead');
    await eventually(async () => {
      assert.deepEqual(await drawn(workbench), [
        'packages/billing/docs/adr',
        '  Accepted | 1',
        '    1 Use cents',
        'packages/ledger/docs/adr',
        '  Proposed | 1',
        '    1 Pair entries',
      ]);
    });
    await workbench.screenshot('view-several-folders');
  });

  it('names the folders of a multi-root workspace', async () => {
    const parent = temporaryFolder();
    const adr = (title: string) => ({ 'docs/adr/0001-first.md': record(title, { status: 'accepted' }) });
    await makeFolder(join(parent, 'billing'), adr('Use cents'));
    await makeFolder(join(parent, 'ledger'), adr('Pair entries'));
    await put(
      join(parent, 'both.code-workspace'),
      JSON.stringify({ folders: [{ path: 'billing' }, { path: 'ledger' }] }),
    );
    const workbench = await Workbench.open(join(parent, 'both.code-workspace'));
    workbench.deleteAtEnd.push(parent);
    await workbench.show('Lead');
    await eventually(async () => {
      assert.deepEqual(await drawn(workbench), [
        'docs/adr | billing',
        '  Accepted | 1',
        '    1 Use cents',
        'docs/adr | ledger',
        '  Accepted | 1',
        '    1 Pair entries',
      ]);
    });
    await workbench.screenshot('view-multi-root');
  });
});

describe('an empty Decisions view teaches', function () {
  this.timeout(120_000);

  it('what a repository without records can begin with', async () => {
    const workbench = await Workbench.openNew({ 'README.md': '# Billing\n' });
    await workbench.show('Lead');
    assert.match(
      await workbench.welcome('Decisions'),
      /No decision records yet\. One paragraph per section is enough\.\s+New Decision Record/,
    );
    await workbench.screenshot('welcome-empty');
    await (await workbench.pane('Decisions')).getByRole('button', { name: 'New Decision Record' }).click();
    await workbench.asked('New Decision Record');
    await workbench.answer('Decide in writing');
    await workbench.tab('0001-decide-in-writing.md');
    await eventually(async () =>
      assert.match((await drawn(workbench)).join(), /Proposed \| 1, {2}1 Decide in writing \| Ana/),
    );
    assert.match(await workbench.read('docs/decisions/0001-decide-in-writing.md'), /^# Decide in writing$/m);
  });

  it('that records are kept in git, and makes a repository', async () => {
    const workbench = await Workbench.openNew({ 'README.md': '# Billing\n' }, { git: false });
    await workbench.show('Lead');
    const welcome = await workbench.welcome('Decisions');
    assert.match(welcome, /Records are kept in git\.\s+Initialize Repository/);
    await workbench.screenshot('welcome-no-repository');
    await (await workbench.pane('Decisions')).getByRole('button', { name: 'Initialize Repository' }).click();
    await eventually(async () => assert.equal(await workbench.git('rev-parse', '--show-cdup'), ''));
    await eventually(async () => {
      assert.match(await workbench.welcome('Decisions'), /No decision records yet\./);
    });
  });

  it('that a window without a folder needs one', async () => {
    const workbench = await Workbench.open('');
    await workbench.show('Lead');
    assert.match(await workbench.welcome('Decisions'), /Decision records live in a repository\.\s+Open Folder/);
    await workbench.screenshot('welcome-no-folder');
    await workbench.run('Lead: New Decision Record');
    await workbench.notification('No folder is open. Open the folder of a repository, then try again.');
    await workbench.dismissNotifications();
    await workbench.run('Lead: New Meeting Summary');
    await workbench.notification('No folder is open. Open the folder of a repository, then try again.');
    assert.equal((await workbench.everNotified()).length, 1);
  });
});

describe('a folder that is not trusted', function () {
  this.timeout(120_000);

  it('says so where there are no records', async () => {
    const workbench = await Workbench.openNew({ 'README.md': '# Billing\n' }, { trust: 'withheld' });
    await workbench.show('Lead');
    assert.match(await workbench.welcome('Decisions'), /Reading only until you trust this folder\./);
    await workbench.screenshot('welcome-untrusted');
  });

  it('is read without git, not written, and comes to life once it is trusted', async () => {
    const parent = temporaryFolder();
    const log = join(parent, 'git-was-started');
    const folder = join(parent, 'billing');
    await makeFolder(folder, {
      'docs/decisions/0001-decide-in-writing.md': record('Decide in writing', { status: 'accepted' }),
      '.lead/templates/decision.hbs': '# {{title}}, from the repository\n',
      'TODO.md': '- [ ] everyone will write the runbook\n',
    });
    // Whichever git starts leaves a trace.
    const workbench = await Workbench.open(folder, { trust: 'withheld', environment: { GIT_TRACE: log } });
    workbench.deleteAtEnd.push(parent);
    await workbench.show('Lead');
    await eventually(async () => {
      assert.deepEqual(await drawn(workbench), ['Accepted | 1', '  1 Decide in writing']);
    });
    await workbench.screenshot('view-untrusted');
    // An action is shown as well, and has no box.
    await (await workbench.row('This Week', 'No date')).click();
    const row = await workbench.row('This Week', 'write the runbook');
    await row.waitFor();
    assert.equal(await row.getByRole('checkbox').count(), 0);
    for (const command of [
      'Lead: New Decision Record',
      'Lead: New Meeting Summary',
      'Lead: Commit Records',
      'Lead: Add Action',
    ]) {
      await workbench.run(command);
      await workbench.notification('Reading only until you trust this folder.');
      await workbench.dismissNotifications();
    }
    await workbench.notAsked();
    await assert.rejects(rm(log), { code: 'ENOENT' });
    assert.equal(await workbench.git('status', '--porcelain'), '');

    await workbench.grantTrust();
    await workbench.run('Lead: New Decision Record');
    await workbench.asked('New Decision Record');
    await workbench.answer('Retry with backoff');
    await workbench.tab('0002-retry-with-backoff.md');
    assert.equal(
      await workbench.read('docs/decisions/0002-retry-with-backoff.md'),
      '# Retry with backoff, from the repository\n',
    );
    await workbench.git('add', '--all');
    await workbench.git('commit', '--quiet', '--message', 'More');
    await workbench.git('switch', '--quiet', '--detach', 'HEAD~1');
    await eventually(async () => {
      assert.deepEqual(await drawn(workbench), ['Accepted | 1', '  1 Decide in writing']);
    }, 20_000);
  });
});
