import { contextFrom, type Selection } from './draft.ts';

/** A commit that shaped some of the selected lines. */
export interface PastCommit {
  readonly shortHash: string;
  readonly author: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly subject: string;
  readonly body: string;
  /** How many of the lines are as it left them. */
  readonly lines: number;
  /** The history that is at hand ends with it: the lines may be older. */
  readonly cutOff: boolean;
}

/** What the history of some lines says of the decision behind them. All of it is inferred. */
export interface PastDecision {
  /** The day of the commit that shaped the most lines, of the newest one among equals; YYYY-MM-DD. */
  readonly date: string;
  /** The commits' authors, those who shaped the most lines first. */
  readonly deciders: readonly string[];
  /** A first guess at the title: that commit's first line, without its issue number. */
  readonly title: string;
  /** Markdown: the lines, and the commits that they come from. */
  readonly context: string;
  /** What is inferred and from what, in braces as all that is to be replaced. The context begins with it. */
  readonly note: string;
}

/** More commits than this say little; the ones that shaped the most lines are named. */
const most = 12;

/**
 * What the commits behind a selection say of a decision that was never written down.
 *
 * @param commits those that shaped the most lines first; at least one.
 * @param uncommitted how many of the lines are in no commit.
 * @param folder the record's folder, relative to the root.
 */
export function pastDecision(
  selection: Selection,
  commits: readonly PastCommit[],
  uncommitted: number,
  folder: string,
): PastDecision {
  const [first] = commits;
  if (!first) throw new RangeError('a past decision needs a commit');
  const list = commits.slice(0, most).map(lineOf);
  if (commits.length > most) list.push(`- and ${commits.length - most} more`);
  if (uncommitted) list.push(`- ${uncommitted === 1 ? 'one line is' : `${uncommitted} lines are`} not committed yet`);
  const note = `{Inferred from git: the date, that of ${first.shortHash}, which shaped most of these lines${
    first.cutOff ? ' or ends the history that is at hand' : ''
  }; the decision-makers, the authors of the commits. Correct both, then delete this line.}`;
  return {
    date: first.date,
    deciders: [...new Set(commits.map(({ author }) => author))],
    title: first.subject.replace(/\s*\((?:#|!|GH-)\d+\)\s*$/, '').replace(/^\w+(?:\([^)]*\))?!?:\s+(?=\S)/, ''),
    context: `${note}\n\n${contextFrom(selection, folder)}\n\nThese lines come from:\n\n${list.join('\n')}`,
    note,
  };
}

/** `- 3f2c1ab Raj Patel, 2026-06-24: Retry a failed charge (#12); also names BILL-7`. */
function lineOf({ shortHash, author, date, subject, body, cutOff }: PastCommit): string {
  const named = [...new Set(referencesIn(body))].filter((reference) => !referencesIn(subject).includes(reference));
  const also = named.length ? `; also names ${named.join(', ')}` : '';
  return `- ${shortHash} ${asText(author)}, ${cutOff ? 'at the latest ' : ''}${date}: ${asText(subject)}${also}`;
}

/** Issues and pull requests that a message names: `#123`, `!45`, `GH-6`, `BILL-7`. */
function referencesIn(message: string): string[] {
  return message.match(/(?<![\p{L}\p{N}_/&#!-])(?:#\d+|!\d+|[A-Z][A-Z0-9]{1,9}-\d+)(?![\p{L}\p{N}_-])/gu) ?? [];
}

/** What somebody wrote in a commit, so that Markdown takes it for text. */
function asText(words: string): string {
  return words.replace(/[\p{Cc}]+/gu, ' ').replace(/[\\`*_[\]<>|~]/g, '\\$&');
}
