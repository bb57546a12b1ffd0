import type { MarkdownDocument, Section } from '../markdown/document.ts';
import { placeToFill } from '../records/placesToFill.ts';
import type { Language } from './languages/language.ts';
import { optionWords } from './vocabulary.ts';

/** `Option 1: `, `方案一：`, before what the option is. */
const numbered = new RegExp(
  `^(?<lead>(?:(?:${optionWords.join('|')})\\s*)?[#n°.(]*)(?<count>1|A|I|一|①)(?<tail>[.):：\\s–—-]+)(?=\\S)`,
  'iu',
);
const next: Readonly<Record<string, string>> = { '1': '2', A: 'B', a: 'b', I: 'II', i: 'ii', 一: '二', '①': '②' };

/** Places for two options, as a section of the model sets them out: headings, numbered or not, or the items of a list. */
export function optionsLike(document: MarkdownDocument, section: Section, language: Language): string[] {
  const hints = [1, 2].map((count) => placeToFill(`${language.option[0]} ${count}`));
  const nested = document.sections.filter(({ heading }) => heading > section.heading && heading < section.end);
  const item = document.blocksOf(section, true).find(({ depth, opensItem }) => depth === 1 && opensItem);
  const bullet = item && /^[ \t]*([-*+][ \t]+)/.exec(document.lines.textAt(item.line))?.[1];
  if (bullet !== undefined) return [hints.map((hint) => bullet + hint).join('\n')];
  if (item) return [hints.map((hint, index) => `${index + 1}. ${hint}`).join('\n')];
  const [first] = nested;
  if (!first) return [placeToFill(language.hint)];
  const { lead = '', count = '', tail = '' } = numbered.exec(first.title)?.groups ?? {};
  return hints.flatMap((hint, index) => [
    `${'#'.repeat(first.level)} ${lead}${index ? (next[count] ?? count) : count}${tail}${hint}`,
    placeToFill(language.hint),
  ]);
}
