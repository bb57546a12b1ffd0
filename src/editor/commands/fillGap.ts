import * as vscode from 'vscode';
import { HumanError } from '../../humanError.ts';
import type { Edit } from '../../markdown/edit.ts';
import { daySaid } from '../../meetings/daySaid.ts';
import { dueEdits, ownerEdits } from '../../meetings/fillGap.ts';
import { gapsOf } from '../../meetings/gaps.ts';
import { said } from '../diagnostics/recordChecks.ts';
import type { MeetingDocument } from '../meetings/meetingDocuments.ts';
import { withoutIcons } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { localDate } from '../today.ts';
import { textEdits } from '../workspaceEdits.ts';

/** An action of the summary in an editor. */
interface Place {
  readonly document: vscode.TextDocument;
  readonly meeting: MeetingDocument;
  /** Counted from 1. */
  readonly line: number;
}

/** "Lead: Set Owner...": who does what stands on the line, picked or typed. */
export async function setOwner(surroundings: Surroundings, target?: vscode.Location): Promise<void> {
  const place = await placeOf(surroundings, target);
  const { line, meeting } = place;
  const action = meeting.summary.minutes.actions.find((each) => each.line === line);
  const unknown = gapsOf(meeting.summary.text, meeting.summary.minutes, (owner) => meeting.whoIs(owner)).find(
    (gap) => gap.line === line && gap.code === 'unresolved-name',
  );
  const name = await pickPerson(meeting.people);
  if (name === undefined) return;
  const instead = unknown?.words.replace(/^@/, '') ?? action?.owners[0];
  await apply(place, ownerEdits(meeting.summary, line, name, instead));
}

type Person = vscode.QuickPickItem & { readonly name: string };

function pickPerson(people: readonly string[]): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<Person>();
  const known: Person[] = people.map((name) => ({ label: withoutIcons(name), name }));
  pick.title = vscode.l10n.t('Set Owner');
  pick.placeholder = vscode.l10n.t('Who will do it? Pick or type a name');
  pick.items = known;
  return new Promise((resolve) => {
    pick.onDidChangeValue((value) => {
      const typed = value.trim();
      const isNew = typed && !people.some((name) => name.toLowerCase() === typed.toLowerCase());
      pick.items = isNew
        ? [
            ...known,
            { label: withoutIcons(typed), description: vscode.l10n.t('as typed'), name: typed, alwaysShow: true },
          ]
        : known;
    });
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.name);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** "Lead: Set Due Date...": by when, picked or typed as people say it; the day that is meant is shown meanwhile. */
export async function setDue(surroundings: Surroundings, target?: vscode.Location): Promise<void> {
  const place = await placeOf(surroundings, target);
  const days = await surroundings.meetings.days(place.document.uri);
  const date = await pickDay(
    days.map((day) => ({ label: said(day.name), description: day.date, date: day.date })),
    await daySaid(),
  );
  if (date === undefined) return;
  await apply(place, dueEdits(place.meeting.summary, place.line, date));
}

type Day = vscode.QuickPickItem & { readonly date: string };

function pickDay(
  days: readonly Day[],
  read: (words: string, today: string) => readonly string[],
): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<Day>();
  pick.title = vscode.l10n.t('Set Due Date');
  pick.placeholder = vscode.l10n.t('By when? Pick, or type a day: 2026-12-01, 1 Dec, Tuesday, in 3 weeks');
  pick.items = days;
  return new Promise((resolve) => {
    pick.onDidChangeValue((value) => {
      const typed = value.trim();
      const said = typed ? read(typed, localDate()) : [];
      pick.items = [
        ...said.map((date) => ({ label: withoutIcons(typed), description: date, date, alwaysShow: true })),
        ...days,
      ];
    });
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.date);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

async function placeOf({ meetings }: Surroundings, target?: vscode.Location): Promise<Place> {
  const editor = vscode.window.activeTextEditor;
  const document = target
    ? vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === target.uri.toString())
    : editor?.document;
  const meeting = document && (await meetings.read(document));
  const line = (target?.range.start.line ?? editor?.selection.active.line ?? 0) + 1;
  const { openTasks } = await import('../../meetings/gaps.ts');
  const { MarkdownDocument } = await import('../../markdown/document.ts');
  if (
    !document ||
    !meeting ||
    !openTasks(new MarkdownDocument(meeting.summary.text)).some((task) => task.line === line)
  ) {
    throw new HumanError("Put the cursor on an open action of a meeting's summary, `- [ ] ...`, then try again.");
  }
  return { document, meeting, line };
}

async function apply({ document, meeting }: Place, edits: readonly Edit[] | undefined): Promise<void> {
  if (!edits) throw new HumanError('This line cannot be changed safely. Change it by hand.');
  if (document.getText() !== meeting.summary.text) {
    throw new HumanError('{0} has changed in the meantime. Look at it, then try again.', [meeting.place.path]);
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, textEdits(meeting.summary.text, edits));
  await vscode.workspace.applyEdit(edit);
}
