import type { Severity } from '../decisions/checks/check.ts';

/** A finding as it is printed. */
export interface Problem {
  /** Relative to the repository's root, with `/`. */
  readonly path: string;
  /** Counted from 1; the end is after the last character. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
}
