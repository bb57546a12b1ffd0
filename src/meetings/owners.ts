import type { People } from './people.ts';
import { groups, imperatives, undertakings } from './words.ts';

/** Who is to do something, and what. */
export interface Owned {
  readonly owners: readonly string[];
  readonly text: string;
}

const joint = /\s*(?:,\s*and\b|,|\/|&|\+|\b[Aa][Nn][Dd]\b|\bor\b)\s*|\s+(?:y|e|et|und)\s+/u;
const undertaking = new RegExp(
  `^(?<names>(?:\\p{L}|[@(])[^:.;!?]{0,90}?)\\s*(?<![\\p{L}])(?<how>${undertakings})\\s+(?<what>\\S.*)$`,
  'isu',
);
const labelled = /^(?<names>[@\p{L}][^:]{0,60}?)(?<aside>\s*\([^)]*\))?\s*(?::|\s[-–—]|→|=>)\s+(?<what>\S.*)$/su;
const trailing =
  /^(?<what>.*\S)\s*(?:[-–—(,[]\s*|\bby\s+)(?<names>@[\w-]+|[\p{Lu}][\p{L}.'’-]*(?:\s+[\p{Lu}][\p{L}.'’-]*){0,2})\s*[\])]?\s*\.?$/su;

/**
 * Parts a sentence into who is to do something and what: `Ana: ...`, `Ana and Raj to ...`, `AS/CE ...`, `... (Ana)`.
 * Nobody is guessed: words that are no name leave the owners empty.
 */
export function ownedBy(sentence: string, people: People): Owned {
  // `[Ana] measure`, HackMD's `[name=Ana, Raj] measure`.
  const inFront = /^(?:\[(?<sure>name=)?(?<names>[^\]]{1,60})\](?!\()|\((?<round>[^)]{1,60})\))\s*(?<what>\S.*)$/s.exec(
    sentence.trim(),
  )?.groups;
  const front = inFront && namesIn(inFront.names ?? inFront.round ?? '', people, inFront.sure !== undefined);
  if (front && inFront?.what && !inFront.what.startsWith('[')) {
    return { owners: front, text: inFront.what.replace(/^(?::\s*|to\s+)/i, '') };
  }
  const text = sentence.trim().replace(/\[([^[\]]*)\]\[\]/g, '$1');
  const label = labelled.exec(text)?.groups;
  const named = label?.names && namesIn(label.names, people);
  if (named && label?.what) {
    const inner = undertaking.exec(label.what)?.groups;
    const innerNames = inner?.names && namesIn(inner.names, people);
    // "Retries: Ana to measure them": the label is a topic, the sentence has its own owner.
    if (inner?.what && innerNames) return { owners: innerNames, text: inner.what };
    if (isOwnerLabel(label.names ?? '', named, label.what, people)) return { owners: named, text: label.what };
  }
  if (label?.what && /^[^:]{0,60}$/.test(label.names ?? '')) {
    const inner = undertaking.exec(label.what)?.groups;
    const innerNames = inner?.names && namesIn(inner.names, people);
    if (inner?.what && innerNames) return { owners: innerNames, text: inner.what };
  }
  const verb = undertaking.exec(text)?.groups;
  const doers = verb?.names && namesIn(verb.names, people);
  if (verb?.what && doers) return { owners: doers, text: verb.what };
  // "@ana ring back": a handle in front is an owner, whatever is to be done.
  const handled = /^(?<names>@[\w-]+(?:\s*(?:,|\/|&|\band\b)\s*@[\w-]+)*)\s+(?<what>\p{Ll}.*)$/su.exec(text)?.groups;
  const handles = handled?.names && namesIn(handled.names, people);
  if (handled?.what && handles) return { owners: handles, text: handled.what };
  const asked = /^(?<names>[^:.;!?]{2,60}?),?\s+please\s+(?<what>\S.*)$/isu.exec(text)?.groups;
  const those = asked?.names && namesIn(asked.names, people);
  if (asked?.what && those) return { owners: those, text: asked.what };
  const bare = bareName(text, people);
  if (bare) return bare;
  const several =
    /^(?<what>.*\S)\s*[([](?:for\s+)?(?<names>[^()[\]]{1,80}?)(?:\s+(?:has|have)\s+(?:an\s+|the\s+)?action\b[^()[\]]{0,20})?[)\]]\s*\.?$/su.exec(
      text,
    )?.groups;
  const bracketedNames = several?.names === undefined ? undefined : bracketed(several.names, people);
  if (several?.what && bracketedNames) return { owners: bracketedNames, text: several.what };
  const last = trailing.exec(text)?.groups;
  if (last?.what && last.names && (people.hears(last.names) || last.names.startsWith('@'))) {
    return { owners: [clean(last.names)], text: last.what };
  }
  return { owners: [], text };
}

/**
 * Whether a label is who owns what follows, and not its topic. Where a roster names the people, a label that it does not
 * know counts only as a single word before an instruction: somebody who joined late.
 */
