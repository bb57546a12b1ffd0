import { posix } from 'node:path';
import { MarkdownDocument } from '../markdown/document.ts';
import { lineEnding } from '../markdown/lines.ts';
import { readTextIfAny } from '../records/files.ts';
import type { Draft } from '../records/placesToFill.ts';
import { findTemplate, renderTemplate, type Template, type TemplateFolders } from '../records/templates.ts';
import { cleanTitle, contextFrom, headingText, linkTo, type Selection, titleProblem } from './draft.ts';
import { readFields } from './fields.ts';
import { draftLike, type Example } from './folderStyle.ts';
import { capitalised } from './formats/shapes.ts';
import type { DecisionLog } from './log.ts';
import { isMarkdown, nextNumber, recordFileName } from './naming.ts';
import { readDecision } from './reader.ts';
import type { DecisionRecord } from './record.ts';
import { relationEdits, relationKeys } from './relation.ts';

/** What a new decision record starts from. */
export interface NewDecision {
  readonly title: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly deciders: readonly string[];
  /** The folder that it goes to, relative to the root. */
  readonly folder: string;
  readonly selection?: Selection | undefined;
  /** Paths or globs of code that it is about, stated where the record has front matter. */
  readonly affects?: readonly string[];
  /** The record that it replaces. */
  readonly supersedes?: DecisionRecord | undefined;
  /** The record that it changes in part. */
  readonly amends?: DecisionRecord | undefined;
  /** `proposed`, unless the decision was made already. */
  readonly status?: 'proposed' | 'accepted' | undefined;
  /** Markdown that its context begins with, instead of the selection. */
  readonly context?: string | undefined;
  /** A part of the context that is there to be replaced; the decision-makers are then suggestions too. */
  readonly note?: string | undefined;
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
  const { folder, date, deciders, supersedes, amends, status = 'proposed' } = request;
  const { format, naming } = log.styleOf(folder);
  const siblings = log.pathsIn(folder);
  const free = nextNumber([...siblings, ...taken]);
  const path = posix.join(folder, recordFileName(naming, title, free, date));
  const number = naming.kind === 'number' ? free : null;
  const template = await templateFor(request.template, format.template, templates);
  const context = request.context ?? (request.selection && contextFrom(request.selection, folder));
  const examples = await examplesIn(log, folder);
  let draft = await renderTemplate(template, {
    title: headingText(title),
    number,
    date,
    deciders,
    decidersText: deciders.join(', '),
    status,
    statusCapitalised: capitalised(status),
    context,
    supersedes: supersedes && {
      phrase: format.supersedes,
      title: supersedes.title,
      link: linkTo(supersedes, folder),
    },
  });
  if (template.builtIn && request.template === undefined) {
    const { team } = log;
    const own = draftLike(examples, format.id, draft.text, { title, number, date, deciders, context, status, team });
    if (own) draft = own;
  }
  // Neither the folder's own words nor every template of a user's names the record that is replaced.
  if (supersedes && !readDecision(path, draft.text).supersedes.length) {
    draft = related(draft, path, 'supersedes', supersedes, examples);
  }
  if (amends) draft = related(draft, path, 'amends', amends, examples);
  if (request.affects?.length) draft = about(draft, request.affects);
  if (request.note !== undefined) draft = suggesting(draft, request.note);
  const crlf = lineEnding(examples[0]?.text ?? '') === '\r\n';
  return {
    path,
    number,
    title,
    text: crlf ? draft.text.replaceAll('\n', '\r\n') : draft.text,
    snippet: draft.snippet,
  };
}

/** How many of a folder's records show how its records are written. */
const enough = 6;

/** A folder's most recent records, the newest first. */
async function examplesIn(log: DecisionLog, folder: string): Promise<Example[]> {
  const recent = log.records.filter(({ path }) => posix.dirname(path) === folder && isMarkdown(path)).slice(0, enough);
  const texts = await Promise.all(recent.map(({ path }) => readTextIfAny(posix.join(log.root, path))));
  return recent.flatMap(({ path }, index) => {
    const text = texts[index];
    return text === undefined ? [] : [{ path, text }];
  });
}

/** The draft with a link to the record that it bears on. */
function related(
  draft: Draft,
  path: string,
  side: 'supersedes' | 'amends',
  other: DecisionRecord,
  examples: readonly Example[],
): Draft {
  const { text } = draft;
  const keys = relationKeys(examples.map((example) => example.text));
  return draft.edited(relationEdits(side, readDecision(path, text), text, other, keys));
}

/** The draft with the code that it is about, where it has front matter to say so. */
function about(draft: Draft, affects: readonly string[]): Draft {
  const edits = new MarkdownDocument(draft.text).frontMatter?.set('affects', affects);
  return edits ? draft.edited(edits) : draft;
}

/** The draft in which a note and the decision-makers, which are inferred, are places to fill. */
function suggesting(draft: Draft, note: string): Draft {
  const at = draft.text.indexOf(note);
  const noted = at < 0 ? draft : draft.suggesting(at, at + note.length);
  const document = new MarkdownDocument(noted.text);
  const field = readFields(document).find(({ name }) => name === 'deciders');
  const span = field?.place === 'frontMatter' ? document.frontMatter?.spanOf(field.label) : field;
  return span ? noted.suggesting(span.start, span.end) : noted;
}

/** The repository's `decision` template wins over the folder's format; so does a template that was asked for by name. */
async function templateFor(name: string | undefined, formats: string, folders: TemplateFolders): Promise<Template> {
  if (name !== undefined) return findTemplate(name, folders);
  const own = await findTemplate('decision', folders);
  return own.builtIn || formats === 'decision' || own.file.startsWith(folders.user ?? '\0')
    ? findTemplate(formats, folders)
    : own;
}
