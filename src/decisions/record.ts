/** What a decision record's status means; `unknown` where the record does not say, or says what we cannot place. */
export type Status = 'proposed' | 'accepted' | 'rejected' | 'deprecated' | 'superseded' | 'unknown';

/** The known statuses, in the order of a decision's life. */
export const statuses = ['proposed', 'accepted', 'rejected', 'deprecated', 'superseded'] as const;

/** A reference to another record, as its author wrote it. */
export interface Reference {
  /** The words: a link's text, `ADR-12`, a number. */
  readonly text: string;
  /** A link's target as written, relative to the record; undefined where there is only text. */
  readonly target?: string;
}

/** A value of a team's own, such as a ticket. */
export interface TeamField {
  /** The name to show, from the settings. */
  readonly name: string;
  readonly values: readonly string[];
}

/** A decision record as it was read. Every value is what the document or its file name states. */
export interface DecisionRecord {
  /** Path relative to the repository's root, with `/`. */
  readonly path: string;
  readonly number: number | null;
  readonly title: string;
  readonly status: Status;
  /** The status as its author wrote it, markup dropped. */
  readonly statusText: string | null;
  /** YYYY-MM-DD. */
  readonly date: string | null;
  readonly deciders: readonly string[];
  readonly tags: readonly string[];
  readonly supersedes: readonly Reference[];
  readonly supersededBy: readonly Reference[];
  /** Records that this one changes in part; they stay in force. */
  readonly amends: readonly Reference[];
  readonly amendedBy: readonly Reference[];
  /** Globs of the code that the decision governs. */
  readonly affects: readonly string[];
  /** YYYY-MM-DD. */
  readonly revisit: string | null;
  /** The day of the last outcome that was recorded, YYYY-MM-DD. */
  readonly outcome: string | null;
  /** How many options the record sets out. */
  readonly options: number;
  /** What stands behind the labels that the team's settings name, in the order of the settings. */
  readonly teamFields: readonly TeamField[];
  /** Id of the format it was read as. */
  readonly format: string;
}
