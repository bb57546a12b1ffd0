import type { Medians } from './measure.ts';

/** A line of the result: what is measured, against what, and what it may be at most. */
export interface Row {
  readonly name: string;
  readonly ours: string;
  /** What ours is held against: a floor, a peer or a limit of size. */
  readonly peer: string;
  readonly ratio: number;
  /** The ratio may be as much; undefined where it is only reported. */
  readonly limit: number | undefined;
}

/** What could not be measured here, and why. */
export interface LeftOut {
  readonly name: string;
  readonly why: string;
}

/** A row of two times. */
export function timeRow(name: string, { ours, peer, ratio }: Medians, limit?: number): Row {
  return { name, ours: milliseconds(ours), peer: milliseconds(peer), ratio, limit };
}

export function isMissed({ ratio, limit }: Row): boolean {
  return limit !== undefined && !(ratio <= limit);
}

function milliseconds(time: number): string {
  return `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`;
}

const titles = ['', 'ratio', 'limit', '', 'ours', 'floor or peer'];
const nameWidth = 58;
const width = 9;

/** The line above the rows. */
export const header: string = line(titles);

/** A row as a line of text. */
export function printed(row: Row | LeftOut): string {
  if ('why' in row) return `${row.name.padEnd(nameWidth)} left out: ${row.why}`;
  const digits = row.ratio < 0.001 ? 6 : row.ratio < 0.1 ? 4 : 2;
  const verdict = row.limit === undefined ? '' : isMissed(row) ? 'MISSED' : 'ok';
  return line([row.name, row.ratio.toFixed(digits), String(row.limit ?? '-'), verdict, row.ours, row.peer]);
}

function line([name = '', ...cells]: readonly string[]): string {
  return [name.padEnd(nameWidth), ...cells.map((cell) => cell.padStart(width))].join(' ').trimEnd();
}
