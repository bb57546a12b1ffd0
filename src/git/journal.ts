import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HumanError } from '../humanError.ts';
import { git } from './process.ts';
import { initializeRepository, type Repository } from './repository.ts';

/**
 * What a journal's repository says for itself, so that the user's configuration neither stops its commits nor shows them
 * to a program of the team's: an identity, no signing, no hooks, bytes as they are; and merges that mix no two texts.
 */
const configuration: readonly (readonly [key: string, value: string])[] = [
  ['user.name', 'Lead Journal'],
  ['user.email', 'journal@localhost'],
  ['commit.gpgSign', 'false'],
  ['core.autocrlf', 'false'],
  ['core.safecrlf', 'false'],
  ['core.excludesFile', ''],
  // Lines that two additions have in common are else taken for one: evidence of two machines would share its last line.
  ['merge.conflictStyle', 'diff3'],
];

/**
 * Makes the folder a journal's repository, or gives the one that is there the configuration that a clone does not bring.
 *
 * @throws HumanError if git is missing or cannot write there
 */
export async function journalRepository(folder: string, binary?: string): Promise<Repository> {
  const repository = await initializeRepository(folder, binary);
  const { stdout } = await git(repository, ['config', '--local', '--list', '--name-only']);
  const known = new Set(stdout.toLowerCase().split('\n'));
  // Hooks of the user's own configuration, or of the template that repositories are made from, are the team's business.
  const none = join(repository.gitDir, 'no-hooks');
  await mkdir(none, { recursive: true });
  for (const [key, value] of [...configuration, ['core.hooksPath', none] as const]) {
    if (known.has(key.toLowerCase())) continue;
    const { exitCode, stderr } = await git(repository, ['config', '--local', key, value]);
    if (exitCode !== 0) {
      throw new HumanError('The journal could not be set up in {0}. Git says why.', [folder], stderr.trim());
    }
  }
  await writeFile(join(repository.gitDir, 'info', 'exclude'), '*.tmp\n').catch(() => undefined);
  return repository;
}
