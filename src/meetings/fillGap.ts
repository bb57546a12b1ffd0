import type { Action } from '../actions/action.ts';
import { type ActionChange, changeAction } from '../actions/change.ts';
import { usesBrackets, usesEmoji } from '../actions/fields.ts';
import { MarkdownDocument } from '../markdown/document.ts';
import { applyEdits, type Edit } from '../markdown/edit.ts';
import { textsOf } from '../markdown/frontMatter.ts';
import { actionsReadBy } from './actionReader.ts';
import { openTasks, type Task } from './gaps.ts';
import type { Minutes, MinutesReader } from './minutes.ts';
import { People } from './people.ts';
import { lowerFirst } from './summary.ts';

/** A summary's text, and how it is read. */
export interface ReadSummary {
  readonly text: string;
  readonly minutes: Minutes;
  readonly read: MinutesReader;
}

/**
 * The edits that give the task on a line an owner, instead of the one that is named there, if one is.
 *
 * @param line counted from 1.
 * @param instead the name to replace, as written; undefined where nobody is named.
 * @returns undefined where the line is no open task, or would not be read so afterwards.
 */
export function ownerEdits(
  summary: ReadSummary,
  line: number,
  name: string,
  instead?: string,
): readonly Edit[] | undefined {
  const { text, minutes } = summary;
  const task = taskOn(text, line);
  const action = minutes.actions.find((each) => each.line === line);
  if (!task || !action) return undefined;
  if (instead !== undefined) {
    const [first = name, ...others] = action.owners.map((owner) => (owner === instead ? name : owner));
    return changed(summary, action, { owners: [first, ...others] });
  }
  const words = text.slice(task.start, task.end);
  const people = new People(minutes.attendees);
  // A name in small letters reads as one only with its sign.
  const written = people.couldBe(name) || /\s/.test(name) ? name : `@${name}`;
  const first = /^\S+/.exec(words)?.[0].length ?? 0;
  const edits = [
    { start: task.start, end: task.start + first, text: `${written} will ${lowerFirst(words).slice(0, first)}` },
  ];
  return verified(summary, line, edits, ({ owners }) => owners.includes(name) || owners.includes(written));
}

/**
 * The edits that say by when the task on a line is due, in the place of the words that say it, if there are some.
 *
 * @param due YYYY-MM-DD.
 * @returns undefined where the line is no open task, or would not be read so afterwards.
 */
export function dueEdits(summary: ReadSummary, line: number, due: string): readonly Edit[] | undefined {
  const { text, minutes } = summary;
  const task = taskOn(text, line);
  const action = minutes.actions.find((each) => each.line === line);
  if (!task || !action) return undefined;
  // Whoever writes days as Obsidian Tasks or Dataview do goes on so.
  const isUsual = action.due === null && !usesEmoji(text) && !usesBrackets(text);
  if (!isUsual && (action.due !== null || action.dueText === null)) return changed(summary, action, { due });
  const words = text.slice(task.start, task.end);
  const at = action.dueText === null ? -1 : words.lastIndexOf(action.dueText);
  // Before a full stop, and before a block's name that other notes link to: `^id`.
  const end = task.start + words.replace(/\s\^[\w-]+\s*$/, '').replace(/[\s.;,]+$/, '').length;
  const edits =
    action.dueText !== null && at >= 0
      ? [{ start: task.start + at, end: task.start + at + action.dueText.length, text: `by ${due}` }]
      : [{ start: end, end, text: ` by ${due}` }];
  return verified(summary, line, edits, (each) => each.due === due);
}

/** The edits that name somebody among a summary's attendees; undefined where it has no front matter. */
export function attendeeEdits(text: string, name: string): Edit[] | undefined {
  const { frontMatter } = new MarkdownDocument(text);
  return frontMatter?.set('attendees', [...textsOf(frontMatter.get('attendees')), name]);
}

function taskOn(text: string, line: number): Task | undefined {
  return openTasks(new MarkdownDocument(text)).find((task) => task.line === line);
}

/** The edits of a change in the line's own shape; undefined where there is no safe one. */
function changed(
  { text, minutes, read }: ReadSummary,
  action: Action,
  change: ActionChange,
): readonly Edit[] | undefined {
  const result = changeAction(actionsReadBy(read), minutes.path, text, action, change, '');
  return result.kind === 'edits' && result.edits.length ? result.edits : undefined;
}

/** Edits are given only where the line then reads as it should. */
function verified(
  { text, minutes, read }: ReadSummary,
  line: number,
  edits: Edit[],
  holds: (action: Minutes['actions'][number]) => boolean,
): Edit[] | undefined {
  const after = read(minutes.path, applyEdits(text, edits), minutes.meetingDate ?? undefined);
  return after.actions.some((action) => action.line === line && holds(action)) ? edits : undefined;
}
