import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/folders.ts';
import { makeManyRecords } from './manyRecords.ts';
import { Workbench } from './workbench.ts';

/** Types into the open search, and waits until its first row is this one. */
async function find(workbench: Workbench, words: string, first: string): Promise<void> {
  await workbench.page.locator('.quick-input-box input').fill(words);
  const row = workbench.page.locator('.quick-input-list .monaco-list-row[data-index="0"]');
  await row.locator('.quick-input-list-row:first-child .label-name', { hasText: first }).waitFor();
}

describe('Find Decision', function () {
  this.timeout(120_000);
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.openSample();
    await workbench.show('Lead');
  });
  after(() => workbench.close());

  it('finds by any words, shows where they stand, and opens the record there', async () => {
    await workbench.run('Lead: Find Decision');
    await find(workbench, 'jitter', '4 Retry with backoff');
    const detail = workbench.page.locator('.quick-input-list .monaco-list-row').first();
    assert.match(await detail.innerText(), /jitter/i);
    await workbench.screenshot('find-decision');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab.active', { hasText: '0004-retry-with-backoff.md' }).waitFor();
    await workbench.page.locator('.editor-instance .cursor').first().waitFor();
    const line = Number(/Ln (\d+)/.exec((await workbench.statusBar()).join(' '))?.[1]);
    const text = (await workbench.read('docs/decisions/0004-retry-with-backoff.md')).split('\n')[line - 1] ?? '';
    assert.match(text, /jitter/i);
  });

  it('opens to the side with Ctrl+Enter', async () => {
    await workbench.openFile('README.md');
    await workbench.run('Lead: Find Decision');
    await find(workbench, 'cents', '2 Count money in cents');
    await workbench.page.keyboard.press('Control+Enter');
    await workbench.page.locator('.tab.active', { hasText: '0002-count-money-in-cents.md' }).waitFor();
    assert.equal(await workbench.page.locator('.editor-group-container').count(), 2);
  });

  it('knows a record as soon as it is written, and shows its signs as they are', async () => {
    await workbench.run('Lead: Find Decision');
    await find(workbench, 'cents', '2 Count money in cents');
    await workbench.page.keyboard.press('Escape');
    await writeFile(join(workbench.folder, 'docs/decisions/0006-x.md'), '# Keep $(trash) out of the quokka\n');
    await (await workbench.row('Decisions', '6 Keep $(trash) out of the quokka')).waitFor();
    await workbench.run('Lead: Find Decision');
    await find(workbench, 'quokka', '6 Keep $(trash) out of the quokka');
  });

  it('ranks a thousand records as fast as one types', async () => {
    const folder = join(temporaryFolder(), 'many');
    await mkdir(folder, { recursive: true });
    await makeManyRecords(folder, 1000);
    const window = await Workbench.open(folder);
    window.deleteAtEnd.push(join(folder, '..'));
    await window.run('Lead: Find Decision');
    const begun = performance.now();
    await find(window, 'token777', '777 The ledger no longer needs Postgres');
    const figures = [Math.round(performance.now() - begun)];
    for (const words of ['token888', 'token12', 'token123']) {
      const start = performance.now();
      await find(window, words, words.replace('token', ''));
      figures.push(Math.round(performance.now() - start));
    }
    console.log(`      the first search, with its index: ${figures[0]} ms; then ${figures.slice(1).join(', ')} ms`);
    await find(window, '1000', '1000 ');
    await window.screenshot('find-thousand');
  });
});
