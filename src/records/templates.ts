import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HumanError } from '../humanError.ts';
import { flowYaml } from '../markdown/flowYaml.ts';
import { Draft, placeToFill, unmarked } from './placesToFill.ts';
import { templateProblem } from './templateProblem.ts';

/** Where templates are looked for, the first that has one wins. */
export interface TemplateFolders {
  /** The repository's, absolute; undefined where the workspace is not trusted. */
  readonly repository?: string | undefined;
  /** The user's, absolute. */
  readonly user?: string | undefined;
  /** Ours, absolute. */
  readonly builtIn: string;
}

/** A template's source and the file it came from. */
export interface Template {
  readonly file: string;
  readonly source: string;
  readonly builtIn: boolean;
}

/** A template that cannot be used: the message names file, line and remedy. The built-in one may be used instead. */
export class TemplateError extends HumanError {}

const largestSource = 64 * 1024;
const largestResult = 1024 * 1024;

/** The template of this name: the repository's, the user's or ours. @param name file name without `.hbs`. */
export async function findTemplate(name: string, folders: TemplateFolders): Promise<Template> {
  for (const folder of [folders.repository, folders.user, folders.builtIn]) {
    if (!folder) continue;
    const file = join(folder, `${name}.hbs`);
    const source = await readFile(file, 'utf8').catch(() => undefined);
    if (source !== undefined) return { file, source, builtIn: folder === folders.builtIn };
  }
  throw new HumanError('There is no template named {0}. Name one of the built-in ones.', [name]);
}

/**
 * Renders a Handlebars template. Templates see the given data and the helpers `stop` (a place to fill, with a hint),
 * `yaml` (a value as YAML on one line), `if`, `unless`, `each` and `with`; nothing else.
 *
 * @throws TemplateError where the template cannot be parsed or rendered, or is unreasonably large.
 */
export async function renderTemplate(template: Template, data: Record<string, unknown>): Promise<Draft> {
  if (template.source.length > largestSource) {
    throw tooLarge(template.file);
  }
  const { default: handlebars } = await import('handlebars');
  const scope = handlebars.create();
  scope.registerHelper('stop', (hint: unknown) => placeToFill(typeof hint === 'string' ? hint : ''));
  scope.registerHelper('yaml', (value: unknown) => flowYaml(value ?? ''));
  // A byte order mark and CRLF are the template's editor's; records have the line endings of their folder.
  const source = template.source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  let rendered: string;
  try {
    rendered = scope.compile(source, {
      noEscape: true,
      knownHelpersOnly: true,
      knownHelpers: {
        stop: true,
        yaml: true,
        helperMissing: false,
        blockHelperMissing: false,
        log: false,
        lookup: false,
      },
    })(withoutMarks(data));
  } catch (error) {
    const { sentence, line } = templateProblem(error, source);
    throw new TemplateError(sentence.template, [template.file, String(line), ...sentence.args]);
  }
  if (rendered.length > largestResult) {
    throw new TemplateError('{0} makes more than 1 MB of text. Shorten it, or use the built-in template.', [
      template.file,
    ]);
  }
  return new Draft(rendered);
}

/** The data without our marks in its texts, so that no title or selection can forge a place to fill. */
function withoutMarks<T>(value: T): T {
  if (typeof value === 'string') return unmarked(value) as T;
  if (Array.isArray(value)) return value.map(withoutMarks) as T;
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutMarks(each)])) as T;
  }
  return value;
}

/** What a folder has of templates. */
export interface TemplatesOfFolder {
  readonly templates: readonly Template[];
  /** Files that are named like templates and cannot be read as one, each with the reason. */
  readonly problems: readonly TemplateError[];
}

/** Every template in a folder, by file name; undefined where there is no such folder. */
export async function templatesIn(folder: string): Promise<TemplatesOfFolder | undefined> {
  const names = await readdir(folder).catch(() => undefined);
  if (!names) return undefined;
  const templates: Template[] = [];
  const problems: TemplateError[] = [];
  for (const name of names.filter((each) => each.endsWith('.hbs')).sort()) {
    try {
      templates.push(await readTemplate(join(folder, name)));
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      problems.push(error);
    }
  }
  return { templates, problems };
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

async function readTemplate(file: string): Promise<Template> {
  const state = await stat(file).catch(() => undefined);
  if (!state?.isFile()) {
    throw new TemplateError('{0}, line 1: this is no file that can be read. Write a template there, or rename it.', [
      file,
    ]);
  }
  // A character takes four bytes at most: what is larger is not read at all.
  if (state.size > 4 * largestSource) throw tooLarge(file);
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) throw new TemplateError('{0}, line 1: this cannot be read. Look whether you may read it.', [file]);
  try {
    const source = strict.decode(bytes);
    if (!source.includes('\0')) return { file, source, builtIn: false };
  } catch {
    // Not UTF-8: said below.
  }
  throw new TemplateError('{0}, line 1: this is no text in UTF-8. Save it as such, or rename it.', [file]);
}

function tooLarge(file: string): TemplateError {
  return new TemplateError('{0} is larger than 64 KB. Shorten it, or use the built-in template.', [file]);
}
