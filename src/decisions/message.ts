import { recordsMessage } from '../records/message.ts';
import { readName } from './naming.ts';
import type { DecisionRecord } from './record.ts';
import type { Renumbering } from './renumber.ts';

/** The commit message proposed for decision records: `docs(decisions): 12 Retry with backoff`. */
export function commitMessage(records: readonly DecisionRecord[]): string {
  return recordsMessage(
    'decisions',
    records.map(({ number, title }) => (number === null ? title : `${number} ${title}`)),
  );
}

/** The message for a record that replaces another: one commit holds both. */
export function supersedeMessage(next: DecisionRecord, old: DecisionRecord): string {
  return relationMessage(next, [{ verb: 'supersedes', old }]);
}

/** The message for records that amend or replace others, each written together with them: `14 X, amends 12`. */
export function relationMessage(
  next: DecisionRecord,
  changed: readonly { verb: string; old: DecisionRecord }[],
): string {
  return [commitMessage([next]), ...changed.map(({ verb, old }) => `${verb} ${old.number ?? old.title}`)].join(', ');
}

/** The message for a record that gets another number. */
export function renumberMessage({ from, before, after }: Renumbering): string {
  return `docs(decisions): renumber ${before} to ${after}, ${readName(from).slug.replace(/[-_]+/g, ' ')}`;
}
