import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type LaunchOptions, type Page } from 'playwright-core';
import { HumanError } from '../../src/humanError.ts';

/**
 * Starts a headless Chromium: the one that `LEAD_HABITS_BROWSER` names, an installed Chrome, Edge or Chromium, or the one
 * in the npm package `@sparticuz/chromium` (Linux x64).
 *
 * @throws HumanError when there is none.
 */
async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ ...(await browserExecutable()), args });
}

/**
 * Opens an address in a browser of its own, and waits until it is ready. Closing `page.context().browser()` ends it.
 *
 * Chromium's packaged build sometimes ends by itself while it loads its first page, about once in twenty times. Then, and for
 * no other reason, another browser is started, twice at most.
 *
 * @param prepare sees the page before it loads.
 */
export async function openPage(
  address: string,
  context: BrowserContextOptions,
  prepare: (page: Page) => Promise<void>,
  ready: (page: Page) => Promise<void>,
): Promise<Page> {
  for (let more = 2; ; more--) {
    const browser = await launchBrowser();
    try {
      const page = await (await browser.newContext(context)).newPage();
      await prepare(page);
      // Not goto(): when the browser ends during it, Playwright throws where nobody can catch.
      await page.evaluate(`setTimeout(() => location.assign(${JSON.stringify(address)}))`);
      await ready(page);
      return page;
    } catch (error) {
      const ended = !browser.isConnected();
      await browser.close();
      if (!ended || more === 0) throw error;
      console.error('The browser ended while it loaded the page. Starting another.');
    }
  }
}

const args = [
  // Chromium refuses its sandbox to root, and containers rarely allow it. It sees pages from this machine only.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function browserExecutable(): Promise<LaunchOptions> {
  const named = process.env.LEAD_HABITS_BROWSER;
  const installed = named ? named : candidates().find((path) => existsSync(path));
  if (installed) return { executablePath: installed };
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: packaged } = await import('@sparticuz/chromium');
    return { executablePath: await packaged.executablePath() };
  }
  throw new HumanError('No browser was found. Install Chrome, Edge or Chromium, or name one in LEAD_HABITS_BROWSER.');
}

function candidates(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].map((name) => process.env[name] ?? '');
    return ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].flatMap((path) =>
      folders.map((folder) => join(folder, path)),
    );
  }
  const names = ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chromium', 'chromium-browser'];
  return names.map((name) => `/usr/bin/${name}`);
}
