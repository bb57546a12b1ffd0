import { expandBraces } from '../records/glob.ts';
import { type Move, movedPath } from './move.ts';

/**
 * A pattern of `affects` that names what moves, or begins with it, with the new path; undefined for any other. A choice
 * such as `src/{a,b}/**` is changed where it names the one that moves, or else set out as two: `{lib/a,src/b}/**`.
 */
export function movedPattern(pattern: string, moves: readonly Move[]): string | undefined {
  const { lead, written } = parts(pattern);
  const plain = movedPlain(written, moves);
  if (plain !== undefined) return lead + plain;
  const each = expandBraces(written);
  if (each.length < 2) return undefined;
  const moved = each.map((path) => movedPlain(path, moves) ?? path);
  if (moved.every((path, index) => path === each[index])) return undefined;
  const candidates = [...withOtherChoice(written, moves), setOut(moved)];
  // A name with a comma or a brace of its own cannot stand in a choice.
  const right = candidates.find((candidate) => sameSet(expandBraces(candidate), moved));
  return right === undefined ? undefined : lead + right;
}

/** Whether a pattern, or one of those that its choices make, names what moves or begins with it. */
export function namesMoved(pattern: string, moves: readonly Move[]): boolean {
  return expandBraces(parts(pattern).written).some((each) => movedPlain(each, moves) !== undefined);
}

function parts(pattern: string): { readonly lead: string; readonly written: string } {
  const lead = /^!?(?:\.?\/)*/.exec(pattern)?.[0] ?? '';
  return { lead, written: pattern.slice(lead.length) };
}

function movedPlain(written: string, moves: readonly Move[]): string | undefined {
  const path = written.replace(/\/+$/, '');
  const moved = movedPath(path, moves);
  return moved === undefined ? undefined : moved + written.slice(path.length);
}

/** The pattern with one choice of its first `{a,b}` renamed, for moves that stay in the folder before it. */
function withOtherChoice(pattern: string, moves: readonly Move[]): string[] {
  const group = /\{([^{}]*,[^{}]*)\}/.exec(pattern);
  if (group?.[1] === undefined) return [];
  const before = pattern.slice(0, group.index);
  const after = pattern.slice(group.index + group[0].length);
  const choices = group[1].split(',').map((choice) => {
    const moved = movedPlain(before + choice, moves);
    return moved?.startsWith(before) ? moved.slice(before.length) : choice;
  });
  return [`${before}{${choices.join(',')}}${after}`];
}

/** One pattern for several: what they begin and end with alike, segment by segment, stands outside of the braces. */
function setOut(paths: readonly string[]): string {
  const all = [...new Set(paths)].map((path) => path.split('/'));
  const shortest = Math.min(...all.map(({ length }) => length)) - 1;
  const alike = (at: (parts: readonly string[]) => string | undefined) => new Set(all.map(at)).size === 1;
  let [start, end] = [0, 0];
  while (start < shortest && alike((parts) => parts[start])) start++;
  while (end < shortest - start && alike((parts) => parts.at(-1 - end))) end++;
  const [first = []] = all;
  const choices = all.map((parts) => parts.slice(start, parts.length - end).join('/'));
  const ends = [...first.slice(0, start), `{${choices.join(',')}}`, ...first.slice(first.length - end)];
  return ends.join('/');
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [new Set(one), new Set(other)];
  return a.size === b.size && [...a].every((each) => b.has(each));
}
