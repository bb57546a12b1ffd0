import { posix } from 'node:path';
import { headingText, titleProblem } from '../decisions/draft.ts';
import type { Draft } from '../records/placesToFill.ts';
import { slugOf } from '../records/slug.ts';
import { renderTemplate, type Template } from '../records/templates.ts';
import type { Practice } from './practice.ts';

/** What a document of a practice is begun with. */
export interface Beginning {
  readonly heading: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly author?: string | undefined;
  /** Markdown that it begins with: a selection. */
  readonly context?: string | undefined;
  /** Code that it is about: paths or globs from the repository's root. */
  readonly paths?: readonly string[] | undefined;
  /** Who owns that code, as CODEOWNERS names them. */
  readonly owners?: readonly string[] | undefined;
  /** The document of the same practice, about the same, before this one: its day, and a link to it. */
  readonly last?: { readonly date: string; readonly file: string } | undefined;
  /** Markdown: what the user has logged as evidence, the newest first; private. */
  readonly evidence?: readonly string[] | undefined;
  /** What one template alone uses. */
  readonly more?: Readonly<Record<string, unknown>> | undefined;
}

/** What templates of practices see. */
export function templateData(beginning: Beginning) {
  const { heading, date, author = '', context, paths = [], owners = [], last, evidence = [], more } = beginning;
  return {
    title: headingText(heading),
    date,
    author,
    attendees: author ? [author] : [],
    context,
    paths,
    owners,
    last,
    evidence,
    start: date,
    cue: '',
    action: '',
    ...more,
  };
}

/** The heading of a practice's document. @param answer to its question. @throws HumanError for one that names nothing. */
export function headingOf(practice: Practice, answer: string | undefined): string {
  if (!practice.question) return practice.title;
  const problem = titleProblem(answer ?? '');
  if (problem) throw problem;
  return (practice.heading ?? '{0}').replace('{0}', () => answer ?? '');
}

/** A document's first text. @throws TemplateError where the template cannot be used. */
export async function draftDocument(template: Template, beginning: Beginning): Promise<Draft> {
  const draft = await renderTemplate(template, templateData(beginning));
  // The lines of a template's front matter are kept as empty ones.
  const lead = /^\n*/.exec(draft.text)?.[0].length ?? 0;
  return lead ? draft.edited([{ start: 0, end: lead, text: '' }]) : draft;
}

/** Where the journal keeps a document: one file an event, so that two machines write two files. */
export function journalPath(practice: Practice, answer: string | undefined, date: string, taken: ReadonlySet<string>) {
  return free(`practices/${practice.id}/${date}-${slugOf(answer ?? '') || practice.id}`, taken);
}

/**
 * Where the repository keeps a document. That of a state may be there already, and is then gone on with.
 *
 * @param paths the repository's files.
 */
export function teamPath(practice: Practice, answer: string | undefined, date: string, paths: readonly string[]) {
  const slug = slugOf(answer ?? '') || practice.id;
  const folder = teamFolder(practice, paths);
  return practice.undated ? `${folder}/${slug}.md` : free(`${folder}/${date}-${slug}`, new Set(paths));
}

/** The folder that a repository has for a practice's documents: one of its usual names with Markdown in it, or ours. */
export function teamFolder(practice: Practice, paths: readonly string[]): string {
  const ours = practice.folder ?? `docs/${practice.id}`;
  const names = new Set(practice.folders?.map((name) => name.toLowerCase()));
  const found = new Set<string>();
  for (const path of paths) {
    if (!/\.(?:md|markdown)$/i.test(path)) continue;
    const folder = posix.dirname(path);
    if (folder === ours) return ours;
    if (names.has(posix.basename(folder).toLowerCase())) found.add(folder);
  }
  const depth = (folder: string) => folder.split('/').length;
  return [...found].sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))[0] ?? ours;
}

/** The path with `.md`, counted on while it is taken. */
function free(stem: string, taken: ReadonlySet<string>): string {
  let path = `${stem}.md`;
  for (let count = 2; taken.has(path); count++) path = `${stem}-${count}.md`;
  return path;
}
