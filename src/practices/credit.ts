/** A line of one's own draft that one may want to say otherwise. */
export interface CreditHint {
  /** Counted from 1. */
  readonly line: number;
  readonly kind: 'I' | 'blame';
  /** The words that say so. */
  readonly words: string;
}

/** What "I" rarely did alone. */
const alone =
  /\bI(?:['’]ve| have)?\s+(?:\w+ly\s+)?(?:built|shipped|delivered|launched|released|fixed|solved|finished|completed|migrated|rolled out|made sure|reduced|improved)\b/;
/** Words that look for a culprit. */
const blame =
  /\b(?:\w+['’]s (?:fault|mistake|carelessness)|(?:is|was|are|were) to blame|because (?:of )?(?!it\b|we\b)[A-Z]\w+ (?:forgot|failed|broke|ignored|did not bother)|should have known better|careless(?:ly)?|stupid(?:ly)?|lazy)\b/;

/** Lines of a draft that say "I" for what may be the team's work, or blame. Code, quotes and headings are left out. */
export function creditHints(text: string): CreditHint[] {
  const hints: CreditHint[] = [];
  let fence = false;
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    if (/^\s*(?:```|~~~)/.test(line)) fence = !fence;
    if (fence || /^\s*(?:>|#|```|~~~)/.test(line)) continue;
    const [own] = alone.exec(line) ?? [];
    const [blamed] = blame.exec(line) ?? [];
    if (own) hints.push({ line: index + 1, kind: 'I', words: own });
    if (blamed) hints.push({ line: index + 1, kind: 'blame', words: blamed });
  }
  return hints;
}
