import { commitFiles } from '../git/commit.ts';
import { changedFiles, listFiles } from '../git/files.ts';
import { journalRepository } from '../git/journal.ts';
import type { Repository } from '../git/repository.ts';
import { HumanError } from '../humanError.ts';
import type { Edit } from '../markdown/edit.ts';
import { editFile, isInside, readForEdit, readTextIfAny, resolveInside, writeNew } from '../records/files.ts';
import { examinePlace, type JournalPlace, realPath } from './journalPlace.ts';

const readme = `# Journal

Private: the plan, the weeks, evidence, and notes about people and pay. This folder is a git repository of its own; every
change is committed by itself, and nothing is ever pushed. To have it on a second machine, add a remote of yours, push and
pull as with any other repository.
`;

/** Two machines that log evidence in the same month both keep their lines: git's own union driver, and nothing to install. */
const attributes = `* -text
evidence/*.md merge=union
`;

/**
 * The private store: a repository of its own, outside of everything that the team sees. What goes wrong in it is said
 * without any of its words, file names included, since people paste errors to each other.
 */
export class Journal {
  readonly root: string;
  readonly #repository: Repository;

  private constructor(repository: Repository) {
    this.#repository = repository;
    this.root = repository.root;
  }

  /**
   * Opens the journal in a folder.
   *
   * @param make whether a new folder is made one.
   * @returns undefined for a folder that is none yet, unless it is made one.
   * @throws HumanError where the folder cannot be a journal.
   */
  static async open(place: JournalPlace, make: boolean): Promise<Journal | undefined> {
    const state = await examinePlace(place);
    if (state === 'new' && !make) return undefined;
    const journal = new Journal(await journalRepository(await realPath(place.folder), place.binary));
    if (state === 'new') {
      await journal.begin('README.md', readme);
      await journal.begin('.gitattributes', attributes);
      await journal.settle();
    }
    return journal;
  }

  /** Whether a file is in the journal. @param path absolute. */
  async holds(path: string): Promise<boolean> {
    return isInside(this.root, await realPath(path));
  }

  /** Its files, relative to its root, with `/`. */
  paths(): Promise<string[]> {
    return listFiles(this.#repository);
  }

  /** A document's text; undefined where there is none. */
  async read(path: string): Promise<string | undefined> {
    return readTextIfAny(await this.fileOf(path));
  }

  /** The absolute path of a document. */
  fileOf(path: string): Promise<string> {
    return quietly(() => resolveInside(this.root, path));
  }

  /** Writes a document that must not be there yet. */
  async begin(path: string, text: string): Promise<void> {
    await quietly(async () => writeNew(await resolveInside(this.root, path), text));
  }

  /** Changes a document. @param edits gives the edits on its text as it is on disk. */
  async edit(path: string, edits: (text: string) => readonly Edit[]): Promise<void> {
    const file = await this.fileOf(path);
    const before = await quietly(() => readForEdit(file));
    const made = edits(before);
    await quietly(() => editFile(file, before, made));
  }

  /** Documents that two machines have changed in ways that only their author can bring together. */
  async conflicts(): Promise<string[]> {
    return (await changedFiles(this.#repository)).filter(({ unmerged }) => unmerged).map(({ path }) => path);
  }

  /**
   * Commits all that has changed.
   *
   * @returns why it could not; everything is on disk all the same.
   */
  async settle(): Promise<HumanError | undefined> {
    const changed = await changedFiles(this.#repository);
    if (!changed.length) return undefined;
    if (changed.some(({ unmerged }) => unmerged)) {
      return new HumanError(
        'The journal has a document that was changed on two machines. Both versions are in it: keep what is right, then finish the merge with git in {0}.',
        [this.root],
      );
    }
    const outcome = await commitFiles(this.#repository, {
      paths: changed.map(({ path }) => path),
      message: changed.length === 1 ? 'Keep a document' : `Keep ${changed.length} documents`,
      includeStaged: true,
    });
    if (outcome.kind !== 'refused') return undefined;
    return outcome.reason === 'operation'
      ? new HumanError('A merge or rebase is under way in the journal. Finish it with git in {0}.', [this.root])
      : new HumanError('The journal could not be committed; what you wrote is on disk. "git status" in {0} says why.', [
          this.root,
        ]);
  }
}

/** What is thrown about a file of the journal names neither the file nor anything in it. */
async function quietly<Result>(job: () => Promise<Result>): Promise<Result> {
  try {
    return await job();
  } catch (error) {
    if (error instanceof HumanError && error.template.startsWith('{0} exists already')) {
      throw new HumanError('The journal has a document of this name already. Choose another title.');
    }
    throw new HumanError('The journal could not be written. Look whether its folder is there and may be written.');
  }
}
