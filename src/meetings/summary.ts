import { stringify } from 'yaml';
import type { Action } from '../actions/action.ts';
import { plainText } from '../markdown/blocks.ts';
import type { Minutes } from './minutes.ts';
import { type Attendee, attendeesOf, People } from './people.ts';
import { decidedWords, imperatives } from './words.ts';

/** What a summary is made of. */
export interface SummaryParts {
  readonly title: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly minutes: Minutes;
  /** The notes as they were, or undefined to leave them out. */
  readonly notes: string | undefined;
}

/**
 * The summary of a meeting as a record: the confirm sentence first, then decisions, next steps with owners and dates, open
 * questions, and the notes. Whatever the notes do not state is left out, never filled in.
 */
export function summaryText({ title, date, minutes, notes }: SummaryParts): string {
  const { attendees, actions, decisions, questions } = minutes;
  const names = attendees.map(({ name }) => name);
  const flow = { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false } as const;
  const parts = ['---', `date: ${date}`];
  if (names.length) parts.push(`attendees: ${stringify(names, flow).trimEnd()}`);
  parts.push('---', '', `# ${written(title)}`, '');
  const [first] = decisions;
  if (first) parts.push(`To confirm: ${confirmed(first.text)}`, '');
  section(parts, 'Decisions', list(decisions));
  section(
    parts,
    'Next steps',
    actions.filter(({ explicit }) => explicit).map((action) => actionLine(action, attendees)),
  );
  section(parts, 'Open questions', list(questions));
  if (notes?.trim()) section(parts, 'Notes', [quoted(notes)]);
  return `${parts.join('\n').trimEnd()}\n`;
}

/**
 * The canonical line of an action: `- [ ] <owner> will <action> by <ISO date>`, without what is not stated.
 *
 * @param attendees a name that is neither theirs nor looks like one is written with `@`, so that it reads as a name.
 */
export function actionLine({ text, owners, due, done }: Action, attendees: readonly Attendee[]): string {
  // The summary's front matter names people and not their handles.
  const people = new People(
    attendeesOf(
      [],
      attendees.map(({ name }) => name),
    ),
  );
  const owner = owners.map((name) => (people.couldBe(name) || /\s/.test(name) ? name : `@${name}`)).join(' and ');
  const what = written(text).replace(/[\s.;,]+$/, '');
  return `- [${done ? 'x' : ' '}] ${owner ? `${owner} will ${lowerFirst(what)}` : what}${due ? ` by ${due}` : ''}`;
}

const decided = new RegExp(`^(?:${decidedWords.join('|')})(?!\\p{L})`, 'iu');
const choice = /^(we\s+(?:chose|decided on|picked|selected)\s+)(.{2,80}?)(?=\s+(?:because|since|as it|so that)\b|$)/iu;

/** A decision as the sentence that its readers confirm: "we chose **X** because ...". */
function confirmed(text: string): string {
  const sentence = written(text).replace(/[.\s]+$/, '');
  if (/^we\b/i.test(sentence)) return `${lowerWord(sentence).replace(choice, '$1**$2**')}.`;
  if (imperatives.has(firstWord(sentence))) return `we decided to ${lowerFirst(sentence)}.`;
  if (decided.test(sentence) && /ed$/i.test(firstWord(sentence))) return `we ${lowerWord(sentence)}.`;
  return `${sentence}.`;
}

function firstWord(text: string): string {
  return /^[\p{L}-]+/u.exec(text)?.[0].toLowerCase() ?? '';
}

/** An instruction within a sentence; names and abbreviations keep their capitals. */
export function lowerFirst(text: string): string {
  return imperatives.has(firstWord(text)) ? lowerWord(text) : text;
}

function lowerWord(text: string): string {
  const first = /^\p{Lu}\p{Ll}*(?![\p{L}\p{N}])/u.exec(text)?.[0];
  return first ? first.toLowerCase() + text.slice(first.length) : text;
}

function list(lines: readonly { readonly text: string }[]): string[] {
  return lines.map(listLine);
}

/** The line of a decision or a question. */
export function listLine({ text }: { readonly text: string }): string {
  return `- ${written(text)}`;
}

/** Words of the notes as Markdown that reads as them, on one line: signs of Markdown and HTML are escaped where they count. */
function written(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const inline = plainText(line) === line ? line : line.replace(/[\\`*_[\]<>&!~]/g, '\\$&');
  return inline.replace(/^(?:[#>+*-]|\[(?=[ xX]?\]))/, '\\$&').replace(/^(\d+)([.)])(?=\s)/, '$1\\$2');
}

function section(parts: string[], heading: string, lines: readonly string[]): void {
  if (lines.length) parts.push(`## ${heading}`, '', ...lines, '');
}

/** Notes inside a summary are quoted, so that their headings and task lists are not taken for the summary's own. */
function quoted(notes: string): string {
  return quotedLines(notes)
    .map((line) => (line.trim() ? `> ${line}` : '>'))
    .join('\n');
}

/** The lines of notes as a summary quotes them, without the mark. */
export function quotedLines(notes: string): string[] {
  return notes
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .trim()
    .split('\n');
}
