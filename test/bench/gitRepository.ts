import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '../host/folders.ts';
import type { CorpusFile } from './corpus.ts';

/** Git as installed, without the user's own settings, for this process and those that it starts: no hooks, no signing. */
export function isolateGit(): void {
  for (const name of Object.keys(process.env)) {
    if (name.startsWith('GIT_')) delete process.env[name];
  }
  process.env.GIT_CONFIG_GLOBAL = '/dev/null';
  process.env.GIT_CONFIG_NOSYSTEM = '1';
}

/** A repository in a temporary folder. */
export class GitRepository {
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  /** Makes a repository that holds the files in one commit, packed as a clone's is. */
  static async make(files: readonly CorpusFile[]): Promise<GitRepository> {
    const repository = new GitRepository(join(temporaryFolder(), 'repository'));
    for (const folder of new Set(files.map(({ path }) => dirname(path)))) {
      await mkdir(join(repository.root, folder), { recursive: true });
    }
    for (const { path, text } of files) await writeFile(join(repository.root, path), text);
    await repository.git('init', '--quiet', '--initial-branch=main');
    await repository.git('config', 'user.name', 'Ana Ruiz');
    await repository.git('config', 'user.email', 'ana@billing.example');
    await repository.git('add', '--all');
    await repository.git('commit', '--quiet', '--message', 'Begin');
    await repository.git('repack', '-a', '-d', '--quiet');
    return repository;
  }

  async git(...args: string[]): Promise<void> {
    await promisify(execFile)('git', args, { cwd: this.root });
  }

  async delete(): Promise<void> {
    await rm(dirname(this.root), { recursive: true, force: true });
  }
}
