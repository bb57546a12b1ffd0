import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Whether there is a file or a folder. @param path relative to `root`, with `/`; one that leads out of it is not there. */
export function isInTree(root: string, path: string): boolean {
  return !/^(?:\.\.?\/)*\.\.(?:\/|$)/.test(path) && existsSync(join(root, path));
}
