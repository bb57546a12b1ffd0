import type { ActionDocument } from './carryOver.ts';

/** What a table's column says of the actions in its rows. */
export type Column = 'owner' | 'due' | 'state' | 'by' | 'task';

/** How documents of one kind are read for actions, and the words that they use. */
export interface ActionReader {
  /** The actions of a text. It gives some answer for any text. @param path relative to the root, with `/`. */
  read(path: string, text: string): ActionDocument;
  /** Whether a file holds actions, by its name and where it is. */
  holds(path: string): boolean;
  /** What a column with this heading holds; undefined where it says nothing of actions. */
  columnOf(heading: string): Column | undefined;
  /** Words that say of something that it is done, in lower case. */
  readonly doneWords: readonly string[];
}
