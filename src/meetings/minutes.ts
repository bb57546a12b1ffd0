import type { Action, DueReading } from '../actions/action.ts';
import { type Apart, apartFrom } from '../actions/apart.ts';
import { withoutFields } from '../actions/fields.ts';
import { longestLine, plainText } from '../markdown/blocks.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import { textsOf } from '../markdown/frontMatter.ts';
import { type DecisionLine, decisionsOf } from './decisionLines.ts';
import { type DueContext, dueIn, dueInCell, withoutDue } from './dueDates.ts';
import { isDayFirstIn, meetingDateOf } from './meetingDate.ts';
import { namesIn, type Owned, ownedBy } from './owners.ts';
import type { Passage } from './passages.ts';
import { type Attendee, attendeesOf, mentionedIn, People } from './people.ts';
import { type Question, questionsOf } from './questions.ts';
import { recognisers } from './recognisers/all.ts';
import type { Candidate } from './recognisers/recogniser.ts';
import { extensionOf, sourceOf } from './sources/all.ts';
import { doneWords, isNotesHeading, quickLook, roleOf } from './words.ts';

/** What minutes of a meeting state. */
export interface Minutes {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** YYYY-MM-DD. */
  readonly meetingDate: string | null;
  readonly attendees: readonly Attendee[];
  readonly actions: readonly Action[];
  readonly decisions: readonly DecisionLine[];
  readonly questions: readonly Question[];
  /** What a line below an action says is other work. */
  readonly apart: readonly Apart[];
  /** What its first heading says; null where it has none. */
  readonly title: string | null;
  /** The notes as Markdown that a person reads; a transcript's are `Name: words`. */
  readonly readable: string;
}

/** Reads minutes. @param assumedDate the meeting's day, YYYY-MM-DD, where they state none. */
export type MinutesReader = (path: string, text: string, assumedDate?: string) => Minutes;

const status = new RegExp(
  `\\s*[-–—(]+\\s*(?:\\*\\*|__)?\\s*(?<word>${doneWords.join('|')}|ongoing|in progress|open|pending|wip)(?:\\b[^)]*)?\\s*(?:\\*\\*|__)?\\s*\\)?[.;]?\\s*$`,
  'iu',
);

/** `**DONE** - ...`, `[DONE] ...`, `IN-PROGRESS - ...`: set off by signs or capitals. */
const leading = new RegExp(
  `^(?:(?:\\*\\*|__|\\[|\\()(?<word>${doneWords.join('|')}|in[- ]progress|ongoing|open|pending|wip|tbd)\\s*:?(?:\\*\\*|__|\\]|\\))|(?:IN[- ]PROGRESS|ONGOING|OPEN|PENDING|WIP|TBD)(?=\\s*[-–—:]))\\s*[-–—:]?\\s*(?<rest>\\S.*)$`,
  'isu',
);

/** Makes a reader of minutes; chrono-node, which reads dates, loads with it. */
export async function minutesReader(): Promise<MinutesReader> {
  const { casual } = await import('chrono-node/en');
  const parse = (text: string, reference: Date) => casual.parse(text, reference, { forwardDate: true });
  return (path, text, assumedDate) => {
    const { document, passages: all, speakers, readable, lineOf } = sourceOf(path, text).read(text, extensionOf(path));
    // No person writes lines as long: what a machine wrote on one takes recognisers too long, and stays in the notes.
    const passages = all.filter(({ lines }) => lines.every((line) => line.length <= longestLine));
    const attendees = attendeesOf(passages, [...speakers, ...textsOf(document.frontMatter?.get('attendees'))]);
    const people = new People(attendees, () => mentionedIn(passages));
    const dayFirst = isDayFirstIn(document);
    const meetingDate = meetingDateOf(path, document, parse, dayFirst);
    const context = { meeting: meetingDate ?? assumedDate ?? null, dayFirst, parse };
    const placed = <Found extends { readonly line: number }>(found: Found): Found => ({
      ...found,
      line: lineOf(found.line),
    });
    const actions = passages
      .flatMap((passage) => {
        for (const recogniser of recognisers) {
          const found = recogniser.recognise(passage);
          if (found) return found.map((each) => ({ ...each, speaker: passage.speaker }));
        }
        return [];
      })
      .map((candidate) => placed(toAction(candidate, people, context)));
    return {
      path,
      meetingDate,
      attendees,
      actions,
      decisions: decisionsOf(passages).map(placed),
      questions: questionsOf(passages).map(placed),
      apart: apartIn(path, passages, actions, lineOf),
      title: titleOf(document),
      readable,
    };
  };
}

/** `- **[completed](...)**` at the end. */
const stateLink = new RegExp(
  `(?<=[-–—(]\\s*(?:\\*\\*|__)?)\\[(${doneWords.join('|')})\\]\\([^()\\s]*\\)(?=\\W*$)`,
  'iu',
);
/** `DONE - ...`, in capitals. */
const shouted = new RegExp(`^(?:${doneWords.map((word) => word.toUpperCase()).join('|')})\\s*[-–—:]\\s*(?=\\S)`, 'u');
/** `~~...~~`, the whole of it. */
const struck = /^(?:\*\*|__)?~~(?!\s)[^~]+~~(?:\*\*|__)?[.;,]?$/;

