import { posix } from 'node:path';
import { codeownersFiles } from '../actions/codeowners.ts';
import { daysAfter } from '../actions/days.ts';
import { listFiles } from '../git/files.ts';
import { identity } from '../git/identity.ts';
import { ownCommits } from '../git/ownCommits.ts';
import type { Repository } from '../git/repository.ts';
import { readRecordSync } from '../records/files.ts';
import { type Indicator, indicatorsOf } from './indicators.ts';

/** Days of own commits that are looked at. */
const back = 60;

/**
 * What the user's own work and systems in a repository show.
 *
 * @param names names and handles that mean the user, besides git's.
 * @param today YYYY-MM-DD.
 * @returns nothing where git does not know who the user is.
 */
export async function ownIndicators(
  repository: Repository,
  names: readonly string[],
  today: string,
): Promise<Indicator[]> {
  const who = await identity(repository);
  if (!who) return [];
  const { root } = repository;
  const commits = await ownCommits(repository, who.email, daysAfter(today, -back));
  const paths = await listFiles(repository, { extensions: ['md', 'markdown'] });
  const below = (name: RegExp) =>
    new Map(
      paths
        .filter((path) => name.test(posix.basename(posix.dirname(path))))
        .map((path) => [path, readRecordSync(root, path) ?? '']),
    );
  const owners = codeownersFiles
    .map((path) => ({ path, text: readRecordSync(root, path) }))
    .find((each): each is { path: string; text: string } => each.text !== undefined);
  return indicatorsOf({
    me: [who.name, who.email, ...names],
    codeOwners: owners,
    ownership: below(/^ownership$/i),
    runbooks: below(/^(?:runbooks?|playbooks)$/i),
    commits,
  });
}
