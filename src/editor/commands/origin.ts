import type { NewDecision } from '../../decisions/newDecision.ts';
import type { DecisionRecord } from '../../decisions/record.ts';
import type { OpenLog } from '../decisionLogs.ts';
import type { RecordChange } from '../recordEdits.ts';

/** Where a new record goes. */
export interface Target {
  readonly open: OpenLog;
  /** Relative to the log's root. */
  readonly folder: string;
}

/** What a new record comes from, besides what is selected. */
export interface Origin {
  /** What the question is titled, and what it asks. */
  readonly title: string;
  readonly question: string;
  /** A first guess at the record's title. */
  readonly guess?: string;
  /** The only folder that it may go to. */
  readonly target?: Target;
  /** The only log that it may belong to. */
  readonly only?: OpenLog;
  /** What it is to say, besides its title. @param folder where it goes, in the log `open`. */
  request(folder: string, open: OpenLog): Partial<NewDecision>;
  /** What else changes with it, computed before anything is written: a refusal leaves nothing behind. */
  alongside?(next: DecisionRecord): readonly RecordChange[];
}
