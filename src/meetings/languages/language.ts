/** What a column says: who, by when, how far, either of the first two, or what is to be done. */
export type ColumnKind = 'owner' | 'due' | 'state' | 'by' | 'task';

/** Words for days that are counted from a meeting, in lower case. */
export interface DayWords {
  /** Before a number of days, weeks or months: `dans`, `in`. */
  readonly in: readonly string[];
  readonly units: Readonly<Record<'day' | 'week' | 'month', readonly string[]>>;
  readonly today: readonly string[];
  readonly tomorrow: readonly string[];
  readonly nextWeek: readonly string[];
  readonly endOfWeek: readonly string[];
  readonly endOfMonth: readonly string[];
  /** Numbers from 1, as words. */
  readonly numbers: readonly (readonly string[])[];
  /** From Sunday. */
  readonly weekdays: readonly (readonly string[])[];
  /** From January. */
  readonly months: readonly string[];
  /** Between a preposition and a day: `le`, `dem`. */
  readonly articles: readonly string[];
}

/** The words that minutes of one language use, in lower case. Adding a language is adding a file like this one. */
export interface MinutesLanguage {
  readonly id: string;
  readonly headings: {
    /** Sections whose items are actions. */
    readonly actions: readonly string[];
    /** Sections that go through actions of before: only what asks for something is one. */
    readonly reviewed: readonly string[];
    /** Sections whose items are decisions. */
    readonly decisions: readonly string[];
    /** Sections of people: rosters are never actions. */
    readonly people: readonly string[];
    /** Sections whose items are questions without an answer. */
    readonly questions: readonly string[];
    /** Sections of notes as they were taken, which a summary quotes. */
    readonly notes: readonly string[];
    /** Sections whose items are not yet anything: agendas, links, votes. */
    readonly notActions: readonly string[];
  };
  /** Words that tell the role of a short heading which is none of these: "Tareas asignadas", "Attended by". */
  readonly keywords: {
    readonly people: readonly string[];
    readonly actions: readonly string[];
    readonly decisions: readonly string[];
  };
  /** What stands before a day by which something is due: `deadline: 2026-11-27`, `bis Freitag`. */
  readonly dueLabels: readonly string[];
  /** Absent for English, whose days chrono-node and patterns of their own read. */
  readonly days?: DayWords;
  /** Headings of tables' columns. */
  readonly columns: Readonly<Record<ColumnKind, readonly string[]>>;
  /** Marks before a question: `Q:`. */
  readonly questionMarks: readonly string[];
  /** What stands before the day of the meeting: `Date: ...`. */
  readonly dateLabels: readonly string[];
  /** Marks before an action: `ACTION:`, `AI:`, `TODO:`. */
  readonly marks: readonly string[];
  /** Marks before a decision: `Decision:`, `RESOLVED:`. */
  readonly decisionMarks: readonly string[];
  /** Words between an owner and what they do: `will`, `to`, `must`. */
  readonly undertakings: readonly string[];
  /** Words that begin an instruction. */
  readonly imperatives: readonly string[];
  /** Words that begin the statement of a decision: `approved`, `agreed to`. */
  readonly decided: readonly string[];
  /** What stands where there is nothing: `none`, `n/a`. */
  readonly nothing: readonly string[];
  /** Marks of something done: `done`, `completed`. */
  readonly done: readonly string[];
  /** Groups that can own an action without being a name. */
  readonly groups: readonly string[];
}
