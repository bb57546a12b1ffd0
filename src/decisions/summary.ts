import { plainText } from '../markdown/blocks.ts';
import { MarkdownDocument, type Section } from '../markdown/document.ts';
import { asMarkdown } from '../markdown/markup.ts';
import { isPlaceholder } from './field.ts';
import type { SectionName } from './languages/language.ts';
import { readName } from './naming.ts';
import { sectionOf } from './vocabulary.ts';

/** What a record says in short, as a reader sees it: no markup. */
export interface Summary {
  /** The first paragraph of what is decided; undefined where nothing is written there. */
  readonly recommendation: string | undefined;
  /** The first few risks, an item or a paragraph each. */
  readonly risks: readonly string[];
}

const longestText = 400;
const mostRisks = 4;

/** Reads what a record decides, and what may go wrong with it. */
export function summarise(path: string, text: string): Summary {
  const document = new MarkdownDocument(asMarkdown(text, readName(path).extension));
  const risks = sectionNamed(document, 'risks') ?? sectionNamed(document, 'negativeConsequences');
  return {
    recommendation: statementsIn(document, sectionNamed(document, 'decision'))[0],
    risks: statementsIn(document, risks).slice(0, mostRisks),
  };
}

/** The first section of a name that says something. */
function sectionNamed(document: MarkdownDocument, name: SectionName): Section | undefined {
  return document.sections.find(
    (section) => section.level > 1 && sectionOf(section.title) === name && statementsIn(document, section).length,
  );
}

/** The paragraphs and items of a section that somebody has filled in; those nested in an item are part of its argument. */
function statementsIn(document: MarkdownDocument, section: Section | undefined): string[] {
  if (!section) return [];
  return document
    .blocksOf(section)
    .filter(({ kind, depth }) => kind === 'paragraph' && depth <= 1)
    .map(({ text }) => plainText(text).replace(/\s+/g, ' '))
    .filter((text) => text && !isPlaceholder(text))
    .map(shortened);
}

function shortened(text: string): string {
  if (text.length <= longestText) return text;
  const cut = text.lastIndexOf(' ', longestText);
  return `${text.slice(0, cut > longestText / 2 ? cut : longestText)} …`;
}
