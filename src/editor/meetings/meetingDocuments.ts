import type * as vscode from 'vscode';
import type { Author } from '../../git/authors.ts';
import type { DueChoice } from '../../meetings/dueChoices.ts';
import type { ReadSummary } from '../../meetings/fillGap.ts';
import type { MinutesReader } from '../../meetings/minutes.ts';
import type { DecisionLogs, OpenLog, Place } from '../decisionLogs.ts';
import { sprintOf } from '../settings.ts';
import { isMeeting } from '../teamRecords.ts';
import { localDate } from '../today.ts';

/** A meeting's summary or minutes as it stands in the editor. */
export interface MeetingDocument {
  readonly place: Place;
  readonly summary: ReadSummary;
  /** Who may own an action: who was there, then who wrote the latest commits. */
  readonly people: readonly string[];
  /** Whether a name is somebody's whom the meeting or the repository knows. */
  isKnown(name: string): boolean;
}

/** Longer documents are no summaries, and are not read while somebody types in them. */
const longest = 1024 * 1024;

/** Reads meetings' summaries as they stand in the editor, each version of a document once. */
export class MeetingDocuments {
  readonly #logs: DecisionLogs;
  readonly #read = new WeakMap<
    vscode.TextDocument,
    { version: number; meeting: Promise<MeetingDocument | undefined> }
  >();
  readonly #authors = new WeakMap<OpenLog, Promise<readonly Author[]>>();
  #reader: Promise<MinutesReader> | undefined;

  constructor(logs: DecisionLogs) {
    this.#logs = logs;
  }

  /** A document as it is now; undefined where it is no Markdown of a meeting. */
  read(document: vscode.TextDocument): Promise<MeetingDocument | undefined> {
    const { version } = document;
    const known = this.#read.get(document);
    if (known?.version === version) return known.meeting;
    const meeting = this.#readAnew(document);
    this.#read.set(document, { version, meeting });
    return meeting;
  }

  /** The days that are offered as due dates. */
  async days(scope: vscode.Uri): Promise<DueChoice[]> {
    const { dueChoices } = await import('../../meetings/dueChoices.ts');
    return dueChoices(localDate(), sprintOf(scope));
  }

  async #readAnew(document: vscode.TextDocument): Promise<MeetingDocument | undefined> {
    const text = document.getText();
    if (document.uri.scheme !== 'file' || document.isClosed || text.length > longest) return undefined;
    const place = await this.#logs.placeOf(document.uri);
    if (!place || !(await isMeeting(place))) return undefined;
    this.#reader ??= import('../../meetings/minutes.ts').then(({ minutesReader }) => minutesReader());
    const [read, authors, { People }, { MarkdownDocument }, { textsOf }] = await Promise.all([
      this.#reader,
      this.#authorsOf(place.open),
      import('../../meetings/people.ts'),
      import('../../markdown/document.ts'),
      import('../../markdown/frontMatter.ts'),
    ]);
    const minutes = read(place.path, text);
    // What front matter names is a name, also where it looks like none: `pat`.
    const listed = textsOf(new MarkdownDocument(text).frontMatter?.get('attendees'));
    const names = [...minutes.attendees.map(({ name }) => name), ...listed];
    const known = new People([
      ...minutes.attendees,
      ...listed.map((name) => ({ name, handle: undefined, initials: '' })),
      ...authors.map(({ name, email }) => ({ name, handle: /^(?:\d+\+)?([^@+]+)/.exec(email)?.[1], initials: '' })),
    ]);
    return {
      place,
      summary: { text, minutes, read },
      people: [...new Set([...names, ...authors.map(({ name }) => name)])],
      isKnown: (name) => known.knows(name),
    };
  }

  #authorsOf(open: OpenLog): Promise<readonly Author[]> {
    const known = this.#authors.get(open);
    if (known) return known;
    const { repository } = open;
    const authors = repository
      ? import('../../git/authors.ts')
          .then(({ authorsOf }) => authorsOf(repository))
          // Programs that commit by themselves own nothing.
          .then((all) => all.filter(({ name }) => !/\[bot\]$/i.test(name)))
          .catch(() => [])
      : Promise.resolve([]);
    this.#authors.set(open, authors);
    return authors;
  }
}
