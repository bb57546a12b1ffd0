import { titleOfSlug } from '../records/slug.ts';
import type { Minutes } from './minutes.ts';
import { summaryPath } from './naming.ts';
import { summaryText } from './summary.ts';

/** What a summary is begun with. */
export interface DraftRequest {
  /** What the meeting is called, where its notes do not say so. */
  readonly title: string;
  /** YYYY-MM-DD, taken for the meeting's day where its notes state none. */
  readonly today: string;
  /** The folder of meetings, relative to the root. */
  readonly folder: string;
  /** The repository's files. */
  readonly paths: readonly string[];
  readonly keepNotes: boolean;
}

/** A summary that is not yet written anywhere. */
export interface SummaryDraft {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly title: string;
  readonly date: string;
  /** Whether the notes state the day. */
  readonly dated: boolean;
  readonly text: string;
}

/** The summary of minutes, and where it goes. */
export function draftSummary(minutes: Minutes, { title, today, folder, paths, keepNotes }: DraftRequest): SummaryDraft {
  const date = minutes.meetingDate ?? today;
  const called = minutes.title ?? title;
  return {
    path: summaryPath(folder, paths, date, called),
    title: called,
    date,
    dated: minutes.meetingDate !== null,
    text: summaryText({ title: called, date, minutes, notes: keepNotes ? minutes.readable : undefined }),
  };
}

/** What a meeting is called by the name of its notes' file, which is no more than a guess; empty where it says nothing. */
export function titleOfFile(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  const words = name.replace(/(?:19|20)\d\d([-_.]?)\d\d\1\d\d/g, ' ');
  return /\p{L}/u.test(words) ? titleOfSlug(words) : '';
}

/** What notes without a heading are probably called: their first line, where it is a short one; empty otherwise. */
export function titleOfFirstLine(readable: string): string {
  const [first = ''] = readable.trim().split('\n', 1);
  const words = first
    .replace(/(?:19|20)\d\d([-_./]?)\d\d?\1\d\d?/g, ' ')
    .replace(/^[\s,:–-]+|[\s,:–-]+$/g, '')
    .replace(/\s+/g, ' ');
  return words.length <= 60 && !/[:.!?]/.test(words) && /^\p{Lu}/u.test(words) ? words : '';
}
