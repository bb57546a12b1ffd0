import { MarkdownDocument } from '../markdown/document.ts';
import { textsOf, type Value } from '../markdown/frontMatter.ts';
import { renderTemplate, type Template, TemplateError } from '../records/templates.ts';
import { templateData } from './document.ts';
import type { Cadence, Practice, Store } from './practice.ts';

/** A practice that a team or a user has added: a template whose front matter is its row of the catalogue. */
export interface OwnPractice {
  readonly practice: Practice;
  /** Without its front matter; its lines keep their numbers, so that a problem is named where it stands. */
  readonly template: Template;
}

const stores: readonly Store[] = ['team', 'journal', 'draft', 'secret'];
const cadences: readonly Cadence[] = ['once', 'weekly', 'monthly', 'quarterly', 'on event'];

/**
 * Reads templates that are practices. Front matter: `id`, `cue`, `cadence`, `store` (`team`, `journal`, `draft`, `secret`);
 * and if wanted `title`, `action`, `question`, `folder`, `who`.
 *
 * @returns the practices, and for each template that is none the reason, with file and line.
 */
export async function readOwnPractices(
  templates: readonly Template[],
): Promise<{ readonly practices: readonly OwnPractice[]; readonly problems: readonly TemplateError[] }> {
  const practices: OwnPractice[] = [];
  const problems: TemplateError[] = [];
  for (const template of templates) {
    try {
      practices.push(await readOwn(template));
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      problems.push(error);
    }
  }
  return { practices, problems };
}

async function readOwn(template: Template): Promise<OwnPractice> {
  const { file, source } = template;
  const { frontMatter, lines } = new MarkdownDocument(source);
  if (!frontMatter) {
    throw new TemplateError('{0}, line 1: it has no front matter. Begin it with id, cue, cadence and store.', [file]);
  }
  const lineOf = (key: string) => {
    const span = frontMatter.spanOf(key);
    if (!span) return '1';
    let line = 0;
    while (line + 1 < lines.count && lines.at(line + 1).start <= span.start) line++;
    return String(line + 1);
  };
  const text = (key: string) => firstText(frontMatter.get(key));
  const needed = (key: string) => {
    const value = text(key);
    if (!value) throw new TemplateError('{0}, line {1}: it has no {2}. Add it to the front matter.', [file, '1', key]);
    return value;
  };
  const oneOf = <Word extends string>(key: string, words: readonly Word[]): Word => {
    const value = needed(key);
    const word = words.find((each) => each === value);
    if (word) return word;
    throw new TemplateError('{0}, line {1}: {2} is not one of {3}. Choose one of them.', [
      file,
      lineOf(key),
      `${key}: ${value}`,
      words.join(', '),
    ]);
  };
  const id = needed('id');
  if (!/^[a-z0-9][a-z0-9-]{0,60}$/.test(id)) {
    throw new TemplateError('{0}, line {1}: the id {2} has more than small letters, digits and hyphens. Change it.', [
      file,
      lineOf('id'),
      id,
    ]);
  }
  const practice: Practice = {
    id,
    title: text('title') ?? id,
    group: 'Our own',
    who: [text('who') === 'manager' ? 'manager' : 'lead'],
    cue: needed('cue'),
    action: text('action') ?? '',
    cadence: oneOf('cadence', cadences),
    store: oneOf('store', stores),
    essentials: [],
    situations: [],
    folder: text('folder') ?? `docs/${id}`,
    folders: [],
    ...(text('question') && { question: text('question') as string }),
  };
  const body = lines.at(frontMatter.bodyLine).start;
  const own: Template = { ...template, source: '\n'.repeat(frontMatter.bodyLine) + source.slice(body) };
  // Whether it can be rendered is said now, and not when somebody is about to write.
  await renderTemplate(own, templateData({ heading: practice.title, date: '2026-01-01' }));
  return { practice, template: own };
}

function firstText(value: Value | undefined): string | undefined {
  return textsOf(value)[0]?.trim() || undefined;
}
