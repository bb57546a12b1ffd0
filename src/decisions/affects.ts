import { type Glob, readGlob } from '../records/glob.ts';
import type { DecisionRecord, Status } from './record.ts';

/** The code that a record governs, read from its globs. */
export interface Territory {
  /** The folders or files at which its globs begin; a file below none of them is not governed. */
  readonly bases: readonly string[];
  /** Whether a file or folder, relative to the repository's root, with `/`, is governed. */
  holds(path: string): boolean;
}

/** Records are values and are read anew when their file changes, so what was read of one stays true. */
const territories = new WeakMap<DecisionRecord, Territory>();

/** The code that a record governs. A glob that begins with `!` takes back what another one gives. */
export function territoryOf(record: DecisionRecord): Territory {
  const known = territories.get(record);
  if (known) return known;
  const given = readGlobs(record.affects.filter((pattern) => !pattern.startsWith('!')));
  const taken = readGlobs(record.affects.filter((pattern) => pattern.startsWith('!')).map((each) => each.slice(1)));
  const territory: Territory = {
    bases: given.map(({ base }) => base),
    holds: (path) => given.some((glob) => glob.matches(path)) && !taken.some((glob) => glob.matches(path)),
  };
  territories.set(record, territory);
  return territory;
}

function readGlobs(patterns: readonly string[]): Glob[] {
  return patterns.filter((pattern) => pattern.trim() !== '').map((pattern) => readGlob(pattern.trim()));
}

/** What a decision is to the code it names, by its status. */
export type Standing = 'governing' | 'proposal' | 'unclear' | 'history';

const standings: Readonly<Record<Status, Standing>> = {
  accepted: 'governing',
  proposed: 'proposal',
  unknown: 'unclear',
  deprecated: 'history',
  superseded: 'history',
  rejected: 'history',
};

/** Standings in the order in which they are shown. */
export const standingOrder: readonly Standing[] = ['governing', 'proposal', 'unclear', 'history'];

/** What a record is to the code it names. */
export function standingOf(record: DecisionRecord): Standing {
  return standings[record.status];
}

/**
 * The records that name a file or folder: those in force first, then proposals, then what is past. Within each the
 * order of `records` stays.
 *
 * @param path relative to the repository's root, with `/`; it need not exist.
 */
export function decisionsFor(records: readonly DecisionRecord[], path: string): DecisionRecord[] {
  const naming = records.filter((record) => record.affects.length && territoryOf(record).holds(path));
  return standingOrder.flatMap((standing) => naming.filter((record) => standingOf(record) === standing));
}

/**
 * The files that a record governs.
 *
 * @param files every file of the repository, sorted by code units.
 */
export function filesGovernedBy(record: DecisionRecord, files: readonly string[]): string[] {
  const { bases, holds } = territoryOf(record);
  const found = new Set<string>();
  for (const base of outermost(bases)) {
    for (let index = base ? firstFrom(files, base) : 0; index < files.length; index++) {
      const file = files[index] ?? '';
      if (!file.startsWith(base)) break;
      if (holds(file)) found.add(file);
    }
  }
  return [...found];
}

/** The bases that are not below another one. */
function outermost(bases: readonly string[]): string[] {
  return [...new Set(bases)].filter((base) => !bases.some((other) => other !== base && base.startsWith(other)));
}

/** Index of the first of sorted texts that is not before another. */
function firstFrom(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
