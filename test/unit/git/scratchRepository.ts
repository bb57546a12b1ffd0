import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Everything that a user could lose: compare two of them with `deepEqual`. */
export interface Snapshot {
  readonly head: string;
  readonly references: string;
  readonly status: string;
  readonly unstaged: string;
  readonly staged: string;
  readonly index: string;
  readonly files: Readonly<Record<string, string>>;
}

const home = mkdtempSync(join(tmpdir(), 'lead-habits-home-'));
const isolation: Readonly<Record<string, string>> = {
  HOME: home,
  USERPROFILE: home,
  XDG_CONFIG_HOME: join(home, '.config'),
  GIT_CONFIG_GLOBAL: join(home, '.gitconfig'),
  GIT_CONFIG_NOSYSTEM: '1',
};

/**
 * Keeps the machine's own git configuration out of every test in the suite, in this process and in those it starts.
 * Call it inside a `describe`.
 */
export function isolateGit(): void {
  const saved = new Map<string, string | undefined>();
  before(() => {
    for (const name of Object.keys(process.env)) {
      if (/^(GIT_|EMAIL$)/i.test(name)) {
        saved.set(name, process.env[name]);
        delete process.env[name];
      }
    }
    for (const [name, value] of Object.entries(isolation)) {
      saved.set(name, process.env[name]);
      process.env[name] = value;
    }
    mkdirSync(home, { recursive: true });
    writeFileSync(
      join(home, '.gitconfig'),
      '[user]\n\tname = Ada Example\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n[protocol "file"]\n\tallow = always\n',
    );
  });
  after(() => {
    for (const [name, value] of saved) {
      if (value === undefined) {
        delete process.env[name];
      } else {
        process.env[name] = value;
      }
    }
    rmSync(home, { recursive: true, force: true });
  });
}

/** A real repository in a temporary folder. */
export class ScratchRepository {
  readonly root: string;

  /** A new repository without a commit, or the one that is in the folder already. */
  constructor(folder?: string) {
    this.root = folder ?? realpathSync.native(mkdtempSync(join(tmpdir(), 'lead-habits-git-')));
    if (folder === undefined) {
      this.git('init', '--quiet');
    }
  }

  /** A repository with one commit that holds these files. */
  static with(files: Readonly<Record<string, string>>): ScratchRepository {
    const scratch = new ScratchRepository();
    for (const [path, content] of Object.entries(files)) {
      scratch.write(path, content);
    }
    scratch.git('add', '--all');
    scratch.git('commit', '--quiet', '--message', 'Start');
    return scratch;
  }

  path(path: string): string {
    return join(this.root, path);
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), content);
  }

  read(path: string): string {
    return readFileSync(this.path(path), 'utf8');
  }

  /** Runs git and returns its standard output; throws if it fails. */
  git(...args: string[]): string {
    return execFileSync('git', args, {
      cwd: this.root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
    });
  }

  /** Runs git and lets it fail, as a merge does that meets a conflict. */
  gitMayFail(...args: string[]): void {
    try {
      this.git(...args);
    } catch {
      // The state that it leaves is what the test is about.
    }
  }

  /** A hook as a shell script. */
  hook(name: string, script: string): void {
    const path = join(this.root, '.git', 'hooks', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
  }

  /** The files in a commit, as it changed them. */
  filesIn(commit: string): string[] {
    return this.git('diff-tree', '--root', '--no-commit-id', '-r', '-z', '--name-only', '--no-renames', commit)
      .split('\0')
      .filter((path) => path !== '');
  }

  /** The content of a file in a commit. */
  show(commit: string, path: string): string {
    return this.git('cat-file', 'blob', `${commit}:${path}`);
  }

  /** @param except paths that the test changes on purpose */
  snapshot(except: readonly string[] = []): Snapshot {
    const others = ['--', ':/', ...except.map((path) => `:(top,literal,exclude)${path}`)];
    const entries = (output: string, pathOf: (entry: string) => string) =>
      output
        .split('\0')
        .filter((entry) => entry !== '' && !entry.startsWith('# ') && !except.includes(pathOf(entry)))
        .join('\n');
    const files: Record<string, string> = {};
    for (const entry of readdirSync(this.root, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(this.root.length + 1).replaceAll('\\', '/');
      if (name === '.git' || name.startsWith('.git/') || name.includes('/.git/') || except.includes(name)) {
        continue;
      }
      if (entry.isSymbolicLink()) {
        files[name] = `link to ${readlinkSync(path)}`;
      } else if (entry.isFile()) {
        files[name] = readFileSync(path, 'base64');
      }
    }
    const unchanging = except.length === 0;
    return {
      head: unchanging ? this.headState() : '',
      references: unchanging ? this.git('for-each-ref') : '',
      status: entries(
        this.git('status', '--porcelain=v2', '--branch', '-z', '--untracked-files=all', '--no-renames'),
        (entry) => /^(?:1 (?:\S+ ){7}|u (?:\S+ ){9}|[?!] )(.*)$/s.exec(entry)?.[1] ?? entry,
      ),
      unstaged: this.git('diff', '--binary', '--no-renames', ...others),
      staged: this.git('diff', '--cached', '--binary', '--no-renames', ...others),
      index: entries(this.git('ls-files', '--stage', '-z'), (entry) => entry.slice(entry.indexOf('\t') + 1)),
      files,
    };
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true, maxRetries: 3 });
  }

  private headState(): string {
    try {
      return `${readFileSync(join(this.root, '.git', 'HEAD'), 'utf8')}${this.git('rev-parse', 'HEAD')}`;
    } catch {
      return 'unborn';
    }
  }
}
