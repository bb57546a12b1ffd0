import { type Cue, words } from '../cue.ts';

/** What proposes to do something, by its verb: as a request, as a wish, as a question. */
export const proposals: readonly Cue[] = [
  {
    name: 'use-imperative',
    find: /(?:^\W*|[.,:;!?)\uE000\uE001]\s+(?:or |and |then |just |also |please |maybe )*|\b(?:then|just|simply|instead|rather|(?:better|possible|fine|ok|okay|safer|easier|simpler|want|prefer|suggest|reason not|way|type) to|to just|(?:can|could|should|might|may|must|couldn't|shouldn't|we|you|can't)(?: (?:we|you|it|this|just|probably|also|simply|even|instead|maybe|always))*|be|suggest|recommend|prefer|consider|try|and|please|also|maybe|even) )(?:re)?us(?:e|ing) (?!it\b|them\b|to\b|case\b)/gi,
    expected: { why: 0.1, pattern: 1.2 },
  },
  {
    name: 'imperative',
    find: /^\W*(?:(?:please|just|also|minor,?|nit:?|super minor\.?|suggestion,?|yeah,?|and|then|maybe|instead,?|probably|or) )*(?:use|change|move|rename|extract|replace|make|put|call|pass|return|set|wrap|split|combine|import|inherit|try|consider|convert|switch|refactor|break|stick|pull|build|specify|take|keep|store|create|define|declare|check|prefer|capitalize|inline|add)\b/gi,
    at: 'sentence',
    expected: { pattern: 0.6 },
  },
  {
    name: 'lets',
    find: /\b(?:let'?s|lets)\b (?!delete|remove|not|take it out|drop|leave)/gi,
    expected: { pattern: 0.5 },
  },
  {
    name: 'just-do',
    find: /\b(?:just|simply|only|directly)\b[^.?!]{0,50}[\uE000\uE001]|\bjust (?:use|do|return|call|pass|get|have|put|make|set|build|check|be|delete|catch|try|specify|wrap)\b/gi,
    expected: { why: 0.1, pattern: 0.8 },
  },
  {
    name: 'should-be',
    find: words`
      should(?:n'?t)?(?: (?:this|it|we|you|i|these|those|they|the \w+|the|that|probably|also|just|really|only|all|maybe|not|definitely|n't))* (?:be (?!needed|required|removed|ok|fine|able|enough|sufficient|good|no|tested|covered|aware|careful|deleted|necessary|possible)|go|live|come|accept|inherit|extend|default|return|return|take|use|happen|start|fall|match|look|have (?!to|been)|move|refactor|extract|throw|raise|wrap|call|pass|make|do)
    `,
    expected: { pattern: 0.8 },
  },
  {
    name: 'should-code',
    find: /\b(?:should(?:n'?t)?|supposed to|meant?|could|might|may|can|want to|would|to|just|like|be|do|is|with|prefer|rather|into|via|called?|named?)(?: (?:be|just|do|use|this|it|a|an|the|probably|also|say|have|read|all|even|simply|like)){0,4}:? ?["]?[\uE000\uE001]+/gi,
    within: ['question', 'request'],
    expected: { why: -0.1, pattern: 0.9, risk: -0.1 },
  },
  {
    name: 'can-be',
    find: words`
      (?:can|could|should|might|may)(?: (?:this|it|we|you|these|that|also|just|probably|even|simply|i|all|potentially|maybe|actually|easily|the \w+))* (?:be (?:\w+ ){0,2}(?:simplified|refactored|written|rewritten|changed|moved|combined|merged|replaced|extracted|shortened|called|named|renamed|put|done|made|pulled|split|cleaned|reduced|inlined|abstracted|converted|better|clearer|cleaner)|use|call|pass|write|get|have|make|move|put|rename|change|extract|become|replace|try|return|set|pull|combine|build|merge|split|wrap|convert|refactor|inherit|subclass|take|specify|define|declare|include|push|turn|reuse|do|share|catch|raise|grab|create|import|store|keep|shorten|simplify|go|clean|filter|loop|check|leave|adjust)
    `,
    expected: { pattern: 0.9 },
  },
  {
    name: 'could-do',
    find: /\b(?:is it possible to|(?:is there (?:a|any)|some) way to|does it make sense to|(?:can|could|should|shouldn't|might|may) (?:we|you|it|this|they|these|those|i)|(?:we|you|i) (?:can|could|should|might)(?! not\b)) (?:(?:\w+ly|just|also|first|at least|maybe|instead|perhaps|always|even|all) )*(?!be\b|not\b|see\b|remove\b|delete\b|explain|check\b|confirm|clarify|help\b|have\b|get rid|add (?:\w+ ){0,3}(?:tests?|comments?|docs?)|test\b|document|look\b|describe|understand|tell\b|find\b|think\b|only\b|do\b|take\b|expect\b|already\b|still\b|drop\b|fix\b)[a-z]{2,}/gi,
    within: ['question', 'request'],
    expected: { pattern: 0.6 },
  },
  {
    name: 'done-by',
    find: /\b(?:can|could|should|might|may)(?: \w+ly| also| just)? be (?:\w+ly )?\w+(?:ed|en|ne|t|wn|de|ld) (?:by|with|via|using|from|in|into|to|as|through|inside|under|at|on|out)\b/gi,
    expected: { pattern: 0.6 },
  },
  {
    name: 'suggest',
    find: words`
      suggest\w*|recommend\w*
      i'?d (?:rather|prefer|like to see|go with|make|move|use|put|call|name|do|combine|say|just|probably|throw)
      i would (?:rather|prefer|like to see|go with|make|move|use|put|call|rename|do|combine|pull|just|really like)
      prefer|would rather|how about|advocate|encourage|might (?:be|make|want)
      would be (?:nice|good|great|better|cool)|it'?d be|would (?:look|make sense|make more sense|be more)
      makes? more sense|appropriate|could be|probably want|need(?:s)? to be
    `,
    expected: { pattern: 0.7, risk: -0.1 },
  },
  {
    name: 'camel-suggest',
    find: words`
      (?:would|i'?d) (?:\w+ )?(?:rather|prefer|like to see|love|go with)|rather see
    `,
    expected: { pattern: 0.4, risk: -0.1 },
  },
  {
    name: 'needs-place',
    find: words`
      need(?:s)? to (?:be (?:contained|inside|within|in|wrapped|changed|set|called|a|an)|go|live|use|pass|return|come)
      belongs?|supposed to be|putting (?:this|it|that) in
    `,
    expected: { why: 0.1, pattern: 0.6 },
  },
  {
    name: 'instead',
    find: words`
      instead|rather than|in place of|alternative(?:ly)?|replace(?:d)? (?:\w+ ){0,4}with|over to
      as opposed to
    `,
    expected: { why: 0.3, pattern: 1, risk: -0.1 },
  },
  {
    name: 'instead?',
    find: words`instead of|rather than|over just|as opposed to|instead`,
    within: ['question'],
    expected: { pattern: 0.8 },
  },
  {
    name: 'using-first',
    find: /(?:^\W*|[.!?:]\s+)(?:I'd say |maybe |perhaps |just |or |also |by )?(?:using|calling|passing|moving|putting|having|setting|making|adding|wrapping|breaking|defining|naming|returning|storing|extracting)\b/gi,
    expected: { pattern: 0.8 },
  },
  {
    name: 'if-you-will',
    find: /\bif (?:you|we) (?!want|like|prefer|could|can|don't|aren't)(?:\w+ly |just )*[a-z]+\b[^.?!\n]{3,80}?\b(?:you|it|we|this|they)(?:'ll| will| can| could| won't| would| should)\b/gi,
    expected: { why: 0.3, pattern: 0.4 },
  },
  {
    name: 'maybe?',
    find: /^\W*(?:or )?(?:maybe|perhaps|alternatively|or)\b/gi,
    within: ['question'],
    at: 'sentence',
    expected: { pattern: 0.9 },
  },
  {
    name: 'have-to?',
    find: /\b(?:do(?:n't)?|did(?:n't)?|will|would(?:n't)?|does(?:n't)?) (?:you|we|this|it|i|the \w+|[\uE000\uE001]+) (?:\w+ly |also |still )?(?:have|need) to (?:also )?(?:add|use|set|call|pass|be|return|check|include|update|handle|do|wrap|import|specify|convert|catch|escape)\b/gi,
    within: ['question'],
    expected: { pattern: 0.7 },
  },
  {
    name: 'why-not',
    find: words`
      why (?:not|can'?t|couldn'?t|don'?t|wouldn'?t|aren'?t|isn'?t)
      (?:is|was) there (?:a |any )?reason (?:not|why .{0,20}not|you (?:aren'?t|don'?t|didn'?t|can'?t))
      any reason not|rather than just|how about|what about|what if (?:we|you|this|it)
      thoughts (?:on|about)|how hard (?:would|is) it|how do (?:you|we) feel about|what do you think (?:of|about)
      any objections?
      (?:what|how) would (?:happen|it look) if (?:we|you)
    `,
    expected: { why: -0.1, pattern: 1.2 },
  },
  {
    name: 'why-do',
    find: /\bwhy (?:bother|even|just |still |push|get|have|use|wrap|make|add|pass|return|check|call|set|create|keep|put|define|convert|store|import|override|catch|raise|throw|build|write|read|fetch|load|send|log|test|mock|copy|repeat|filter|sort|split|join|cast|parse|show|hide|do(?= (?:this|it|that)))\b/gi,
    within: ['question'],
    expected: { why: 0.2, pattern: 1 },
  },
  {
    name: 'work-here',
    find: /\b(?:would|could|can|does)(?:n'?t)? (?:that|it|this|something|\w+) (?:not |also |\w+ )?(?:work|do|be enough|suffice)\b|\b(?:should|would) (?:also |still |just |probably )?(?:work|do the (?:job|trick)|be (?:enough|equivalent|the same as))\b(?! the)|\bsame effect\b|\bget the job done\b/gi,
    expected: { why: -0.1, pattern: 0.8 },
  },
  {
    name: 'is-there-way',
    find: words`
      is there (?:a|any|some) (?:\w+ )?(?:way|variable|constant|helper|method|function|filter)
      isn'?t there|is it possible to
      would it (?:make sense|be (?:better|possible|easier|nicer|cleaner|worth|valuable))|wouldn'?t it be
      not already defined|already (?:defined|exists?)|is this not defined|equivalent
    `,
    within: ['question'],
    expected: { why: 0.2, pattern: 0.9 },
  },
  {
    name: 'you-mean',
    find: words`
      (?:you|u) (?:meant?|want|wanted) |i assume you meant?|did you mean|probably (?:mean|want)
      i think you (?:mean|missed|need)|missed|you're missing|you forgot|typo|misspel\w+|spelling
      should say|incorrect for
    `,
    expected: { why: -0.3, pattern: 0.6, risk: -0.2 },
  },
  {
    name: 'no-target',
    find: /\b(?:rename|change|move|refactor|fix|improve|rework|rewrite|update|simplify|reword|reconsider|rethink|shorten|clarify|clean(?: up)?|tidy(?: up)?|check|split|extract)(?: up)? (?:it|this|that|these|those|them)(?: up| out| please| here| again| (?:method|function|class|variable|file|name|one|line|part|code|block|test)){0,2}(?=[,.;!?)]|\s*$|,? (?:so|because|since|as|for|before|when)\b)/gi,
    expected: { pattern: -0.8 },
  },
  {
    name: 'not-proposed',
    find: /\b(?:don't|do not|doesn't|not sure|wouldn't) (?:really |even )?(?:think|believe|see why|want|need|have to|if)\b[^.?!\n]{0,30}?(?:\b(?:should|need|needs|can|want|needed|necessary|to)\b)/gi,
    within: ['request', 'statement'],
    expected: { why: 0.3, pattern: -0.5 },
  },
];
