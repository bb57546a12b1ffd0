import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../host/folders.ts';

/** The name of the empty extension's only view, and of its place in the activity bar. */
export const emptyView = 'Emptiness';

/** The empty extension's id. */
export const emptyId = 'bench.emptiness';

const manifest = {
  name: 'emptiness',
  publisher: 'bench',
  version: '1.0.0',
  type: 'module',
  main: './extension.js',
  engines: { vscode: '^1.100.0' },
  extensionKind: ['workspace'],
  contributes: {
    viewsContainers: { activitybar: [{ id: 'emptiness', title: emptyView, icon: '$(circle)' }] },
    views: { emptiness: [{ id: 'emptiness.view', name: emptyView }] },
  },
};

/**
 * Packages an extension that does nothing. It is a module and starts when its view is opened, as ours does.
 *
 * @returns the package's path.
 */
export async function packageEmptyExtension(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'extension.js'), 'export function activate() {}\n');
  const vsix = join(folder, 'empty.vsix');
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const packaging = ['package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', vsix];
  await promisify(execFile)(process.execPath, [vsce, ...packaging], { cwd: folder });
  return vsix;
}
