import { DecisionLog } from '../../../src/decisions/log.ts';
import { ScratchFolder } from '../records/scratchFolder.ts';

/** A decision log of files in a temporary folder. */
export class ScratchLog {
  readonly folder = new ScratchFolder();

  /** @param files texts by path. */
  async of(files: Readonly<Record<string, string>>): Promise<DecisionLog> {
    for (const [path, text] of Object.entries(files)) this.folder.write(path, text);
    const log = new DecisionLog(this.folder.root, { listFiles: async () => Object.keys(files) });
    await log.load();
    return log;
  }

  remove(): void {
    this.folder.remove();
  }
}

/** A record of MADR 4's shape. */
export function recordText(title: string, status = 'accepted', date = '2026-01-02', body = ''): string {
  return `---\nstatus: "${status}"\ndate: ${date}\n---\n\n# ${title}\n\n## Context\n\n${body}\n`;
}
