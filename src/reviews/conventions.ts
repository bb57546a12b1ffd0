import { type Message, phrase } from '../humanError.ts';

/** A label of a review comment and when to use it. Source: https://conventionalcomments.org, its labels and extensions. */
export interface Label {
  readonly name: string;
  readonly meaning: Message;
}

/** Every label, the most used first. */
export const labels: readonly Label[] = [
  { name: 'suggestion', meaning: phrase('proposes an improvement') },
  { name: 'issue', meaning: phrase('names a problem that users meet') },
  { name: 'question', meaning: phrase('asks, where you are not sure') },
  { name: 'nitpick', meaning: phrase('is a matter of taste, never blocks') },
  { name: 'praise', meaning: phrase('names something that is good') },
  { name: 'thought', meaning: phrase('shares an idea') },
  { name: 'todo', meaning: phrase('names a small change to make') },
  { name: 'chore', meaning: phrase('names a task to do before merging') },
  { name: 'note', meaning: phrase('points at something to know') },
  { name: 'typo', meaning: phrase('names a misspelling') },
  { name: 'polish', meaning: phrase('makes what is right a little better') },
  { name: 'quibble', meaning: phrase('is a nitpick by a kinder name') },
];

/** Every decoration that has a meaning of its own; a team may use others, such as `security` or `test`. */
export const decorations: readonly Label[] = [
  { name: 'non-blocking', meaning: phrase('does not hold the change up') },
  { name: 'blocking', meaning: phrase('has to be resolved first') },
  { name: 'if-minor', meaning: phrase('only where the change turns out small') },
];

const otherNames: Readonly<Record<string, string>> = { nit: 'nitpick', suggest: 'suggestion' };

/** The prefix of a comment, read. */
export interface Convention {
  /** One of `labels`, in lower case. */
  readonly label: string;
  readonly decorations: readonly string[];
  /** Where the subject begins, in UTF-16 units. */
  readonly subjectAt: number;
}

const prefix = /^\s*(?:#{1,6} +)?(\*\*|__)?([a-z]+)(?:\1)?[ \t]*(?:\(([^()\n]{0,120})\))?[ \t]*(?:\1)?:(?:\1)?[ \t]*/i;

/**
 * The Conventional Comments prefix of a comment: `suggestion (non-blocking, test): subject`, also in bold and as a
 * heading. `undefined` where there is none, or its first word is no label: `Also: …` is prose.
 */
export function conventionOf(text: string): Convention | undefined {
  const match = prefix.exec(text);
  const written = match?.[2]?.toLowerCase() ?? '';
  const label = otherNames[written] ?? written;
  if (!match || !labels.some(({ name }) => name === label)) return undefined;
  const decorated = (match[3] ?? '')
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter(Boolean);
  return { label, decorations: decorated, subjectAt: match[0].length };
}

/** A prefix as it is written: `suggestion (non-blocking): `. */
export function conventionPrefix(label: string, decorated: readonly string[] = []): string {
  return `${label}${decorated.length ? ` (${decorated.join(', ')})` : ''}: `;
}
