import type { ComparedFile } from '../../git/comparison.ts';
import type { Lesson } from '../../reviews/lesson.ts';
import type { Placed } from '../comments/places.ts';
import type { Writing } from '../comments/writing.ts';

/** A row of the view *Reviews*. */
export type ReviewRow =
  | OpenReviewRow
  | ReviewFileRow
  | ChangedFileRow
  | CommentRow
  | LostRow
  | WritingRow
  | LessonsRow
  | LessonRow
  | GivenRow;

/** The review that is open. */
export interface OpenReviewRow {
  readonly kind: 'openReview';
}

/** A review that is not open. */
export interface ReviewFileRow {
  readonly kind: 'review';
  readonly root: string;
  /** Relative to the root, with `/`. */
  readonly path: string;
}

export interface ChangedFileRow {
  readonly kind: 'changedFile';
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** What happened to it; undefined for a file that has comments and does not differ. */
  readonly file: ComparedFile | undefined;
  readonly comments: readonly Placed[];
}

export interface CommentRow {
  readonly kind: 'comment';
  readonly placed: Placed;
}

/** The comments whose place is lost. */
export interface LostRow {
  readonly kind: 'lost';
  readonly comments: readonly Placed[];
}

/** A comment that was being written on lines that are gone. */
export interface WritingRow {
  readonly kind: 'writing';
  readonly writing: Writing;
}

/** The lessons of the window's folders. */
export interface LessonsRow {
  readonly kind: 'lessons';
  readonly count: number;
}

export interface LessonRow {
  readonly kind: 'lesson';
  readonly root: string;
  readonly lesson: Lesson;
}

/** A comment in which a lesson was given. */
export interface GivenRow {
  readonly kind: 'given';
  readonly root: string;
  /** A review's path relative to the root, with the comment's id behind `#`. */
  readonly target: string;
}
