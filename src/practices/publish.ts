import { posix } from 'node:path';
import { HumanError } from '../humanError.ts';
import { MarkdownDocument } from '../markdown/document.ts';
import { applyEdits, type Edit } from '../markdown/edit.ts';
import { teamFolder } from './document.ts';
import type { Practice } from './practice.ts';

/** What publishing would make visible, and where. */
export interface Publication {
  readonly practice: Practice;
  /** In the repository, relative to its root. */
  readonly path: string;
  /** All that would be visible: the document without the sections that stay in the journal. */
  readonly text: string;
  /** The same, with an empty line for each line that stays, so that lines have the document's numbers. */
  readonly lines: string;
  /** Relative links of the text, which would lead nowhere in the repository. */
  readonly links: readonly string[];
}

/**
 * What becomes of a journal document in the repository.
 *
 * @param path the document's, in the journal.
 * @param paths the repository's files.
 * @throws HumanError for a document that stays private.
 */
export function publicationOf(
  path: string,
  text: string,
  practices: readonly Practice[],
  paths: readonly string[],
): Publication {
  const practice = practiceOf(path, practices);
  if (!practice) {
    throw new HumanError('This document stays in the journal. Only drafts for the team can be published.');
  }
  if (practice.store !== 'draft') {
    throw new HumanError('"{0}" stays in the journal. Only drafts for the team can be published.', [practice.title]);
  }
  const kept = keptSections(practice, text);
  const visible = applyEdits(text, kept);
  const links = [...visible.matchAll(/\]\((?![a-z][a-z+.-]*:|#|\/)([^()\s]+)\)/gi)].map(([, target]) => target ?? '');
  return {
    practice,
    path: posix.join(teamFolder(practice, paths), posix.basename(path)),
    text: visible,
    lines: applyEdits(
      text,
      kept.map(({ start, end }) => ({ start, end, text: text.slice(start, end).replace(/[^\r\n]/g, '') })),
    ),
    links,
  };
}

/** The practice that a document of the journal belongs to. */
export function practiceOf(path: string, practices: readonly Practice[]): Practice | undefined {
  const id = path.startsWith('status/') ? 'weekly-status' : /^practices\/([^/]+)\//.exec(path)?.[1];
  return practices.find((practice) => practice.id === id);
}

/** The edits that leave out what stays in the journal, headings included. */
function keptSections({ keeps = [] }: Practice, text: string): Edit[] {
  const document = new MarkdownDocument(text);
  const { blocks, lines, sections } = document;
  const names = new Set(keeps.map((each) => each.toLowerCase()));
  let last = -1;
  return sections.flatMap(({ title, heading, end }) => {
    const [first, after] = [blocks[heading], blocks[end]];
    // A section inside one that stays goes with it.
    if (!first || heading < last || !names.has(title.toLowerCase())) return [];
    last = end;
    return [{ start: lines.at(first.line).start, end: after ? lines.at(after.line).start : text.length, text: '' }];
  });
}
