import type { Format } from './format.ts';
import { hasSection, statusPlace } from './shapes.ts';

const body = ['considered options', 'decision outcome', 'context and problem statement'];

/** MADR 4: front matter with `decision-makers`. https://adr.github.io/madr/ */
export const madr4: Format = {
  id: 'madr4',
  template: 'madr4',
  recognise: (document, fields) =>
    (document.frontMatter?.keys.some((key) => /^decision[-_]makers$/.test(key)) ?? false) ||
    (hasSection(document, ...body) &&
      (hasSection(document, 'confirmation') || (!!document.frontMatter && statusPlace(fields) === undefined))),
  writeStatus: (word) => word,
  supersededBy: 'superseded by',
  supersedes: 'Supersedes',
};

/** MADR 3: front matter with `deciders`. */
export const madr3: Format = {
  id: 'madr3',
  template: 'madr3',
  recognise: (document, fields) => statusPlace(fields) === 'frontMatter' && hasSection(document, ...body),
  writeStatus: (word) => word,
  supersededBy: 'superseded by',
  supersedes: 'Supersedes',
};

/** MADR 2: bullets `* Status: accepted` below the title. */
export const madr2: Format = {
  id: 'madr2',
  template: 'madr2',
  recognise: (document, fields) => {
    const status = fields.find((field) => field.name === 'status' && field.place === 'line');
    return status !== undefined && hasSection(document, ...body) && bullet(document.text, status.start) !== '-';
  },
  writeStatus: (word) => word,
  supersededBy: 'superseded by',
  supersedes: 'Supersedes',
};

/** log4brains' own template: MADR 2 with `-` bullets. https://github.com/thomvaill/log4brains */
export const log4brains: Format = {
  id: 'log4brains',
  template: 'log4brains',
  recognise: (document, fields) => {
    const status = fields.find((field) => field.name === 'status' && field.place === 'line');
    return status !== undefined && bullet(document.text, status.start) === '-';
  },
  writeStatus: (word) => word,
  supersededBy: 'superseded by',
  supersedes: 'Supersedes',
};

/** The list marker of the line that an offset stands on. */
function bullet(text: string, offset: number): string | undefined {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^[ \t]*([-*+])[ \t]/.exec(text.slice(start, offset))?.[1];
}
