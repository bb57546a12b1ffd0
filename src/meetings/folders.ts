/** Folder names that hold minutes or summaries of meetings, wherever they are. */
const folderNames =
  /^(?:meetings?|minutes|meeting[-_ ]?(?:notes|minutes)|mtgs?|standups?|syncs?|retros?|retrospectives?)$/i;
const documentExtension = /\.(?:md|markdown|mdx|txt|rst|adoc|vtt|srt|html?)$/i;
const notMinutes =
  /^(?:read[-_]?me|index|template|.*[-_.]template|contributing|licen[cs]e|changelog|agenda)(?:[-_.][a-z]{2})?$/i;
const foreign = /(?:^|\/)(?:node_modules|vendor|third_party|\.git|dist)\//;

/** More bytes than these of one file are never read: a day's transcript is a tenth of it. */
export const longestNotes = 16 * 1024 * 1024;

/** Whether a file can hold minutes: a text, and no README or template. */
export function isMinutesDocument(path: string): boolean {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return documentExtension.test(file) && !notMinutes.test(file.replace(/\.\w+$/, '')) && !foreign.test(path);
}

/** Where the meetings of a repository are summarised: in the folder with most of its minutes, or the one that we begin. */
export function meetingsFolder(paths: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const path of paths.filter(isMinutesDocument)) {
    const parts = path.split('/').slice(0, -1);
    const last = parts.findLastIndex((part) => folderNames.test(part));
    if (last < 0) continue;
    const folder = parts.slice(0, last + 1).join('/');
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return most?.[0] ?? 'docs/meetings';
}

/** Whether a file is taken for minutes by where it is: in a folder of meetings, or with "minutes" in its name. */
export function isMinutesFile(path: string): boolean {
  if (!isMinutesDocument(path)) return false;
  const parts = path.split('/');
  return (
    parts.slice(0, -1).some((part) => folderNames.test(part)) ||
    /(?:^|[-_. ])minutes(?:[-_. ]|$)/i.test(parts.at(-1) ?? '')
  );
}
