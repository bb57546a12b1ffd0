import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { root, temporaryFolder } from '../host/folders.ts';
import type { GitRepository } from './gitRepository.ts';
import { compare } from './measure.ts';
import { type Row, timeRow } from './row.ts';

/** `lead-habits decisions DIR --json` from start to end, against a Node process that does the floor and no more. */
export async function commandLine(repository: GitRepository): Promise<Row> {
  const folder = temporaryFolder();
  try {
    const floor = join(folder, 'floor.mjs');
    await build({
      entryPoints: [join(import.meta.dirname, 'floorProcess.ts')],
      outfile: floor,
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'node',
      logLevel: 'warning',
    });
    const cli = join(root, 'dist', 'cli.js');
    const medians = await compare(
      { run: () => node(cli, 'decisions', repository.root, '--json') },
      { run: () => node(floor, repository.root) },
      11,
    );
    return timeRow('command line: list 1,000 records, against a bare process', medians);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function node(...args: string[]): Promise<void> {
  await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
}
