import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openPage } from '../host/browser.ts';
import { uriPath } from '../host/extensionTests.ts';
import { temporaryFolder } from '../host/folders.ts';
import { provision } from '../host/provision.ts';
import { makeSample } from '../host/sample.ts';
import { installExtension, startServer, writeSettings } from '../host/server.ts';
import { packageExtension } from '../host/vsix.ts';
import { type ActivationTimes, readActivationTimes } from './activationTimes.ts';
import { emptyId, emptyView, packageEmptyExtension } from './emptyExtension.ts';
import { median } from './measure.ts';
import type { Row } from './row.ts';

const ownId = 'lead-habits.lead-habits';
const ownView = 'Lead';
const starts = 5;

/**
 * Loading and activating the extension in VS Code, as VS Code counts it, against an extension that does nothing. Each
 * start is a new window in which both are activated by opening their views, one after the other.
 */
export async function activation(): Promise<Row> {
  const folder = temporaryFolder();
  const server = { data: join(folder, 'data'), extensions: join(folder, 'extensions'), trusted: true };
  const sample = join(folder, 'billing');
  try {
    const [host, own, empty] = await Promise.all([
      provision(undefined, () => undefined),
      packageExtension(),
      packageEmptyExtension(join(folder, 'empty')),
      makeSample(sample),
    ]);
    for (const vsix of [own, empty]) await installExtension(host, vsix, server);
    await writeSettings(server.data, {});
    const { address, stop } = await startServer(host, server);
    try {
      const windows: Map<string, ActivationTimes>[] = [];
      for (let start = 0; start < starts; start++) {
        const views = start % 2 ? [ownView, emptyView] : [emptyView, ownView];
        windows.push(await startWindow(address, sample, views));
      }
      return row(windows);
    } finally {
      await stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Opens a new window of a browser that remembers nothing, and in it the views. */
async function startWindow(address: string, folder: string, views: readonly string[]) {
  const page = await openPage(
    `${address}/?${new URLSearchParams({ folder: uriPath(folder) })}`,
    { viewport: { width: 1280, height: 900 } },
    async (page) => {
      page.setDefaultTimeout(60_000);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address });
    },
    // The branch's name says that the extension host is up and the extensions that start by themselves have started.
    (page) => page.locator('.statusbar-item', { hasText: 'main' }).waitFor(),
  );
  try {
    for (const view of views) {
      await page.waitForTimeout(1000);
      await page.locator('.activitybar').getByRole('tab', { name: view }).click();
      await page.locator('.sidebar .title-label', { hasText: new RegExp(`^${view}`, 'i') }).waitFor();
    }
    await page.waitForTimeout(1000);
    return await readActivationTimes(page);
  } finally {
    await page.context().browser()?.close();
  }
}

function row(windows: readonly Map<string, ActivationTimes>[]): Row {
  const of = (id: string) => {
    const times = windows.map((window) => window.get(id) ?? { load: Number.NaN, activate: Number.NaN });
    const [load, activate] = [median(times.map((each) => each.load)), median(times.map((each) => each.activate))];
    return { load, activate, both: median(times.map((each) => each.load + each.activate)) };
  };
  const [own, empty] = [of(ownId), of(emptyId)];
  const parts = ({ load, activate }: typeof own) => `${load} + ${activate}`;
  return {
    name: `activation: load + activate, ${parts(own)} ms against ${parts(empty)}`,
    ours: `${own.both} ms`,
    peer: `${empty.both} ms`,
    // VS Code counts whole milliseconds, and an empty extension may well take none.
    ratio: own.both / Math.max(1, empty.both),
    limit: undefined,
  };
}
