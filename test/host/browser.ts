import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { HumanError } from '../../src/humanError.ts';

/**
 * Starts a headless Chromium: the one that `LEAD_HABITS_BROWSER` names, an installed Chrome, Edge or Chromium, or the one
 * in the npm package `@sparticuz/chromium` (Linux x64).
 *
 * @throws HumanError when there is none.
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ ...(await browserExecutable()), args });
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
