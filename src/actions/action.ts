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
  readonly done: boolean;
  /** Whether it is marked as an action, or stands below a heading of actions; otherwise it was found in discussion. */
  readonly explicit: boolean;
}
