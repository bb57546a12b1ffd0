import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/folders.ts';
import { makeManyRecords } from './manyRecords.ts';
import { type Theme, Workbench } from './workbench.ts';

/** Opens the log, and waits until it shows records, all of them. */
async function openLog(workbench: Workbench) {
  await workbench.run('Lead: Open Decision Log');
  const log = workbench.webview;
  const clear = log.getByRole('button', { name: 'Clear Filters' });
  await log.locator('.row').or(clear).first().waitFor();
  if (await clear.isVisible()) await clear.click();
  await log.locator('.row').first().waitFor();
  return log;
}

/** How well a colour is read on another, as WCAG measures it: 4.5 is enough for text. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the decision log', function () {
  this.timeout(120_000);
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.openSample();
  });
  after(() => workbench.close());

  it('shows records by month with an arc from each to the one that it supersedes', async () => {
    const log = await openLog(workbench);
    assert.equal(await log.locator('.count').innerText(), '5 decisions');
    assert.deepEqual(await log.locator('.mark text').allTextContents(), [
      '1 Decide in writing',
      '2 Count money in cents',
      '3 Retry three times',
      '4 Retry with backoff',
      '5 Move to Postgres 17',
    ]);
    assert.equal(await log.locator('.months b').first().innerText(), 'May 2026');
    assert.equal(await log.locator('.arc.supersedes').count(), 1);
    // Told apart without colour: a filled disc, an open one, a diamond.
    const shapes = await log.locator('.mark .shape').evaluateAll((all) => all.map((each) => each.getAttribute('d')));
    assert.equal(new Set(shapes).size, 3);
  });

  it('is used from the keyboard: search, arrows, Enter', async () => {
    const log = await openLog(workbench);
    await workbench.page.keyboard.press('/');
    await log.locator('input[type=search]').focus();
    await workbench.type('retry');
    await log.locator('.count', { hasText: '2 of 5 decisions' }).waitFor();
    await workbench.page.keyboard.press('ArrowDown');
    await log.locator('.details', { hasText: '4 Retry with backoff' }).waitFor();
    assert.match(await log.locator('.details').innerText(), /supersedes\s+3 Retry three times/);
    await workbench.page.keyboard.press('ArrowDown');
    await log.locator('.details', { hasText: 'superseded by' }).waitFor();
    const list = log.getByRole('listbox', { name: 'Decisions, newest first' });
    const active = await list.getAttribute('aria-activedescendant');
    assert.match(
      (await log.locator(`#${active}`).getAttribute('aria-label')) ?? '',
      /^3 Retry three times, Superseded, .*2026, Raj Patel, .*superseded by 4 Retry with backoff$/,
    );
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab.active', { hasText: '0003-retry-three-times.md' }).waitFor();
  });

  it('moves in time with Left and Right, along the timeline', async () => {
    const log = await openLog(workbench);
    const timeline = log.getByRole('listbox', { name: 'Timeline' });
    await timeline.focus();
    for (const [key, title] of [
      ['End', '5 Move to Postgres 17'],
      ['ArrowLeft', '4 Retry with backoff'],
      ['Home', '1 Decide in writing'],
      ['ArrowRight', '2 Count money in cents'],
      ['ArrowUp', /./],
    ] as const) {
      await workbench.page.keyboard.press(key);
      await log.locator('.details h2', { hasText: title }).waitFor();
    }
    assert.equal(await timeline.locator('[aria-selected=true]').count(), 1);
  });

  it('filters by status and person, and says how many are left', async () => {
    const log = await openLog(workbench);
    await log.getByRole('button', { name: 'Accepted' }).click();
    await log.locator('.count', { hasText: '3 of 5 decisions' }).waitFor();
    assert.equal(await log.getByRole('button', { name: 'Accepted' }).getAttribute('aria-pressed'), 'true');
    await log.getByLabel('Person').selectOption('Ana Ruiz');
    await log.locator('.count', { hasText: '2 of 5 decisions' }).waitFor();
    assert.equal(await log.getByRole('status').innerText(), '2 of 5 decisions');
    await log.getByRole('button', { name: 'Clear Filters' }).click();
    await log.locator('.count', { hasText: /^5 decisions$/ }).waitFor();
  });

  it('follows the files, finds words of bodies, and keeps what was chosen while it is hidden', async () => {
    const log = await openLog(workbench);
    const path = join(workbench.folder, 'docs/decisions/0006-x.md');
    await writeFile(
      path,
      '---\nstatus: proposed\ndate: 2026-11-19\n---\n\n# Sixth\n\n## Context\n\nThe quokka decides.\n',
    );
    await log.locator('.row', { hasText: 'Sixth' }).waitFor();
    await log.locator('input[type=search]').fill('quokka');
    await log.locator('.count', { hasText: '1 of 6 decisions' }).waitFor();
    await workbench.page.keyboard.press('ArrowDown');
    await log.locator('.details', { hasText: 'Sixth' }).waitFor();
    // A page behind another tab is taken down, and made anew.
    await workbench.openFile('README.md');
    await workbench.page.locator('.tab', { hasText: 'Decision Log' }).click();
    await log.locator('.count', { hasText: '1 of 6 decisions' }).waitFor();
    assert.equal(await log.locator('input[type=search]').inputValue(), 'quokka');
    await log.locator('.details', { hasText: 'Sixth' }).waitFor();
    await rm(path);
    await log.locator('.count', { hasText: 'No decision has these words and filters.' }).waitFor();
    await log.getByRole('button', { name: 'Clear Filters' }).click();
    await log.locator('.count', { hasText: /^5 decisions$/ }).waitFor();
  });

  it('comes back when the window is loaded again, and is never there twice', async () => {
    const window = await Workbench.openSample();
    const log = await openLog(window);
    await window.reload('mainThreadWebview-leadHabits.log');
    // The extension starts again before it fills the page.
    await log.locator('.row', { hasText: 'Retry with backoff' }).waitFor({ timeout: 45_000 });
    await window.run('Lead: Open Decision Log');
    await window.openFile('README.md');
    assert.equal((await window.tabs()).filter((tab) => tab === 'Decision Log').length, 1);
  });

  it('runs nothing of what a record says', async () => {
    const title = '\\<script>document.title="owned"\\</script>\\<img src=x onerror=alert(1)> "q" \u202eRTL';
    const people = `["\\"><img src=x onerror=alert(2)>"]`;
    const path = join(workbench.folder, 'docs/decisions/0007-x.md');
    await writeFile(path, `---\nstatus: accepted\ndate: 2026-11-19\ndecision-makers: ${people}\n---\n\n# ${title}\n`);
    const log = await openLog(workbench);
    await log.locator('.row', { hasText: '<script>document.title="owned"</script><img src=x' }).click();
    await log.locator('.details h2', { hasText: '<script>' }).waitFor();
    assert.equal(await log.locator('img, .row script, .details script, .timeline script').count(), 0);
    assert.equal(await log.locator('html').evaluate((page) => page.ownerDocument.title), 'Decision Log');
    await rm(path);
    await log.locator('.count', { hasText: /^5 decisions$/ }).waitFor();
  });

  it('can be read with text twice as large', async () => {
    const log = await openLog(workbench);
    await log.locator('body').evaluate((body) => {
      body.style.fontSize = '26px';
    });
    await workbench.page.setViewportSize({ width: 1281, height: 900 });
    await log.locator('.row').first().click();
    const wider = await log.locator('html').evaluate((page) => page.scrollWidth - page.clientWidth);
    assert.equal(wider, 0, 'nothing is cut off at the side');
    const label = await log
      .locator('.mark text')
      .first()
      .evaluate((text) => Number.parseFloat(text.ownerDocument.defaultView.getComputedStyle(text).fontSize));
    assert.equal(label, 26);
    await workbench.screenshot('log-200-percent');
    await log.locator('body').evaluate((body) => body.style.removeProperty('font-size'));
  });

  for (const theme of ['light', 'dark', 'high-contrast'] as const satisfies readonly Theme[]) {
    it(`takes its colours from the theme: ${theme}`, async () => {
      const window = await Workbench.openSample({ theme });
      const log = await openLog(window);
      await log.locator('.row', { hasText: 'Retry with backoff' }).click();
      const [ground = '', editor = ''] = await log.locator('body').evaluate((body): string[] => {
        const style = body.ownerDocument.defaultView.getComputedStyle(body);
        return [style.backgroundColor, style.getPropertyValue('--vscode-editor-background')];
      });
      const numbers = (editor.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => Number.parseInt(pair, 16));
      assert.equal(ground, `rgb(${numbers.slice(0, 3).join(', ')})`);
      const [ink = '', chosen = ''] = await log.locator('.row.selected').evaluate((row): string[] => {
        const style = row.ownerDocument.defaultView.getComputedStyle(row);
        return [style.color, style.backgroundColor];
      });
      const behind = chosen === 'rgba(0, 0, 0, 0)' ? ground : chosen;
      assert.ok(contrast(ink, behind) >= 4.5, `${ink} on ${behind}`);
      await window.screenshot(`log-${theme}`);
    });
  }

  it('shows a thousand records, of which only those near the visible ones are drawn', async () => {
    const folder = join(temporaryFolder(), 'many');
    await mkdir(folder, { recursive: true });
    await makeManyRecords(folder, 1000);
    const window = await Workbench.open(folder, { theme: 'dark' });
    window.deleteAtEnd.push(join(folder, '..'));
    const log = await openLog(window);
    await log.locator('.count', { hasText: '1000 decisions' }).waitFor();
    assert.ok((await log.locator('.row').count()) < 100);
    assert.ok((await log.locator('.mark').count()) < 400);
    await log.locator('input[type=search]').focus();
    await window.type('token777');
    await log.locator('.count', { hasText: '1 of 1000 decisions' }).waitFor();
    await window.screenshot('log-thousand');
    const figures = await log.locator('body').evaluate(() => {
      const durations = (name: string) => performance.getEntriesByName(name).map((entry) => Math.round(entry.duration));
      return { paint: durations('log.paint'), search: durations('log.search') };
    });
    assert.ok(figures.paint.length && figures.search.length);
    console.log(`      first paint ${figures.paint[0]} ms, search per key ${figures.search.join(', ')} ms`);
    await log.getByRole('button', { name: 'Clear Filters' }).click();
    await log.getByRole('listbox', { name: 'Timeline' }).focus();
    await window.page.keyboard.press('Home');
    await log.locator('.mark.selected', { hasText: /^1 / }).waitFor();
  });
});
