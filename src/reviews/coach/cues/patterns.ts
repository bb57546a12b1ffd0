import { type Cue, words } from '../cue.ts';

/** What speaks for a shown pattern by what is named: code, a place, a kind of thing, an example. */
export const patterns: readonly Cue[] = [
  {
    name: 'like-this',
    find: /\b(?:something (?:like|along|similar)|like (?:this|so|the (?:way|one|rest|other)|we (?:do|did|have|had)|how|in)|such as|similar to|along (?:the|those|these) lines|same (?:as|with|here|way)|follow(?:s|ing)? the|as (?:in|we do|seen|done) |the way (?:we|it|the)|for example|for instance|example|examples|e\.?g|ex)\b\.?/gi,
    expected: { why: -0.1, pattern: 0.6 },
  },
  {
    name: 'see',
    find: /\b(?:see|check out|look at|refer to|have a look|take a look|here'?s|you can see|check)\b[^.?]{0,40}[\uE000-\uE002/.]/gi,
    expected: { why: 0.1, pattern: 0.5, risk: -0.1 },
  },
  {
    name: 'rename',
    find: words`
      renam\w+ (?:\S+ ){0,6}?(?:to|as|like|into|something)|(?:better|different|clearer|another|descriptive) name
      names?(?: (?:it|this|them|the \w+))? (?:to|like|something|should)
      (?:call|name) (?:it|this|them|the)|naming|pluralize|camel ?case\w*|snake ?case\w*|prefix\w*|suffix\w*
      capitali[sz]e
      (?:would|i'?d) (?:\w+ )?rename
    `,
    expected: { why: 0.3, pattern: 0.9, risk: -0.1 },
  },
  {
    name: 'move',
    find: words`
      (?<!\b(?:will|'ll|was|were|been|gets?|got|shouldn't|(?:it|that|this|which) would) (?:be )?)(?:move|moved|moving|pull|pulled|pulling|extract\w*|refactor\w*|put|push|pushed|break|broken|split|factor|factored|hoist\w*|lift\w*|bring|stick|inline\w*|wrap\w*|group\w*|abstract\w*)(?: (?!out of date)\S+){0,7}? (?:to|into|out|up|inside|in|under|outside|above|below|before|after|around|off|on|together|by|where)
    `,
    expected: { why: 0.2, pattern: 1.1 },
  },
  {
    name: 'combine',
    find: words`
      combine\w*|merge (?:these|this|the|into)|join(?:ed)? (?:these|the)
      one (?:line|dictionary|dict|function|condition|liner|place|call|class)
      single (?:line|function|call|dict\w*|query|condition|place|method)|on one line|1 line|reorder\w*
      ordering|order of|indent\w*
    `,
    expected: { why: 0.3, pattern: 0.8 },
  },
  {
    name: 'change-to',
    find: words`
      (?<!\b(?:will|'ll|was|were|been|gets?|got|can't|already|if you|(?:it|that|this|which) would) (?:be )?)(?:change|changed|changing|convert|switch|update|updated|set|rewrite|rewritten|written|shorten|default|turn|cast|fall ?back|downgrade|upgrade|simplif\w+|truncate)(?: \S+){0,7} (?:to|into|as|with|from|so|like)
    `,
    expected: { pattern: 0.9, risk: -0.1 },
  },
  {
    name: 'add-to',
    find: words`
      (?:add|include|give|provide|specify|append|insert|declare|assign|import|return|require|raise|catch|log|pass|override|construct|instantiate|enumerate|sort|wrap|quote) (?:a|an|the|this|it|these|them|some|that|another|your|more|\uE001+)(?! (?:\w+ ){0,2}(?:tests?|comments?|doc ?strings?|docs?|documentation|notes?|todos?))
    `,
    within: ['request', 'statement'],
    expected: { why: 0.1, pattern: 0.4 },
  },
  {
    name: 'be-a',
    find: /\b(?:(?:should|could|can|might|may|would|to|just|as|rather|better|'d|into|this|it|that|maybe|perhaps|or|nicer)(?: (?:probably|also|rather|just|be|see|have))* (?:be|make (?:it|this|that|these|them|the \w+|\w+)|into|as|maybe|perhaps|or)|(?:maybe|perhaps|or)) (?:a|an|one) (?!bit|little|problem|issue|good|great|better|nice|case|more|huge|big|concern|way|lot|few|reason|comment|note|test|unit|typo|different|bug|mistake|second|while)[a-z\uE000\uE001]+/gi,
    within: ['question', 'request'],
    expected: { pattern: 0.6 },
  },
  {
    name: 'structure',
    find: words`
      (?:a|an|into|the|some|as|to|another|own|new|separate|different|base|utility|our|shared|common) (?:\w+ )?(?:constants?|superclass|subclass|base class|mixin|variable|helper|property|decorator|domain (?:method|object|model)|util\w*|library|dictionary|dict|enum|filter|handler|kwargs?|list comprehension|comprehension|generator|context manager|factory|service|component|module|interface|wrapper|middleware|getter|setter|parameter|option|config\w*|class method|static ?method|default|object|template|method|function|class|model|field|query|regex|loop|lambda|hook|type|map|set|queue)
    `,
    within: ['request', 'statement'],
    expected: { why: 0.1, pattern: 0.5, risk: -0.2 },
  },
  {
    name: 'constant',
    find: words`
      constants?|superclass|subclass\w*|inherit\w*|mixin|list comprehension|comprehension|decorator
      static ?method|class ?method|enum|base class|domain method|default arg\w*|keyword arg\w*|kwargs?
      getter|utility|utils?
    `,
    expected: { why: 0.1, pattern: 0.5, risk: -0.1 },
  },
  {
    name: 'there-is',
    find: words`
      (?:there(?:'s| is| was| are)|has|have|is) (?:\S+ ){0,3}(?:method|function|helper|filter|way|class|property|library|util\w*|constant|variable|option|decorator|handler|mixin|setting|alternative|attribute|hook|api)s?
      (?:is|are) (?:\w+ )?(?:defined|declared|available) (?:in|on|at|through|as|somewhere)
      (?:provides?|supports?|accepts?|exposes?|has|takes|allows) (?:a|an|the|any|keyword) \w+|would probably do this
      (?:is|are|been|gets?|was|were) (?:\w+ ){0,2}(?:added|provided|handled|exposed|included|exported|covered|implemented|supplied|done) (?:via|by|through|in|on|for)
      does (?:it|this) (?:all )?for
    `,
    expected: { why: 0.3, pattern: 0.8 },
  },
  {
    name: 'right-way',
    find: words`
      the (?:new|right|correct|preferred|best|usual|standard|proper|only|recommended) (?:\w+ )?(?:way|approach|type|name|one|place|method)
      correct way|new way|existing|built[- ]?in
    `,
    expected: { why: 0.3, pattern: 0.7 },
  },
  {
    name: 'somewhere',
    find: words`
      or something|somewhere|or similar|already (?:defined|a |an |have|exists)
    `,
    expected: { why: -0.2, pattern: 0.6 },
  },
  {
    name: 'correction',
    find: /["'][^"'\n]{2,40}["']\s*(?:->|=>|→)|\bs\/[^/\n]{2,40}\/[^/\n]{1,40}|\w\s*(?:-+>|=>|→)\s*\w|(?:^|\s)\*\w{3,}\s*$/gi,
    expected: { pattern: 1.3 },
  },
  {
    name: 'starts-code',
    find: /^[\s]*[\uE000\uE001]/gi,
    expected: { why: -0.1, pattern: 0.3 },
  },
  {
    name: 'ends-code',
    find: /[\uE000\uE001][\s.)]*$/gi,
    expected: { why: -0.5, pattern: 0.6, risk: -0.2 },
  },
  {
    name: 'ends-code?',
    find: /[\uE000\uE001][\s)]*\?\s*$/gi,
    expected: { why: -0.4, pattern: 0.5, risk: -0.2 },
  },
  {
    name: 'remove',
    find: words`
      remov\w+|delet(?:e|ed|ing)|drop(?:ped)?|take (?:it |this |that |\S+ ){0,4}(?:out|off)|get rid of
      kill|revert\w*|roll(?:ed)?(?: \S+)? ?back|rollback|cleaned up
    `,
    expected: { why: 0.1, pattern: -0.9, risk: 0.1 },
  },
  {
    name: 'tests',
    find: words`
      unit ?tests?|tests?|tested|testing|jasmine|specs?|test cases?|coverage
    `,
    expected: { why: -0.2, pattern: -0.5, risk: -0.1 },
  },
  {
    name: 'words-for-code',
    find: /\b(?:add|adding|write|put|update|improve|needs?|have|include|leave|deserves?)(?: \w+){0,3} (?:comments?|doc ?strings?|docs?|documentation|tests?|specs?|description|explanation|notes?|todos?)\b[^.?!\n]{0,40}[\uE000\uE001]/gi,
    expected: { pattern: -1.5 },
  },
  {
    name: 'write-tests',
    find: words`
      (?:add|write|need|needs|want to|some|new|more|unit|have|jasmine) (?:\w+ ){0,3}tests?
      tests? (?:for|this|these|it)
    `,
    expected: { why: -0.1, pattern: -0.9 },
  },
];
