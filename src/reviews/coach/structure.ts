import type { Expected } from './cue.ts';
import { mask } from './prose.ts';
import type { Sentence } from './sentences.ts';

/** A comment as it is looked at: its text, its prose and its sentences. */
export interface Reading {
  readonly text: string;
  readonly prose: string;
  readonly sentences: readonly Sentence[];
}

/** A fact about how a comment is built, with how strongly it holds; 0 where it does not. */
export interface Trait {
  readonly name: string;
  measure(reading: Reading): number;
  /** What of the prose shows it; without it, only the whole comment does. */
  readonly shownBy?: RegExp;
  readonly expected: Expected;
}

const block = new RegExp(`${mask.block}+`, 'g');
const code = new RegExp(`${mask.code}+`, 'g');
const anyCode = new RegExp(`[${mask.block}${mask.code}]`);
const allCode = new RegExp(`(?:${mask.block}|${mask.code})+`, 'g');
const links = new RegExp(`${mask.link}+`, 'g');
const aboutMyself = /^\W*(?:(?:well|yeah|oh|ah+|hmm|but|and|so|also)\b[,!.]? ?)?i(?:'m|'ve|'d|'ll)?\b/i;

const asks =
  /^\W*(?:(?:so|and|but|also|again|hmm|wait|sorry|just|@\S+)\b[,:]?\s+)*(?:whats?|where|who|when|how (?!about)|which|why (?:is|are|do|does|did|was|were|would|the)\b|is (?:it|this|that)|are|does|do|did|was|were|will|has|have)\b(?!.*(?:instead|rather than|possible|already|\bnot\b|n't))/i;

const countWords = (prose: string) => prose.match(/[a-z][a-z']*/gi)?.length ?? 0;
const blocks = ({ prose }: Reading) => prose.match(block) ?? [];
const codes = ({ prose }: Reading) => prose.match(code) ?? [];
const hasCode = (reading: Reading) => anyCode.test(reading.prose);
const inSource = ({ text }: Reading, what: RegExp) => (text.match(/`+[^`]*`+/g) ?? []).some((each) => what.test(each));
const partOf = ({ prose }: Reading, { start, end }: Sentence) => prose.slice(start, end);
const of = (reading: Reading, kind: Sentence['kind']) => reading.sentences.filter((each) => each.kind === kind);
const codeIn = (reading: Reading, kind: Sentence['kind']) =>
  of(reading, kind).some((each) => anyCode.test(partOf(reading, each)));
const facts = (reading: Reading) =>
  of(reading, 'statement').filter((each) => {
    const sentence = partOf(reading, each);
    return !aboutMyself.test(sentence) && countWords(sentence) >= 5;
  });

/** Every trait, with what it is expected to be worth. */
export const traits: readonly Trait[] = [
  {
    name: 'length',
    measure: ({ prose }) => Math.log2(1 + countWords(prose)) / 4 - 1,
    expected: { why: 1, risk: 0.3 },
  },
  {
    name: 'a few words in one clause',
    measure: ({ prose }) => Number(countWords(prose) < 7 && !/[a-z][,;] [a-z]/i.test(prose)),
    expected: { why: -1, risk: -0.4 },
  },
  {
    name: 'a few words and no code',
    measure: (reading) => Number(countWords(reading.prose) < 7 && !hasCode(reading)),
    expected: { pattern: -1 },
  },
  { name: 'short', measure: ({ prose }) => Number(countWords(prose) < 14), expected: { why: -0.4, risk: -0.2 } },
  { name: 'long', measure: ({ prose }) => Number(countWords(prose) > 30), expected: { why: 0.4, risk: 0.2 } },
  {
    name: 'very long',
    measure: ({ prose }) => Number(countWords(prose) > 50),
    expected: { why: 0.2, pattern: 0.1, risk: 0.4 },
  },
  {
    name: 'questions',
    measure: (reading) => Math.min(of(reading, 'question').length, 2),
    expected: { why: -0.2, pattern: -0.2 },
  },
  {
    name: 'requests',
    measure: (reading) => Math.min(of(reading, 'request').length, 2),
    expected: { why: 0.2, pattern: 0.5 },
  },
  {
    name: 'statements',
    measure: (reading) => Math.min(of(reading, 'statement').length, 3),
    expected: { why: 0.1, pattern: -0.1, risk: 0.1 },
  },
  {
    name: 'only questions',
    measure: ({ sentences }) => Number(sentences.length > 0 && sentences.every(({ kind }) => kind === 'question')),
    expected: { why: -0.5, pattern: -0.4 },
  },
  {
    name: 'ends with a question',
    measure: ({ sentences }) => Number(sentences.at(-1)?.kind === 'question'),
    expected: { why: -0.3 },
  },
  {
    name: 'a question and a statement',
    measure: (reading) => Number(of(reading, 'question').length > 0 && of(reading, 'statement').length > 0),
    expected: { why: 0.5, risk: 0.1 },
  },
  {
    name: 'a request and a statement',
    measure: (reading) => Number(of(reading, 'request').length > 0 && of(reading, 'statement').length > 0),
    expected: { why: 0.6, pattern: 0.2, risk: 0.1 },
  },
  {
    name: 'no request',
    measure: (reading) => Number(of(reading, 'request').length === 0),
    expected: { pattern: -0.4, risk: 0.1 },
  },
  {
    name: 'neither request nor code',
    measure: (reading) => Number(of(reading, 'request').length === 0 && !hasCode(reading)),
    expected: { why: 0.1, pattern: -0.1, risk: 0.1 },
  },
  {
    name: 'a long request',
    measure: (reading) => Number(of(reading, 'request').some((each) => countWords(partOf(reading, each)) >= 17)),
    expected: { why: 0.4, risk: 0.1 },
  },
  {
    name: 'facts',
    measure: (reading) => Math.min(facts(reading).length, 2),
    expected: { why: 0.4, pattern: -0.1, risk: 0.1 },
  },
  {
    name: 'begins with a fact',
    measure: (reading) => Number(reading.sentences[0]?.kind === 'statement' && facts(reading).length > 0),
    expected: { why: 0.1, risk: 0.1 },
  },
  { name: 'code', measure: (reading) => Number(hasCode(reading)), shownBy: allCode, expected: { pattern: 0.3 } },
  {
    name: 'only code',
    measure: (reading) => Number(hasCode(reading) && countWords(reading.prose) === 0),
    shownBy: allCode,
    expected: { why: -1.5, pattern: 1.5, risk: -0.8 },
  },
  {
    name: 'several pieces of code',
    measure: (reading) => Number(codes(reading).length > 1),
    shownBy: allCode,
    expected: { why: 0.1, pattern: 0.1 },
  },
  {
    name: 'a code block',
    measure: (reading) => Number(blocks(reading).length > 0),
    shownBy: block,
    expected: { why: -0.1, pattern: 1 },
  },
  {
    name: 'a long code block',
    measure: (reading) => Number(blocks(reading).some((each) => each.length > 40)),
    shownBy: block,
    expected: { pattern: 0.4 },
  },
  {
    name: 'a code block as what is proposed',
    measure: ({ prose }) => Number(/(?:^|[.:;!?)]\s*|like|do|be|is|use|just|this|to|prefer)\s*\uE000/.test(prose)),
    shownBy: block,
    expected: { why: -0.2, pattern: 0.6, risk: -0.1 },
  },
  {
    name: 'an error in a code block',
    measure: ({ text }) =>
      Number(
        /Traceback|(?<!raise |throw |new )\b\w*(?:Error|Exception): /.test(
          text.match(/```[\s\S]*?```/g)?.join(' ') ?? '',
        ),
      ),
    shownBy: block,
    expected: { why: 0.2, pattern: -2, risk: 1 },
  },
  {
    name: 'code that does something',
    measure: (reading) => Number(inSource(reading, /[\w\]]\([^`]*\)| = |==|=>|\breturn\b|\bif\b/)),
    shownBy: allCode,
    expected: { why: 0.1, pattern: 1.2 },
  },
  {
    name: 'code that assigns',
    measure: (reading) => Number(inSource(reading, /\w ?= ?[^=`]/)),
    shownBy: allCode,
    expected: { pattern: 0.4 },
  },
  {
    name: 'code in a request',
    measure: (reading) => Number(codeIn(reading, 'request')),
    shownBy: allCode,
    expected: { pattern: 0.5, risk: -0.1 },
  },
  {
    name: 'code in a statement',
    measure: (reading) => Number(codeIn(reading, 'statement')),
    shownBy: allCode,
    expected: { why: 0.1, pattern: -0.2, risk: 0.1 },
  },
  {
    name: 'code in a question',
    measure: (reading) => Number(codeIn(reading, 'question')),
    shownBy: allCode,
    expected: { pattern: 0.1 },
  },
  {
    name: 'code in a plain question',
    measure: (reading) =>
      Number(
        of(reading, 'question').some((each) => asks.test(partOf(reading, each)) && anyCode.test(partOf(reading, each))),
      ),
    shownBy: allCode,
    expected: { why: -0.3, pattern: -0.8 },
  },
  {
    name: 'a link',
    measure: ({ prose }) => Number(prose.includes(mask.link)),
    shownBy: links,
    expected: { why: 0.2, pattern: 0.2 },
  },
  {
    name: 'a picture',
    measure: ({ prose }) => Number(prose.includes(mask.picture)),
    expected: { why: -0.5, pattern: -0.7, risk: -0.3 },
  },
  { name: 'quoted mail', measure: ({ prose }) => Number(prose.includes(mask.quote)), expected: { pattern: -0.3 } },
];
