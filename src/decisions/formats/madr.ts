import type { MarkdownDocument } from '../../markdown/document.ts';
import type { Field } from '../field.ts';
import type { Format } from './format.ts';
import { hasSection, statusPlace } from './shapes.ts';

const body = ['considered options', 'decision outcome', 'context and problem statement'];

/**
 * MADR (https://adr.github.io/madr/) by its versions, and log4brains, whose own template is MADR 2 with other bullets
 * (https://github.com/thomvaill/log4brains). They differ in where they keep the status and the people.
 */
const recognised: Readonly<Record<string, Format['recognise']>> = {
  // Front matter with `decision-makers`.
  madr4: (document, fields) =>
    (document.frontMatter?.keys.some((key) => /^decision[-_]makers$/.test(key)) ?? false) ||
    (hasSection(document, ...body) &&
      (hasSection(document, 'confirmation') || (!!document.frontMatter && statusPlace(fields) === undefined))),
  // Front matter with `deciders`.
  madr3: (document, fields) => statusPlace(fields) === 'frontMatter' && hasSection(document, ...body),
  // `* Status: accepted` below the title.
  madr2: (document, fields) => hasSection(document, ...body) && (statusBullet(document, fields) ?? '-') !== '-',
  // `- Status: accepted`
  log4brains: (document, fields) => statusBullet(document, fields) === '-',
};

export const madrFormats: readonly Format[] = Object.entries(recognised).map(([id, recognise]) => ({
  id,
  template: id,
  recognise,
  writeStatus: (word) => word,
  supersededBy: 'superseded by',
  supersedes: 'Supersedes',
}));

/** The list marker before the status, empty where it is a line without one; undefined where no line states a status. */
function statusBullet({ text }: MarkdownDocument, fields: readonly Field[]): string | undefined {
  const status = fields.find((field) => field.name === 'status' && field.place === 'line');
  if (!status) return undefined;
  const start = Math.max(text.lastIndexOf('\n', status.start - 1), text.lastIndexOf('\r', status.start - 1)) + 1;
  return /^[ \t]*([-*+])[ \t]/.exec(text.slice(start, status.start))?.[1] ?? '';
}
