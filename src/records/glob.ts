import picomatch from 'picomatch';

/** A glob over paths with `/`, ready to be asked. */
export interface Glob {
  /** The folders, or the whole path, that stand before the first wildcard; empty where there are none. */
  readonly base: string;
  matches(path: string): boolean;
}

type Segment = 'any folders' | ((name: string) => boolean);

/** Alternatives that `{a,b}` may stand for; a glob with more matches nothing. */
const mostAlternatives = 64;
/** Wildcards and groups in one segment that is left to a regular expression; one with more matches nothing. */
const mostSpecials = 3;
const longest = 1024;

/**
 * Reads a glob. A path without wildcards stands for the file, or for the folder with everything below it; so does one
 * with a final `/`. `*` and `?` stay within a segment, `**` goes over any number of them, names that begin with a dot
 * count like others, and brackets also stand for themselves, as in `app/[id]/page.tsx`.
 *
 * A repository that nobody vouches for may hold any pattern, so segments are matched one by one: no glob takes more
 * steps than its segments times the path's.
 */
export function readGlob(pattern: string): Glob {
  const path = pattern.replaceAll(/\\(?![*?[\](){}!@+,\\])/g, '/').replace(/^(?:\.?\/)+/, '');
  const alternatives = path.length > longest ? [] : expandBraces(path).map(segmentsOf);
  const names = namesOf(path);
  const wild = names.findIndex((name) => /[*?[{(\\]/.test(name));
  const base = names.slice(0, wild < 0 ? names.length : wild).join('/');
  return {
    base,
    matches: (asked) => {
      if (asked.length > 4 * longest || !asked.startsWith(base)) return false;
      const parts = asked.split('/');
      return alternatives.some((segments) => matchesAll(segments, parts));
    },
  };
}

function segmentsOf(pattern: string): Segment[] {
  const folder = pattern.endsWith('/') || !/[*?]/.test(pattern);
  const segments = namesOf(pattern).map((name): Segment => (name === '**' ? 'any folders' : segmentOf(name)));
  if (!pattern) return [() => false];
  return folder ? [...segments, 'any folders'] : segments;
}

function namesOf(pattern: string): string[] {
  return pattern.split('/').filter((name) => name !== '' && name !== '.');
}

function segmentOf(pattern: string): Segment {
  if (!/[?[(\\]/.test(pattern)) return starred(pattern.split(/\*+/));
  const specials = pattern.match(/\*+|\(/g)?.length ?? 0;
  const matches = specials > mostSpecials ? () => false : picomatch(pattern, { dot: true, nobrace: true });
  return (name) => name === pattern || matches(name);
}

/** Whether a name is these pieces in order, the first at its beginning, the last at its end. */
function starred([first = '', ...pieces]: readonly string[]): (name: string) => boolean {
  const last = pieces.pop();
  if (last === undefined) return (name) => name === first;
  return (name) => {
    const end = name.length - last.length;
    if (end < first.length || !name.startsWith(first) || !name.endsWith(last)) return false;
    let at = first.length;
    for (const piece of pieces) {
      const found = name.indexOf(piece, at);
      if (found < 0 || found + piece.length > end) return false;
      at = found + piece.length;
    }
    return true;
  };
}

/** Asks, for each number of segments, whether they match the path so far: every pair is looked at once. */
function matchesAll(segments: readonly Segment[], parts: readonly string[]): boolean {
  let reached: boolean[] = [true, ...parts.map(() => false)];
  for (const segment of segments) {
    const next = reached.map(() => false);
    for (const [index, here] of reached.entries()) {
      if (segment === 'any folders') next[index] = here || (next[index - 1] ?? false);
      else if (here && index < parts.length) next[index + 1] = segment(parts[index] ?? '');
    }
    if (!next.includes(true)) return false;
    reached = next;
  }
  return reached[parts.length] ?? false;
}

/** What a pattern with `{a,b}` stands for, one by one in order; none where that would be too many. */
export function expandBraces(pattern: string): string[] {
  const done: string[] = [];
  const open = [pattern];
  while (open.length) {
    if (open.length + done.length > mostAlternatives) return [];
    const each = open.shift() ?? '';
    const group = /(?<!\\)\{(?<inside>[^{}]*,[^{}]*)\}/.exec(each);
    if (!group?.groups?.inside) {
      done.push(each);
      continue;
    }
    const [before, after] = [each.slice(0, group.index), each.slice(group.index + group[0].length)];
    open.unshift(...group.groups.inside.split(',').map((choice) => before + choice + after));
  }
  return done;
}
