/** A label of a review comment and when to use it. Source: https://conventionalcomments.org, its labels and extensions. */
export interface Label {
  readonly name: string;
  readonly meaning: string;
}

/** Every label, the most used first. */
export const labels: readonly Label[] = [
  { name: 'suggestion', meaning: 'proposes an improvement, and says why it is one' },
  { name: 'issue', meaning: 'names a problem that users meet; goes well with a suggestion' },
  { name: 'question', meaning: 'asks where you are not sure that it is a problem' },
  { name: 'nitpick', meaning: 'is a matter of taste, and never holds anything up' },
  { name: 'praise', meaning: 'names something that is good here' },
  { name: 'thought', meaning: 'shares an idea that came while reading' },
  { name: 'todo', meaning: 'names a small change that is needed' },
  { name: 'chore', meaning: 'names a task that has to be done before this is accepted' },
  { name: 'note', meaning: 'points at something that the reader should know of' },
  { name: 'typo', meaning: 'names a misspelling' },
  { name: 'polish', meaning: 'makes something that is right a little better' },
  { name: 'quibble', meaning: 'is a nitpick by a kinder name' },
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
