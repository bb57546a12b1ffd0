import { type Cue, words } from '../cue.ts';

/** What is talk about the review itself, and speaks against being taught by it: doubts, thanks, plain questions. */
export const talk: readonly Cue[] = [
  {
    name: 'weird',
    find: words`
      weird|odd|strange|funny|gross|ew|not (?:a )?(?:huge |big )?fan|don'?t (?:really )?like|doesn'?t feel
      feels?
    `,
    expected: { why: 0.1, pattern: 0.4, risk: -0.3 },
  },
  {
    name: 'opinion',
    find: words`
      imo|imho|in my opinion|personally|i find|i found|to me|i'?d (?:say|argue)|for me|tbh|kinda|kind of
      sort of|haunts? me
    `,
    expected: { why: 0.6, pattern: 0.2, risk: -0.2 },
  },
  {
    name: 'not-sure-but',
    find: words`
      i'?m (?:pretty|fairly|quite) sure|pretty sure|i believe|i think|if i'?m not mistaken|apparently
      afaik|iirc|looks like|seems like|sounds (?:to me )?like|as far as
    `,
    expected: { why: 0.3 },
  },
  {
    name: 'looking for agreement',
    find: /\b(?:right|no|correct|doesn't it|isn't it)\?/gi,
    expected: { why: 0.3, pattern: -0.4 },
  },
  {
    name: 'so-question',
    find: /^\W*so\b/gi,
    within: ['question'],
    at: 'sentence',
    expected: { why: -0.4, pattern: -0.5 },
  },
  {
    name: 'i-talk',
    find: /^\W*(?:(?:well|yeah|oh|ah+|hmm|but|and|so|also|ok|right|then|@\S+)\b[,!.]? ?)*i(?:'m|'ve|'d|'ll)?(?!['\w])(?! (?:(?:a (?:bit|little) |kinda |really )?(?:worried|concerned|afraid|nervous)|thought|didn't realize|don't see|removed|don't think (?:we|this|it|you|the|that)|think (?:it|this|that|we|you|these|the \w+|[\uE000\uE001]+)|believe (?:it|this|that|we|the)))/gi,
    within: ['statement'],
    at: 'sentence',
    expected: { why: -0.6, pattern: -0.2 },
  },
  {
    name: 'nice-if',
    find: words`
      (?:nice|great|good|better|sense|cool|prefer|see|ideal) (?:\w+ )?if
      if (?:possible|you want|you like|that's|at all)|if you (?:want|prefer)
    `,
    expected: { why: -0.5, pattern: 0.3, risk: -0.3 },
  },
  {
    name: 'alone-preference',
    find: /^(?![^.!?]*(?:\b(?:because|since|so (?:that|we|it|one|they|people)|which|otherwise|clearer|cleaner|easier|simpler|safer|better|to (?:avoid|make|prevent|keep))\b))[^.!?]{0,60}\b(?:i (?:would )?(?:prefer|like|think)|i'd (?:prefer|rather|like)|i believe|would make (?:more )?sense|should be|can be|could be)[^.!?]{0,120}[.!?]?\s*$/gi,
    expected: { why: -0.5, pattern: 0.3, risk: -0.3 },
  },
  {
    name: 'as-is',
    find: words`as (?:is|well|follows)|might as well|same as`,
    expected: { why: -0.2, pattern: 0.1 },
  },
  {
    name: 'like-to-see',
    find: words`like to see|i see (?:you|what|how|where|why)|to see (?:this|it|the)|where`,
    expected: { why: -0.5, risk: -0.1 },
  },
  {
    name: 'maybe',
    find: words`maybe|perhaps|possibly`,
    within: ['request', 'statement'],
    expected: { pattern: 0.3, risk: -0.1 },
  },
  {
    name: 'comment-doc',
    find: words`
      (?:add|improve|update|need|needs|put|write) (?:\w+ ){0,3}(?:comments?|doc ?strings?|docs?|documentation|description|explanation)
      explain\w*|clarif\w+|(?:please|to|should|can you|could you) describe|explanation
    `,
    expected: { pattern: -0.8, risk: 0.1 },
  },
  {
    name: 'what',
    find: words`what|where|who|whose|how(?! about| would)|which`,
    within: ['question'],
    expected: { why: -0.5, pattern: -0.6, risk: -0.1 },
  },
  {
    name: 'why',
    find: /\bwhy\b(?! not| can'?t| couldn'?t| don'?t)/gi,
    within: ['question'],
    expected: { why: -0.3, pattern: -0.3, risk: -0.2 },
  },
  {
    name: 'is-this',
    find: /^\W*(?:(?:so|and|but|also|wait|hmm|again|just (?:curious|a question)|sorry|@\S+)\b[,:]? ?)*(?:is|are|does|do|did|was|were|will|has|have|am)\b(?! (?:it possible to|it better|it worth|there (?:a|any|some) (?:\w+ )?way|there (?:a|any) reason not))/gi,
    within: ['question'],
    at: 'sentence',
    expected: { why: -0.3, pattern: -0.5 },
  },
  {
    name: 'confused',
    find: words`
      (?:i'?m |bit |little |kind of |a )confused(?! me)|i don'?t (?:understand|get|know|see)
      not sure (?:what|why|if|how|about)|unclear|wondering|curious|am i missing|dunno|idk|i assume
      i'?m guessing|i guess|just a question|you sure|are you sure|don't know
    `,
    expected: { why: -0.3, pattern: -0.3, risk: -0.2 },
  },
  {
    name: 'talk',
    find: words`
      thanks?|thank you|cool|awesome|lgtm|haha|lol|oh|ah+|wow|hmm|ugh|nope|yeah|yep|ok|okay
      good (?:call|point|catch)|agreed?|i agree|fair|makes sense|no problems?|sure|ship ?it|sorry|i see(?=[,.!]|$)
      i commented|\+1|edit:?|that could be|interesting|surprised|can'?t believe|btw
    `,
    expected: { why: -0.3, pattern: -0.5, risk: -0.3 },
  },
  {
    name: 'past-talk',
    find: /\bi (?:was|did|had|removed|added|changed|moved|looked|saw|thought|tried|confirmed|created|missed|copied|meant|have|used|believe the|recall|seem)\b/gi,
    expected: { why: 0.2, pattern: -0.4, risk: -0.1 },
  },
  {
    name: 'intent',
    find: words`
      intentional\w*|on purpose|intended|by accident|left(?:over| over)|forget|forgot
    `,
    expected: { why: -0.3, pattern: -0.5, risk: 0.2 },
  },
  {
    name: 'do-we-need',
    find: words`
      do (?:we|you) (?:really |actually |still )?need
      is (?:this|it|there) (?:\w+ )?(?:needed|necessary|required|point|benefit)|need to|do you have to
      is (?:this|that) necessary
    `,
    within: ['question'],
    expected: { why: 0.1, pattern: -0.2 },
  },
  {
    name: 'fine',
    find: words`
      (?:is|it's|are|be|probably|fine|ok|okay) (?:fine|ok|okay|good|alright)|leave it|stay as it is
      no problems?
    `,
    expected: { pattern: -0.3, risk: -0.3 },
  },
  {
    name: 'shouting',
    find: /!{2,}/gi,
    expected: { risk: 0.3 },
  },
  {
    name: 'minor',
    find: words`
      minor|nit|nitpick\w*|picky|super minor|tiny|trivial
      not (?:a )?(?:super |huge |big )*(?:deal|important)|no big deal|personal(?:ly)?|preference|optional
      style|meh|up to you|just (?:a )?(?:thought|personal)
    `,
    expected: { why: 0.2, pattern: 0.3, risk: -0.6 },
  },
  {
    name: 'answering',
    find: /^\W*(?:nope|no[,.]|yes\b|yeah\b|yep\b|right[,.]|that (?:is|was|would|could)\b|that's|they(?:'re| are| were)?\b|it(?:'s| is| was)\b|the \w+ (?:of|was|to|state)\b|for \w+,? |you are\b|we (?:are|were|have|looked)\b|i (?:was|did|removed|added|changed|thought(?![^.?!]*\b(?:should|supposed|meant)\b)|see)\b|i'm (?:saying|pretty|not sure)|regarding|basically|looks like|just (?:remember|an fyi|fyi)|sometimes|if i'm)/gi,
    expected: { why: 0.3, pattern: -0.6 },
  },
  {
    name: 'preference',
    find: words`
      i would|i'?d|i prefer|i suggest|would be (?:nice|great|good|better|cool)|would (?:rather|prefer|like|look)
      i believe|i'm (?:guessing|assuming)|i (?:guess|assume)|though|rather
    `,
    expected: { why: -0.3 },
  },
  {
    name: 'finding out',
    find: words`
      check out|look(?:ing)? (?:at|into|for)|have a look|take a look|figure out|find out
      see (?:if|what|how|where|whether)
      (?:can|could|you) (?:you )?(?:check|confirm|verify)|is (?:all of )?this|any (?:idea|thoughts)|thoughts
    `,
    expected: { why: -0.4, pattern: -0.2 },
  },
];
