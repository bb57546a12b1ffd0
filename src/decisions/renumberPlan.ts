import { posix } from 'node:path';
import { filesOnBranches } from '../git/branches.ts';
import type { Repository } from '../git/repository.ts';
import { commitOfLine, commitThatAdded, filesHolding, holds } from '../git/search.ts';
import { HumanError } from '../humanError.ts';
import type { FileChange } from '../records/changes.ts';
import { readForEdit, walk } from '../records/files.ts';
import type { DecisionLog } from './log.ts';
import { mentionPattern } from './mentionWords.ts';
import { isMarkdown, nextNumber, readName } from './naming.ts';
import { mentionEdits, type NumberMention, namePattern, type Renumbering, renumbering } from './renumber.ts';
import { renumberedText } from './renumberedText.ts';

/** Everything that renumbering a record changes, before anything is changed. */
export interface RenumberPlan {
  readonly renumbering: Renumbering;
  /** The record first, with its new name; then every file that refers to it. */
  readonly changes: readonly FileChange[];
  /** Mentions that may mean another record of the same number, and stay as they are: path and line. */
  readonly left: readonly { readonly path: string; readonly line: number }[];
}

/**
 * Plans to give a record another number: its file name, its heading, and every inbound link and mention, in records and
 * in code.
 *
 * A mention by number alone is ambiguous while two records share the number. Then its line's own commit decides: a line
 * written on the branch that brought this record, where the other was not yet known, means this one.
 *
 * @param to the new number; the next that is free here and on every branch, if undefined.
 * @throws HumanError where the record has no number, or the new one is taken.
 */
export async function planRenumber(
  log: DecisionLog,
  repository: Repository | undefined,
  path: string,
  to?: number,
): Promise<RenumberPlan> {
  const folder = posix.dirname(path);
  const siblings = log.pathsIn(folder);
  const elsewhere = await numbersElsewhere(repository, folder);
  const change = renumbering(path, to ?? nextNumber([...siblings, ...elsewhere]));
  if (!change || !isMarkdown(path)) {
    throw new HumanError('{0} has no number that can be changed. Rename it by hand.', [path]);
  }
  if (change.after === change.before) {
    throw new HumanError('{0} has number {1} already. Name another.', [path, String(change.after)]);
  }
  const taken = siblings.find((each) => each !== path && readName(each).number === change.after);
  if (taken !== undefined) {
    throw new HumanError('Number {0} is taken by {1}. Name another, or none for the next free one.', [
      String(change.after),
      taken,
    ]);
  }
  const rivals = siblings.filter((each) => each !== path && readName(each).number === change.before);
  const sameNumber = log.records
    .filter((record) => record.path !== path && record.number === change.before)
    .map((record) => record.path);
  const others = log.records.map((record) => record.path);
  const meaningOf = await judge(repository, path, sameNumber, rivals);

  const changes: FileChange[] = [];
  const left: { path: string; line: number }[] = [];
  for (const file of await candidates(log, repository, change)) {
    const text = await readForEdit(posix.join(log.root, file)).catch(() => undefined);
    if (text === undefined) continue;
    const { edits: certain, mentions } = renumberedText(text, file, change, others);
    const meant: NumberMention[] = [];
    for (const mention of mentions) {
      const meaning = file === path ? 'this' : await meaningOf(file, mention.line);
      if (meaning === 'this') meant.push(mention);
      else if (meaning === 'either') left.push({ path: file, line: mention.line });
    }
    const edits = [...certain, ...mentionEdits(text, meant, change.after)];
    if (file === path) changes.unshift({ path, before: text, edits, to: change.to });
    else if (edits.length) changes.push({ path: file, before: text, edits });
  }
  return { renumbering: change, changes, left };
}

/** The paths of a folder's records on all branches. */
export async function numbersElsewhere(repository: Repository | undefined, folder: string): Promise<string[]> {
  if (!repository) return [];
  return [...(await filesOnBranches(repository, [folder])).values()].flat();
}

/** Files that may refer to the record, itself among them. */
async function candidates(
  log: DecisionLog,
  repository: Repository | undefined,
  change: Renumbering,
): Promise<string[]> {
  const stem = posix.basename(change.from).replace(/\.\w+$/, '');
  const files = repository
    ? await filesHolding(repository, [namePattern(stem), mentionPattern(change.before)])
    : (await walk(log.root)).filter(isMarkdown);
  return [...new Set([change.from, ...files])];
}

/** Which record a mention by number means: this one, another of the same number, or perhaps either. */
type Meaning = 'this' | 'other' | 'either';

async function judge(
  repository: Repository | undefined,
  path: string,
  sameNumber: readonly string[],
  rivals: readonly string[],
): Promise<(file: string, line: number) => Promise<Meaning>> {
  const folder = posix.dirname(path);
  if (!sameNumber.length) return async () => 'this';
  // A record of another package has the number too: beside its own record, a mention means that one.
  if (!rivals.length) return async (file) => (posix.dirname(file) === folder ? 'this' : 'either');
  if (!repository) return async () => 'either';
  const ours = await commitThatAdded(repository, path);
  const theirs = await Promise.all(rivals.map((rival) => commitThatAdded(repository, rival)));
  const known = new Map<string, Promise<boolean>>();
  const knew = (commit: string, added: string | undefined): Promise<boolean> => {
    if (added === undefined) return Promise.resolve(false);
    const key = `${commit} ${added}`;
    const answer = known.get(key) ?? holds(repository, commit, added);
    known.set(key, answer);
    return answer;
  };
  return async (file, line) => {
    const commit = await commitOfLine(repository, file, line);
    if (!commit) return 'either';
    const knewOurs = await knew(commit, ours);
    const knewTheirs = (await Promise.all(theirs.map((their) => knew(commit, their)))).includes(true);
    if (knewOurs === knewTheirs) return 'either';
    return knewOurs ? 'this' : 'other';
  };
}
