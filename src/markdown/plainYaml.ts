/** Words that are plain in a list in brackets, and those that are plain elsewhere. They begin with a letter or a digit. */
const listed = plain(String.raw`\p{L}\p{N} ./_()*-`);
const words = plain(String.raw`\p{L}\p{M}\p{N} ./_()*,;'"+&=<>@!?%|~^$[\]{}’“”–—-`);
const end = String.raw`[ \t]*(?:\r?\n)?$`;
const scalar = new RegExp(
  String.raw`^[\w-]+:[ \t]+(?:(?<plain>${words})|"(?<double>[^"\\\r\n]+)"|'(?<single>[^'\r\n]+)')${end}`,
  'u',
);
const flowList = new RegExp(
  String.raw`^[\w-]+:[ \t]+\[[ \t]*(?<items>${listed}(?:[ \t]*,[ \t]*${listed})*)[ \t]*\]${end}`,
  'u',
);
const blockList = new RegExp(
  String.raw`^[\w-]+:[ \t]*\r?\n(?<indent> *)- +${words}[ \t]*(?:\r?\n\k<indent>- +${words}[ \t]*)*(?:\r?\n)?$`,
  'u',
);

function plain(characters: string): string {
  const last = characters.replace(' ', '');
  return String.raw`[\p{L}\p{N}](?:[${characters}]*[${last}])?`;
}

/**
 * The value of a front matter entry that is nothing but plain or quoted words on one line, or a list of plain words, where
 * YAML has no other reading; undefined for everything else. Most entries of real records are of this kind, and the full
 * parser costs fifty times as much.
 */
export function plainValue(source: string): string | readonly string[] | undefined {
  const found = scalar.exec(source)?.groups;
  if (found) return found.plain ?? found.double ?? found.single;
  const items = flowList.exec(source)?.groups?.items;
  if (items !== undefined) return items.split(/[ \t]*,[ \t]*/);
  if (!blockList.test(source)) return undefined;
  return [...source.matchAll(/^ *- +(.*?)[ \t\r]*$/gm)].map(([, item = '']) => item);
}
