import { MarkdownDocument } from '../markdown/document.ts';
import type { Edit } from '../markdown/edit.ts';
import { lineEnding } from '../markdown/lines.ts';
import { textEndBefore } from '../markdown/textEnd.ts';
import { Draft, placeToFill } from '../records/placesToFill.ts';
import { checked } from './checkedEdit.ts';
import { readFields } from './fields.ts';
import { capitalised } from './formats/shapes.ts';
import { english } from './languages/en.ts';
import { outcomesOf } from './outcome.ts';
import { languageOf } from './recordLanguage.ts';
import { sectionOf } from './vocabulary.ts';

/** An outcome to be written: what goes in, with places to fill, and where. */
export interface OutcomeDraft {
  /** Offset in the record's text. */
  readonly at: number;
  readonly draft: Draft;
}

/**
 * Drafts one more outcome of a decision, dated: what was expected, what happened, which risks did. It goes below the earlier
 * ones, of which nothing changes, or into a section of its own behind the record's argument and before its links.
 *
 * @param path the record's, for what is said where this cannot be done.
 * @param today YYYY-MM-DD.
 * @throws HumanError where it cannot be added safely.
 */
export function draftOutcome(path: string, text: string, today: string): OutcomeDraft {
  const document = new MarkdownDocument(text);
  const language = languageOf(document, readFields(document));
  const { expected, happened, risks } = language.outcome;
  const eol = lineEnding(text);
  const section = outcomesOf(document).at(-1);
  const level = section?.level ?? levelOf(document);
  const at = section ? textEndBefore(document, section.end) : endOfArgument(document, level);
  const title = capitalised(language.sections.outcome?.[0] ?? english.sections.outcome?.[0] ?? 'outcome');
  const lines = [
    ...(section ? [] : [`${'#'.repeat(level)} ${title}`, '']),
    `${'#'.repeat(Math.min(6, level + 1))} ${today}`,
    ...[expected, happened, risks].flatMap((label) => ['', `**${label}:** ${placeToFill(language.hint)}`]),
  ];
  const lead = /^\uFEFF?$/.test(text.slice(0, at)) ? '' : eol + eol;
  const draft = new Draft(lead + lines.join(eol));
  const edit: Edit = { start: at, end: at, text: draft.text };
  checked(path, text, [edit], 'outcome', ({ outcome }) => outcome !== null && outcome >= today);
  return { at, draft };
}

/** The level of the record's sections: the highest one below its title's, or the title's where several have that one. */
function levelOf({ sections }: MarkdownDocument): number {
  const below = sections.slice(1).map(({ level }) => level);
  // A second heading of level 1 may well be a slip.
  if (below.filter((level) => level === 1).length > 1) return 1;
  const deeper = below.filter((level) => level > 1);
  return deeper.length ? Math.min(...deeper) : 2;
}

/** Where the argument ends: before the sections at the end that only point elsewhere, or at the text's end. */
function endOfArgument(document: MarkdownDocument, level: number): number {
  const top = document.sections.slice(1).filter((section) => section.level <= level);
  let end = document.blocks.length;
  for (const section of top.reverse()) {
    if (sectionOf(section.title) !== 'links') break;
    end = section.heading;
  }
  return textEndBefore(document, end);
}
