import type { NamedLog } from '../decisions/logData.ts';
import type { DecisionRecord } from '../decisions/record.ts';
import type { OpenLog } from './decisionLogs.ts';

/** An open log with what its records' keys begin with. */
export interface NamedOpenLog extends NamedLog {
  readonly open: OpenLog;
}

/** Tells the records of several folders apart by the folders' names; one folder's records need no name. */
export function namedLogs(logs: readonly OpenLog[]): NamedOpenLog[] {
  const names = new Map<string, number>();
  return logs.map((open) => {
    const { name } = open.workspaceFolder;
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    const prefix = logs.length < 2 ? '' : count < 2 ? `${name}/` : `${name} (${count})/`;
    return { open, log: open.log, prefix };
  });
}

/** The record with a key, if there still is one. */
export function recordWithKey(
  logs: readonly NamedOpenLog[],
  key: string,
): { readonly open: OpenLog; readonly record: DecisionRecord } | undefined {
  for (const { open, log, prefix } of logs) {
    const record = key.startsWith(prefix) ? log.recordAt(key.slice(prefix.length)) : undefined;
    if (record) return { open, record };
  }
  return undefined;
}
