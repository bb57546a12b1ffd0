/** A sentence of a comment and where it stands. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly kind: 'question' | 'request' | 'statement';
}

const request =
  /^\W*(?:(?:also|and|so|then|minor|super|nit|maybe|perhaps|probably|please|personally|yeah|i think|just|instead)\b[\s,:-]*){0,3}(?:use|change|move|rename|remove|delete|add|put|make|call|pass|check|extract|import|try|consider|let'?s|do|don'?t|need|can|could|should|might|may|would|want|have|you (?:can|could|should|might|may|need|probably)|we (?:can|could|should|might|may|need|probably)|i'?d|i would|suggest(?:ion)?|pull|stick|see|have a look|look)\b|\b(?:should|shouldn'?t|could|can|need(?:s)? to|have to|must|let'?s|might want|want to|would (?:prefer|rather|like|suggest|recommend)|i'?d (?:prefer|rather|like|suggest|recommend|move|make|use|say)|prefer|suggest|recommend|please|would be (?:nice|good|great|better|useful|cleaner|clearer))\b/i;

/** The sentences of a comment's prose, each a question, a request or a statement. */
export function sentencesOf(prose: string): Sentence[] {
  const found: Sentence[] = [];
  for (const match of prose.matchAll(/[^\n.!?]+(?:[.!?](?!\s|$)[^\n.!?]*)*(?:[.!?]+(?=\s|$)|\n|$)|[.!?]/g)) {
    const sentence = match[0];
    if (!/[a-z]{2}/i.test(sentence)) continue;
    const kind = /\?["')\s]*$/.test(sentence) ? 'question' : request.test(sentence) ? 'request' : 'statement';
    found.push({ start: match.index, end: match.index + sentence.length, kind });
  }
  return found;
}
