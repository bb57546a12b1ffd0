/** What plain words never hold here: controls, line breaks, what may end a value or begin a comment. */
const special = String.raw`\x00-\x1f\x7f-\xa0:#\\\u2028\u2029\ufeff`;
const words = plain(special);
/** In a list in brackets, commas and brackets have a meaning of their own. */
const listed = plain(String.raw`${special},[\]{}`);
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

/** Words that begin with a letter or a digit and end with anything but a space. */
function plain(excluded: string): string {
  return String.raw`[\p{L}\p{N}](?:[^${excluded}]*[^${excluded} ])?`;
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