/** Each of the four has one of these; most actions say nothing of how far they are. */
const mayState = quickLook([...doneWords, 'ongoing', 'progress', 'open', 'pending', 'wip', 'tbd']);

function toAction(
  {
    line,
    text,
    done,
    explicit,
    owner,
    label,
    beside,
    mark,
    speaker,
  }: Candidate & { readonly speaker: string | undefined },
  people: People,
  context: DueContext,
): Action {
  const { words, finished } = mayState.test(text) ? withoutState(text) : { words: text, finished: false };
  const isDone = done || finished || struck.test(words.trim());
  const bare = plainText(withoutFields(words))
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
  const owned = ownedBy(bare, people);
  const inColumn = beside?.owner === undefined ? undefined : namesIn(beside.owner, people, true);
  const initials = mark !== undefined && people.knows(mark) ? mark : undefined;
  // A line above a list is mostly what it is about: only somebody that the document speaks of owns what is below.
  const heads = namesIn(plainText(label ?? ''), people)?.filter((name) => people.hears(name));
  const outside = namesIn(plainText(owner ?? initials ?? ''), people) ?? heads;
  const { owners, what } = settled(
    bare,
    owned,
    inColumn ?? [],
    outside ?? [],
    speaker,
    people,
    beside?.unowned ?? false,
  );
  const reading = readingOf(what, beside, context);
  const due = reading?.certainty === 'stated' || reading?.certainty === 'inferred' ? (reading.days[0] ?? null) : null;
  return {
    line,
    text: due !== null && reading ? withoutDue(what, reading.words, due) : what,
    owners,
    due,
    dueText: reading?.words ?? null,
    ...(reading && { dueReading: reading }),
    done: isDone,
    explicit,
  };
}

/** The words without what they say of how far it is, and whether that is done. */
function withoutState(text: string): { words: string; finished: boolean } {
  // The mark may be a link to where it was done.
  let words = text.replace(stateLink, '$1');
  let finished = false;
  for (let match = status.exec(words); match?.index; match = status.exec(words)) {
    if (doneWords.includes(match.groups?.word?.toLowerCase() ?? '')) finished = true;
    words = words.slice(0, match.index);
  }
  const lead = leading.exec(words)?.groups;
  if (lead?.rest) {
    if (doneWords.includes(lead.word?.toLowerCase() ?? '')) finished = true;
    words = lead.rest;
  }
  if (shouted.test(words)) {
    finished = true;
    words = words.replace(shouted, '');
  }
  return { words, finished };
}

/** When it is due: a column's words count before the sentence's, unless they name no day. */
function readingOf(words: string, beside: Candidate['beside'], context: DueContext): DueReading | undefined {
  const inWords = dueIn(words, context);
  if (beside?.due === undefined) return inWords;
  const inColumn = dueInCell(beside.due, beside.dayFirst ? { ...context, dayFirst: true } : context);
  return inColumn.certainty === 'vague' && inWords && inWords.certainty !== 'vague' ? inWords : inColumn;
}

/** Whose it is: a column's word counts most, then the sentence's, then what stands around it, then who says "I will". */
function settled(
  bare: string,
  owned: Owned,
  inColumn: readonly string[],
  outside: readonly string[],
  speaker: string | undefined,
  people: People,
  unnamed: boolean,
): { owners: readonly string[]; what: string } {
  // A column of owners that is empty says that nobody is named: what looks like a name in the row is mostly none.
  if (unnamed && !owned.owners.every((name) => people.hears(name))) return { owners: [], what: bare };
  if (inColumn.length) {
    const same = inColumn.some((name) => owned.owners.includes(name));
    return { owners: inColumn, what: same ? owned.text : bare };
  }
  if (owned.owners.join() === 'I' && (outside.length || speaker !== undefined)) {
    return { owners: outside.length ? outside : [speaker ?? ''], what: owned.text };
  }
  if (owned.owners.length) return { owners: owned.owners, what: owned.text };
  return { owners: outside, what: owned.text };
}

/** What lines below actions set apart, each with the action that is the nearest above it. */
function apartIn(
  path: string,
  passages: readonly Passage[],
  actions: readonly Action[],
  lineOf: (line: number) => number,
): Apart[] {
  return passages.flatMap(({ line, lines, parents }) => {
    const other = parents.length ? apartFrom(lines.join(' '), path) : undefined;
    const above = other && actions.findLast((action) => action.line < lineOf(line));
    return other && above ? [{ ...other, line: above.line }] : [];
  });
}

/** The first heading, unless it only says what stands below it. */
function titleOf({ sections }: MarkdownDocument): string | null {
  const [first] = sections;
  return first?.title && !roleOf(first.title) && !isNotesHeading(first.title) ? first.title : null;
}
