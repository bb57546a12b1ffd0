import { type Cue, words } from '../cue.ts';

/** What speaks for a named risk: what goes wrong, for whom, at what cost. */
export const risks: readonly Cue[] = [
  {
    name: 'breaks',
    find: words`
      (?:will|would|could|might|may|can|going to|gonna|'ll|to|which|that|it|this|they|and|then|still|always|also|just) (?:\w+ ){0,2}(?:fail|break|crash|blow up|error(?: out)?|explode|die|hang|freeze|choke|bomb|panic|time ?out|misbehave|stop working|go wrong|backfire|regress|deadlock|leak|overflow|mess up|screw up)s?
      fails|fail(?:ing|ures?)|crash\w*|breaks|breaking|broken|blows? up|lockdowns?|outage|downtime
      (?:doesn'?t|won'?t|not|never) work\w*
    `,
    expected: { why: 0.7, pattern: -0.2, risk: 1.7 },
  },
  {
    name: 'error',
    find: words`
      errors?|erroneous\w*|exception|exceptions|traceback|stack ?trace|\w+(?:error|exception)|npe|segfault
      (?:a |an |with )?(?:40[0-9]|50[0-9])s?|blank (?:page|screen)|white screen
    `,
    expected: { why: 0.1, pattern: -0.1, risk: 0.4 },
  },
  {
    name: 'raises',
    find: words`
      (?:will|would|could|might|may|it|this|that|and|which|going to|[\uE000\uE001]+) (?:\w+ ){0,2}(?:raise|throw)s?(?: (?:an?|the|some|\w+))?
      raises|throws|uncaught|unhandled
    `,
    within: ['request', 'statement'],
    expected: { why: 0.4, risk: 1 },
  },
  {
    name: 'causes',
    find: words`
      (?:will|would|could|might|may|can|it|this|which|that) (?:\w+ )?cause[sd]?|causing|causes|caused
      cause (?:this|the|it|a|an|problems|issues|confusion|errors?)|leads? to|leading to|results? in
      resulting in|ends? up|ending up|end up
    `,
    expected: { why: 0.9, pattern: -0.1, risk: 1.9 },
  },
  {
    name: 'loses',
    find: words`
      los(?:e|es|ing)|lost|data ?loss|overwrit\w+|over ?writes?|over write|clobber\w*
      wip(?:e|es|ed|ing) (?:out|the)|corrupt\w*|leak\w*|stuck|dead ?locks?|race(?: condition)?s?
      infinite\w*|indefinite\w*|recursion|recursive(?:ly)?|forever|dupes?
      (?:be |called |run |happen |fire |sent? )twice|mutable|skipped|hides?
      hid(?:den|ing)? (?:the|access|errors?|bugs?)|conflicts?|collisions?|collide|orphan\w*|scattered
      truncat\w+|swallow\w*|silently|ignor(?:es|ed)|bypass\w*|shadow(?:s|ed|ing)?|pollut\w+|erase[sd]?
      rounding|mess(?:es|ed|ing)? (?:up|with)|screw(?:s|ed|ing)? up|throw(?:s|ing)? (?:away|off)
      miss(?:es|ing)? (?:some|any|out|cases|updates|events)
      misalign\w*|desync\w*|out of (?:sync|order)|garbage|nan\b|off[- ]by[- ]one|blocked
      stale (?:data|value|cache|state)
    `,
    expected: { why: 0.6, pattern: -0.1, risk: 1.5 },
  },
  {
    name: 'cost',
    find: words`
      expensive|slow(?:s|er|ly|ing)?|performance|overhead|costl?y?|memory|time ?outs?|hundreds|thousands
      large (?:number|amount)s?|crazy amount|limits?|scal(?:e|es|ing|able)|n\+1|inefficien\w*|crowded
      every (?:single )?(?:time|page|request|call|iteration|render)|too (?:big|long|slow|large)
      extra (?:effort|work|query|queries|call|calls|request|requests)|requires? extra|effort
      inside (?:of )?a loop|synchronous|blocking|wast(?:e|es|ed|ing|eful)|latency|bandwidth|worth the time
      crawl(?:s|ing)?|sluggish|lag(?:gy|s)|deadline|overload\w*|bottleneck|cpu|o\(n|quadratic|rate limit\w*|quota
      heavy|round ?trips?|hammer\w*|starv\w+
    `,
    expected: { why: 0.5, pattern: 0.1, risk: 1.4 },
  },
  {
    name: 'wrong',
    find: words`
      (?:be|is|are|get|give|gives|return|returns|the|a|something|go|goes) (?:\w+ )?(?:wrong|incorrect|invalid|inaccurate|stale|garbage)
      wrong\b(?! way)|mis-?match\w*|mistakes?|bugs?|buggy|security|vulnerab\w+|inject(?:ion|ed|ing|s)?|xss|csrf|unsafe
      insecure|uncertainty|unexpected\w*|unpredictable|undefined behaviou?r|accident\w*|edge cases?
      corner cases?|regress\w*|regardless|inconsistent\w*|dangerous|danger|risk(?:s|y|ier|ing)?|hazard
      side effects?|backwards?[- ]compat\w*|incompatib\w+|breaking change|flak(?:y|iness)|unreliable
      nondeterministic|tight(?:ly)? coupl\w+
    `,
    expected: { why: 0.5, pattern: -0.2, risk: 1.2 },
  },
  {
    name: 'problem',
    find: words`
      problems?|issues?|trouble|scared|scary|paranoid
      be careful|watch out|be aware|afraid|fear|caution|headaches?|pain|bite (?:us|you)|tricky|gotchas?
      protect (?:from|against)|adverse\w*
    `,
    expected: { why: 0.3, pattern: -0.2, risk: 0.7 },
  },
  {
    name: 'worried',
    find: words`
      i(?:'m| am) (?:a (?:bit|little) |kinda |really |also )?(?:worried|concerned|afraid|nervous)
      my (?:only |main )?(?:concern|worry|fear)|concern(?:s|ed|ing)?|worr(?:y|ied|ying|ies)|nervous
    `,
    expected: { why: 0.5, pattern: -0.2, risk: 0.9 },
  },
  {
    name: 'confusing',
    find: words`
      confus(?:ing|ion|es|e)|confused (?:me|by)|caused me|misread\w*|misinterpret\w*|misunderst\w+
      mislead\w*|surpris(?:e|es|ing)|puzzl\w+|hard to (?:tell|know|debug|find|maintain|follow|understand)
      easy to (?:miss|forget|overlook)|overlook\w*|mistak(?:e|en) (?:it|this|for)
      took me|(?:immediately|very|really|super) (?:clear|obvious)
      wasn'?t (?:immediately )?(?:clear|obvious)|anyone will know|figur(?:e|ing) (?:this|it|out|that)
      long time|means nothing|forget (?:to|about)
    `,
    expected: { why: 0.8, pattern: 0.1, risk: 0.8 },
  },
  {
    name: 'confusing-whom',
    find: /\bconfus\w+ (?:\w+ ){0,3}?(?:for|to|me|people|anyone|someone|the next|others|readers|users|later|in the future|down the)\b|\b(?:make|made|makes|cause|caused|causes|lead|leads|me|be|is|get|very|super|really|so|more)\b[^.?!\n]{0,20} confus\w+|\bconfus\w+[^.?!\n]{0,40}\b(?:later|in the future|when|if)\b|\bso i was confused\b/gi,
    within: ['request', 'statement'],
    expected: { why: 0.3, risk: 0.7 },
  },
  {
    name: 'guarantee',
    find: words`
      guarantee\w*|not (?:found|there|present|exist|valid|guaranteed|provided|set|defined)
      do(?:es)?n'?t exist|no longer exists?|does not exist
      isn'?t (?:there|found|present|valid|guaranteed|defined|set)
      (?:is|are|be|being|returns?|return) (?:\w+ )?(?:\uE001+|none|null|undefined|empty|missing|nil|nan)
      out of range|index ?error|key ?error|null ?pointer|undefined|empty list
    `,
    expected: { why: 0.4, risk: 0.6 },
  },
  {
    name: 'what-happens',
    find: words`
      what (?:happens|if|would happen|about (?:when|if))|is (?:that|this) (?:the )?intended
      is that (?:ok|okay|fine|intentional)|is there (?:any )?concern|protect against
      does (?:this|it|that) handle|is it possible for|will (?:this|it|that) be a problem
      do we want to (?:protect|guard|handle)|handles? (?:this|that|the) case
    `,
    within: ['question'],
    expected: { why: 0.1, pattern: -0.3, risk: 1.1 },
  },
  {
    name: 'if-then',
    find: /\b(?:if|when|once|unless|as soon as|the next time)\b[^.?\n]{3,120}?\b(?:will|would|won'?t|wouldn'?t|'ll|fails?|breaks?|raises?|throws?|loses?|gets?|errors?|returns?|skipped|crash\w*|could)\b/gi,
    within: ['request', 'statement'],
    expected: { why: 0.3, risk: 0.4 },
  },
  {
    name: 'modal-bad',
    find: words`
      (?:will|would|could|might|may|can|'ll)(?: \w+){0,2} (?:get|be)(?: \w+)? (?:lost|stuck|called|skipped|overwritten|ignored|compiled|executed|duplicated|scattered|hidden|removed|deleted|exposed|blocked|broken|wrong|confusing|confused|erroneously|missing|rejected|dropped|truncated|retried|left|super|crowded|slow|expensive)
    `,
    expected: { why: 0.6, pattern: -0.1, risk: 1.5 },
  },
  {
    name: 'future',
    find: words`
      in the future|later(?: on)?|next (?:person|time|dev\w*|guy|reader)|someday|down the (?:road|line)
      eventually|in a (?:month|year|while)|over time|long[- ]term|anymore|maintenance|maintain
    `,
    expected: { why: 0.4, pattern: 0.1, risk: 0.6 },
  },
  {
    name: 'people',
    find: words`
      people|anyone|someone|somebody|the users?|users|customers?|clients?|reader|readers|the caller
      callers|attackers?|others|another developer|developers
    `,
    expected: { why: 0.5, pattern: -0.2, risk: 0.6 },
  },
  {
    name: 'people-will',
    find: words`
      (?:people|anyone|someone|somebody|everyone|everybody|(?:the |our |your |all |new |old |existing )*(?:users?|customers?|clients?|readers?|callers?|attackers?|developers?|devs|visitors?|admins?|partners?)) (?:who \w+ |that \w+ )?(?:\w+ly |just |still )*(?:will|would|could|might|may|can|can'?t|won'?t|wouldn'?t|gets?|sees?|loses?|has to|have to|is going to|are going to)
    `,
    within: ['request', 'statement'],
    expected: { why: 0.5, risk: 0.8 },
  },
  {
    name: 'impossible',
    find: words`
      impossible|makes? it (?:hard|difficult|impossible|easy to)|very easy to
      easy to (?:miss|forget|break|misuse)|no way to|can never|will never
      never (?:be|get|happen|run|execute)
    `,
    expected: { why: 0.5, risk: 0.9 },
  },
  {
    name: 'not-as-intended',
    find: words`
      (?:will|would|'ll|is|are) (?:now|still|always|never|only|actually|also) |regardless of|no matter
      would be \S+ not|instead of the
    `,
    within: ['statement'],
    expected: { why: 0.4, pattern: -0.1, risk: 0.5 },
  },
  {
    name: 'scale',
    find: /\b(?:lots|tons|bunch|many|quite a few|a lot) of\b/gi,
    expected: { why: 0.3, risk: 0.3 },
  },
  {
    name: 'emphasis',
    find: words`
      never ever|please don'?t|don'?t blindly|definitely (?:not|should)|must (?:not|never)|you have to
      important(?:ly)?|never \uE001+|should never|shouldn'?t ever|basically never
    `,
    expected: { why: 0.5, pattern: 0.3, risk: 0.5 },
  },
  {
    name: 'hazard',
    find: words`
      (?:not|isn'?t|aren'?t) (?:thread|type|memory|null|exception)[- ]?safe|at the same time|concurren\w+|exhaust\w*
      is (?:slow|down|gone|offline|unavailable)|deletes? (?:the whole|all|every)|attack\w*|steal\w*|expose[sd]?
      (?:any|every) (?:script|page|process|thread|user|caller) can|out of memory|oom|stack overflow|data races?
      plain ?text|unescaped|unvalidated|untrusted|wrong (?:invoice|total|amount|result|value|number|order)s?
      passwords?|secrets?|credentials?|personal data|locks? the|(?:be|go|goes|is) down|silently
      becomes? (?:flaky|slow|wrong|stale)|by accident|misread|double (?:charge|count)\w*|data loss
      never (?:closed|freed|released|awaited|cleared|retried)|open to|outage|at night|on call|in production
    `,
    expected: { why: 0.5, pattern: -0.1, risk: 1.5 },
  },
  {
    name: 'warning',
    find: /^\W*(?:be )?(?:careful|watch out|beware|caution|warning)\b/gi,
    expected: { why: 0.4, risk: 1.3 },
  },
];
