import { MarkdownDocument, type Section } from '../markdown/document.ts';
import type { Edit } from '../markdown/edit.ts';
import { lineEnding } from '../markdown/lines.ts';
import type { Minutes, MinutesReader } from './minutes.ts';
import { actionLine, listLine, quotedLines } from './summary.ts';
import { isNotesHeading, roleOf } from './words.ts';

/** Notes of a meeting, read anew. */
export interface RereadNotes {
  /** The file's text, as it was read. */
  readonly source: string;
  readonly minutes: Minutes;
}

/** The sections of a summary that lines can be added to, in the order in which they stand. */
const order = ['Decisions', 'Next steps', 'Open questions', 'Notes'] as const;

/**
 * The edits that bring a summary up to date with its notes. They only add: what the notes say now and did not say when they
 * were quoted. Whatever somebody changed or took out in the summary stays so, and where the notes are as they were there
 * is nothing to do.
 *
 * @param path the summary's.
 * @returns undefined where the summary does not quote these notes, so that nobody can tell what is new.
 */
export function summaryUpdate(
  path: string,
  summary: string,
  { source, minutes }: RereadNotes,
  read: MinutesReader,
): Edit[] | undefined {
  const document = new MarkdownDocument(summary);
  const quote = quoteIn(document);
  if (!quote) return undefined;
  const now = quotedLines(minutes.readable);
  const before = new Set(quote.lines.map(({ text }) => text));
  const kept = now.filter((line) => line.trim() && before.has(line)).length;
  if (kept * 2 < quote.lines.filter(({ text }) => text.trim()).length) return undefined;

  const said = folded(quote.lines.map(({ text }) => text).join(' '));
  const sourceLines = source.split(/\r\n?|\n/);
  const isNew = ({ line }: { readonly line: number }) => {
    const words = folded((sourceLines[line - 1] ?? '').replace(/<[^>]*>/g, ' '));
    return words !== '' && !` ${said} `.includes(` ${words} `);
  };
  const there = read(path, summary);
  const has = (lines: readonly { readonly text: string }[], text: string) =>
    lines.some((each) => folded(each.text) === folded(text));
  const additions: Readonly<Record<(typeof order)[number], readonly string[]>> = {
    Decisions: minutes.decisions.filter((each) => isNew(each) && !has(there.decisions, each.text)).map(listLine),
    'Next steps': minutes.actions
      .filter((each) => each.explicit && isNew(each) && !has(there.actions, each.text))
      .map((each) => actionLine(each, minutes.attendees)),
    'Open questions': minutes.questions.filter((each) => isNew(each) && !has(there.questions, each.text)).map(listLine),
    Notes: [],
  };
  const ending = lineEnding(summary);
  return [
    ...order.flatMap((heading) => addedTo(document, heading, additions[heading], ending)),
    ...addedNotes(document, quote, now, ending),
  ];
}

interface Quote {
  /** The quoted lines, without their mark, and where they stand; lines are counted from 0. */
  readonly lines: readonly { readonly text: string; readonly line: number }[];
}

function quoteIn(document: MarkdownDocument): Quote | undefined {
  const section = document.sections.find(({ title }) => isNotesHeading(title));
  if (!section) return undefined;
  const lines: { text: string; line: number }[] = [];
  for (let line = document.blocks[section.heading]?.endLine ?? 0; line < document.lines.count; line++) {
    const text = /^> ?(.*)$/.exec(document.lines.textAt(line))?.[1];
    if (text !== undefined) lines.push({ text, line });
    else if (lines.length) break;
  }
  return lines.length ? { lines } : undefined;
}

/** Lines at the end of a section; where it is missing, the section before the next one of the order. */
function addedTo(
  document: MarkdownDocument,
  heading: (typeof order)[number],
  added: readonly string[],
  ending: string,
): Edit[] {
  if (!added.length) return [];
  const section = document.sections.find((each) => isCalled(each, heading));
  if (section) {
    const blocks = document.blocksOf(section, true);
    const last = blocks.at(-1)?.endLine ?? document.blocks[section.heading]?.endLine ?? 1;
    const at = document.lines.at(lastWritten(document, last)).end;
    const gap = blocks.length ? ending : ending + ending;
    return [{ start: at, end: at, text: gap + added.join(ending) }];
  }
  const later = order.slice(order.indexOf(heading) + 1);
  const next = document.sections.find((each) => later.some((name) => isCalled(each, name)));
  const at = document.lines.at(next ? (document.blocks[next.heading]?.line ?? 0) : document.lines.count).start;
  return [{ start: at, end: at, text: [`## ${heading}`, '', ...added, '', ''].join(ending) }];
}

function isCalled({ title }: Section, heading: (typeof order)[number]): boolean {
  if (heading === 'Notes') return isNotesHeading(title);
  const role = roleOf(title);
  return role === (heading === 'Decisions' ? 'decisions' : heading === 'Next steps' ? 'actions' : 'questions');
}

/** The last line before a line that is not blank. */
function lastWritten(document: MarkdownDocument, before: number): number {
  let line = Math.max(0, before - 1);
  while (line > 0 && !document.lines.textAt(line).trim()) line--;
  return line;
}

/** The lines of the notes that the quote lacks, each after the one that it follows; none is taken out, none is there twice. */
function addedNotes(document: MarkdownDocument, { lines }: Quote, now: readonly string[], ending: string): Edit[] {
  const there = new Map(lines.map(({ text }, index) => [text.trimEnd(), index]));
  const edits: Edit[] = [];
  let added: string[] = [];
  let after = -1;
  const flush = () => {
    while (added.at(-1) === '') added.pop();
    if (!added.length) return;
    const text = added.map((line) => (line ? `> ${line}` : '>')).join(ending);
    const { line } = lines[Math.max(after, 0)] ?? { line: 0 };
    const { start, end } = document.lines.at(line);
    edits.push(after < 0 ? { start, end: start, text: text + ending } : { start: end, end, text: ending + text });
    added = [];
  };
  for (const each of now) {
    const line = each.trimEnd();
    if (!line) {
      added.push('');
      continue;
    }
    const index = there.get(line);
    if (index === undefined) {
      added.push(line);
      continue;
    }
    if (added.some((words) => words)) flush();
    added = [];
    after = Math.max(after, index);
  }
  flush();
  return edits;
}

function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
