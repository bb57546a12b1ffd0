import { authorsOf } from '../git/authors.ts';
import type { Repository } from '../git/repository.ts';
import { readRecordSync } from '../records/files.ts';
import { codeowners, codeownersFiles } from './codeowners.ts';
import { authorPerson, joinedPeople, type Person } from './person.ts';

/**
 * The people of a repository: who wrote its commits, after `.mailmap`, and whom its CODEOWNERS name.
 *
 * @param root absolute; where there is no repository, CODEOWNERS is still read.
 */
export async function knownPeople(root: string, repository: Repository | undefined): Promise<Person[]> {
  const authors = repository ? await authorsOf(repository) : [];
  const text = codeownersFiles.map((path) => readRecordSync(root, path)).find((each) => each !== undefined);
  return joinedPeople(
    authors.map(({ name, email }) => authorPerson(name, email)),
    text === undefined ? [] : codeowners(text),
  );
}
