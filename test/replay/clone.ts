import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** A clone of somebody's repository, in a temporary folder: the original is only read. */
export class Clone {
  readonly root: string;
  readonly #shown = new Map<string, string | undefined>();

  private constructor(root: string) {
    this.root = root;
  }

  /** @param source a repository's path. @param folder an empty folder that the clone goes into. */
  static of(source: string, folder: string): Clone {
    const root = join(folder, 'whole');
    execFileSync('git', ['clone', '--quiet', '--shared', '--no-checkout', source, root]);
    return new Clone(root);
  }

  /** A clone of this one that has a commit and none before it. */
  shallow(commit: string, folder: string): Clone {
    const root = join(folder, `shallow-${commit}`);
    this.git('branch', '--force', 'replay', commit);
    execFileSync('git', ['clone', '--quiet', '--depth', '1', '--branch', 'replay', `file://${this.root}`, root]);
    return new Clone(root);
  }

  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.root, encoding: 'utf8', maxBuffer: 1 << 30 });
  }

  checkout(commit: string): void {
    this.git('-c', 'advice.detachedHead=false', 'checkout', '--quiet', '--force', '--detach', commit);
  }

  /** A file as it was; undefined where the commit has none. */
  show(commit: string, path: string): string | undefined {
    const name = `${commit}:${path}`;
    if (!this.#shown.has(name)) this.#shown.set(name, this.#read(name));
    return this.#shown.get(name);
  }

  /**
   * Which line of the older commit a line is, by `git blame -M -C` along first parents: lines that moved inside their file,
   * with it, or out of it into another one that the same commit changed, are followed. Git follows passages, not single
   * lines, so that some lines around it are asked for too.
   */
  blame(from: string, to: string, path: string, line: number): string | undefined {
    const passage = `-L${Math.max(1, line - 10)},+21`;
    const output = this.git(
      'blame',
      '--first-parent',
      '-M',
      '-C',
      '--line-porcelain',
      passage,
      `${from}..${to}`,
      '--',
      path,
    );
    const entry = output.split(/^\t.*\n/m).find((each) => /^\w+ \d+ (\d+)/.exec(each)?.[1] === String(line)) ?? '';
    const [, commit, number] = /^(\w+) (\d+)/.exec(entry) ?? [];
    const [, file] = /^filename (.*)$/m.exec(entry) ?? [];
    return commit === from ? `${file}:${number}` : undefined;
  }

  #read(name: string): string | undefined {
    try {
      return execFileSync('git', ['cat-file', 'blob', name], {
        cwd: this.root,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } catch {
      return undefined;
    }
  }
}
