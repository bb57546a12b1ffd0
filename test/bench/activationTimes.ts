import type { Page } from 'playwright-core';

/** What VS Code counts for an extension, in whole milliseconds. */
export interface ActivationTimes {
  /** Reading and running its modules. */
  readonly load: number;
  /** Its `activate()`, and what that leaves to be awaited. */
  readonly activate: number;
}

/**
 * The times of all extensions that are active, by their ids, from the table in "Developer: Startup Performance".
 *
 * @throws Error where the document is not as it was in VS Code 1.139.
 */
export async function readActivationTimes(page: Page): Promise<Map<string, ActivationTimes>> {
  const title = 'Startup Performance';
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget .quick-input-box input').fill(`>Developer: ${title}`);
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: title }).first().click();
  const lines = page.locator('.editor-group-container.active .monaco-editor .view-lines');
  await lines.getByText('System Info').first().waitFor();
  // The numbers come a little later than the document.
  for (let attempt = 0; attempt < 20; attempt++) {
    await lines.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    const times = parse(await page.evaluate('navigator.clipboard.readText()'));
    if (times.size) return times;
    await page.waitForTimeout(250);
  }
  throw new Error(`"${title}" has no table of extensions`);
}

/** `| Extension | Eager | Load Code | Call Activate | Finish Activate | Event | By |` */
function parse(text: string): Map<string, ActivationTimes> {
  const times = new Map<string, ActivationTimes>();
  const table = /## Extension Activation Stats\n+([\s\S]*?)\n\n/.exec(text)?.[1] ?? '';
  for (const line of table.split('\n').slice(2)) {
    const [, id = '', , load, call, finish] = line.split('|').map((cell) => cell.trim());
    times.set(id.toLowerCase(), { load: Number(load), activate: Number(call) + Number(finish) });
  }
  return times;
}
