import { plainText } from '../markdown/blocks.ts';
import { type LinkedRecords, type LinkKind, linksBetween } from './graph.ts';
import type { Status } from './record.ts';

/** A record as the pictures of a log show it: plain data, to be sent to a page. */
export interface LogRecord {
  /** Names the record among all that the page shows. */
  readonly key: string;
  /** The folder that it is in, as people tell folders apart. */
  readonly folder: string;
  readonly number: number | null;
  readonly title: string;
  readonly status: Status;
  readonly statusText: string | null;
  /** YYYY-MM-DD. */
  readonly date: string | null;
  readonly people: readonly string[];
  readonly tags: readonly string[];
}

/** A link between two records, by their keys; see {@link linksBetween}. */
export interface LogLink {
  readonly kind: LinkKind;
  readonly from: string;
  readonly to: string;
}

/** What the pictures of one or several logs are drawn from. */
export interface LogData {
  readonly records: readonly LogRecord[];
  readonly links: readonly LogLink[];
}

/** A log with what tells its records from those of other logs in the same picture. */
export interface NamedLog {
  readonly log: LinkedRecords;
  /** Comes before a path in keys and folders, with `/`; empty where there is one log only. */
  readonly prefix: string;
}

/** The data of a picture: the records of all logs, oldest first, those without a date last. */
export function logData(logs: readonly NamedLog[]): LogData {
  const records = logs.flatMap(({ log, prefix }) =>
    log.records.map(
      ({ path, number, title, status, statusText, date, deciders, tags }): LogRecord => ({
        key: prefix + path,
        folder: prefix + path.slice(0, Math.max(0, path.lastIndexOf('/'))) || '.',
        number,
        title,
        status,
        statusText: statusText && plainText(statusText),
        date,
        people: deciders,
        tags,
      }),
    ),
  );
  const links = logs.flatMap(({ log, prefix }) =>
    linksBetween(log).map(({ kind, from, to }): LogLink => ({ kind, from: prefix + from, to: prefix + to })),
  );
  return { records: records.sort(oldestFirst), links };
}

function oldestFirst(a: LogRecord, b: LogRecord): number {
  return (
    compare(a.date ?? '9999', b.date ?? '9999') ||
    (a.number ?? Number.POSITIVE_INFINITY) - (b.number ?? Number.POSITIVE_INFINITY) ||
    compare(a.key, b.key)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
