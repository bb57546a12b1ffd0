import { type Cue, words } from '../cue.ts';

/** What speaks for a reason by judging: better or worse, needed or not, the same as elsewhere. */
export const judgements: readonly Cue[] = [
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
    name: 'clearer',
    find: words`
      clearer|cleaner|easier|simpler|safer|faster|shorter|smaller|cheaper|tidier|quicker|neater
      more (?:readable|explicit|pythonic|descriptive|consistent|clear|obvious|meaningful|robust|efficient|idiomatic|concise|maintainable|testable|intuitive)
    `,
    expected: { why: 0.6 },
  },
  {
    name: 'preferable',
    find: words`
      more appropriate|appropriate|makes? (?:more |the most )?sense
      look(?:s)? (?:a (?:bit|little) )?(?:better|nicer|good)
      (?:a )?good place|would be (?:nice|nicer|good|great|better|cool|fine)
    `,
    expected: { why: -0.5, pattern: 0.7, risk: -0.3 },
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
      inconsisten\w+|inefficien\w+|out[- ]of[- ]place|error[- ]prone|gotchas?|overly|poor(?:ly)?|kludg\w+|wasteful
      sloppy|risky|dangerous|surprising
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
      instead of (?:needing|having)|can be removed|extra\b(?!ct)|pointless|leftovers?|has no effect|no effect
      never (?:gets? |be )?(?:called|hit|reached|set|read|null|happens?|used|executed)
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
    name: 'not-so',
    find: words`
      (?:isn'?t|not|don'?t think (?:that'?s|this is|it'?s|that is)|doesn'?t (?:seem|look|sound)) (?:quite |actually |strictly |entirely |technically )*(?:right|correct|true|accurate|valid|the case)
      (?:is|are|was|looks?|seems?) (?:\w+ly )?(?:wrong|incorrect|inaccurate|false|broken|backwards|off)
    `,
    within: ['request', 'statement'],
    expected: { why: 0.6, risk: 0.1 },
  },
  {
    name: 'compare',
    find: words`
      same (?:as|way)|differen(?:t|ce)|similar|compared|equivalent|versus|vs|identical
    `,
    within: ['request', 'statement'],
    expected: { why: 0.4, pattern: 0.2 },
  },
];
