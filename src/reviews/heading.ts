/** What a comment's heading says, by Conventional Comments: `label (decorations): subject`. */
export interface CommentHeading {
  /** In lower case, as `suggestion` or `issue`; null where the heading has none. */
  readonly label: string | null;
  /** `non-blocking`, `if-minor` and the like, as written. */
  readonly decorations: readonly string[];
  readonly subject: string;
}

/** conventionalcomments.org: a word, decorations in parentheses and separated by commas, a colon, the subject. */
const grammar = /^(?<label>\p{L}[\p{L}-]{0,30})\s*(?:\((?<decorations>[^()]*)\))?\s*:\s+(?<subject>\S.*)$/su;

/** Reads a heading's text; undefined where it has no label. */
export function readCommentHeading(text: string): CommentHeading | undefined {
  const match = grammar.exec(text.trim())?.groups;
  if (!match) return undefined;
  const decorations = (match.decorations ?? '').split(',').map((each) => each.trim());
  return {
    label: (match.label ?? '').toLowerCase(),
    decorations: decorations.filter(Boolean),
    subject: match.subject ?? '',
  };
}
