import type { MarkdownDocument } from '../../markdown/document.ts';
import type { Field } from '../field.ts';

/** A way of writing decision records: how one is recognised, and what a new one looks like. */
export interface Format {
  readonly id: string;
  /** The built-in template for a new record, by file name without `.hbs`. */
  readonly template: string;
  /** Whether a record is of this format. Formats are asked in the order of their list; the first that says yes has it. */
  recognise(document: MarkdownDocument, fields: readonly Field[]): boolean;
  /** How a status word is written. */
  writeStatus(word: string): string;
  /** How the old record's status names the new one. */
  readonly supersededBy: string;
  /** How the new record names the old one. */
  readonly supersedes: string;
}
