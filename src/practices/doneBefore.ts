import type { ActionLog } from '../actions/log.ts';
import type { OwnCommit } from '../git/ownCommits.ts';
import { readPast } from '../git/pastTexts.ts';
import type { Repository } from '../git/repository.ts';

/**
 * What was done already in the documents that some commits changed, before the first of these commits.
 *
 * @param commits newest first.
 * @returns by path the words of the actions that were ticked; nothing for a document that was not there yet.
 */
export async function doneBefore(
  repository: Repository,
  commits: readonly OwnCommit[],
  actions: Pick<ActionLog, 'holds' | 'reader'>,
): Promise<Map<string, ReadonlySet<string>>> {
  const first = new Map<string, string>();
  for (const { parent, files } of commits) {
    for (const { path } of files) if (parent && actions.holds(path)) first.set(path, parent);
  }
  const places = [...first].map(([path, commit]) => ({ path, commit }));
  const past = await readPast(repository, places);
  return new Map(
    places.flatMap((place): [string, ReadonlySet<string>][] => {
      const text = past.text(place);
      if (text === undefined) return [];
      const { actions: stated } = actions.reader.read(place.path, text);
      return [[place.path, new Set(stated.filter(({ done }) => done).map((action) => action.text))]];
    }),
  );
}
