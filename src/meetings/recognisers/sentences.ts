import { plainText } from '../../markdown/blocks.ts';
import { alternatives, doneWords, imperatives, languages, nothing, undertakings } from '../words.ts';

const undertaken = new RegExp(`^[^.!?]{0,120}?(?<![\\p{L}'])(?:${undertakings})\\s+\\p{L}`, 'iu');
const lead = /^(?:also|and|then|please|kindly|actively|let's|we|i)\s+/iu;

/** Where a sentence ends; abbreviations and "4. Dezember" do not end one. */
const end = new RegExp(
  `(?<=[.!?;])\\s+(?=[\\p{Lu}@"“(])(?<!\\b(?:e\\.g|i\\.e|vs|cf|etc|approx|no|dr|mr|mrs|st)\\.\\s)(?!(?<=\\d\\.\\s)(?:${alternatives(languages.flatMap(({ days }) => days?.months ?? []))})(?!\\p{L}))`,
  'iu',
);

/** The sentences of a text. Abbreviations, addresses and numbers do not end one. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/\s+[-–—;]\s+(?=\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*)?\s+(?:to|will)\s)/u)
    .flatMap((part) => part.split(end))
    .flatMap((part) => (part.includes('<') ? part.split(/\s*<br\s*\/?>\s*/i) : part))
    .map((part) => part.trim())
    .filter(Boolean);
}

/** `Ana to ...`, `Ana and Raj will ...`: words that begin an action of their own; pronouns go on with the one before. */
const own =
  /^@?\p{Lu}[\p{L}\p{N}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,2}(?:\s*(?:&|,|\/|\band\b)\s*@?\p{Lu}[\p{L}\p{N}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,2}){0,3}\s+(?:to|will|must|shall|needs?\s+to)\s+\p{Ll}/u;

/** Whether a sentence begins with who will do it: "Ana to ...", "@ana will ...". */
export function saysWho(sentence: string): boolean {
  return own.test(sentence) || /^@[\w-]+\s+(?:to|will|must)\s/.test(sentence);
}

/** The actions of an item: one, unless several of its sentences each say who will do something. */
export function actionsIn(text: string): string[] {
  const sentences = sentencesOf(text);
  // "*Retries*: Ana to ...": what it is about stands before the first.
  const first = (sentences[0] ?? '').replace(/^[*_]{0,2}[^:*_]{1,40}[*_]{0,2}:[*_]{0,2}\s+/u, '');
  if (sentences.length < 2 || !own.test(first)) return [text];
  const found: string[] = [];
  for (const sentence of sentences) {
    if (
      !found.length ||
      (own.test(sentence) && !/^(?:He|She|They|We|You|It|I|This|That|These|Those|There)\s/.test(sentence))
    )
      found.push(sentence);
    else found.push(`${found.pop()} ${sentence}`);
  }
  return found;
}

/** Words whose "to" undertakes nothing. */
const idle =
  /^[^.]{0,80}\b(?:encouraged|required|needed|used|allowed|able|adjourned|wants?|likely?|willing|due|according|similar|related|invited|welcome|free)\s+to\b/iu;
/** "Work will be shared": nobody is to do it. */
const passive = /^[^.]{0,120}\b(?:will|should|must|can)\s+(?:be|not|move|remain|have\s+been)\b/iu;
const impersonal = /^(?:this|that|these|those|it|there|at least|they|which|the\s+\p{L}+\s+(?:is|was|are|were))\b/iu;

/** Whether a sentence asks for something to be done: it says who will, or begins with an instruction. */
export function isAsking(sentence: string): boolean {
  const text = sentence.replace(/^[*_\s"“]+/, '').replace(lead, '');
  const first = /^[\p{L}-]+/u.exec(text)?.[0].toLowerCase() ?? '';
  if (imperatives.has(first)) return true;
  return undertaken.test(text) && !impersonal.test(text) && !idle.test(text) && !passive.test(text);
}

const state = new RegExp(
  `\\s[-–—(]+\\s*(?:${alternatives(doneWords)}|in progress|ongoing|open|pending)[).]*\\s*$`,
  'iu',
);

/** Whether a text ends with how far it is: `... - **completed**`. */
export function hasState(text: string): boolean {
  return state.test(plainText(text));
}

/** Whether a text says that there is nothing, or too little to ask for something: one word does not. */
export function isNothing(text: string): boolean {
  return saysNothing(text) || !/\p{L}\S*\s+\S/u.test(folded(text));
}

/** Whether a text says that there is nothing: "None specified", "No actions this week". */
export function saysNothing(text: string): boolean {
  const words = folded(text);
  return nothing.has(words) || !/[\p{L}\p{N}]/u.test(words) || /^(?:none|no|nothing|n\/a)\b/.test(words);
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[*_`.]/g, '')
    .trim();
}
