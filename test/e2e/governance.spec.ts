import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator } from 'playwright-core';
import { eventually } from '../eventually.ts';
import { type Files, makeFolder, Workbench } from './workbench.ts';

const accepted = '---\nstatus: accepted\ndate: 2026-10-13\n';

/** A title that would like to be more than words, as it is written and as it is shown. */
const written = '`[c](command:x)` `<img src=x onerror=alert(1)>` **b** $(gear)';
const hostile = '[c](command:x) <img src=x onerror=alert(1)> b $(gear)';

const small: Files = {
  'docs/adr/0001-decide-in-writing.md': `${accepted}---\n\n# Decide in writing\n`,
  'docs/adr/0002-count-money-in-cents.md': `${accepted}affects: [src/billing/money.ts]\n---\n\n# Count money in cents\n\n[code](../../src/billing/money.ts)\n`,
  'docs/adr/0003-retry-three-times.md':
    '---\nstatus: superseded by [4](0004-retry-with-backoff.md)\naffects: [src/billing/retry.ts]\n---\n\n# Retry three times\n',
  'docs/adr/0004-retry-with-backoff.md': `${accepted}affects:\n  - src/billing/** # all of it\n---\n\n# Retry with <b>backoff</b>\n\n## Recommendation\n\nBackoff with jitter. [A link](https://example.org) <img src=x onerror=alert(1)>\n\n## Risks\n\n- A slow partner holds connections\n- Nobody notices\n\n## Links\n\nWith [cents](../adr/0002-count-money-in-cents.md).\n`,
  'docs/adr/0005-a-queue.md': '---\nstatus: proposed\naffects: [src/billing/retry.ts]\n---\n\n# A queue\n',
  'docs/decisions/0001-pick-a-partner.md': `${accepted}---\n\n# Pick a partner\n\nAs [decided](../adr/0004-retry-with-backoff.md).\n`,
  'docs/decisions/0007-hostile.md': `${accepted}affects: [src/hostile.ts]\n---\n\n# ${written}\n\n## Recommendation\n\n${written}\n\n## Risks\n\n- ${written}\n`,
  'src/hostile.ts': '// See ADR-7.\n',
  'src/billing/money.ts': 'export const cents = 100;\n',
  'src/billing/retry.ts': '// ADR-4 says how, decision 99 does not.\n// See ADR-1.\nexport {};\n',
  'src/server.ts': 'export {};\n',
  'notes.md': 'See ADR 0002, and [that](docs/adr/0004-retry-with-backoff.md).\n',
};

/** The texts of the language status, those of other extensions among them. */
async function languageStatus(workbench: Workbench): Promise<string[]> {
  await workbench.page.locator('#status\\.languageStatus').hover();
  const rows = workbench.page.locator('.hover-language-status');
  await rows.first().waitFor();
  return rows.allInnerTexts();
}

/** The words that are links in the active editor. */
async function links(workbench: Workbench): Promise<string[]> {
  const texts = await workbench.editor.locator('.view-line .detected-link').allInnerTexts();
  return texts.map((text) => text.replaceAll('\u00a0', ' '));
}

async function followLink(workbench: Workbench, words: string): Promise<void> {
  const link = workbench.editor.locator('.view-line .detected-link', { hasText: words });
  await link.waitFor();
  await workbench.page.keyboard.down('Control');
  await link.click();
  await workbench.page.keyboard.up('Control');
}

/** Renames a file or folder in the explorer, and answers VS Code's question with a button. */
async function rename(workbench: Workbench, name: string, to: string, answer: string): Promise<void> {
  const { page } = workbench;
  const input = page.locator('.explorer-item-edited input');
  // The explorer selects the file of an editor that was just opened, whatever was clicked meanwhile.
  await eventually(async () => {
    await page.keyboard.press('Escape');
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: new RegExp(`^${name}$`) }).click();
    await page.keyboard.press('F2');
    assert.equal(await input.inputValue({ timeout: 2000 }), name);
  }, 20_000);
  await input.fill(to);
  await page.keyboard.press('Enter');
  await page.locator('.monaco-dialog-box .monaco-button', { hasText: answer }).click();
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: new RegExp(`^${to}$`) }).waitFor();
}

