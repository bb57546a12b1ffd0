import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commitFiles } from '../../src/git/commit.ts';
import { openRepository } from '../../src/git/repository.ts';
import { makeRecord } from './corpus.ts';
import type { GitRepository } from './gitRepository.ts';
import { compare } from './measure.ts';
import { Random } from './random.ts';
import { type Row, timeRow } from './row.ts';

/** Committing a new record and nothing else, with all that is looked at before and after, against bare git. */
export async function committing({ root }: GitRepository): Promise<Row> {
  const repository = await openRepository(root);
  if (!repository) throw new Error(`${root} is no repository`);
  const random = new Random(7);
  let number = 5000;
  let path = '';
  const prepare = async () => {
    const record = makeRecord(random, number++);
    path = record.path;
    await writeFile(join(root, path), record.text);
  };
  const ours = {
    prepare,
    run: async () => {
      const outcome = await commitFiles(repository, { paths: [path], message: `Decide: ${path}` });
      if (outcome.kind !== 'committed') throw new Error(`${path} was not committed: ${JSON.stringify(outcome)}`);
    },
  };
  const peer = {
    prepare,
    run: async () => {
      await bareGit(root, ['add', '--', path]);
      await bareGit(root, ['commit', '--quiet', '--message', `Decide: ${path}`]);
    },
  };
  return timeRow('commit: 1 new record, against git add and git commit', await compare(ours, peer, 21, 3), 2);
}

/** Runs git and waits for its end, with nothing to read. */
function bareGit(root: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { cwd: root, stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`git ${args.join(' ')}: ${code}`))));
  });
}