function isOwnerLabel(words: string, names: readonly string[], what: string, people: People): boolean {
  if (words.startsWith('@') || names.every((name) => people.knows(name) || groups.has(name.toLowerCase()))) return true;
  if (names.every((name) => /^\p{Lu}{1,4}\p{Ll}{0,3}$/u.test(name))) return true;
  if (people.size < 4) return names.every((name) => name.split(/\s+/).length <= 3);
  const first = /^[\p{L}-]+/u.exec(what)?.[0].toLowerCase() ?? '';
  return names.every((name) => !/\s/.test(name)) && (imperatives.has(first) || first === 'to' || isUnderWay(first));
}

/** The names in brackets at a sentence's end: known ones, handles, or several that look like names; "(API)" is none. */
function bracketed(words: string, people: People): string[] | undefined {
  const names = namesIn(words, people);
  if (!names) return undefined;
  const sure = names.every(
    (name) =>
      people.hears(name) || words.includes(`@${name}`) || groups.has(name.toLowerCase().replace(/^(?:all|the)\s+/, '')),
  );
  const alike = names.length > 1 && names.every((name) => /^\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)?$/u.test(name));
  return sure || alike ? names : undefined;
}

/** Whether a word is the -ing of an instruction: "working", "taking", "setting". */
function isUnderWay(word: string): boolean {
  // "Following from the last meeting": leads in.
  const stem = /^(?!following$)(\p{Ll}{2,})ing$/u.exec(word)?.[1];
  if (!stem) return false;
  return imperatives.has(stem) || imperatives.has(`${stem}e`) || imperatives.has(stem.replace(/(.)\1$/, '$1'));
}

/** `Max test running rook`, `ASte/CE Consider Jenkins`: a name that a roster knows or initials, then an instruction. */
function bareName(text: string, people: People): Owned | undefined {
  const words = text.split(/\s+/);
  for (let count = Math.min(4, words.length - 1); count > 0; count--) {
    const names = words.slice(0, count).join(' ');
    const next = words[count]?.toLowerCase().replace(/[^\p{L}-]/gu, '') ?? '';
    // "Will provide feedback": nobody's name; "Will to provide it" and "Will: ..." have been read by now.
    if (imperatives.has(names.toLowerCase()) || names === 'Will') continue;
    if (
      count === 1 &&
      isUnderWay(words[1] ?? '') &&
      /^\p{Lu}\p{Ll}+(?<!tion|ment|ness|ity|ance|ence|ship)$/u.test(names) &&
      !/^groups?$/i.test(words[2] ?? '')
    ) {
      return { owners: [names], text: words.slice(1).join(' ') };
    }
    // "Jason and Greg propose ...": who is in the roster does whatever follows, unless it was done or is.
    const known = names.split(joint).every((name) => people.knows(name)) && /^\p{Ll}{3,}$/u.test(words[count] ?? '');
    if (
      !imperatives.has(next) &&
      !(
        known &&
        !/ed$|^(?:is|was|has|had|are|were|and|who|said|says|from|with|for|the|but|not|would|could|did|does|gave|asked)$/.test(
          next,
        )
      )
    )
      continue;
    const found = namesIn(names, people);
    if (found?.every((name) => people.knows(name) || /^\p{Lu}{2,4}\p{Ll}{0,3}$/u.test(name) || count <= 2)) {
      return { owners: found, text: words.slice(count).join(' ') };
    }
  }
  return undefined;
}

/**
 * The names that words consist of, as written; undefined where some of the words are no name.
 *
 * @param trusted the words stand where only names do, as in a column of owners.
 */
export function namesIn(words: string, people: People, trusted = false): string[] | undefined {
  const text = words
    .replace(/^(?:and|also|then|so|but)\s+/i, '')
    .replace(/\s+(?:also|both|each|now|then|still)$/i, '')
    .trim();
  // "OSC members (Ana, Raj and Sam) to ...": the names are those in brackets.
  const inside = /\(([^)]*)\)$/.exec(text)?.[1];
  if (inside && /[,/&]|\band\b/.test(inside)) {
    const members = namesIn(inside, people);
    if (members) return members;
  }
  const parts = text
    .replace(/\s*\([^)]*\)/g, '')
    // "Members interested in the summit must ...": what narrows a group down is no name.
    .replace(
      /^(?:any\s+)?((?:\p{L}+\s+)?members?|everyone|anyone)\s+(?:interested|aware|who|that|with|from|of)\b.*$/iu,
      '$1',
    )
    // "As June concludes, members": what leads in is no name.
    .replace(/^(?:as|once|after|before|when|if|for|in|on|by|at)\b[^,]*,\s*/iu, '')
    .split(joint)
    .map((part) => part.trim())
    .filter(Boolean);
  if (!parts.length || !parts.every((part) => trusted || people.couldBe(part))) return undefined;
  return parts.map(clean);
}

function clean(name: string): string {
  return name.replace(/^@/, '').replace(/[*_`]/g, '').trim();
}
