import { type Cue, words } from '../cue.ts';

/** What states how things are, which is a reason as often as not. */
export const facts: readonly Cue[] = [
  {
    name: 'contrast',
    find: words`
      but|however|though|although|while|whereas|even (?:if|though|when)|unless|yet|despite
    `,
    within: ['request', 'statement'],
    expected: { why: 0.1 },
  },
  {
    name: 'conditional',
    find: /(?<!(?:nice|great|good|better|sense|cool|prefer|see|would) )\bif\b(?! (?:possible|you (?:want|like|can|prefer)|so|that's|at all|not\b))/gi,
    within: ['request', 'statement'],
    expected: { why: 0.5, risk: 0.2 },
  },
  {
    name: 'when',
    find: words`
      when|whenever|once|until|every time|each time|any time|as soon as
    `,
    within: ['request', 'statement'],
    expected: { why: 0.1, pattern: -0.1, risk: 0.3 },
  },
  {
    name: 'then',
    find: words`then|in which case|in that case|either way|even|whole|entire|a lot|lots`,
    within: ['request', 'statement'],
    expected: { why: 0.4, risk: 0.1 },
  },
  {
    name: 'actually',
    find: words`
      actually|technically|basically|effectively|in fact|essentially|really|really is|never|always
    `,
    within: ['request', 'statement'],
    expected: { why: 0.4, pattern: -0.1, risk: 0.2 },
  },
  {
    name: 'fact',
    find: /^\W*(?:(?:and|but|also|so|however|since|because|well|yes|no|nope|yeah|right now|actually|note,?|fyi,?|just an fyi,?|currently|the difference is that|for \w+,?) ?,? )?(?:it|this|that|there|they|these|those|the|a|an|all|our|we|you|you're|any|every|some|no|nothing|everything|python|js|javascript|java|node|django|react|[\uE000\uE001]+|it's|that's|there's|they're|we're|core|method|class|function|code) (?!should|could|can we|can you|need|want|may|might|would be)/gi,
    within: ['statement'],
    at: 'sentence',
    expected: { why: 0.6, pattern: -0.1, risk: 0.1 },
  },
  {
    name: 'comma-fact',
    find: /[,;] (?:it|it's|its|this|that|that's|they|there|there's|we|we're|nobody|nothing|everything|everybody|these|those|you|you're|the \w+|our \w+|all \w+|[\uE000\uE001]+) (?!should|could|can\b|might|may\b|please|if\b|would be)[a-z']+/gi,
    within: ['request', 'statement'],
    expected: { why: 0.6, risk: 0.1 },
  },
  {
    name: 'you-are',
    find: words`
      you(?:'?re| are| were| have|'ve)? (?:just |only |always |already |basically |also |still )*(?:\w+ing|just|renamed|changed|removed|missed|guaranteed|didn'?t|aren'?t|don'?t)
    `,
    expected: { why: 0.3, pattern: -0.1, risk: 0.2 },
  },
  {
    name: 'doing',
    find: words`
      (?:is|are|'s|'re|be|been|was|were|am|'m) (?:\w+ly |just |now |also |only |still |not |all )*(?!going|wondering|guessing|assuming|looking|thinking|not|curious|missing)[a-z]{2,}ing
    `,
    within: ['request', 'statement'],
    expected: { why: 0.3, pattern: -0.1, risk: 0.1 },
  },
  {
    name: 'has-fact',
    find: words`
      (?:is|are|was|were|isn'?t|aren'?t) (?:\w+ ){0,2}(?:already|only|never|always|not|defined|used|set|called|available|deprecated|required|provided|none|null|static|immutable|mutable|private|public|global|optional|identical|available|based|made|done|missing|empty|truthy|falsy|handled|caught|raised|returned|passed|shared|expected|available|mocked|detected|stored|supposed)
    `,
    within: ['request', 'statement'],
    expected: { why: 0.5, pattern: -0.1, risk: 0.2 },
  },
  {
    name: 'habit-fact',
    find: words`
      keeps? \w+ing|manually|by hand|ourselves|sufficient|enough|all (?:you|we|i|it) needs?(?:ed)?
      suffices?|doesn'?t (?:change|matter|exist|affect)|doesn'?t (?:the|it all|whole|this)|does (?:it all|the whole)
      (?:does|do) nothing|has nothing to do|have anything to do|have nothing|no one|nobody|nowhere
      anywhere|nothing
    `,
    expected: { why: 0.7, risk: 0.1 },
  },
  {
    name: 'will-fact',
    find: /(?:\b(?!i\b)\w+|[\uE000\uE001])(?:'ll| will| would| won't| wouldn't) (?!be (?:\w+ )?(?:nice|good|great|better|cool|beneficial|appropriate|useful|helpful)|make (?:more )?sense|prefer|rather|like|suggest|recommend|love|say|it|you|we|this|that)/gi,
    within: ['statement'],
    expected: { why: 0.6, pattern: -0.1, risk: 0.6 },
  },
  {
    name: 'we-have',
    find: words`we (?:do|have|want|don'?t|need|can'?t|only)`,
    within: ['request', 'statement'],
    expected: { why: 0.4, risk: 0.1 },
  },
  {
    name: 'cant',
    find: words`
      can'?t|cannot|won'?t|wouldn'?t|doesn'?t|don'?t|isn'?t|aren'?t|not
    `,
    within: ['statement'],
    expected: { why: 0.2, pattern: -0.2, risk: 0.3 },
  },
  {
    name: 'neg-question',
    find: words`
      isn'?t|aren'?t|shouldn'?t|wouldn'?t|doesn'?t|don'?t|can'?t|couldn'?t|won'?t|is (?:this|it) not|not
    `,
    within: ['question'],
    expected: { why: 0.2, pattern: 0.1 },
  },
  {
    name: 'origin',
    find: words`
      (?:originat\w+|comes?|came|provided|generated|created|introduced|set|handled|returned|caused|taken|inherited|mocked|defined|stored|cached) (?:from|by|in|on|at)
    `,
    within: ['statement'],
    expected: { why: 0.6, pattern: 0.1 },
  },
  {
    name: 'effect',
    find: words`
      in parallel|in one go|at once|leftover|left over|from debugging|(?:does|do) not (?:return|need|belong|depend)
      depends? on|belongs? (?:to|in)|so far|no effect|same result|for free
    `,
    expected: { why: 0.8 },
  },
  {
    name: 'version',
    find: words`
      old(?:er)?|new(?:er)?|now|still|currently|right now|yet|at the moment|these days|original(?:ly)?
    `,
    within: ['statement'],
    expected: { why: 0.2, risk: 0.1 },
  },
  {
    name: 'all-of',
    find: words`all (?:the|of|our|for)|each|every`,
    expected: { why: 0.3, pattern: 0.1 },
  },
  {
    name: 'numbers',
    find: /\b\d{2,}\b/gi,
    within: ['statement'],
    expected: { why: 0.2, pattern: -0.1, risk: 0.2 },
  },
  {
    name: 'parenthetical',
    find: /\([^)]{12,300}\)/gi,
    expected: { why: 0.3, pattern: 0.1 },
  },
  {
    name: 'colon-or-dash',
    find: /[;:] \w|\w -+ \w|\.\.\. ?\w/gi,
    within: ['request', 'statement'],
    expected: { why: 0.3, pattern: 0.1 },
  },
];
