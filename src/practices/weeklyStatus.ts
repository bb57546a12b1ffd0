import type { OwnCommit } from '../git/ownCommits.ts';

/** What a week was made of, of one repository, all the user's own. */
export interface WeekOfWork {
  /** The repository's name, said where there are several. */
  readonly name: string;
  readonly commits: readonly OwnCommit[];
  /** The records that those commits touched, by path: what they are called, and what they are. */
  readonly records: ReadonlyMap<string, { readonly title: string; readonly kind: 'decision' | 'review' | 'other' }>;
  /** Actions of mine that were ticked, in documents that those commits touched. */
  readonly closed: readonly string[];
  /** Actions of mine whose day has passed. */
  readonly slipping: readonly { readonly text: string; readonly due: string }[];
}

/** More commits than these nobody reads in a status. */
const mostCommits = 12;
/** What commits say that only prepare others. */
const noise = /^(?:fixup!|squash!|wip\b|merge\b|bump version)/i;

/** The parts of a weekly status, as its template has them: drafted from what is there, for its author to edit. */
export function statusParts(weeks: readonly WeekOfWork[]) {
  const of = (name: string) => (weeks.length > 1 ? `${name}: ` : '');
  const lines = (pick: (week: WeekOfWork) => readonly string[]) =>
    weeks.flatMap((week) => pick(week).map((line) => of(week.name) + line));
  const recordsOf = (kind: 'decision' | 'review') => (week: WeekOfWork) =>
    [...week.records.values()].filter((each) => each.kind === kind).map(({ title }) => title);
  const progress = lines((week) => subjectsOf(week));
  const more = progress.length - mostCommits;
  return {
    progress: more > 0 ? [...progress.slice(0, mostCommits), `and ${more} more commits`] : progress,
    decisions: lines(recordsOf('decision')),
    reviews: lines(recordsOf('review')),
    closed: lines(({ closed }) => closed),
    slipping: lines(({ slipping }) => slipping.map(({ text, due }) => `${text}, due since ${due}`)),
  };
}

/** What the commits say, the oldest first and each once, but for those that only wrote records: these have their own part. */
function subjectsOf({ commits, records }: WeekOfWork): string[] {
  const told = commits.filter(({ subject, files }) => {
    const onlyRecords = files.length > 0 && files.every(({ path }) => records.has(path));
    return !onlyRecords && !noise.test(subject);
  });
  return [...new Set(told.map(({ subject }) => subject).reverse())];
}

/** A status as a message: headings as plain lines, and without what is still a place to fill. */
export function statusMessage(text: string): string {
  const parts = text.replace(/\r\n?/g, '\n').split(/^## /m);
  const [title = '', ...sections] = parts;
  const filled = (part: string) =>
    part
      .split('\n')
      .filter((line) => !/^\s*(?:[-*+] )?\{.*\}\s*$/.test(line))
      .join('\n')
      .trim();
  return [
    title.replace(/^# /m, '').trim(),
    ...sections.flatMap((section) => {
      const [name = '', ...lines] = section.split('\n');
      const body = filled(lines.join('\n'));
      return body ? [`${name.trim()}:\n${body}`] : [];
    }),
  ].join('\n\n');
}
