import type { Message } from '../../humanError.ts';
import type { MarkdownDocument } from '../../markdown/document.ts';
import type { FileChange } from '../../records/changes.ts';
import type { Field } from '../field.ts';
import type { DecisionRecord, Reference } from '../record.ts';
import type { StatedStatus } from '../status.ts';
import type { Team } from '../team.ts';

/** How much a finding matters; the editor's words. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** A way to mend a finding. */
export interface Fix {
  readonly title: Message;
  /** Edits of the record, or of another one. */
  readonly changes: readonly FileChange[];
  /** The editor's command that mends it, where more is needed than edits: it may ask, and changes many files. */
  readonly command?: 'renumber' | 'recordOutcome';
  /** Whether it is what nearly everybody would do. */
  readonly preferred?: boolean;
}

/** Something that a check has found, with the span of the record's text that it is about. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly message: Message;
  /** Instead of the check's own: a gap in a proposal is less than the same gap in a decision. */
  readonly severity?: Severity;
  /** Computed when somebody asks: some of them read other records. */
  readonly fixes?: () => readonly Fix[];
}

/** What a check sees of the log and the repository around a record. */
export interface CheckedLog {
  readonly records: readonly DecisionRecord[];
  recordAt(path: string): DecisionRecord | undefined;
  /** The path of the record that a reference means, or what it says where there is no such record. */
  resolve(reference: Reference, from: string): string;
  /** The paths of a folder's records. */
  pathsIn(folder: string): readonly string[];
  /** A record's text; undefined where it cannot be read. */
  textOf(path: string): string | undefined;
  /** Whether there is a file or folder; paths relative to the repository's root, with `/`. */
  exists(path: string): boolean;
  /** Every file of the repository; undefined where that is not known, and checks that need it keep silent. */
  readonly files: readonly string[] | undefined;
  /** The team's own words. */
  readonly team?: Team | undefined;
  /** What has a record's number on another branch: a file's name and the branch; undefined where nobody has looked. */
  clashOf?(path: string): string | undefined;
}

/** A record as checks see it. */
export interface Subject {
  readonly record: DecisionRecord;
  readonly document: MarkdownDocument;
  readonly fields: readonly Field[];
  readonly stated: StatedStatus | undefined;
  readonly log: CheckedLog;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Days after which a proposal is stale. */
  readonly staleAfterDays: number;
}

/** One question that a record is asked. Pure; adding one is adding a file and naming it in the list. */
export interface Check {
  /** A noun in kebab-case: settings and suppressions name it. */
  readonly code: string;
  readonly severity: Severity;
  /** One line on what is wrong and why it matters. */
  readonly documentation: string;
  /**
   * Whether records in reStructuredText and AsciiDoc are asked too, of which title, fields and links are known, but
   * neither what belongs to a section nor where in its line a thing stands.
   */
  readonly anyMarkup?: true;
  run(subject: Subject): Finding[];
}
