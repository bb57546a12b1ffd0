import { parse } from 'node:path';
import { findDecisionFolders } from '../decisions/folders.ts';
import { listFiles } from '../git/files.ts';
import { openRepository } from '../git/repository.ts';
import { HumanError } from '../humanError.ts';
import { isMinutesFile } from '../meetings/folders.ts';
import { isInside, resolveInside, walk } from '../records/files.ts';

/** What a journal is made with, and what it then consists of, besides what its user puts beside it. */
const madeWith = /^(?:README\.md|\.gitattributes)$/;
const own = /^(?:plan\.md|(?:weeks|evidence|practices|status)\/.+)$/;

/** Where a journal is wanted, and what else is there. */
export interface JournalPlace {
  /** Absolute. */
  readonly folder: string;
  /** Absolute folders that the team works in. */
  readonly teamFolders: readonly string[];
  /** Git's path. */
  readonly binary?: string | undefined;
}

/**
 * Whether a folder can be the journal: outside of every folder and repository of the team's, and with nothing else in it.
 *
 * @returns `new` for a folder that is to be made a journal, `ours` for one that is one.
 * @throws HumanError with the reason why it cannot.
 */
export async function examinePlace({ folder, teamFolders, binary }: JournalPlace): Promise<'new' | 'ours'> {
  const real = await realPath(folder);
  for (const each of teamFolders) {
    const team = await realPath(each);
    if (team === real || !(isInside(team, real) || isInside(real, team))) continue;
    throw new HumanError(
      'The journal cannot be in {0}, because {1} is what the team sees. Choose a folder outside of it.',
      [folder, each],
    );
  }
  const repository = await openRepository(real, binary);
  if (!repository) {
    // Three levels tell whether anything is there; a whole disk takes long to walk.
    const there = await walk(real, '', 10);
    if (there.length) throw new HumanError('{0} is not empty. Choose an empty folder for the journal.', [folder]);
    return 'new';
  }
  const paths = await listFiles(repository);
  const others = paths.filter((path) => !own.test(path) && !madeWith.test(path));
  const records = findDecisionFolders(others).size > 0 || others.some(isMinutesFile);
  if ((await realPath(repository.root)) !== real) {
    const args = [folder, repository.root];
    throw records
      ? new HumanError(
          '{0} is inside the repository {1}, which holds team records. Choose a folder outside of every repository.',
          args,
        )
      : new HumanError(
          '{0} is inside the repository {1}, whose commits others may see. Choose a folder outside of every repository.',
          args,
        );
  }
  if (records) {
    throw new HumanError(
      'The repository {0} holds team records, so it cannot hold the journal. Choose another folder.',
      [folder],
    );
  }
  if (others.length && !paths.some((path) => own.test(path))) {
    throw new HumanError('The repository {0} holds something else. Choose an empty folder for the journal.', [folder]);
  }
  return 'ours';
}

/** A path with its links resolved; it need not exist. */
export function realPath(path: string): Promise<string> {
  return resolveInside(parse(path).root, path);
}
