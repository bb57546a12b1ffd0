import { posix } from 'node:path';
import { HumanError } from '../humanError.ts';
import { teamFolder } from './document.ts';
import type { Practice } from './practice.ts';

/** What publishing would make visible, and where. */
export interface Publication {
  readonly practice: Practice;
  /** In the repository, relative to its root. */
  readonly path: string;
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
  const links = [...text.matchAll(/\]\((?![a-z][a-z+.-]*:|#|\/)([^()\s]+)\)/gi)].map(([, target]) => target ?? '');
  return { practice, path: posix.join(teamFolder(practice, paths), posix.basename(path)), links };
}

/** The practice that a document of the journal belongs to. */
export function practiceOf(path: string, practices: readonly Practice[]): Practice | undefined {
  const id = path.startsWith('status/') ? 'weekly-status' : /^practices\/([^/]+)\//.exec(path)?.[1];
  return practices.find((practice) => practice.id === id);
}
