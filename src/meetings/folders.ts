/** Folder names that hold minutes or summaries of meetings, wherever they are. */
const folderNames =
  /^(?:meetings?|minutes|meeting[-_ ]?(?:notes|minutes)|mtgs?|standups?|syncs?|retros?|retrospectives?)$/i;
const documentExtension = /\.(?:md|markdown|mdx|txt|rst|adoc|vtt|srt|html?)$/i;
const notMinutes =
  /^(?:read[-_]?me|index|template|.*[-_.]template|contributing|licen[cs]e|changelog|agenda)(?:[-_.][a-z]{2})?$/i;
const foreign = /(?:^|\/)(?:node_modules|vendor|third_party|\.git|dist)\//;

/** Whether a file can hold minutes: a text, and no README or template. */
export function isMinutesDocument(path: string): boolean {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return documentExtension.test(file) && !notMinutes.test(file.replace(/\.\w+$/, '')) && !foreign.test(path);
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
