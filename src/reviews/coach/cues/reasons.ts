import { type Cue, words } from '../cue.ts';

/** What speaks for a reason: why something should be otherwise. */
export const reasons: readonly Cue[] = [
  {
    name: 'because',
    find: words`
      because|'?cause(?! (?:this|the|it|a|me|an|problems|issues|confusion|errors?))|cuz|bc|b/c
      the reason (?:is|being|for|we|i)|reason (?:is|being)|due to|thanks to|that's why|which is why
      whole reason|on account of
    `,
    expected: { why: 2, risk: 0.3 },
  },
  {
    name: 'since',
    find: words`
      since (?!yesterday|then\b)|given (?:that|how)|seeing as|considering (?:that|how|it|the)
      especially (?:since|as|when|if)|now that
    `,
    expected: { why: 2 },
  },
  {
    name: 'as-reason',
    find: /(?<!\b(?:same|about|such|well|far|long|soon|much|known|work(?:s|ed)?|just|might|may|twice|described|defined|mentioned)\b[^.?!\n]{0,90}) as (?:it|its|it's|we|we're|we've|this|they|they're|there|there's|that|the|you|you're|your|i|in|page|[\uE000\uE001]+) (?=\S+)(?!is\b)/gi,
    within: ['request', 'statement'],
    expected: { why: 1.6, risk: 0.2 },
  },
  {
    name: 'so-that',
    find: /(?<!^\W*(?:@\S+\s+)?)\bso (?:that|we|you|it|it's|its|this|i|they|there|the|people|users|if|no|why)\b(?! (?:far|much))/gi,
    within: ['request', 'statement'],
    expected: { why: 1.2, pattern: 0.2, risk: 0.2 },
  },
  {
    name: 'purpose',
    find: /(?<!\b(?:need|needs|needed|have|has|had|want|wants|wanted|going|able|used|use|like|supposed|how|try|trying|tend|meant|ought|seems?|appears?|looks?|got|said|say|ok|fine|nice|good|great|better|best|hard|easy|easier|prefer|probably|love|due|change|changed|convert|rename|moved?|compared|equal|up|similar|sense|get|supposed|allowed|expect(?:ed)?|possible|way|remember|forgot|forget|required|happy|point|need|reason|nervous|surprised|decided?|happened|believe|easier|hope|right|wrong|mean|means|close|back|over|down|through|go|goes) )\bto (?!the\b|a\b|an\b|this\b|that\b|it\b|its\b|my\b|me\b|you\b|your\b|our\b|us\b|all\b|be honest|each\b|any\b|these\b|those\b|some\b|mention\b|one\b|use\b|[\uE000\uE001]+)[a-z]+/gi,
    within: ['request', 'statement'],
    expected: { why: 0.7, pattern: 0.1, risk: 0.2 },
  },
  {
    name: 'purpose-first',
    find: /(?:^\W*(?:and|also|so|but)?\b\s*|[.!?:]\s+)(?:in order )?to (?!be honest|me\b|my\b|clarify[,:])[a-z]+\b[^.?!\n]{3,120}?,/gi,
    within: ['request', 'statement'],
    expected: { why: 1.4, pattern: 0.1 },
  },
  {
    name: 'purpose-verb',
    find: /\bto (?:clarify|indicate|determine|eliminate|reduce|simplify|distinguish|improve|minimi[sz]e|support|match|reflect|maintain|stay consistent|be (?:clear|consistent|safe|explicit|sure)|help|save|speed|shorten|remind|differentiate)\b/gi,
    expected: { why: 1, pattern: 0.2, risk: 0.1 },
  },
  {
    name: 'avoid',
    find: words`
      avoid\w*|prevents?|preventing|ensure\w*|make(?:s)? (?:sure|it (?:clear|explicit|obvious|easi\w+))
      in order to|guard\w* against|protect\w* (?:against|from)|keep (?:the|it|this|things|our)
    `,
    expected: { why: 1.3, pattern: 0.3, risk: 0.9 },
  },
  {
    name: 'for-sake',
    find: words`
      (?<!\b(?:is|this|it|that)\b.{0,40}just )for (?:\w+ ){0,2}(?:clarity|consistency|readability|maintenance|maintainability|safety|ease|performance|speed|simplicity|debugging|testing|testability|reuse|safety|completeness|security|compatibility|reasons?)
    `,
    expected: { why: 2.2, pattern: 0.3, risk: 0.2 },
  },
  {
    name: 'that-way',
    find: words`that way|this way|which way|so as to`,
    expected: { why: 1.2, pattern: 0.6, risk: 0.2 },
  },
  {
    name: 'which',
    find: /(?:,|\)|\w|[\uE000\uE001]) which (?:is|are|was|will|would|could|might|may|means?|makes?|handles?|has|have|gives?|lets?|allows?|causes?|caused|i|we|replaced|should)\b/gi,
    expected: { why: 1, pattern: 0.1, risk: 0.2 },
  },
  {
    name: 'means',
    find: words`
      (?:which|that|this|it) (?:means|implies|suggests)|meaning|in other words|therefore|thus|hence
      consequently|as a result|as such
    `,
    expected: { why: 1.3, risk: 0.5 },
  },
  {
    name: 'otherwise',
    find: words`otherwise|or else|if not(?! ?,)`,
    within: ['request', 'statement'],
    expected: { why: 1.6, pattern: 0.3, risk: 1.2 },
  },
  {
    name: 'conditional?',
    find: words`if|when|unless`,
    within: ['question'],
    expected: { why: 0.5, pattern: -0.1, risk: 0.3 },
  },
  {
    name: 'convention',
    find: words`
      convention(?:s|al|ally)?|our standards?|the standards?|usually|typically|generally|we'?ve been
      we (?:usually|typically|generally|normally|always|tend|try|never|aren't|still)
      (?:good|best) practices?|deprecated|legacy|old (?:school|way)|prefer+ed|normally|in general
      by design|pep ?8|style ?guide|guidelines?|current palette|most teams|policy|as per|the docs
      documentation|according to|spec(?:ification)?s?
    `,
    within: ['request', 'statement'],
    expected: { why: 1, pattern: 0.3, risk: 0.1 },
  },
  {
    name: 'allows',
    find: words`
      allow(?:s|ing)?|lets (?:us|you|we|the)|enables?|makes (?:it|this|that|the|them|things)|helps?
      make (?:it|this|that|them|things|the \w+) (?:\w+ )?(?:clear\w*|easi\w+|obvious|explicit|simpl\w+|safer|faster|more)
      gives? (?:you|us|it|some|context)|useful|helpful|benefit\w*|handy|worth|valuable|advantage
      opportunity|saves?|reduc\w+|improv\w+|bring us
    `,
    expected: { why: 0.9, pattern: 0.3 },
  },
  {
    name: 'lists-reasons',
    find: /\b(?:for example|for instance|reasons|e\.?g\.?|i\.?e\.?)\b|\((?:i\.?e|eg|e\.g|since|because|as|so|this|unless|to|it|which)\b/gi,
    expected: { why: 0.5, pattern: 0.4 },
  },
  {
    name: 'fyi',
    find: words`
      fyi|heads? up|note that|please note|keep in mind|be aware|remember|bear in mind|watch out|careful
    `,
    expected: { why: 0.6, risk: 0.5 },
  },
  {
    name: 'purpose?',
    find: /\bto (?:be (?!honest)|avoid|prevent|make|keep|ensure|protect|reduce|get rid|recogni[sz]e|know)/gi,
    within: ['question'],
    expected: { why: 0.5, pattern: 0.1, risk: 0.2 },
  },
  {
    name: 'clause-in-question',
    find: words`
      (?:when|if|since|as|even though|given|because|unless) (?:it|it's|we|we're|this|the|you|you're|they|there|there's|[\uE000\uE001]+|that|i)(?!\S)
    `,
    within: ['question'],
    expected: { why: 0.4, risk: 0.3 },
  },
  {
    name: 'challenge',
    find: /\b(?:why (?!not\b|can'?t\b|don'?t\b)\w+|(?:any|a|the) (?:point|reason|benefit|need)|do (?:we|you) (?:really |even |still )?need|is (?:this|it|that) (?:\w+ )?(?:needed|necessary|required)|shouldn'?t|isn'?t|wouldn'?t|couldn'?t)\b[^?\n]{3,160}?\b(?:when|if|since|because|as|given|even though|anyway|already|only|so)\b/gi,
    within: ['question'],
    expected: { why: 1.2 },
  },
  {
    name: 'reason in a question',
    find: /(?<!^\W*)\b(?:because|since|so (?:that|we|it|they|i|you can|people)\b|to (?:avoid|prevent|keep|ensure|make sure|reduce|be able|get rid)|anyways?|already doing|which (?:is|are|does|would|will|gives?|handles?|makes?)|clearer|cleaner|easier|simpler|safer|a better|more (?!than|of|to|info|time)\w+|don'?t (?:just )?have)\b/gi,
    within: ['question'],
    expected: { why: 0.8, risk: 0.1 },
  },
  {
    name: 'i-thought',
    find: words`
      i thought|i(?:'d| would)? expect\w*|i was under the impression|didn't realize|i'm surprised
    `,
    expected: { why: 0.9, pattern: 0.1, risk: 0.2 },
  },
  {
    name: 'cited decision',
    find: /\b(?:adr|rfc|decision|guideline|ticket)[ -]?#?\d+|\bdecided (?:against|on|to)\b|\bagreed (?:on|to|that)\b/gi,
    expected: { why: 1.3 },
  },
];
