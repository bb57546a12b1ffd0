import { daysFrom, type Weekday } from '../actions/days.ts';
import { slugOf } from '../records/slug.ts';
import { journalArtefacts } from './artefacts.ts';
import type { Practice } from './practice.ts';

/** A document of a practice in the journal, by its name. */
export interface JournalDocument {
  /** Relative to the journal's root. */
  readonly path: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly slug: string;
}

/** The documents of a practice, the oldest first. @param paths the journal's files, relative to its root. */
export function documentsOf({ id }: Pick<Practice, 'id'>, paths: readonly string[]): JournalDocument[] {
  const name = /^(\d{4}-\d\d-\d\d)-(.+)\.md$/;
  return paths
    .filter((path) => path.startsWith(`practices/${id}/`))
    .flatMap((path) => {
      const [, date, slug] = name.exec(path.slice(`practices/${id}/`.length)) ?? [];
      return date && slug ? [{ path, date, slug }] : [];
    })
    .sort((a, b) => a.date.localeCompare(b.date) || a.slug.localeCompare(b.slug));
}

/** The last document that a practice has about the same: the same person, the same thing. @param answer to its question. */
export function lastAbout(
  practice: Practice,
  answer: string | undefined,
  paths: readonly string[],
): JournalDocument | undefined {
  const slug = slugOf(answer ?? '') || practice.id;
  return documentsOf(practice, paths)
    .filter(
      (each) =>
        each.slug === slug || (each.slug.startsWith(`${slug}-`) && /^\d+$/.test(each.slug.slice(slug.length + 1))),
    )
    .at(-1);
}

/** The day of the last document of each practice that has one. @param first the day with which weeks begin. */
export function lastByPractice(paths: readonly string[], first: Weekday): Map<string, string> {
  const last = new Map<string, string>();
  for (const { practice, date, until = date } of journalArtefacts(paths, first)) {
    // A month's document does not say on which of its days it was written in last.
    const day = daysFrom(date, until) > 7 ? until : date;
    if (day > (last.get(practice) ?? '')) last.set(practice, day);
  }
  return last;
}
