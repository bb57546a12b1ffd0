/** A file or folder that gets another path. Both relative to the repository's root, with `/`. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Where a path is after some moves; undefined for one that stays. */
export function movedPath(path: string, moves: readonly Move[]): string | undefined {
  for (const { from, to } of moves) {
    if (path === from) return to;
    if (path.startsWith(`${from}/`)) return to + path.slice(from.length);
  }
  return undefined;
}
