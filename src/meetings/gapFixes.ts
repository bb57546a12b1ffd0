import { type Message, phrase } from '../humanError.ts';
import type { Edit } from '../markdown/edit.ts';
import type { DueChoice } from './dueChoices.ts';
import { attendeeEdits, dueEdits, ownerEdits, type ReadSummary } from './fillGap.ts';
import type { Gap } from './gaps.ts';

/** One way to fill a gap. */
export interface GapFix {
  readonly title: Message;
  readonly edits: readonly Edit[];
}

/** What gaps are filled from. */
export interface Fillings {
  /** Who may own an action, the most likely first. */
  readonly people: readonly string[];
  readonly days: readonly DueChoice[];
}

/** People that are offered by name; the others are a choice away. */
const named = 3;

/** What is said of a gap. */
export function gapMessage({ code, words, among }: Gap): Message {
  const [first, second] = among;
  switch (code) {
    case 'no-owner':
      return phrase('No owner: who will do it?');
    case 'no-date':
      return phrase('No date: by when?');
    case 'unresolved-name':
      return first && second
        ? phrase('"{0}" can be {1} or {2}.', words, first, second)
        : phrase('"{0}" is neither among the attendees nor known in this repository.', words);
    case 'ambiguous-date':
      return first && second
        ? phrase('"{0}" can be {1} or {2}.', words, first, second)
        : phrase('"{0}" names no certain day. By when?', words);
  }
}

/** The ways to fill a gap that need no question, the most likely first. */
export function gapFixes(summary: ReadSummary, gap: Gap, { people, days }: Fillings): GapFix[] {
  const fixes: GapFix[] = [];
  const add = (title: Message, edits: readonly Edit[] | undefined) => {
    if (edits?.length) fixes.push({ title, edits });
  };
  if (gap.code === 'no-owner') {
    for (const name of people.slice(0, named)) {
      add(phrase('Owner: {0}', name), ownerEdits(summary, gap.line, name));
    }
  } else if (gap.code === 'unresolved-name') {
    const bare = gap.words.replace(/^@/, '');
    const like = gap.among.length ? gap.among : people.filter((name) => alike(name, bare));
    const is = (names: readonly string[]) => {
      for (const name of names.slice(0, named)) {
        add(phrase('"{0}" is {1}', gap.words, name), ownerEdits(summary, gap.line, name, bare));
      }
    };
    is(like);
    if (!gap.among.length) add(phrase('Add {0} to the Attendees', bare), attendeeEdits(summary.text, bare));
    if (!like.length) is(people);
  } else {
    for (const date of gap.among) {
      add(phrase('"{0}" is {1}', gap.words, date), dueEdits(summary, gap.line, date));
    }
    for (const { title, date } of days) {
      if (!gap.among.includes(date)) add(title, dueEdits(summary, gap.line, date));
    }
  }
  return fixes;
}

/** Whether one name may be short for the other: `Raj`, `R. Patel`, `rpatel` and Raj Patel. */
function alike(name: string, short: string): boolean {
  const parts = name.toLowerCase().split(/\s+/);
  const words = short.toLowerCase();
  const initials = parts.map((part) => part[0]).join('');
  const last = parts.at(-1) ?? '';
  return (
    parts.some((part) => part.length > 2 && (part === words || words.split(/[\s._-]+/).includes(part))) ||
    initials === words ||
    `${parts[0]?.[0]}${last}` === words.replace(/[\s._-]/g, '') ||
    (words.length > 2 && (parts[0]?.startsWith(words) ?? false))
  );
}
