import type { ReviewDesk } from '../comments/reviewDesk.ts';
import type { CommentRow, ReviewFileRow } from '../views/reviewRows.ts';
import type { RecordRow } from '../views/rows.ts';
import { ActionRow } from '../week/actionRow.ts';

/** What an entry of the evidence log begins from. */
export interface EvidenceOrigin {
  readonly what: string;
  /** Where it stands, in a repository's own words: the journal is outside of every repository. */
  readonly link: string;
}

/** What a row of *This Week*, *Decisions* or *Reviews* says as evidence; undefined for any other. */
export function evidenceOfRow(row: unknown, { atWork }: ReviewDesk): EvidenceOrigin | undefined {
  if (row instanceof ActionRow) {
    const { path = '', line = 1 } = row.item.sources.at(-1) ?? {};
    return { what: row.item.text, link: `${row.actions.open.workspaceFolder.name} ${path}:${line}` };
  }
  const { kind } = (row ?? {}) as { readonly kind?: string };
  if (kind === 'record') {
    const { open, record } = row as RecordRow;
    return { what: record.title, link: `${open.workspaceFolder.name} ${record.path}` };
  }
  if (kind === 'comment' && atWork) {
    const { comment } = (row as CommentRow).placed;
    const { root, path } = atWork.open.request;
    return { what: comment.subject, link: `${nameOf(root)} ${path}#${comment.id}` };
  }
  if (kind === 'review') {
    const { root, path } = row as ReviewFileRow;
    return { what: '', link: `${nameOf(root)} ${path}` };
  }
  return undefined;
}

function nameOf(root: string): string {
  return root.replace(/^.*[\\/]/, '');
}
