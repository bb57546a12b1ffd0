import type { Status } from '../record.ts';

/** What a labelled value, a section or a phrase of a decision record is about. */
export type FieldName =
  | 'status'
  | 'date'
  | 'decided'
  | 'modified'
  | 'created'
  | 'deciders'
  | 'tags'
  | 'supersedes'
  | 'supersededBy'
  | 'amends'
  | 'amendedBy'
  | 'affects'
  | 'revisit'
  | 'team';

export type SectionName =
  | 'status'
  | 'date'
  | 'deciders'
  | 'metadata'
  | 'options'
  | 'rejectedOptions'
  | 'prosAndCons'
  | 'links'
  | 'risks'
  | 'consequences'
  | 'negativeConsequences'
  | 'outcome'
  | 'decision';

/**
 * The words that decision records of one language use, all in lower case. A word list says what real records write,
 * misspellings included; adding a language is adding a file like this one and naming it in the list.
 */
export interface Language {
  readonly id: string;
  /** Labels before a colon, keys of front matter, first cells of table rows. */
  readonly fields: Partial<Record<FieldName, readonly string[]>>;
  /** Headings. */
  readonly sections: Partial<Record<SectionName, readonly string[]>>;
  /** Words that begin a status. */
  readonly statuses: Partial<Record<Exclude<Status, 'unknown'>, readonly string[]>>;
  /** Phrases before a reference to another record. */
  readonly phrases: Partial<Record<'supersedes' | 'supersededBy' | 'amends' | 'amendedBy', readonly string[]>>;
  /** What an outcome tells of, as it is written. */
  readonly outcome: { readonly expected: string; readonly happened: string; readonly risks: string };
  /** What a new record's empty section says: how little is enough. */
  readonly hint: string;
  /** Words that make a supersession partial: the record stays in force. */
  readonly inPart: readonly string[];
  /** Words of an option's heading, before its number or letter. */
  readonly option: readonly string[];
  /** How a text mentions a decision by its number. */
  readonly mention: {
    /** Words before the number: "decision 12". */
    readonly words: readonly string[];
    /** Words behind a number that make it one of something else: "the decision 12 months ago". */
    readonly counted: readonly string[];
    /** Words between two numbers that make the first one of so many: "decision 3 of 4". */
    readonly outOf: readonly string[];
  };
  /** Words that may follow a status in the same line without making prose of it. */
  readonly connectors: readonly string[];
  /** Month names and abbreviations, in order; several names of a month are separated by a space. */
  readonly months: readonly string[];
}
