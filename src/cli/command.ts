import type { Surroundings } from './workspace.ts';

/** What a command prints and how it ends. */
export interface Result {
  /** For standard output, without the final line ending. */
  readonly output: string;
  /** For standard error, a sentence each. */
  readonly messages?: readonly string[];
  /** 0 done, 1 problems found or refused, 2 wrong usage. */
  readonly status: 0 | 1 | 2;
}

/** A command of the command line. */
export interface Command {
  /** The words that call it: `new decision`. */
  readonly words: readonly string[];
  readonly usage: string;
  readonly summary: string;
  readonly options: Record<string, { type: 'boolean' | 'string'; multiple?: boolean }>;
  /** How many arguments it takes. */
  readonly arguments: { readonly least: number; readonly most: number };
  run(args: readonly string[], options: Options, surroundings: Surroundings): Promise<Result>;
}

/** Parsed options. */
export type Options = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
