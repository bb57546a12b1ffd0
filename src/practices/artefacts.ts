import { posix } from 'node:path';
import { daysAfter, type Weekday } from '../actions/days.ts';
import { monthsAfter } from '../decisions/checks/day.ts';
import { isMinutesFile } from '../meetings/folders.ts';
import { catalogue } from './catalogue/all.ts';
import { weekStart } from './isoWeek.ts';
import type { Practice } from './practice.ts';

/** Something of mine that a practice left behind. */
export interface Artefact {
  /** The practice's id. */
  readonly practice: string;
  /** YYYY-MM-DD; its first day, where it is about several. */
  readonly date: string;
  /** The last of several days: a week or a month. */
  readonly until?: string;
}

/** Practices by the names of the folders that keep their documents. */
const byFolder = new Map<string, string>(
  catalogue.flatMap(({ id, folder, folders = [] }) =>
    [...folders, ...(folder ? [posix.basename(folder)] : [])].map((name) => [name, id] as const),
  ),
);

/**
 * The practice that a file of the repository belongs to, by where it is; undefined for all else.
 *
 * @param path relative to the root, with `/`.
 * @param isDecision whether the file is a decision record.
 * @param own practices that the team or the user has added: theirs is what is in their very folder.
 */
export function practiceOfFile(path: string, isDecision: boolean, own: readonly Practice[] = []): string | undefined {
  if (!/\.(?:md|markdown)$/i.test(path) || /(?:^|\/)(?:readme|index|template)\.\w+$/i.test(path)) return undefined;
  if (isDecision) return 'decision-record';
  const added = own.find(({ folder, store }) => store === 'team' && path.startsWith(`${folder}/`));
  if (added) return added.id;
  const folder = posix.basename(posix.dirname(path)).toLowerCase();
  if (folder === 'reviews') return 'teaching-review';
  return byFolder.get(folder) ?? (isMinutesFile(path) ? 'meeting-summary' : undefined);
}

/**
 * What a journal holds, by the days in the files' names.
 *
 * @param paths relative to the journal's root.
 * @param first the day with which weeks begin.
 */
export function journalArtefacts(paths: readonly string[], first: Weekday): Artefact[] {
  return paths.flatMap((path): Artefact[] => {
    const event = /^practices\/([^/]+)\/(\d{4}-\d\d-\d\d)-.*\.md$/.exec(path);
    if (event?.[1] && event[2]) return [{ practice: event[1], date: event[2] }];
    const week = /^(weeks|status)\/(\d{4}-W\d\d)\.md$/.exec(path);
    if (week?.[2]) {
      const date = weekStart(week[2], first);
      return [{ practice: week[1] === 'status' ? 'weekly-status' : 'weekly-habit', date, until: daysAfter(date, 6) }];
    }
    const month = /^evidence\/(\d{4}-\d\d)\.md$/.exec(path)?.[1];
    if (!month) return [];
    const date = `${month}-01`;
    return [{ practice: 'evidence', date, until: daysAfter(monthsAfter(date, 1), -1) }];
  });
}
