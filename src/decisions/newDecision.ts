import { posix } from 'node:path';
import { lineEnding } from '../markdown/lines.ts';
import { readTextIfAny } from '../records/files.ts';
import { findTemplate, renderTemplate, type Template, type TemplateFolders } from '../records/templates.ts';
import { cleanTitle, contextFrom, linkTarget, type Selection, titleProblem } from './draft.ts';
import { capitalised } from './formats/shapes.ts';
import type { DecisionLog } from './log.ts';
import { nextNumber, recordFileName } from './naming.ts';
import type { DecisionRecord } from './record.ts';

/** What a new decision record starts from. */
export interface NewDecision {
  readonly title: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly deciders: readonly string[];
  /** The folder that it goes to, relative to the root. */
  readonly folder: string;
  readonly selection?: Selection | undefined;
  /** The record that it replaces. */
  readonly supersedes?: DecisionRecord | undefined;
  /** A template's name, instead of the one of the folder's format. */
  readonly template?: string | undefined;
}

/** A new record's text, not yet written anywhere. */
export interface DecisionDraft {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly number: number | null;
  readonly title: string;
  readonly text: string;
  /** The text as an editor snippet, with tab stops. */
  readonly snippet: string;
}

/**
 * Drafts the next record of a folder, in the folder's own naming, format and line endings.
 *
 * @param taken paths of records that exist elsewhere, such as on other branches: their numbers are not given again.
 * @throws HumanError for a title that cannot name a record; TemplateError for a template that cannot be used.
 */
export async function draftDecision(
  log: DecisionLog,
  request: NewDecision,
  templates: TemplateFolders,
  taken: readonly string[] = [],
): Promise<DecisionDraft> {
  const problem = titleProblem(request.title);
  if (problem) throw problem;
  const title = cleanTitle(request.title);
  const { folder, date, deciders, supersedes, selection } = request;
  const { format, naming } = log.styleOf(folder);
  const siblings = log.pathsIn(folder);
  const number = nextNumber([...siblings, ...taken]);
  const path = posix.join(folder, recordFileName(naming, title, number, date));
  const template = await templateFor(request.template, format.template, templates);
  const draft = await renderTemplate(template, {
    title,
    number,
    date,
    deciders,
    decidersText: deciders.join(', '),
    status: 'proposed',
    statusCapitalised: capitalised('proposed'),
    context: selection && contextFrom(selection, folder),
    supersedes: supersedes && {
      phrase: format.supersedes,
      title: supersedes.title,
      link: linkTo(supersedes, folder),
    },
  });
  const newest = [...siblings].sort().at(-1);
  const crlf = newest !== undefined && lineEnding((await readTextIfAny(posix.join(log.root, newest))) ?? '') === '\r\n';
  return {
    path,
    number: naming.kind === 'number' ? number : null,
    title,
    text: crlf ? draft.text.replaceAll('\n', '\r\n') : draft.text,
    snippet: draft.snippet,
  };
}

/** The repository's `decision` template wins over the folder's format; so does a template that was asked for by name. */
async function templateFor(name: string | undefined, formats: string, folders: TemplateFolders): Promise<Template> {
  if (name !== undefined) return findTemplate(name, folders);
  const own = await findTemplate('decision', folders);
  return own.builtIn || formats === 'decision' || own.file.startsWith(folders.user ?? '\0')
    ? findTemplate(formats, folders)
    : own;
}

/** `[12. Retry with backoff](0012-retry-with-backoff.md)`, from a record in a folder. */
export function linkTo(record: DecisionRecord, folder: string): string {
  const text = record.number === null ? record.title : `${record.number}. ${record.title}`;
  return `[${text.replace(/[[\]]/g, '\\$&')}](${linkTarget(folder, record.path)})`;
}
