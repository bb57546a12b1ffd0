import * as vscode from 'vscode';
import { type Artefact, journalArtefacts, practiceOfFile } from '../practices/artefacts.ts';
import { catalogue } from '../practices/catalogue/all.ts';
import type { Journal } from '../practices/journal.ts';
import type { DecisionLogs, OpenLog } from './decisionLogs.ts';
import { weekSettings } from './settings.ts';
import { localDate } from './today.ts';

/**
 * What the user's practices have left behind since a day: files that they added by their own commits, those that are in no
 * commit yet, and their journal's. Nobody else's work is looked at.
 */
export async function ownArtefacts(
  logs: DecisionLogs,
  journal: Journal | undefined,
  since: string,
): Promise<Artefact[]> {
  const artefacts = journal ? journalArtefacts(await journal.paths(), weekSettings().firstDay) : [];
  if (vscode.workspace.isTrusted) {
    for (const open of await logs.all()) artefacts.push(...(await inRepository(open, since)));
  }
  return artefacts.filter(({ date, until = date }) => until >= since);
}

async function inRepository({ log, repository }: OpenLog, since: string): Promise<Artefact[]> {
  if (!repository) return [];
  const [{ identity }, { ownCommits }, { changedFiles }, { ownPractices }] = await Promise.all([
    import('../git/identity.ts'),
    import('../git/ownCommits.ts'),
    import('../git/files.ts'),
    import('./practices.ts'),
  ]);
  const me = await identity(repository);
  const commits = me ? await ownCommits(repository, me.email, since) : [];
  const added = commits.flatMap(({ date, files }) =>
    files.filter((file) => file.added).map(({ path }) => ({ path, date })),
  );
  const untracked = (await changedFiles(repository)).filter((file) => file.untracked || file.staged);
  const today = localDate();
  const own = await ownPractices(log.root);
  return [...added, ...untracked.map(({ path }) => ({ path, date: today }))].flatMap(({ path, date }) => {
    const practice = practiceOfFile(path, log.recordAt(path) !== undefined, own);
    // What was published is counted as the draft that it was.
    const isDraft = catalogue.some(({ id, store }) => id === practice && store === 'draft');
    return practice && !isDraft ? [{ practice, date }] : [];
  });
}
