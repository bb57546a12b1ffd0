import { type Message, phrase } from '../humanError.ts';
import { applyEdits, type Edit } from '../markdown/edit.ts';
import { Lines } from '../markdown/lines.ts';
import type { Action } from './action.ts';
import { conventionsOf } from './changes/conventions.ts';
import { doneWays, todoTxtDone } from './changes/done.ts';
import { dueWays } from './changes/due.ts';
import { ownerWays } from './changes/owners.ts';
import { placeOf } from './changes/place.ts';
import type { Known, Way } from './changes/way.ts';
import { repeats } from './fields.ts';
import type { ActionReader } from './reader.ts';
import { isTodoTxt } from './todoTxt.ts';

const longestRow = 8000;

/** What becomes of an action: one of its facts gets another value. */
export type ActionChange =
  | { readonly done: boolean }
  /** YYYY-MM-DD; null takes the day away. */
  | { readonly due: string | null }
  | { readonly owners: readonly [string, ...string[]] };

/** The edits of a change, or why there are none. */
export type Changed =
  | {
      readonly kind: 'edits';
      readonly edits: readonly Edit[] /** As it stands after the edits. */;
      readonly action: Action;
    }
  | { readonly kind: 'refused'; readonly reason: Message };

/** Files that are read and never written: what others said, word by word, and what is made of Markdown. */
const onlyRead = /\.(?:vtt|srt|html?)$/i;

/**
 * The edits that change an action on the very line that states it, in the line's own shape and by the document's own
 * conventions. Every proposal is tried by reading its result: it counts only if the action has the new value, all else
 * that it states is as before, and so is every other action of the document.
 *
 * @param text the document as it is now.
 * @param action as it was read when somebody saw it; refused where no line states it any more.
 * @param today YYYY-MM-DD, for shapes that keep the day on which something was done.
 */
export function changeAction(
  reader: ActionReader,
  path: string,
  text: string,
  action: Action,
  change: ActionChange,
  today: string,
): Changed {
  const where = `${path}:${action.line}`;
  if (onlyRead.test(path)) return refused(phrase('{0} is only read. Write the action down in a Markdown file.', path));
  const { actions } = reader.read(path, text);
  const index = find(actions, action);
  const now = actions[index];
  if (!now) return refused(phrase('{0} does not say that any more. Look at it, then try again.', where));
  const wanted: Action = { ...now, ...change };
  if (isSame(now, wanted)) return { kind: 'edits', edits: [], action: now };
  const lines = new Lines(text);
  const line = lines.textAt(now.line - 1);
  if (/<t[dr]\b/i.test(line)) return refused(phrase('{0} is in an HTML table. Change it by hand.', where));
  // A table's row may be any length, of which no person wrote so much.
  if (line.length > longestRow) return refused(phrase('{0} is too long a line. Change it by hand.', where));
  if ('done' in change && change.done && repeats(line)) {
    return refused(phrase('{0} repeats. Tick it in the tool that writes its next date.', where));
  }
  const others = actions.filter((other) => other !== now);
  const place = placeOf(path, text, now, others, (heading) => reader.columnOf(heading));
  const known: Known = {
    action: now,
    conventions: conventionsOf(path, text, lines, actions, line, reader.doneWords),
    doneWords: reader.doneWords,
    today,
  };
  for (const edits of proposals(path, change, (ways, value) => ways.map((way) => way.propose(place, value, known)))) {
    const after = reader.read(path, applyEdits(text, edits)).actions;
    const result = after[index];
    if (result && after.length === actions.length && isSame(result, wanted) && othersStay(actions, after, index)) {
      return { kind: 'edits', edits, action: result };
    }
  }
  return others.some((other) => other.line === now.line)
    ? refused(phrase('{0} states more than one action. Give each a line of its own, then try again.', where))
    : refused(phrase('{0} has no place for that which would be read again. Change it by hand.', where));
}

type Propose = <Value>(ways: readonly Way<Value>[], value: Value) => readonly (readonly (readonly Edit[])[])[];

function proposals(path: string, change: ActionChange, propose: Propose): readonly (readonly Edit[])[] {
  if ('due' in change) return propose(dueWays, change.due).flat();
  if ('owners' in change) return propose(ownerWays, change.owners).flat();
  const ways = propose(isTodoTxt(path) ? todoTxtDone : doneWays, change.done);
  const [first, ...rest] = ways.map((each) => each[0]).filter((edits) => edits !== undefined);
  // A ticked box behind struck words: both have to go before it is open again.
  const together = first && rest.length && !change.done ? [[first, ...rest].flat()] : [];
  return [...ways.flat(), ...together];
}

/** The action among those that are there now: on its line, or else the only one that states the same. */
function find(actions: readonly Action[], action: Action): number {
  const same = actions.flatMap((each, index) => (isSame(each, action) ? [index] : []));
  const here = same.find((index) => actions[index]?.line === action.line);
  return here ?? (same.length === 1 ? (same[0] ?? -1) : -1);
}

function isSame(one: Action, two: Action): boolean {
  return (
    folded(one.text) === folded(two.text) &&
    one.done === two.done &&
    one.due === two.due &&
    one.owners.map(foldedName).join('\n') === two.owners.map(foldedName).join('\n')
  );
}

function othersStay(before: readonly Action[], after: readonly Action[], changed: number): boolean {
  return before.every((each, index) => {
    const other = after[index];
    return index === changed || (other !== undefined && isSame(each, other) && each.line === other.line);
  });
}

/** Words alike but for spaces, a final full stop, and the first letter's case, which a name before them may change. */
function folded(text: string): string {
  const words = text.replace(/\s+/g, ' ').replace(/[\s.;,]+$/, '');
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}

function foldedName(name: string): string {
  return name.replace(/^@/, '').toLowerCase();
}

function refused(reason: Message): Changed {
  return { kind: 'refused', reason };
}
