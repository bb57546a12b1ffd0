import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { HumanError } from '../../src/humanError.ts';
import { root } from './folders.ts';

/**
 * Packages an extension as it is published; ours is built before.
 *
 * @param folder the extension's own, absolute.
 * @returns the package's path.
 * @throws HumanError with the packager's words.
 */
export async function packageExtension(folder: string = root): Promise<string> {
  const vsix = join(root, 'out', `${folder === root ? 'lead-habits' : basename(folder)}.vsix`);
  await mkdir(join(root, 'out'), { recursive: true });
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  try {
    await promisify(execFile)(process.execPath, [vsce, ...packaging, '--out', vsix], { cwd: folder });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new HumanError('The extension could not be packaged.', [], `${stdout}${stderr}`.trim());
  }
  return vsix;
}

const packaging = [
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--skip-license',
];

/** Builds the extension into `dist/`. */
export async function buildExtension(): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, [join(root, 'esbuild.ts')], { cwd: root });
  } catch (error) {
    throw new HumanError(
      'The extension could not be built.',
      [],
      String((error as { stderr?: string }).stderr ?? error),
    );
  }
}
