import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The project's root. */
export const root: string = join(import.meta.dirname, '..', '..');

/** Where the editor host, the sample repository and their data are kept: large, and made again when deleted. */
export const cache: string = join(root, '.vscode-test');

/** What a run leaves for people to look at: screenshots, traces, logs, counts. */
export const results: string = join(root, 'test-results');

/**
 * A folder for a server's data that is kept between runs. The server makes sockets in it, and a socket's path may
 * have about 100 characters: in a deep checkout the folder is in the system's temporary folder instead.
 */
export function dataFolder(name: string): string {
  const beside = join(cache, 'data', name);
  if (Buffer.byteLength(beside) <= 60) return beside;
  return join(tmpdir(), `lh-${createHash('sha256').update(beside).digest('hex').slice(0, 8)}`);
}

/** A new empty folder for one run, with a short path. The caller deletes it. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'lh-'));
}
