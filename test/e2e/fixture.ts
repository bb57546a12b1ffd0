import { mkdirSync, rmSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { HumanError } from '../../src/humanError.ts';
import { results, root, temporaryFolder } from '../host/folders.ts';
import { type Host, provision } from '../host/provision.ts';
import { installExtension } from '../host/server.ts';
import { packageExtension } from '../host/vsix.ts';

/** What failed tests and tests of the looks leave to be looked at. */
export const pictures = join(results, 'e2e');

/** Where the packaged extension is installed, for the processes that run specs side by side. */
const variable = 'LEAD_HABITS_E2E_FIXTURE';

/** Mocha's global set-up, once for all specs and processes: the host, and the packaged extension installed in a folder. */
export async function mochaGlobalSetup(): Promise<void> {
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const folder = temporaryFolder();
  try {
    const [host, vsix] = await Promise.all([provision(), packageExtension()]);
    await installExtension(host, vsix, { data: join(folder, 'data'), extensions: join(folder, 'extensions') });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if (error instanceof HumanError) error.message += `\n${error.detail ?? ''}`;
    throw error;
  }
  process.env[variable] = folder;
}

export async function mochaGlobalTeardown(): Promise<void> {
  const folder = process.env[variable];
  if (folder) await rm(folder, { recursive: true, force: true });
}

/** The host, and the folder in which our extension is installed. */
export async function fixture(): Promise<{ readonly host: Host; readonly extensions: string }> {
  const folder = process.env[variable];
  if (!folder) throw new Error('Run the specs with --require test/e2e/fixture.ts.');
  return { host: await provision(), extensions: join(folder, 'extensions') };
}

/** A folder of installed extensions: ours and others of test/host/. @param data where it is made. */
export async function withOthers(names: readonly string[], data: string): Promise<string> {
  const { host, extensions: ours } = await fixture();
  const extensions = join(data, 'extensions');
  await cp(ours, extensions, { recursive: true });
  for (const name of names) {
    const vsix = await packageExtension(join(root, 'test', 'host', name));
    await installExtension(host, vsix, { data, extensions });
  }
  return extensions;
}
