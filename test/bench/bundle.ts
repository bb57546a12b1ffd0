import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../host/folders.ts';
import type { Row } from './row.ts';

/** The extension's entry bundle may have so many kilobytes of 1,000 bytes. */
const limit = 150;

/** What VS Code reads when it starts the extension: the entry bundle with every chunk that it imports at once. */
export async function bundle(): Promise<Row> {
  const entry = 'dist/extension.js';
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, entry)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['vscode'],
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const pending = [entry];
  const read = new Set(pending);
  let bytes = 0;
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const input = metafile.inputs[path];
    if (!input) throw new Error(`${path} is no part of the extension`);
    bytes += input.bytes;
    for (const { path: imported, kind, external } of input.imports) {
      if (external || kind !== 'import-statement' || read.has(imported)) continue;
      read.add(imported);
      pending.push(imported);
    }
  }
  return {
    name: `bundle: extension entry and its ${read.size - 1} static chunks`,
    ours: `${(bytes / 1000).toFixed(1)} KB`,
    peer: `${limit} KB`,
    ratio: bytes / 1000 / limit,
    limit: 1,
  };
}
