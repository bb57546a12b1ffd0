import type { Block } from '../markdown/blocks.ts';
import { plainText } from '../markdown/blocks.ts';
import { MarkdownDocument } from '../markdown/document.ts';
import type { ReadSummary } from './fillGap.ts';

/** A decision of a summary that is to become a record. */
export interface LineDecision {
  /** What the record may be called. */
  readonly title: string;
  /** Markdown paragraphs: the decision as it stands there, the reasons, and what is noted below it. */
  readonly context: readonly string[];
  /** Where the line takes the link to the record: before its full stop. An offset in the text. */
  readonly linkAt: number;
}

const longestTitle = 80;
const reason = /[,;]?\s+(?:because|since|as it|so that|in order to|due to)\s+.*$/isu;
const lead =
  /^(?:(?:the\s+)?(?:team|group|committee|board|council|we|all|everyone)\s+)?(?:have\s+|has\s+)?(?:unanimously\s+)?(?:chose|choose|decided(?:\s+on|\s+to|\s+that)?|agreed(?:\s+on|\s+to|\s+that)?|picked|selected|approved|voted(?:\s+for|\s+to)|will)\s+(?=\S)/iu;
const linked = /\]\([^)]*\)\)[\s.]*$/;

/**
 * The decision on a line.
 *
 * @param line counted from 1; any line of the item counts.
 * @returns undefined where no decision stands there, or one that links to its record already.
 */
export function decisionOnLine({ text, minutes }: ReadSummary, line: number): LineDecision | undefined {
  const document = new MarkdownDocument(text);
  const index = document.blocks.findIndex(
    ({ kind, line: first, endLine }) => kind === 'paragraph' && first < line && line <= endLine,
  );
  const block = document.blocks[index];
  const decision = minutes.decisions.find((each) => block && block.line < each.line && each.line <= block.endLine);
  if (!block || !decision || linked.test(block.text)) return undefined;
  const end = document.lines.at(block.endLine - 1).end;
  const written = text.slice(document.lines.at(block.line).start, end);
  const sentence = block.text.replace(/\s*\n\s*/g, ' ').trim();
  return {
    title: titleOf(decision.text),
    context: [sentence, ...confirmedReason(document, sentence), ...notesBelow(document, index)],
    linkAt: end - (/[\s.]*$/.exec(written)?.[0].length ?? 0),
  };
}

function titleOf(decision: string): string {
  const bare = decision
    .replace(reason, '')
    .replace(lead, '')
    .replace(/[\s.;,]+$/, '');
  const words: string[] = [];
  for (const word of (bare || decision).split(/\s+/)) {
    if (words.length && [...words, word].join(' ').length > longestTitle) break;
    words.push(word);
  }
  const title = words.join(' ');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** The sentence to confirm, where it says why, the decision does not, and it is about the same. */
function confirmedReason({ blocks }: MarkdownDocument, decision: string): string[] {
  if (reason.test(decision)) return [];
  const confirm = blocks.find(({ kind, text }) => kind === 'paragraph' && /^to confirm:\s/i.test(text))?.text;
  const sentence = confirm?.replace(/\s*\n\s*/g, ' ').replace(/^to confirm:\s*/i, '');
  const chosen = sentence && /\*\*(.+?)\*\*/.exec(sentence)?.[1];
  if (!sentence || !chosen || !reason.test(sentence)) return [];
  if (!plainText(decision).toLowerCase().includes(plainText(chosen).toLowerCase())) return [];
  return [sentence.charAt(0).toUpperCase() + sentence.slice(1)];
}

/** What stands nested below an item, as a list of its own. */
function notesBelow({ blocks, lines }: MarkdownDocument, index: number): string[] {
  const item = blocks[index];
  if (!item?.depth) return [];
  const below: Block[] = [];
  for (const block of blocks.slice(index + 1)) {
    if (block.depth < item.depth || (block.depth === item.depth && block.opensItem)) break;
    below.push(block);
  }
  const [first, last] = [below[0], below.at(-1)];
  if (!first || !last) return [];
  const texts: string[] = [];
  for (let line = first.line; line < last.endLine; line++) texts.push(lines.textAt(line));
  const indent = Math.min(...texts.filter((each) => each.trim()).map((each) => /^\s*/.exec(each)?.[0].length ?? 0));
  return [texts.map((each) => each.slice(indent).trimEnd()).join('\n')];
}
