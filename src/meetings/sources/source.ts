import type { MarkdownDocument } from '../../markdown/document.ts';
import type { Passage } from '../passages.ts';

/** Notes of a meeting as they were read, whatever they were written in. */
export interface Material {
  /** What date and title are looked for in. */
  readonly document: MarkdownDocument;
  readonly passages: readonly Passage[];
  /** Who speaks, in the order in which they first do; empty for notes that are no transcript. */
  readonly speakers: readonly string[];
  /** The notes as Markdown that a person reads: a transcript without its times. */
  readonly readable: string;
  /** The line of the file, from 1, that a passage's line stands for. */
  lineOf(line: number): number;
}

/** A way in which notes are written. */
export interface Source {
  readonly id: string;
  /** Extensions of files, with the dot, in lower case; none for the one that takes everything else. */
  readonly extensions: readonly string[];
  read(text: string, extension: string): Material;
}
