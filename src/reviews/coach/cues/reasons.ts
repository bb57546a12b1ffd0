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
    name: 'conditional?',
    find: words`if|when|unless`,
    within: ['question'],
    expected: { why: 0.5, pattern: -0.1, risk: 0.3 },
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
    name: 'better',
    find: words`
      better|clearer|cleaner|easier|simpler|safer|faster|quicker|nicer|shorter|smaller|tidier|cheaper
      lighter|neater|stronger|tighter|smarter|friendlier|stricter|closer to|simpl(?:ify|ified|ifies)
      more (?!appropriate|sense|than|of\b|to\b|time|times|tests?|work|info\w*|details?|context|changes?|about|and\b|or\b|comments?|like\b)[a-z]+
      less (?!than|of\b)[a-z]+
    `,
    expected: { why: 1.3, pattern: 0.8, risk: -0.1 },
  },
  {
    name: 'preferable',
    find: words`
      more appropriate|appropriate|makes? (?:more |the most )?sense|look(?:s)? (?:a (?:bit|little) )?(?:better|nicer|good)
      (?:a )?good place|would be (?:nice|nicer|good|great|better|cool|fine)
    `,
    expected: { why: -0.5, pattern: 0.7, risk: -0.3 },
  },
  {
    name: 'we-have',
    find: words`we (?:do|have|want|don'?t|need|can'?t|only)`,
    within: ['request', 'statement'],
    expected: { why: 0.4, risk: 0.1 },
  },
  {
    name: 'clear',
    find: words`
      clarity|readab(?:le|ility)|reads?(?= (?:better|much|more|nicer|clear\w*|awkward\w*|like|as|well))
      explicit(?!ly\b)|descriptive|consisten(?:t|cy|tly)|obvious|semantic\w*|maintain(?:able|ability)
      reusab\w+|pythonic(?:ally)?|idiomatic|concise|meaningful
      self[- ](?:describing|documenting|explanatory)|intent
      understand(?:able)? (?:what|that|the|how|why|this)
      clear(?:ly)? (?:what|that|to|as|why|how|which|object)|distinguishable|discoverab\w+
    `,
    expected: { why: 1, pattern: 0.4, risk: 0.1 },
  },
  {
    name: 'bad',
    find: words`
      ambiguous|awkward\w*|ugly|silly|misleading|messy|hacky|(?:code )?smells?
      bad (?:habits?|practice|idea|form|style)|(?:not|isn't) (?:a )?(?:good|best|great) (?:idea|practice)
      anti[- ]?pattern|nasty|scary|lie
      hard(?:er)? to (?:read|follow|tell|understand|see|test|maintain|reason|debug|find)|difficult to
      brittle|fragile|overkill|double negative|heavy|nesting
      too (?:big|ambiguous|large|long|many|much|complex\w*|generic|similar|easy|vague|specific|tightly|broad)
      pretty (?:large|big|long|complex)|magic (?:number|value|string)s?|hard[- ]?cod\w+|incorrect(?:ly)?
      inconsisten\w+|inefficien\w+|out[- ]of[- ]place|error[- ]prone|gotchas?|overly|poor(?:ly)?|kludg\w+|wasteful|sloppy|risky|dangerous|surprising
      (?:un)?intuitive|cumbersome|clunky|convoluted|complicated|verbose|noisy|bloated|cluttere?d?|cryptic|obscure
      opaque|meaningless|worse|harder|slower|wordy|contradict\w*|violat\w+|arbitrary|nonsens\w*|counter-?intuitive
    `,
    expected: { why: 1.2, pattern: 0.2 },
  },
  {
    name: 'needless',
    find: words`
      unnecessar(?:y|ily)|not necessary|isn'?t necessary|redundan\w+|no need|not needed|needless\w*
      isn'?t needed|unneeded|superfluous|no longer|never used|not used|unused|isn'?t used|aren'?t used
      not using|aren'?t using|only (?:use|used|using|called|need|needed|happens?)|use it once|used once
      useless|out[- ]of[- ]date|outdated|stale|obsolete|pointless|no use|no reason|no benefit|dead code
      doesn'?t (?:do|serve|add)|don'?t (?:actually |really )?(?:need|have to|care)
      doesn'?t (?:actually |really )?(?:need|have to|use)|won'?t (?:need|do)|wouldn'?t (?:need|have)
      shouldn'?t (?:need|have to|be (?:needed|required|necessary))|without (?:needing|having)
      instead of (?:needing|having)|can be removed|extra\b(?!ct)|pointless|leftovers?|has no effect|no effect|never (?:gets? |be )?(?:called|hit|reached|set|read|null|happens?|used|executed)
      (?:will|would|can) never (?:be|get|happen|reach)|for nothing|won'?t do anything|unreachable|unrelated|irrelevant
    `,
    expected: { why: 1.2, pattern: -0.4, risk: -0.1 },
  },
  {
    name: 'duplicate',
    find: words`
      duplicat\w+|same (?:thing|code|logic|check|validation)|repeat\w*|copy[- ]?past\w*
      (?:couple|few|several|multiple|many|\d+) (?:more )?(?:places|times)
      (?:third|3rd|second|2nd) (?:set|time|place)|\d+ more times|dry\b|in sync|elsewhere|somewhere else
      over and over
    `,
    expected: { why: 1.1, pattern: 0.5, risk: 0.1 },
  },
  {
    name: 'already',
    find: words`
      already|by default|default(?:s)? to|built[- ]?in|out of the box|for you|handles? (?:this|that|it)
      takes? care|automatic\w*|anyways?
    `,
    expected: { why: 0.7, pattern: 0.2, risk: -0.2 },
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
    name: 'fact',
    find: /^\W*(?:(?:and|but|also|so|however|since|because|well|yes|no|nope|yeah|right now|actually|note,?|fyi,?|just an fyi,?|currently|the difference is that|for \w+,?) ?,? )?(?:it|this|that|there|they|these|those|the|a|an|all|our|we|you|you're|any|every|some|no|nothing|everything|python|js|javascript|java|node|django|react|[\uE000\uE001]+|it's|that's|there's|they're|we're|core|method|class|function|code) (?!should|could|can we|can you|need|want|may|might|would be)/gi,
    within: ['statement'],
    at: 'sentence',
    expected: { why: 0.6, pattern: -0.1, risk: 0.1 },
  },
  {
    name: 'you-are',
    find: words`
      you(?:'?re| are| were| have|'ve)? (?:just |only |always |already |basically |also |still )*(?:\w+ing|just|renamed|changed|removed|missed|guaranteed|didn'?t|aren'?t|don'?t)
    `,
    expected: { why: 0.3, pattern: -0.1, risk: 0.2 },
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
    name: 'will-fact',
    find: /(?:\b(?!i\b)\w+|[\uE000\uE001])(?:'ll| will| would| won't| wouldn't) (?!be (?:\w+ )?(?:nice|good|great|better|cool|beneficial|appropriate|useful|helpful)|make (?:more )?sense|prefer|rather|like|suggest|recommend|love|say|it|you|we|this|that)/gi,
    within: ['statement'],
    expected: { why: 0.6, pattern: -0.1, risk: 0.6 },
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
  {
    name: 'compare',
    find: words`
      same (?:as|way)|differen(?:t|ce)|similar|compared|equivalent|versus|vs|identical
    `,
    within: ['request', 'statement'],
    expected: { why: 0.4, pattern: 0.2 },
  },
  {
    name: 'numbers',
    find: /\b\d{2,}\b/gi,
    within: ['statement'],
    expected: { why: 0.2, pattern: -0.1, risk: 0.2 },
  },
  {
    name: 'purpose?',
    find: /\bto (?:be (?!honest)|avoid|prevent|make|keep|ensure|protect|reduce|get rid|recogni[sz]e|know)/gi,
    within: ['question'],
    expected: { why: 0.5, pattern: 0.1, risk: 0.2 },
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
    name: 'version',
    find: words`
      old(?:er)?|new(?:er)?|now|still|currently|right now|yet|at the moment|these days|original(?:ly)?
    `,
    within: ['statement'],
    expected: { why: 0.2, risk: 0.1 },
  },
  {
    name: 'i-thought',
    find: words`
      i thought|i(?:'d| would)? expect\w*|i was under the impression|didn't realize|i'm surprised
    `,
    expected: { why: 0.9, pattern: 0.1, risk: 0.2 },
  },
  {
    name: 'then',
    find: words`then|in which case|in that case|either way|even|whole|entire|a lot|lots`,
    within: ['request', 'statement'],
    expected: { why: 0.4, risk: 0.1 },
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
    name: 'comma-fact',
    find: /[,;] (?:it|it's|its|this|that|that's|they|there|there's|we|we're|nobody|nothing|everything|everybody|these|those|you|you're|the \w+|our \w+|all \w+|[\uE000\uE001]+) (?!should|could|can\b|might|may\b|please|if\b|would be)[a-z']+/gi,
    within: ['request', 'statement'],
    expected: { why: 0.6, risk: 0.1 },
  },
  {
    name: 'not-so',
    find: words`
      (?:isn'?t|not|don'?t think (?:that'?s|this is|it'?s|that is)|doesn'?t (?:seem|look|sound)) (?:quite |actually |strictly |entirely |technically )*(?:right|correct|true|accurate|valid|the case)
      (?:is|are|was|looks?|seems?) (?:\w+ly )?(?:wrong|incorrect|inaccurate|false|broken|backwards|off)
    `,
    within: ['request', 'statement'],
    expected: { why: 0.6, risk: 0.1 },
  },
  {
    name: 'all-of',
    find: words`all (?:the|of|our|for)|each|every`,
    expected: { why: 0.3, pattern: 0.1 },
  },
  {
    name: 'somewhere',
    find: words`
      or something|somewhere|or similar|already (?:defined|a |an |have|exists)
    `,
    expected: { why: -0.2, pattern: 0.6 },
  },
  {
    name: 'cited decision',
    find: /\b(?:adr|rfc|decision|guideline|ticket)[ -]?#?\d+|\bdecided (?:against|on|to)\b|\bagreed (?:on|to|that)\b/gi,
    expected: { why: 1.3 },
  },
  {
    name: 'effect',
    find: words`
      in parallel|in one go|at once|leftover|left over|from debugging|(?:does|do) not (?:return|need|belong|depend)
      depends? on|belongs? (?:to|in)|so far|no effect|same result|for free
    `,
    expected: { why: 0.8 },
  },
];
