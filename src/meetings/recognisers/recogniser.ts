import type { Passage } from '../passages.ts';

/** An action as a recogniser finds it: its words, before owner and date are read from them. */
export interface Candidate {
  readonly line: number;
  readonly text: string;
  readonly done: boolean;
  readonly explicit: boolean;
  /** An owner that stands outside of the words: the item that it is nested in, a mark such as `[ACTION - Ana]`. */
  readonly owner?: string;
  /** The bare line above its list, which may be whose it is or what it is about. */
  readonly label?: string;
  /** The word that marked it, as written: "AR" marks an action, and is somebody's initials. */
  readonly mark?: string;
  /** What is stated beside the words, in columns of a table or by a scribe's mark; it counts before them. */
  readonly beside?: Beside;
}

/** What stands beside an action. */
export interface Beside {
  readonly owner?: string;
  readonly due?: string;
  /** There is a column of owners, and nobody is named in it. */
  readonly unowned?: boolean;
  /** The column's heading is of a language that writes 5 February as 05/02. */
  readonly dayFirst?: boolean;
}

/** One shape in which minutes write actions. */
export interface Recogniser {
  readonly id: string;
  /** The actions of a passage; undefined where it is not of this shape, and the next recogniser is asked. */
  recognise(passage: Passage): readonly Candidate[] | undefined;
}
