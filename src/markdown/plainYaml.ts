const word = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N} ./_()-]*[\p{L}\p{N}./_()-])?`;
const end = String.raw`[ \t]*(?:\r?\n)?$`;
const scalar = new RegExp(
  String.raw`^[\w-]+:[ \t]+(?:(?<plain>${word})|"(?<double>[^"\\\r\n]+)"|'(?<single>[^'\r\n]+)')${end}`,
  'u',
);
const flowList = new RegExp(
  String.raw`^[\w-]+:[ \t]+\[[ \t]*(?<items>${word}(?:[ \t]*,[ \t]*${word})*)[ \t]*\]${end}`,
  'u',
);
const blockList = new RegExp(
  String.raw`^[\w-]+:[ \t]*\r?\n(?<indent> *)- +${word}[ \t]*(?:\r?\n\k<indent>- +${word}[ \t]*)*(?:\r?\n)?$`,
  'u',
);

/**
 * The value of a front matter entry that is nothing but plain or quoted words on one line, or a list of plain words, where
 * YAML has no other reading; undefined for everything else. Most entries of real records are of this kind, and the full
 * parser costs fifty times as much.
 */
export function plainValue(source: string): string | readonly string[] | undefined {
  const words = scalar.exec(source)?.groups;
  if (words) return words.plain ?? words.double ?? words.single;
  const items = flowList.exec(source)?.groups?.items;
  if (items !== undefined) return items.split(/[ \t]*,[ \t]*/);
  if (!blockList.test(source)) return undefined;
  return [...source.matchAll(/^ *- +(.*?)[ \t\r]*$/gm)].map(([, item = '']) => item);
}
