/**
 * Somebody says that an action is not the work which another document names in like words: a visible line below it, such as
 * `- not the same as [measure the storm](2026-11-13-sync.md)`.
 */
export interface Apart {
  /** The action's line, counted from 1. */
  readonly line: number;
  /** The other document, relative to the root, with `/`. */
  readonly path: string;
  /** The other action's words. */
  readonly text: string;
}

/**
 * The other action that a line sets apart; undefined for any other line.
 *
 * @param from the path of the document that holds the line, which the link is relative to.
 */
export function apartFrom(line: string, from: string): Pick<Apart, 'path' | 'text'> | undefined {
  const { text, target } =
    /^\s*(?:[-*+]\s+)?not the same as \[(?<text>[^\]]+)\]\(<?(?<target>[^)>\s#]+)(?:#[^)>\s]*)?>?\)[.;]?\s*$/i.exec(
      line,
    )?.groups ?? {};
  if (!text || !target) return undefined;
  const parts = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of decoded(target).split('/')) {
    if (part === '..') parts.pop();
    else if (part && part !== '.') parts.push(part);
  }
  return { path: parts.join('/'), text };
}

function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}
