import type * as vscode from 'vscode';
import type { Person } from '../../actions/person.ts';
import type { DueChoice } from '../../meetings/dueChoices.ts';
import type { ReadSummary } from '../../meetings/fillGap.ts';
import type { MinutesReader } from '../../meetings/minutes.ts';
import type { Owner } from '../../meetings/whoIs.ts';
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
  /** Whom an owner means. */
  whoIs(owner: string): Owner;
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
  readonly #people = new WeakMap<OpenLog, Promise<readonly Person[]>>();
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

  /** What minutes are read with; it loads when somebody first asks. */
  reader(): Promise<MinutesReader> {
    this.#reader ??= import('../../meetings/minutes.ts').then(({ minutesReader }) => minutesReader());
    return this.#reader;
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
    const [read, known, { attendeesAsPeople, ownerWritten }, { personCalled }, { MarkdownDocument }, { textsOf }] =
      await Promise.all([
        this.reader(),
        this.#peopleOf(place.open),
        import('../../meetings/whoIs.ts'),
        import('../../actions/person.ts'),
        import('../../markdown/document.ts'),
        import('../../markdown/frontMatter.ts'),
      ]);
    const minutes = read(place.path, text);
    // What front matter names is a name, also where it looks like none: `pat`.
    const listed = textsOf(new MarkdownDocument(text).frontMatter?.get('attendees'));
    const attendees = [...attendeesAsPeople(minutes.attendees), ...listed.map((name) => personCalled(name))];
    const unique = [...new Map(attendees.map((person) => [person.name, person])).values()];
    return {
      place,
      summary: { text, minutes, read },
      people: [...new Set([...unique, ...known].map(({ name }) => name))],
      whoIs: (owner) => ownerWritten(owner, unique, known),
    };
  }

  /** Who is known in a repository, looked up once. */
  #peopleOf(open: OpenLog): Promise<readonly Person[]> {
    const known = this.#people.get(open);
    if (known) return known;
    const people = import('../../actions/knownPeople.ts')
      .then(({ knownPeople }) => knownPeople(open.log.root, open.repository))
      // Programs that commit by themselves own nothing.
      .then((all) => all.filter(({ name }) => !/\[bot\]$/i.test(name)))
      .catch(() => []);
    this.#people.set(open, people);
    return people;
  }
}
