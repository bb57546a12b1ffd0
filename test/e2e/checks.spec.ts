import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { eventually } from '../eventually.ts';
import { put, type Theme, Workbench } from './workbench.ts';

const folder = 'docs/decisions';
const faulty = `---
status: accepted
date: 2026-02-30
decision-makers: [Ana Ruiz]
affects: [src/billing/**, src/gone/**]
---

# Cap retries per tenant

Supersedes: [2. Count money in cents](0002-count-money-in-cents.md)

## Context

As in [the budget](0009-retry-budget.md).

## Options

### A budget per tenant

## Recommendation

{Which option, and because of what.}

## Risks
`;

/** The rows of the Problems view for the files that are open, as they are read. */
async function problems(workbench: Workbench): Promise<string[]> {
  const panel = workbench.page.locator('.markers-panel');
  if (!(await panel.isVisible())) await workbench.page.keyboard.press('Control+Shift+M');
  await panel.waitFor();
  const rows = await panel.locator('.monaco-list-row .marker-message-line').allInnerTexts();
  return rows.map((row) => row.trim());
}

describe('checks of a record', () => {
  let workbench: Workbench;
  const squiggles = (): Locator => workbench.editor.locator('[class*="squiggly-"]');

  before(async () => {
    workbench = await Workbench.openSample();
    await put(join(workbench.folder, folder, '0006-cap-retries.md'), faulty);
    await put(join(workbench.folder, folder, '0007-beside.md'), faulty.replace('tenant', 'country'));
    await workbench.git('add', '--all');
    await workbench.git('commit', '--quiet', '--message', 'Records of others');
  });
  after(() => workbench.close());

  it('are silent in a record of others, until somebody edits it', async () => {
    await workbench.openFile(`${folder}/0006-cap-retries.md`);
    await workbench.openFile(`${folder}/0007-beside.md`);
    await workbench.goTo(14, 1);
    await workbench.type('Partly. ');
    await squiggles().first().waitFor();
    await workbench.screenshot('checks-squiggles');
    await workbench.page.locator('.tab', { hasText: '0006-cap-retries.md' }).click();
    await eventually(async () => assert.match(await workbench.editorText(), /Cap retries per tenant/));
    assert.deepEqual(await squiggles().count(), 0);
    const files = workbench.page.locator('.markers-panel .resource-label-container, .markers-panel .monaco-icon-label');
    await problems(workbench);
    await eventually(async () => assert.match((await files.allInnerTexts()).join(' '), /0007-beside/));
    assert.doesNotMatch((await files.allInnerTexts()).join(' '), /0006-cap-retries/);
  });

  it('say what is wrong, where, in one sentence each', async () => {
    const found = await problems(workbench);
    await workbench.screenshot('checks-problems');
    for (const sentence of [
      '2026-02-30 is no day of the calendar. Check month and day.',
      'No file matches src/gone/**. Name where the code is now.',
      'This record supersedes 0002-count-money-in-cents.md, which does not say so: its status is accepted.',
      'There is no docs/decisions/0009-retry-budget.md.',
      'Nobody has filled this in yet: {Which option, and because of what.}',
      'This section is empty. Say what may go wrong, and how you would notice.',
    ]) {
      assert.ok(
        found.some((row) => row.includes(sentence)),
        `${sentence}\n${found.join('\n')}`,
      );
    }
  });

  it('are mended by Ctrl+. in one step, which Ctrl+Z takes back', async () => {
    await workbench.openFile(`${folder}/0007-beside.md`);
    await workbench.goTo(3, 8);
    await fix('Change to 2026-02-28', 'checks-fix');
    await eventually(async () => assert.match(await workbench.editorText(), /date: 2026-02-28/));
    await workbench.page.keyboard.press('Control+Z');
    await eventually(async () => assert.match(await workbench.editorText(), /date: 2026-02-30/));
  });

  it('mend another record where it is the one to change', async () => {
    await workbench.openFile(`${folder}/0007-beside.md`);
    await workbench.goTo(10, 20);
    await fix('Mark 0002-count-money-in-cents.md as Superseded');
    await workbench.openFile(`${folder}/0002-count-money-in-cents.md`);
    await eventually(async () =>
      assert.match(await workbench.editorText(), /status: .*superseded by .*0007-beside\.md/),
    );
    await workbench.screenshot('checks-other-record');
    await workbench.save();
    await workbench.openFile(`${folder}/0007-beside.md`);
    await eventually(async () => {
      assert.ok(!(await problems(workbench)).some((row) => row.includes('which does not say so')));
    });
  });

  it('follow the severity that a setting gives them', async () => {
    await workbench.openFile(`${folder}/0007-beside.md`);
    await put(
      join(workbench.folder, '.vscode/settings.json'),
      JSON.stringify({ 'leadHabits.checks.severity': { 'impossible-date': 'off', 'broken-link': 'error' } }),
    );
    await eventually(async () => {
      const found = await problems(workbench);
      assert.ok(!found.some((row) => row.includes('no day of the calendar')), found.join('\n'));
      assert.ok(found.some((row) => row.includes('There is no docs/decisions/0009-retry-budget.md')));
    });
    await workbench.editor.locator('.squiggly-error').first().waitFor();
    await put(join(workbench.folder, '.vscode/settings.json'), JSON.stringify({ 'leadHabits.checks.enable': 'never' }));
    await squiggles().first().waitFor({ state: 'detached' });
  });

  /** Chooses from what Ctrl+. offers. */
  async function fix(title: string, picture?: string): Promise<void> {
    const { page } = workbench;
    const action = page.locator('.action-widget .monaco-list-row', { hasText: title });
    // Findings come a moment after the text.
    await eventually(async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+.');
      await action.waitFor({ timeout: 2000 });
    });
    if (picture) await workbench.screenshot(picture);
    await action.click();
  }
});

describe('checks in every theme', () => {
  for (const theme of ['dark', 'high-contrast'] satisfies Theme[]) {
    it(`are seen in ${theme}`, async () => {
      const workbench = await Workbench.openSample({ theme, settings: { 'leadHabits.checks.enable': 'always' } });
      await put(join(workbench.folder, folder, '0006-cap-retries.md'), faulty);
      await workbench.openFile(`${folder}/0006-cap-retries.md`);
      await workbench.editor.locator('.squiggly-error').first().waitFor();
      await workbench.goTo(3, 8);
      await workbench.run('Show or Focus Hover');
      await workbench.page.locator('.monaco-hover', { hasText: 'impossible-date' }).first().waitFor();
      await workbench.screenshot(`checks-${theme}`);
    });
  }
});
