import type { Status } from './record.ts';

/** Every word of the log's pictures, in English; the editor shows them in the user's language. */
export const logWords = {
  search: 'Search decisions',
  searchHint: 'Number, title, person, tag, text',
  status: 'Status',
  folder: 'Folder',
  person: 'Person',
  tag: 'Tag',
  all: 'All',
  clear: 'Clear Filters',
  timeline: 'Timeline',
  timelineHelp: 'Left and Right move in time, Up and Down between lanes, Enter opens',
  list: 'Decisions, newest first',
  selected: 'Selected decision',
  open: 'Open',
  noDate: 'No date',
  none: 'No decision has these words and filters.',
  empty: 'No decision records yet.',
  countAll: '{0} decisions',
  countOne: '1 decision',
  countSome: '{0} of {1} decisions',
  supersedes: 'supersedes',
  supersededBy: 'superseded by',
  amends: 'amends',
  amendedBy: 'amended by',
  proposed: 'Proposed',
  accepted: 'Accepted',
  rejected: 'Rejected',
  deprecated: 'Deprecated',
  superseded: 'Superseded',
  unknown: 'Unknown',
} satisfies Record<string, string> & Record<Status, string>;

export type LogWords = Readonly<Record<keyof typeof logWords, string>>;
