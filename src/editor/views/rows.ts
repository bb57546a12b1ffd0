import type { DecisionRecord, Status } from '../../decisions/record.ts';
import type { OpenLog } from '../decisionLogs.ts';

/** A row of the view: a folder of records (where there are several), a status, a record, or a file that it governs. */
export type DecisionRow = FolderRow | RevisitRow | StatusRow | RecordRow | FileRow | MoreRow;

/** What tells a folder's, a group's or a record's row from all others of the view, whatever it says. */
export function rowId(row: FolderRow | RevisitRow | StatusRow | RecordRow): string {
  if (row.kind === 'record') return `${row.open.log.root}\n${row.record.path}${row.toRevisit ? '\nrevisit' : ''}`;
  const folder = `${row.open.log.root}\n${row.folder}`;
  return row.kind === 'folder' ? folder : `${folder}\n${row.kind === 'status' ? row.status : row.kind}`;
}

export interface FolderRow {
  readonly kind: 'folder';
  readonly open: OpenLog;
  readonly folder: string;
}

export interface RevisitRow {
  readonly kind: 'revisit';
  readonly open: OpenLog;
  readonly folder: string;
  /** Decisions whose outcome it is time to look at, the longest due first. */
  readonly records: readonly DecisionRecord[];
}

export interface StatusRow {
  readonly kind: 'status';
  readonly open: OpenLog;
  /** One folder's records, or those of all where there is only one. */
  readonly folder: string;
  readonly status: Status;
  readonly records: readonly DecisionRecord[];
}

export interface RecordRow {
  readonly kind: 'record';
  readonly open: OpenLog;
  readonly record: DecisionRecord;
  /** Whether it stands among those to revisit, rather than in its status. */
  readonly toRevisit?: boolean;
}

/** A file that a decision governs. */
export interface FileRow {
  readonly kind: 'file';
  readonly of: RecordRow;
  /** Relative to the log's root, with `/`. */
  readonly path: string;
}

/** The last row below a decision that governs more files than anybody reads in a tree. */
export interface MoreRow {
  readonly kind: 'more';
  readonly of: RecordRow;
  readonly count: number;
}
