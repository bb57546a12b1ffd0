import type { Sentence } from './sentences.ts';

/** What a review comment teaches. */
export const parts = ['why', 'pattern', 'risk'] as const;
export type Part = (typeof parts)[number];

/** Words that speak for or against a part. */
export interface Cue {
  /** Stands in the weights; stays the same when the words change. */
  readonly name: string;
  /** Over prose, where a character of `mask` stands for each of code, and with the flags `g` and `i`. */
  readonly find: RegExp;
  /** Only in sentences of these kinds. */
  readonly within?: readonly Sentence['kind'][];
  /** Where the words begin a sentence; without it anywhere. */
  readonly at?: 'sentence';
  readonly expected: Expected;
}

/**
 * What somebody who writes reviews would say that a cue is worth, in log odds for each part. Training begins there and
 * moves away only as far as the comments that it has seen carry it, so that rare words keep their sense.
 */
export type Expected = Readonly<Partial<Record<Part, number>>>;

/**
 * Whole words and phrases, as pieces of a regular expression separated by `|` or line ends. What begins or ends with
 * something else than a letter, as code and "+1" do, is whole between spaces.
 */
export function words(list: TemplateStringsArray): RegExp {
  const phrases = (list.raw[0] as string).trim().split(/\s*\n\s*/);
  return new RegExp(`(?:\\b|(?<!\\S))(?:${phrases.join('|')})(?:\\b|(?!\\S))`, 'gi');
}
