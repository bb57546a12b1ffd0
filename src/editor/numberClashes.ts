import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { DecisionLogs, OpenLog } from './decisionLogs.ts';

/** Milliseconds of quiet after a change before branches are asked. */
const quiet = 300;

/**
 * Which records share their number with another: in their folder, or with a record that exists only on another branch,
 * which git would merge without a word. A record that other branches have too is established: there, the other one is
 * to move, and nothing is said here.
 */
export class NumberClashes implements vscode.Disposable {
  readonly #logs: DecisionLogs;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #subscription: vscode.Disposable;
  #clashes = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;
  #asked = false;

  constructor(logs: DecisionLogs) {
    this.#logs = logs;
    this.#subscription = logs.onDidChange(() => {
      if (this.#asked) this.look();
    });
  }

  /** What else has a record's number: a file name, or a file name and its branch; undefined for a number of its own. */
  of(open: OpenLog, path: string): string | undefined {
    // Branches are asked when a record is first shown, and after that when something changes.
    if (!this.#asked) this.look();
    return this.#clashes.get(`${open.log.root}\n${path}`);
  }

  /** Looks for clashes, soon. */
  look(): void {
    this.#asked = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), quiet);
  }

  async #look(): Promise<void> {
    const found = new Map<string, string>();
    for (const open of await this.#logs.all()) {
      for (const [path, other] of await clashesOf(open).catch(() => new Map<string, string>())) {
        found.set(`${open.log.root}\n${path}`, other);
      }
    }
    const same =
      found.size === this.#clashes.size && [...found].every(([key, value]) => this.#clashes.get(key) === value);
    this.#clashes = found;
    if (!same) this.#changed.fire();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

async function clashesOf({ log, repository }: OpenLog): Promise<Map<string, string>> {
  const { branchClashes, sharedNumbers } = await import('../decisions/renumber.ts');
  const clashes = new Map<string, string>();
  for (const folder of log.folders) {
    const paths = log.pathsIn(folder);
    for (const sharing of sharedNumbers(paths).values()) {
      for (const path of sharing) {
        clashes.set(
          path,
          sharing
            .filter((each) => each !== path)
            .map((each) => posix.basename(each))
            .join(', '),
        );
      }
    }
    if (!repository) continue;
    const [{ filesOnBranches }, { isInHistory }] = await Promise.all([
      import('../git/branches.ts'),
      import('../git/search.ts'),
    ]);
    const branches = await filesOnBranches(repository, [folder]);
    for (const { path, ref, theirs } of branchClashes(paths, branches)) {
      // Ours is established, or theirs is one of our own old names.
      const holders = [...branches.values()].filter((files) => files.includes(path)).length;
      if (clashes.has(path) || holders > 2 || (await isInHistory(repository, theirs))) continue;
      clashes.set(
        path,
        vscode.l10n.t('{0} on {1}', posix.basename(theirs), ref.replace(/^refs\/(?:heads|remotes)\//, '')),
      );
    }
  }
  return clashes;
}
