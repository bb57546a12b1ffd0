import { isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml';
import { applyEdits, type Edit } from './edit.ts';
import type { FrontMatter } from './frontMatter.ts';

/** The way to a text inside a value: indexes of lists, keys of maps. Empty for the value itself. */
export type Way = readonly (number | string)[];

const failsafe = { schema: 'failsafe', logLevel: 'silent', prettyErrors: false, uniqueKeys: false } as const;

/**
 * The edits that change some texts of a front matter entry where they stand: lists keep their style, texts their quotes
 * where they can, and everything between them stays.
 *
 * @param change gives a text's new words, or undefined to leave it.
 * @returns undefined where one of the changes cannot be made safely: the entry is no valid YAML, or the text is an alias,
 *   has an anchor or a tag, or stands in a block scalar.
 */
export function changeTexts(
  frontMatter: FrontMatter,
  key: string,
  change: (text: string, way: Way) => string | undefined,
): Edit[] | undefined {
  const entry = frontMatter.sourceOf(key);
  if (!entry) return [];
  const texts = textsIn(entry.source);
  if (!texts) return undefined;
  const wanted = texts.map(({ scalar, way }) => change(String(scalar.value), way) ?? String(scalar.value));
  const changed = texts.flatMap(({ scalar }, index) => {
    const words = wanted[index] ?? '';
    return words === String(scalar.value) ? [] : [{ scalar, words }];
  });
  if (!changed.length) return [];
  if (!changed.every(({ scalar }) => canBeReplaced(scalar))) return undefined;
  for (const write of [asWritten, quotedWhereNeeded, quoted]) {
    const edits = changed.map(({ scalar, words }): Edit => {
      const [start, end] = scalar.range ?? [0, 0];
      return { start, end, text: write(words, scalar.type ?? '') };
    });
    const after = textsIn(applyEdits(entry.source, edits))?.map(({ scalar }) => String(scalar.value));
    if (after?.length === wanted.length && after.every((text, index) => text === wanted[index])) {
      return edits.map(({ start, end, text }) => ({ start: start + entry.start, end: end + entry.start, text }));
    }
  }
  return undefined;
}

function canBeReplaced({ anchor, tag, type, range }: Scalar): boolean {
  const known = type === 'PLAIN' || type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE';
  return known && !anchor && !tag?.startsWith('!') && range !== undefined && range !== null && range[1] > range[0];
}

function asWritten(words: string, type: string): string {
  if (type === 'PLAIN') return words;
  return type === 'QUOTE_SINGLE' ? singleQuoted(words) : quoted(words);
}

function quotedWhereNeeded(words: string, type: string): string {
  const plain = /^[\p{L}\p{N}_./][\p{L}\p{N}\p{M}_./*+@~()$-]*$/u.test(words);
  return type === 'PLAIN' && !plain ? singleQuoted(words) : asWritten(words, type);
}

function singleQuoted(words: string): string {
  return `'${words.replaceAll("'", "''")}'`;
}

function quoted(words: string): string {
  return JSON.stringify(words);
}

interface Text {
  readonly scalar: Scalar;
  readonly way: Way;
}

/** The texts of an entry's value in order; undefined for an entry that is no valid YAML, or uses aliases. */
function textsIn(source: string): Text[] | undefined {
  const { contents, errors } = parseDocument(source, failsafe);
  const pair = isMap(contents) && contents.items.length === 1 ? contents.items[0] : undefined;
  if (!pair || errors.length) return undefined;
  const texts: Text[] = [];
  return collect(pair.value as Node | null, [], texts) ? texts : undefined;
}

function collect(node: Node | null, way: Way, texts: Text[]): boolean {
  if (node === null) return true;
  if (isScalar(node)) {
    texts.push({ scalar: node, way });
    return true;
  }
  if (isSeq(node)) return node.items.every((item, index) => collect(item as Node | null, [...way, index], texts));
  if (isMap(node)) {
    return node.items.every(
      ({ key, value }) => isScalar(key) && collect(value as Node | null, [...way, String(key.value)], texts),
    );
  }
  return false;
}