/** Takes back the last step in the explorer. */
async function undoInExplorer(workbench: Workbench, row: string): Promise<void> {
  await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: new RegExp(`^${row}$`) }).click();
  await workbench.page.keyboard.press('Control+Z');
}

/** Writes a file of the folder, as another program would. */
async function write(workbench: Workbench, path: string, text: string): Promise<void> {
  const file = join(workbench.folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Every file of the folder, outside of .git, byte for byte. */
async function contents(workbench: Workbench): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readdir(workbench.folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || path.includes('/.git/')) continue;
    found.set(path.slice(workbench.folder.length + 1), (await readFile(path)).toString('base64'));
  }
  return new Map([...found].sort());
}

describe('Code and its decisions', function () {
  this.timeout(240_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.openNew(small);
  });

  after(() => workbench.close());
  afterEach(async () => {
    await workbench.tidy();
    await workbench.git('clean', '-d', '--force', '--quiet');
  });

  it('says in the language status which decisions govern a file, and nothing of others', async () => {
    await workbench.openFile('src/billing/retry.ts');
    await eventually(async () => {
      const texts = await languageStatus(workbench);
      assert.ok(
        texts.some((text) => text.startsWith('1 decision governs this file')),
        texts.join('\n'),
      );
    }, 30_000);
    await workbench.page.locator('.hover-language-status').getByText('Show', { exact: true }).click();
    await workbench.asked('Decisions for src/billing/retry.ts');
    assert.deepEqual(await workbench.choices(), [
      '4 Retry with backoff',
      '5 A queue',
      '3 Retry three times',
      'New decision for this file...',
    ]);
    await workbench.pick('5 A queue');
    await workbench.tab('0005-a-queue.md');
    await workbench.openFile('src/server.ts');
    await eventually(async () => {
      const texts = await languageStatus(workbench);
      assert.ok(!texts.some((text) => text.includes('decision')), texts.join('\n'));
    });
  });

  it('links what mentions a decision, and tells the decision while the pointer rests there', async () => {
    await workbench.openFile('src/billing/retry.ts');
    await eventually(async () => assert.deepEqual((await links(workbench)).sort(), ['ADR-1', 'ADR-4']), 30_000);
    await workbench.editor.locator('.view-line .detected-link', { hasText: 'ADR-4' }).hover();
    const hover = workbench.page.locator('.monaco-hover-content', { hasText: 'Risks' });
    await hover.waitFor();
    const told = (await hover.innerText()).replace(/\s+/g, ' ');
    assert.match(
      told,
      /4 Retry with backoff .*Accepted, Oct 13.* Backoff with jitter\. A link Risks A slow partner holds connections Nobody notices docs\/adr\/0004-retry-with-backoff\.md/,
    );
    // What a record says is text: it brings no links, pictures or markup of its own.
    assert.equal(await hover.locator('img').count(), 0);
    assert.equal(await hover.locator('a[data-href*="example.org"]').count(), 0);
    await hover.getByText('docs/adr/0004-retry-with-backoff.md').click();
    await workbench.tab('0004-retry-with-backoff.md');
  });

  it("keeps a title's HTML, Markdown, icons and command links inert wherever it tells of the decision", async () => {
    const { page } = workbench;
    const shown = async (place: Locator) => (await place.innerText()).replace(/\s+/g, ' ').replaceAll('\u200B', '');
    const live = 'img, em, a[data-href^="command:"], a[href^="command:"], .codicon-gear';
    await workbench.openFile('src/hostile.ts');
    await workbench.editor.locator('.view-line .detected-link', { hasText: 'ADR-7' }).hover();
    const hover = page.locator('.monaco-hover-content', { hasText: 'Risks' });
    await hover.waitFor();
    assert.equal((await shown(hover)).split(hostile).length, 4, await shown(hover));
    assert.equal(await hover.locator(live).count(), 0);

    await eventually(async () => assert.match((await languageStatus(workbench)).join(), /1 decision governs/), 30_000);
    const status = page.locator('.hover-language-status', { hasText: '1 decision governs' });
    assert.ok((await shown(status)).includes(`7 ${hostile}`.slice(0, 36)), await shown(status));
    assert.equal(await status.locator(`.left ${live.replaceAll(', ', ', .left ')}, .left a`).count(), 0);
    await status.getByText('Show', { exact: true }).click();
    await workbench.asked('Decisions for src/hostile.ts');
    const list = page.locator('.quick-input-list');
    assert.ok((await shown(list)).includes(`7 ${hostile}`), await shown(list));
    assert.equal(await list.locator(live).count(), 0);
    await page.keyboard.press('Escape');

    await workbench.openFile('docs/decisions/0007-hostile.md');
    await workbench.run('Lead: Supersede...');
    await workbench.asked('Supersede 7');
    const prompt = page.locator('.quick-input-widget .quick-input-message');
    assert.ok((await shown(prompt)).includes(hostile), await shown(prompt));
    assert.equal(await prompt.locator(`a, ${live}`).count(), 0);
    await page.keyboard.press('Escape');
  });

  it('asks which one is meant where several decisions may be', async () => {
    await workbench.openFile('src/billing/retry.ts');
    await followLink(workbench, 'ADR-1');
    assert.deepEqual(await workbench.choices(), ['1 Decide in writing', '1 Pick a partner']);
    await workbench.pick('1 Pick a partner');
    await workbench.tab('0001-pick-a-partner.md');
  });

  it('does the same in Markdown, where links stay what they are', async () => {
    await workbench.openFile('notes.md');
    await eventually(
      async () =>
        assert.deepEqual((await links(workbench)).sort(), ['ADR 0002', 'docs/adr/0004-retry-with-backoff.md']),
      30_000,
    );
    await workbench.editor.locator('.view-line span', { hasText: 'that' }).last().hover();
    await workbench.page.locator('.monaco-hover-content', { hasText: 'A slow partner' }).waitFor();
    await workbench.page.keyboard.press('Escape');
    await followLink(workbench, 'ADR 0002');
    await workbench.tab('0002-count-money-in-cents.md');
  });

  it('begins a decision about the file', async () => {
    await workbench.openFile('src/server.ts');
    await workbench.run('Lead: Decisions for This File');
    assert.match(await workbench.question(), /No decision names this file yet/);
    await workbench.pick('New decision for this file...');
    await workbench.pick('docs/adr');
    await workbench.answer('Keep the server small');
    await workbench.tab('0006-keep-the-server-small.md');
    assert.match(await workbench.read('docs/adr/0006-keep-the-server-small.md'), /^affects: \[?src\/server\.ts\]?$/m);
  });

  it('lists the files below a decision', async () => {
    await workbench.show('Lead');
    await eventually(async () => {
      const rows = await workbench.rows('Decisions');
      assert.equal(rows.findLast(({ label }) => label === '4 Retry with backoff')?.description, '2 files');
      assert.equal(rows.find(({ label }) => label === '2 Count money in cents')?.description, '1 file');
      assert.equal(rows.find(({ label }) => label === '1 Decide in writing')?.expanded, undefined);
    }, 30_000);
    // The first row of this name is among those to be revisited.
    const rows = (await workbench.pane('Decisions')).locator('.monaco-list-row', { hasText: '4 Retry with backoff' });
    // A click on the row itself would open the decision.
    await rows.last().locator('.monaco-tl-twistie').click();
    await (await workbench.row('Decisions', 'money.ts')).click();
    await workbench.tab('money.ts');
    // A file that is new is governed at once.
    await write(workbench, 'src/billing/invoice.ts', 'export {};\n');
    await eventually(async () => {
      const rows = await workbench.rows('Decisions');
      assert.equal(rows.findLast(({ label }) => label === '4 Retry with backoff')?.description, '3 files');
      assert.ok(rows.some(({ label }) => label === 'invoice.ts'));
    }, 20_000);
  });

  it('shows a line above the code only to those who ask for it', async () => {
    await workbench.openFile('src/billing/money.ts');
    await workbench.editor.locator('.view-line').first().waitFor();
    const lens = workbench.editor.locator('.codelens-decoration');
    await eventually(async () => assert.match((await languageStatus(workbench)).join(), /2 decisions govern/), 30_000);
    assert.equal(await lens.count(), 0);
    await write(workbench, '.vscode/settings.json', '{ "leadHabits.codeLens.enabled": true }');
    await lens.getByText('2 decisions govern this file').click();
    await workbench.asked('Decisions for src/billing/money.ts');
  });

  it('takes records along that move themselves, and back again', async () => {
    await workbench.page.locator('.activitybar').getByRole('tab', { name: 'Explorer' }).click();
    await workbench.openFile('docs/adr/0001-decide-in-writing.md');
    // The explorer opens the folders that the editor's file is in.
    const revealed = workbench.page.locator('.explorer-folders-view .monaco-list-row.selected');
    await revealed.filter({ hasText: '0001-decide-in-writing.md' }).waitFor();
    const before = await contents(workbench);
    await rename(workbench, 'adr', 'records', 'OK');
    await eventually(async () => {
      assert.match(
        await workbench.read('docs/records/0004-retry-with-backoff.md'),
        /\(0002-count-money-in-cents\.md\)/,
      );
      assert.match(await workbench.read('docs/decisions/0001-pick-a-partner.md'), /\(\.\.\/records\/0004-retry-with/);
      assert.ok(![...(await contents(workbench)).keys()].some((path) => path.startsWith('docs/adr')));
    }, 20_000);
    await undoInExplorer(workbench, 'records');
    await eventually(async () => assert.deepEqual(await contents(workbench), before), 20_000);
  });
});

