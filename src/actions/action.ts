/** What words say of when something is due. */
export interface DueReading {
  /** The words, as written. */
  readonly words: string;
  /**
   * A full date was written; it was counted from the meeting's day; the words can mean one day or another, which only a
   * person can tell; or they name no day at all, such as "soon".
   */
  readonly certainty: 'stated' | 'inferred' | 'ambiguous' | 'vague';
  /** The days that they can mean, YYYY-MM-DD, the nearest first: one where it is certain, none where it is vague. */
  readonly days: readonly string[];
}

/** Something that somebody said they would do, as a line of a document states it. */
export interface Action {
  /** The line that it stands on, counted from 1. */
  readonly line: number;
  /** What is to be done, without owner, date and marks. */
  readonly text: string;
  /** As written, without `@` and markup; empty where nobody is named. */
  readonly owners: readonly string[];
  /** YYYY-MM-DD; null where the text states no day, or only a vague one. */
  readonly due: string | null;
  /** The words that state when. */
  readonly dueText: string | null;
  /** How sure the day is, and which days the words can mean; absent where no words state when. */
  readonly dueReading?: DueReading;
  readonly done: boolean;
  /** Whether it is marked as an action, or stands below a heading of actions; otherwise it was found in discussion. */
  readonly explicit: boolean;
}
