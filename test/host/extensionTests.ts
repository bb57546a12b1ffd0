import { appendFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { openPage } from './browser.ts';
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
  /** After so many milliseconds the run is given up: what hangs ends, also on a machine that is busy. */
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
  let page: Page | undefined;
  const log = (line: string) => appendFileSync(run.log, `${line}\n`);
  try {
    await writeSettings(data, {});
    server = await startServer(host, {
      data,
      extensions: join(data, 'extensions'),
      trusted: true,
      tests: true,
      environment: run.environment ?? {},
    });
    const ended = new Run(log);
    page = await openPage(
      testsAddress(server.port, run),
      { viewport: { width: 1400, height: 900 } },
      async (page) => {
        await page.exposeFunction('codeAutomationExit', (code: number) => ended.with(code));
        await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
          log(`${type}: ${args.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ')}`);
        });
      },
      (page) => page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 }),
    );
    page.on('crash', () => ended.without("The workbench's page crashed."));
    page.on('close', () => ended.without('The browser ended before the tests did.'));
    const timer = setTimeout(() => ended.without('The tests did not end in time.'), run.timeout ?? 1_200_000);
    return await ended.code.finally(() => clearTimeout(timer));
  } finally {
    await page?.context().browser()?.close();
    await server?.stop();
    if (server) log(server.log());
    await rm(data, { recursive: true, force: true });
  }
}

/** How a run ends: with the tests' exit code, or without one. What comes first counts. */
class Run {
  readonly code: Promise<number>;
  private settle: ((code: number) => void) | undefined;
  private readonly log: (line: string) => void;

  constructor(log: (line: string) => void) {
    this.log = log;
    this.code = new Promise((resolve) => {
      this.settle = resolve;
    });
  }

  with(code: number): void {
    this.settle?.(code);
    this.settle = undefined;
  }

  without(reason: string): void {
    if (!this.settle) return;
    this.log(reason);
    console.error(reason);
    this.with(1);
  }
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
