import { entitiesDecoded } from './entities.ts';

/** A row of an HTML table within Markdown. */
export interface HtmlRow {
  readonly cells: readonly string[];
  /** The line on which it begins, from 0, within the table. */
  readonly line: number;
}

const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)\b(?:"[^"]*"|'[^']*'|[^'"<>])*>/g;
/** What parts a cell's text stays as written: who reads cells knows these from Markdown's tables. */
const parting = new Set(['br', 'p', 'li', 'ul', 'ol']);

/**
 * The rows of the tables in a block of HTML that stands in Markdown, as GitBook and others write them. Of what is in a cell,
 * paragraphs, lists and breaks stay as tags; other tags are left out, and entities are decoded.
 */
export function htmlRowsOf(block: string): HtmlRow[] {
  const rows: HtmlRow[] = [];
  let row: { cells: string[]; line: number } | undefined;
  let cell: string | undefined;
  let at = 0;
  let line = 0;
  for (const match of block.matchAll(tag)) {
    const before = block.slice(at, match.index);
    if (cell !== undefined) cell += entitiesDecoded(before).replace(/\s+/g, ' ');
    line += before.split('\n').length - 1;
    at = match.index + match[0].length;
    const [written, slash, rawName = ''] = match;
    const name = rawName.toLowerCase();
    if (name === 'td' || name === 'th' || name === 'tr') {
      if (cell !== undefined) row?.cells.push(cell.trim());
      cell = undefined;
      if (name !== 'tr') cell = slash || !row ? undefined : '';
      else {
        if (row?.cells.length) rows.push(row);
        row = slash ? undefined : { cells: [], line };
      }
    } else if (cell !== undefined && parting.has(name)) cell += `<${slash}${name}>`;
    line += written.split('\n').length - 1;
  }
  return rows;
}
