import type { Weekday } from '../actions/days.ts';
import { changedFiles } from '../git/files.ts';
import { identity } from '../git/identity.ts';
import { ownCommits } from '../git/ownCommits.ts';
import type { Repository } from '../git/repository.ts';
import { type Artefact, journalArtefacts, practiceOfFile } from './artefacts.ts';
import { catalogue } from './catalogue/all.ts';
import type { Journal } from './journal.ts';
import type { Practice } from './practice.ts';

/** A repository that the user works in, and which of its files are decision records. */
export interface OwnRepository {
  readonly repository: Repository;
  isDecision(path: string): boolean;
  /** Practices that its team or the user has added. */
  readonly added?: readonly Practice[];
}

/**
 * What the user's practices have left behind since a day: files that they added by their own commits, those that are in no
 * commit yet, and their journal's. Nobody else's work is looked at.
 *
 * @param since the first day, YYYY-MM-DD. @param today YYYY-MM-DD.
 * @param firstDay the day with which weeks begin.
 */
export async function ownArtefacts(
  repositories: readonly OwnRepository[],
  journal: Journal | undefined,
  since: string,
  today: string,
  firstDay: Weekday,
): Promise<Artefact[]> {
  const artefacts = journal ? journalArtefacts(await journal.paths(), firstDay) : [];
  for (const each of repositories) artefacts.push(...(await inRepository(each, since, today)));
  return artefacts.filter(({ date, until = date }) => until >= since);
}

async function inRepository(
  { repository, isDecision, added: practices }: OwnRepository,
  since: string,
  today: string,
): Promise<Artefact[]> {
  const me = await identity(repository);
  const commits = me ? await ownCommits(repository, me.email, since) : [];
  const added = commits.flatMap(({ date, files }) =>
    files.filter((file) => file.added).map(({ path }) => ({ path, date })),
  );
  const untracked = (await changedFiles(repository)).filter((file) => file.untracked || file.staged);
  return [...added, ...untracked.map(({ path }) => ({ path, date: today }))].flatMap(({ path, date }) => {
    const practice = practiceOfFile(path, isDecision(path), practices);
    // What was published is counted as the draft that it was.
    const isDraft = catalogue.some(({ id, store }) => id === practice && store === 'draft');
    return practice && !isDraft ? [{ practice, date }] : [];
  });
}