describe('A folder of 210 governed files', function () {
  this.timeout(240_000);
  let workbench: Workbench;

  const files: Record<string, string> = {
    'docs/adr/0001-a.md': `${accepted}affects:\n  - src/billing/** # all of it\n  - "src/ledger"\n---\n\n# A\n\n[seven](../../src/billing/f7.ts#L1), [all](<../../src/billing/>)\n`,
    // As a Windows editor writes it, with a byte order mark.
    'docs/adr/0002-b.md':
      '\uFEFF---\r\nstatus: accepted\r\naffects: [\'src/billing/f1.ts\', "!src/billing/test", lib]\r\n---\r\n\r\n# B\r\n',
    'docs/adr/0003-c.md': '---\nstatus: accepted\naffects:\n- type: path\n  pattern: src/billing\n---\n\n# C\n',
    'docs/adr/0004-other.md': `${accepted}affects: [src/**, "**/billing/**"]\n---\n\n# D\n`,
    'docs/adr/0005-both.md': `${accepted}affects: ["src/{billing,web}/**"]\n---\n\n# E\n`,
    'docs/adr/0006-block.md': `${accepted}affects: |\n  src/billing\n---\n\n# F\n`,
    'src/server.ts': 'export {};\n',
  };
  for (let number = 0; number < 210; number++) files[`src/billing/f${number}.ts`] = `export const n = ${number};\n`;

  before(async () => {
    workbench = await Workbench.openNew(files);
    await workbench.openFile('src/server.ts');
  });

  after(() => workbench.close());

  it('is followed by the records when it gets another name, and one undo brings everything back', async () => {
    const before = await contents(workbench);
    await rename(workbench, 'billing', 'payments', 'OK');
    // What cannot follow is named.
    await workbench.notification('docs/adr/0006-block.md still names src/billing');
    await eventually(async () => {
      const changes = await workbench.git('diff', '--unified=0', '--', 'docs');
      assert.deepEqual(
        changes.split('\n').filter((line) => /^[-+][^-+]/.test(line) || /^[-+]- /.test(line)),
        [
          '-  - src/billing/** # all of it',
          '+  - src/payments/** # all of it',
          '-[seven](../../src/billing/f7.ts#L1), [all](<../../src/billing/>)',
          '+[seven](../../src/payments/f7.ts#L1), [all](<../../src/payments/>)',
          '-affects: [\'src/billing/f1.ts\', "!src/billing/test", lib]\r',
          '+affects: [\'src/payments/f1.ts\', "!src/payments/test", lib]\r',
          '-  pattern: src/billing',
          '+  pattern: src/payments',
          '-affects: ["src/{billing,web}/**"]',
          '+affects: ["src/{payments,web}/**"]',
        ],
      );
    }, 30_000);
    const after = await contents(workbench);
    assert.equal([...after.keys()].filter((path) => path.startsWith('src/payments/')).length, 210);
    assert.equal(after.size, before.size);
    await eventually(async () => assert.equal(await workbench.page.locator('.tab.dirty').count(), 0));
    await undoInExplorer(workbench, 'payments');
    await eventually(async () => assert.deepEqual(await contents(workbench), before), 30_000);
    assert.equal(await workbench.git('status', '--porcelain'), '');
    await eventually(async () => assert.equal(await workbench.page.locator('.tab.dirty').count(), 0));
  });

  it('is listed below its decision as far as anybody reads', async () => {
    await workbench.show('Lead');
    await eventually(async () => {
      const rows = await workbench.rows('Decisions');
      assert.equal(rows.find(({ label }) => label === '3 C')?.description, '210 files');
    });
    await (await workbench.row('Decisions', '3 C')).locator('.monaco-tl-twistie').click();
    await (await workbench.row('Decisions', 'f0.ts')).waitFor();
    await (await workbench.pane('Decisions')).locator('.monaco-list').focus();
    await workbench.page.keyboard.press('End');
    await eventually(async () => {
      const rows = await workbench.rows('Decisions');
      const last = rows.findIndex(({ label }) => label === 'and 10 more');
      assert.equal(rows[last - 1]?.label, 'f199.ts');
    });
    await workbench.page.locator('.activitybar').getByRole('tab', { name: 'Explorer' }).click();
  });

  it('leaves the records alone when the changes are skipped', async () => {
    await rename(workbench, 'billing', 'payments', 'Skip Changes');
    await eventually(async () => {
      assert.match(await workbench.git('status', '--porcelain'), /src\/payments\//);
    });
    assert.equal(await workbench.git('diff', '--', 'docs'), '');
    await undoInExplorer(workbench, 'payments');
    await eventually(async () => assert.equal(await workbench.git('status', '--porcelain'), ''), 30_000);
  });
});

describe('A window in which nobody looks', function () {
  this.timeout(120_000);

  it('reads no record, until code is opened', async function () {
    const folder = join(await mkdtemp(join(tmpdir(), 'lh-')), 'billing');
    await makeFolder(folder, small);
    const record = join(folder, 'docs/adr/0002-count-money-in-cents.md');
    const git = (...args: string[]) => promisify(execFile)('git', args, { cwd: folder });
    const [old, written] = [new Date('2020-01-01'), new Date('2021-01-01')];
    const forget = () => utimes(record, old, written);
    // Git reads a file whose inode has changed, or that is as young as its index, to compare it.
    await git('config', 'core.trustctime', 'false');
    await forget();
    await git('update-index', '--really-refresh');
    await forget();
    const wasRead = async () => (await stat(record)).atimeMs > old.getTime();
    await forget();
    await readFile(record);
    // Some file systems do not say when a file was read.
    if (!(await wasRead())) this.skip();
    await forget();
    const workbench = await Workbench.open(folder);
    workbench.deleteAtEnd.push(dirname(folder));
    // It runs, because the folder has records, and has looked at none.
    await workbench.run('Developer: Show Running Extensions');
    await workbench.page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Lead Habits' }).waitFor();
    await workbench.page.keyboard.press('Escape');
    assert.equal(await wasRead(), false);
    await workbench.openFile('src/billing/money.ts');
    await eventually(async () => assert.equal(await wasRead(), true), 20_000);
  });
});
