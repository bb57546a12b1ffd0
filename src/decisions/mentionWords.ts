import { languages } from './languages/all.ts';

/** Scripts that put no spaces between words: a particle follows a number at once, as in `ADR-12に従う`. */
const unspaced = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー`;
/** A sign that makes one word with what stands beside it. */
const sign = String.raw`(?:(?![${unspaced}])[\p{L}\p{N}\p{M}]|_)`;

const words = wordsOf(({ mention }) => mention.words);
const counted = wordsOf(({ mention }) => mention.counted);
const outOf = anyOf(languages.flatMap(({ mention }) => mention.outOf));

/** A path begins where no word goes on, of whatever script: looking for its end from every sign would take long. */
const path = String.raw`(?<![\p{L}\p{N}\p{M}_.@~%+/\\-])(?<target>[\p{L}\p{N}\p{M}_.@~%+/\\-]{1,300}\.(?:md|markdown|mdx|rst|adoc|asciidoc))(?!${sign})`;
const adr = String.raw`l?adrs?(?:[-_ #]|[- ]#)(?<adr>\d{1,6})`;
const joined = String.raw`l?adr(?<joined>0\d{1,5})`;
/** `no.`, `Nr.`, `n°`, `n.º`, `núm.`, `№`, `第` */
const numero = String.raw`(?:(?:#|№|第|núm\.?|n(?:[ro]\.?|[º°]|\.[ºo°]?))[ ]?)?`;
const decision = String.raw`(?<word>(?:${words.spaced})[- ]${numero}|(?:${words.unspaced})[- ]?${numero})(?<decision>\d{1,6})`;

/**
 * Whatever in a text may mean a record, in any of the languages: `url` for addresses, in which nothing is meant; `target`
 * for paths; `adr`, `joined` and, behind a `word`, `decision` for numbers.
 */
export const candidate = new RegExp(
  String.raw`(?<url>\b[a-z][a-z0-9+.-]{1,20}://[^\s<>"'\x60)\]}]{1,2000})|${path}|(?<!${sign}|[.@~%+/\\-])(?:${adr}|${joined}|${decision})(?!${sign}|[.-]\d)`,
  'giu',
);

/** Whether a text holds any word that may mean a record. Most texts do not, and need no closer look. */
export const mayMention = new RegExp(
  `adr|${words.spaced}|${words.unspaced}|\\.(?:md|rst|adoc|asciidoc|markdown)`,
  'iu',
);

/** What makes `decision 12` a count or a date: "decision 12 months ago", "decision 3 of 4", "decision 12/11/2020". */
export const count = new RegExp(
  String.raw`^(?:/\d|[ \t]*%|[ \t]+(?:${counted.spaced})(?!\p{L})|[ \t]*(?:${counted.unspaced})|[ \t]+(?:${outOf})[ \t]+\d)`,
  'iu',
);

/**
 * What lines that mention a number look like, as an extended regular expression for git grep: some others do, too. Letters
 * with marks stand for any, since only with some locales git knows their capitals.
 */
export function mentionPattern(number: number): string {
  const all = languages.flatMap(({ mention }) => mention.words);
  const plain = all.map((word) => word.replace(/(?![a-z ])\p{Ll}/gu, '.{1,4}'));
  return `(adrs?|${[...new Set(plain)].join('|')}).{0,8}0*${number}([^0-9]|$)`;
}

type Mention = (typeof languages)[number];

function wordsOf(of: (language: Mention) => readonly string[]): { spaced: string; unspaced: string } {
  const all = languages.flatMap(of);
  const together = new RegExp(`^[${unspaced} ]+$`, 'u');
  return {
    spaced: anyOf(all.filter((word) => !together.test(word))),
    unspaced: anyOf(all.filter((word) => together.test(word))),
  };
}

/** Longest first, so that "decision record" is not read as "decision". */
function anyOf(list: readonly string[]): string {
  const distinct = [...new Set(list)].sort((a, b) => b.length - a.length);
  return distinct.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
}
