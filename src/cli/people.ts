import { codeowners, codeownersFiles } from '../actions/codeowners.ts';
import { authorPerson, joinedPeople, type Person } from '../actions/person.ts';
import { authorsOf } from '../git/authors.ts';
import { readRecordSync } from '../records/files.ts';
import type { Workspace } from './workspace.ts';

/** The people of a repository: who wrote its commits, after `.mailmap`, and whom its CODEOWNERS name. */
export async function knownPeople({ root, repository }: Workspace): Promise<Person[]> {
  const authors = repository ? await authorsOf(repository) : [];
  const text = codeownersFiles.map((path) => readRecordSync(root, path)).find((each) => each !== undefined);
  return joinedPeople(
    authors.map(({ name, email }) => authorPerson(name, email)),
    text === undefined ? [] : codeowners(text),
  );
}
