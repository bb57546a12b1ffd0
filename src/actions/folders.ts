import { readGlob } from '../records/glob.ts';

/** Files that hold tasks by their name, wherever they are. */
const taskList =
  /(?:^|\/)(?:to[-_ ]?dos?|tasks?|task[-_ ]?(?:list|board)|actions|action[-_ ]?(?:items?|list|log|register))\.(?:md|markdown|mdx|rst|adoc|org)$|(?:^|\/)todo\.txt$/i;
/** Folders of other people's files, never looked into. */
const foreign = /(?:^|\/)(?:node_modules|vendor|third_party|bower_components|\.git|\.github|dist|site-packages)\//;
/** What actions can be written back to: transcripts and web pages are only read. */
const writable = /\.(?:md|markdown|mdx|txt|rst|adoc|asciidoc|org)$/i;

/** Whether a file is a list of tasks by its name: `TODO.md`, `docs/actions.md`, `todo.txt`. */
export function isTaskList(path: string): boolean {
  return taskList.test(path) && !foreign.test(path);
}

/** Whether an action can be changed in a file. */
export function isWritable(path: string): boolean {
  return writable.test(path);
}

/** The question whether a file is named by settings: a file, a folder with everything below it, or a glob. */
export function namedBy(patterns: readonly string[]): (path: string) => boolean {
  const globs = patterns.map(readGlob);
  return (path) => isWritable(path) && !foreign.test(path) && globs.some((glob) => glob.matches(path));
}
