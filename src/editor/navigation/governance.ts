import * as vscode from 'vscode';
import type { DecisionRecord } from '../../decisions/record.ts';
import type { DecisionLogs, OpenLog } from '../decisionLogs.ts';

/** The records that name a file, those in force first. */
export interface Governed {
  readonly open: OpenLog;
  /** Relative to the log's root, with `/`. */
  readonly path: string;
  readonly records: readonly DecisionRecord[];
}

/** The records that name a file of the window's folders; undefined for a file outside all of them. */
export async function governedAt(logs: DecisionLogs, uri: vscode.Uri): Promise<Governed | undefined> {
  const place = await logs.placeOf(uri);
  if (!place) return undefined;
  const { decisionsFor } = await import('../../decisions/affects.ts');
  return { ...place, records: decisionsFor(place.open.log.records, place.path) };
}

/** The records among them that are in force. */
export function inForce({ records }: Governed): DecisionRecord[] {
  return records.filter(({ status }) => status === 'accepted');
}

/** "2 decisions govern this file". */
export function governingSentence(count: number): string {
  return count === 1
    ? vscode.l10n.t('1 decision governs this file')
    : vscode.l10n.t('{0} decisions govern this file', count);
}

/** A record's number and title. */
export function nameOf({ number, title }: DecisionRecord): string {
  return number === null ? title : `${number} ${title}`;
}
