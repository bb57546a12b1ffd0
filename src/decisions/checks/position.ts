import { Lines } from '../../markdown/lines.ts';

/** A place in a text as editors count: lines and columns from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets of a text into lines and columns. A byte order mark takes no column. */
export function positionsIn(text: string): (offset: number) => Position {
  const lines = new Lines(text);
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  return (offset) => {
    const line = lines.numberAt(offset);
    return { line: line + 1, column: Math.max(1, offset - lines.at(line).start + 1 - (line === 0 ? mark : 0)) };
  };
}
