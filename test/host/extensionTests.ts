import { appendFileSync } from 'node:fs';
import { appendFile, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { temporaryFolder } from './folders.ts';
import type { Host } from './provision.ts';
import { type Server, startServer, writeSettings } from './server.ts';

export interface ExtensionTests {
  /** The extension's own folder, the tests' module and the folder that is opened: absolute paths. */
  readonly extension: string;
  readonly tests: string;
  readonly folder: string;
  /** Where what the workbench and the extensions logged is added. */
  readonly log: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** After so many milliseconds the run is given up. */
  readonly timeout?: number;
}

/**
 * Runs extension tests as desktop VS Code does for `--extensionTestsPath`, in the extension host of a workbench that
 * a headless browser shows.
 *
 * @returns the tests' exit code; 1 when the page ended or the time was up before they did.
 */
export async function runExtensionTests(host: Host, run: ExtensionTests): Promise<number> {
  await mkdir(dirname(run.log), { recursive: true });
  const data = temporaryFolder();
  let server: Server | undefined;
  let browser: Browser | undefined;
  try {
    await writeSettings(data, {});
    server = await startServer(host, {
      data,
      extensions: join(data, 'extensions'),
      trusted: true,
      tests: true,
      environment: run.environment ?? {},
    });
    browser = await launchBrowser();
    return await exitCode(browser, server, run);
  } finally {
    await browser?.close();
    await server?.stop();
    if (server) await appendFile(run.log, server.log());
    await rm(data, { recursive: true, force: true });
  }
}

async function exitCode(browser: Browser, server: Server, run: ExtensionTests): Promise<number> {
  const log = (line: string) => appendFileSync(run.log, `${line}\n`);
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
    log(`${type}: ${args.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ')}`);
  });
  return new Promise<number>((resolve, reject) => {
    const giveUp = (reason: string) => {
      log(reason);
      console.error(reason);
      resolve(1);
    };
    const timer = setTimeout(() => giveUp('The tests did not end in time.'), run.timeout ?? 300_000);
    page.on('crash', () => giveUp("The workbench's page crashed."));
    page.on('close', () => clearTimeout(timer));
    page
      .exposeFunction('codeAutomationExit', (code: number) => resolve(code))
      .then(() => page.goto(testsAddress(server.port, run)))
      .catch(reject);
  });
}

function testsAddress(port: number, { extension, tests, folder }: ExtensionTests): string {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${uriPath(path)}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(tests)],
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({ folder: uriPath(folder), payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query}`;
}

/** A path as a URI has it: `C:\code` is `/C:/code`. */
export function uriPath(path: string): string {
  const slashes = path.replaceAll('\\', '/');
  return slashes.startsWith('/') ? slashes : `/${slashes}`;
}
