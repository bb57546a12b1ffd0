import { posix } from 'node:path';
import { phrase } from '../humanError.ts';
import { renderTemplate, type Template, TemplateError } from '../records/templates.ts';
import { catalogue } from './catalogue/all.ts';
import { templateData } from './document.ts';
import { OwnRow } from './ownRow.ts';
import type { Cadence, Practice, Store } from './practice.ts';

/** A practice that a team or a user has added: a template whose front matter is its row of the catalogue. */
export interface OwnPractice {
  readonly practice: Practice;
  /** Without its front matter; its lines keep their numbers, so that a problem is named where it stands. */
  readonly template: Template;
}

const stores: readonly Store[] = ['team', 'journal', 'draft', 'secret'];
const cadences: readonly Cadence[] = ['once', 'weekly', 'monthly', 'quarterly', 'on event'];
const whose = ['lead', 'manager'] as const;

/**
 * Reads templates that are practices. Front matter: `id`, `cue`, `cadence`, `store` (`team`, `journal`, `draft`, `secret`);
 * and if wanted `title`, `action`, `question`, `heading`, `folder`, `who`, `continues`, `undated`, `revisit`, `keeps`.
 *
 * @param templates of one folder: an id stands in it once.
 * @returns the practices, and for each template that is none the reason, with file and line.
 */
export async function readOwnPractices(
  templates: readonly Template[],
): Promise<{ readonly practices: readonly OwnPractice[]; readonly problems: readonly TemplateError[] }> {
  const practices: OwnPractice[] = [];
  const problems: TemplateError[] = [];
  for (const template of templates) {
    try {
      practices.push(await readOwn(template, practices));
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      problems.push(error);
    }
  }
  return { practices, problems };
}

async function readOwn(template: Template, before: readonly OwnPractice[]): Promise<OwnPractice> {
  const row = new OwnRow(template);
  const id = row.needed('id');
  if (!/^[a-z0-9][a-z0-9-]{0,60}$/.test(id)) {
    throw row.problem('id', (line) =>
      phrase(
        '{0}, line {1}: the id {2} has more than small letters, digits and hyphens. Change it.',
        template.file,
        line,
        id,
      ),
    );
  }
  const twin = before.find(({ practice }) => practice.id === id);
  if (twin) {
    throw row.problem('id', (line) =>
      phrase(
        '{0}, line {1}: {2} has the id {3} already. Give this one another.',
        template.file,
        line,
        posix.basename(twin.template.file.replaceAll('\\', '/')),
        id,
      ),
    );
  }
  const question = row.text('question');
  const practice: Practice = {
    id,
    title: row.text('title') ?? id,
    group: 'Our own',
    who: [row.text('who') ? row.oneOf('who', whose) : 'lead'],
    cue: row.needed('cue'),
    action: row.text('action') ?? '',
    cadence: row.oneOf('cadence', cadences),
    store: row.oneOf('store', stores),
    essentials: [],
    situations: [],
    folder: folderOf(row, id),
    folders: [],
    continues: row.flag('continues'),
    undated: row.flag('undated'),
    keeps: row.texts('keeps'),
    ...(question && { question, heading: headingFor(row) }),
    ...(row.text('revisit') && { revisit: row.needed('revisit') }),
  };
  refuseMoreOpen(row, practice);
  // Whether it can be rendered is said now, and not when somebody is about to write.
  await renderTemplate(row.body, templateData({ heading: practice.title, date: '2026-01-01' }));
  return { practice, template: row.body };
}

/** A folder below the repository's root. */
function folderOf(row: OwnRow, id: string): string {
  const folder = row.text('folder')?.replace(/\/+$/, '');
  if (folder === undefined) return `docs/${id}`;
  if (folder && !/^(?:[/\\]|[a-z]:)/i.test(folder) && !folder.split(/[/\\]/).includes('..')) return folder;
  throw row.problem('folder', (line) =>
    phrase(
      '{0}, line {1}: the folder {2} is not below the root of the repository. Name one that is, such as docs/pairing.',
      row.file,
      line,
      folder,
    ),
  );
}

function headingFor(row: OwnRow): string {
  const heading = row.text('heading') ?? '{0}';
  if (heading.includes('{0}')) return heading;
  throw row.problem('heading', (line) =>
    phrase(
      '{0}, line {1}: the heading has no {2} where the answer to the question goes. Write it there.',
      row.file,
      line,
      '{0}',
    ),
  );
}

/** What we keep private is not made public by whoever writes a practice of the same name: the journal may have notes of it. */
function refuseMoreOpen(row: OwnRow, { id, store }: Practice): void {
  const ours = catalogue.find((each) => each.id === id)?.store;
  const isPrivate = ours === 'journal' || ours === 'secret';
  const isOpen = store === 'draft' || (store === 'team' && isPrivate);
  if (!isOpen || !(isPrivate || ours === 'either')) return;
  throw row.problem('store', (line) =>
    phrase(
      '{0}, line {1}: the practice {2} is private, and stays so. Choose another id, or store: journal.',
      row.file,
      line,
      id,
    ),
  );
}
