import { plainText } from '../markdown/blocks.ts';
import type { MarkdownDocument, Section } from '../markdown/document.ts';
import { optionWords, sectionOf } from './vocabulary.ts';

const word = optionWords.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
/** `Option 1`, `Alternative B: …`, `方案一`; also `Option: …`. */
const optionHeading = new RegExp(
  `^(?:${word})\\s*(?:[#n°.]*\\s*\\d{1,2}|\\s[a-z]|\\s[ivx]{1,4}|[①-⑩一二三四五六七]|(?=[:：]))(?![\\p{L}\\p{N}])`,
  'iu',
);
const numberedHeading = /^(?:\(?\d{1,2}[.):]|[A-H][.):])\s/u;
/** A heading inside an options section that judges the options and is none itself. */
const verdict =
  /^(?:comparison|conclusion|summary|decision|evaluation|recommendation|criteria|overview|notes?|discussion|comparaison|conclusion|bewertung|fazit|vergleich)\b/iu;

/** A template's option that nobody has filled in: `{title of option 1}`. */
const unfilled = /^\{[^{}]*\}$/;

/**
 * How many options a record sets out: the items or headings of its options section, or headings that name themselves
 * options. Options that are only mentioned in prose, points below an option, and a template's unfilled ones do not count.
 */
export function countOptions(document: MarkdownDocument): number {
  const { sections } = document;
  const found = optionsSections(document, 'options');
  if (found) return found;
  const named = sections.filter((section) => optionHeading.test(section.title));
  if (named.length) {
    const level = Math.min(...named.map((section) => section.level));
    return named.filter((section) => section.level === level).length;
  }
  const numbered = numberedAfterOptions(document);
  if (numbered) return numbered;
  for (const section of sections) {
    if (section.level > 1 && sectionOf(section.title) === 'prosAndCons') return subheadings(sections, section).length;
  }
  return optionsSections(document, 'rejectedOptions');
}

function optionsSections(document: MarkdownDocument, name: 'options' | 'rejectedOptions'): number {
  for (const section of document.sections) {
    if (section.level === 1 || sectionOf(section.title) !== name) continue;
    const count = inSection(document, section);
    if (count) return count;
  }
  return 0;
}

function inSection(document: MarkdownDocument, section: Section): number {
  const own = document.blocksOf(section, true);
  const nested = subheadings(document.sections, section).filter((each) => !verdict.test(each.title));
  const items = own.filter((block) => block.depth === 1 && block.opensItem && !unfilled.test(block.text)).length;
  // A list before headings names the options that the headings then discuss.
  const counted = nested.filter((each) => numberedHeading.test(each.title) || optionHeading.test(each.title));
  if (counted.length > 1) return counted.length;
  if (nested.length && (items < 2 || nested.length >= items)) return nested.length;
  if (items) return items;
  const bold = own.filter(
    (block) => block.kind === 'paragraph' && block.depth === 0 && /^(?:\d+[.)]\s*)?(?:\*\*|__)\S/.test(block.text),
  );
  if (bold.length) return bold.length;
  const rows = own.filter((block) => block.kind === 'row');
  if (rows.length > 1) return rows.length - 1;
  return own.filter((block) => block.kind === 'paragraph' && optionHeading.test(plainText(block.text))).length;
}

function subheadings(sections: readonly Section[], section: Section): Section[] {
  const inside = sections.filter((each) => each.heading > section.heading && each.heading < section.end);
  const level = Math.min(...inside.map((each) => each.level));
  return inside.filter((each) => each.level === level && !unfilled.test(each.title));
}

/** "There were 3 options considered:" and then headings that are numbered from 1. */
function numberedAfterOptions(document: MarkdownDocument): number {
  const { sections, blocks } = document;
  const first = sections.findIndex((section) => /^(?:\(?1[.):]|A[.):])\s/u.test(section.title));
  const opening = sections[first];
  if (!opening) return 0;
  const lead = blocks
    .slice(0, opening.heading)
    .findLast((block) => block.kind === 'paragraph' || block.kind === 'heading');
  if (!lead || !/\b(?:options?|alternatives?|approaches|solutions?|choices|possibilities)\b/iu.test(lead.text))
    return 0;
  let count = 0;
  for (const section of sections.slice(first)) {
    if (section.level < opening.level) break;
    if (section.level === opening.level && numberedHeading.test(section.title)) count++;
  }
  return count;
}
