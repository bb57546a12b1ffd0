import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { HumanError } from '../../src/humanError.ts';
import { cache } from '../host/folders.ts';
import { npm } from '../host/npm.ts';

const quiet = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--omit=dev', '--loglevel=error'];

/**
 * Loads another project's npm package, which is installed into `.vscode-test/peers/` once. The marker `complete` is
 * written last, so that an interrupted installation is done again.
 *
 * @returns what the package exports.
 * @throws HumanError when the npm registry does not answer or does not have the version, or the package cannot be loaded.
 */
export async function loadPeer(
  name: string,
  version: string,
  say: (line: string) => void = console.log,
): Promise<unknown> {
  const folder = join(cache, 'peers', `${name.replace(/^@/, '').replace('/', '-')}-${version}`);
  const marker = join(folder, 'complete');
  if (!existsSync(marker)) {
    const start = performance.now();
    say(`Installing ${name} ${version} into ${folder} (once)`);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
    try {
      await npm([...quiet, '--no-package-lock', '--prefix', folder, `${name}@${version}`], folder);
    } catch (error) {
      if (!(error instanceof HumanError)) throw error;
      const detail = `${error.message}\n${error.detail ?? ''}`.trim();
      throw new HumanError('{0} could not be installed. Check that "npm ping" answers.', [name], detail);
    }
    await writeFile(marker, '');
    say(`Installed in ${Math.round((performance.now() - start) / 1000)} s`);
  }
  try {
    return createRequire(join(folder, 'package.json'))(name);
  } catch (error) {
    throw new HumanError('{0} does not run here. Delete {1} to install it anew.', [name, folder], String(error));
  }
}
