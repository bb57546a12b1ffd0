import { readRecordSync } from '../../records/files.ts';
import { isInTree } from '../../records/tree.ts';
import type { DecisionLog } from '../log.ts';
import type { CheckedLog } from './check.ts';

/**
 * A log as checks see it, with texts as they are on disk.
 *
 * @param files every file of the repository, relative to its root, with `/`; undefined where that is not known.
 */
export function logOnDisk(log: DecisionLog, files: readonly string[] | undefined): CheckedLog {
  return {
    records: log.records,
    recordAt: (path) => log.recordAt(path),
    resolve: (reference, from) => log.resolve(reference, from),
    pathsIn: (folder) => log.pathsIn(folder),
    textOf: (path) => readRecordSync(log.root, path),
    exists: (path) => isInTree(log.root, path),
    files,
    team: log.team,
  };
}
