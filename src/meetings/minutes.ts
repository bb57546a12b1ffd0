import type { Action } from '../actions/action.ts';
import { plainText } from '../markdown/blocks.ts';
import { MarkdownDocument } from '../markdown/document.ts';
import { asMarkdown } from '../markdown/markup.ts';
import { type DecisionLine, decisionsOf } from './decisionLines.ts';
import { dueIn } from './dueDates.ts';
import { meetingDateOf } from './meetingDate.ts';
import { namesIn, ownedBy } from './owners.ts';
import { passagesOf } from './passages.ts';
import { type Attendee, attendeesOf, People } from './people.ts';
import { recognisers } from './recognisers/all.ts';
import type { Candidate } from './recognisers/recogniser.ts';
import { doneWords } from './words.ts';

/** What minutes of a meeting state. */
export interface Minutes {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** YYYY-MM-DD. */
  readonly meetingDate: string | null;
  readonly attendees: readonly Attendee[];
  readonly actions: readonly Action[];
  readonly decisions: readonly DecisionLine[];
}

const status = new RegExp(
  `\\s*[-–—(]+\\s*(?:\\*\\*|__)?\\s*(?<word>${doneWords.join('|')}|ongoing|in progress|open|pending|wip)(?:\\b[^)]*)?\\s*(?:\\*\\*|__)?\\s*\\)?\\s*$`,
  'iu',
);

/** Makes a reader of minutes; chrono-node, which reads dates, loads with it. */
export async function minutesReader(): Promise<(path: string, text: string) => Minutes> {
  const { casual } = await import('chrono-node/en');
  const parse = (text: string, reference: Date) => casual.parse(text, reference, { forwardDate: true });
  return (path, text) => {
    const document = new MarkdownDocument(asMarkdown(text, /\.\w+$/.exec(path)?.[0] ?? ''));
    const passages = passagesOf(document);
    const attendees = attendeesOf(passages);
    const people = new People(attendees);
    const meetingDate = meetingDateOf(path, document, parse);
    const actions = passages
      .flatMap((passage) => {
        for (const recogniser of recognisers) {
          const found = recogniser.recognise(passage);
          if (found) return found;
        }
        return [];
      })
      .map((candidate) => toAction(candidate, people, meetingDate, parse));
    return { path, meetingDate, attendees, actions, decisions: decisionsOf(passages) };
  };
}

function toAction(
  { line, text, done, explicit, owner }: Candidate,
  people: People,
  meetingDate: string | null,
  parse: Parameters<typeof dueIn>[2],
): Action {
  const stated = status.exec(text);
  const bare = plainText(stated ? text.slice(0, stated.index) : text)
    .replace(/\s+/g, ' ')
    .trim();
  const owned = ownedBy(bare, people);
  const owners = owned.owners.length || !owner ? owned.owners : (namesIn(plainText(owner), people) ?? []);
  const { due, dueText } = dueIn(owned.text, meetingDate, parse);
  const finished = done || (stated?.groups?.word !== undefined && doneWords.includes(stated.groups.word.toLowerCase()));
  return { line, text: owned.text, owners, due, dueText, done: finished, explicit };
}
