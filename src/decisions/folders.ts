import { readName } from './naming.ts';

/** Folder names that hold decision records, wherever they are. */
const folderNames =
  /^(?:\.?decisions?|l?adrs?|\.adr|madr|decision[-_ ]?(?:records?|logs?)|(?:architectur(?:e|al)[-_ ]?)?(?:design[-_ ]?)?decision(?:s|[-_ ]?records?|[-_ ]?logs?)|architecture[-_ ]decisions[-_ ]records?|ddrs?|tdrs?)$/i;
const recordExtension = /\.(?:md|markdown|mdx|rst|adoc|asciidoc)$/i;
/** A file that says by its own name that it is a decision record, in any folder: `adr-012-x.md`, `ADR0012.md`. */
const recordName = /^l?adr[-_ ]?\d+(?:[-_. ]|\.\w+$)/i;
const notRecords =
  /^(?:read[-_]?me|index|_?index|template|contributing|changelog|licen[cs]e|code[-_]of[-_]conduct|glossary|summary|toc|table[-_]of[-_]contents|_sidebar|_navbar|overview|decision[-_]?log|adr[-_]?(?:log|index|list)|about|introduction|intro)(?:[-_.][a-z]{2}(?:[-_][a-z]{2})?)?$/i;
const template = /^(?:_|x+[-_])?(?:l?adr|madr|decision|decision[-_]record|nygard)?[-_. ]?template(?:[-_. ](?:\w+))?$/i;
/** Folders of other people's files, never looked into. */
const foreign = /(?:^|\/)(?:node_modules|vendor|third_party|bower_components|\.git|dist|site-packages)\//;

/** Whether a file may be a decision record: Markdown, reStructuredText or AsciiDoc, and no README, index or template. */
export function isRecordFile(path: string): boolean {
  if (!recordExtension.test(path)) return false;
  const { slug, number, digits } = readName(path);
  const file = path.slice(path.lastIndexOf('/') + 1);
  const stem = file.slice(0, file.lastIndexOf('.'));
  if (notRecords.test(stem) || template.test(stem)) return false;
  // `0005-template-engine.md` decides on something, `0005-adr-template.md` does not.
  if (template.test(slug) && (!number || /template$/i.test(slug))) return false;
  return !(number === 0 && /template/i.test(slug)) && !(digits === '' && /[-_.]template$/i.test(stem));
}

/** What a repository says of where its records are, besides its folders' names. */
export interface FolderHints {
  /** Folders, or globs of folders, from the user's settings, relative to the root. They win over everything else. */
  readonly configured?: readonly string[];
  /** The text of adr-tools' `.adr-dir`. */
  readonly adrDir?: string;
  /** The text of log4brains' `.log4brains.yml`. */
  readonly log4brains?: string;
}

/**
 * The folders of a repository that hold decision records, with the record files of each.
 *
 * @param paths every file of the repository, relative to its root, with `/`.
 * @param named folders that hints name, relative to the root, without a final `/`; `.` is the root itself.
 * @param only whether just the named folders count.
 */
export function findDecisionFolders(
  paths: readonly string[],
  named: readonly string[] = [],
  only = false,
): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  const known = new Map<string, boolean>();
  for (const path of paths) {
    if (!recordExtension.test(path) || foreign.test(path)) continue;
    const slash = path.lastIndexOf('/');
    const folder = slash < 0 ? '.' : path.slice(0, slash);
    let holds = known.get(folder);
    if (holds === undefined) {
      holds = named.includes(folder) || (!only && folder.split('/').some((part) => folderNames.test(part)));
      // A folder below one that is named holds that one's records by topic.
      holds ||= named.some((each) => each !== '.' && folder.startsWith(`${each}/`));
      known.set(folder, holds);
    }
    const counts = holds ? isRecordOf(folder, path, named) : !only && recordName.test(path.slice(slash + 1));
    if (!counts || !isRecordFile(path)) continue;
    const files = folders.get(folder);
    if (files) files.push(path);
    else folders.set(folder, [path]);
  }
  return folders;
}

/**
 * Whether a file in a folder of records is one of them. Directly in the folder any document is; further down (images,
 * examples, assets) only one with a number or a date in its name.
 */
function isRecordOf(folder: string, path: string, named: readonly string[]): boolean {
  const last = folder.slice(folder.lastIndexOf('/') + 1);
  if (folderNames.test(last) || named.includes(folder)) return true;
  const { number, date } = readName(path);
  return number !== null || date !== null;
}
