import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import * as vscode from 'vscode';
import { listFiles } from '../../git/files.ts';
import { HumanError } from '../../humanError.ts';
import type { Edit } from '../../markdown/edit.ts';
import { lineEnding } from '../../markdown/lines.ts';
import {
  type DraftRequest,
  draftSummary,
  type SummaryDraft,
  titleOfFile,
  titleOfFirstLine,
} from '../../meetings/draft.ts';
import { isMinutesDocument, meetingsFolder } from '../../meetings/folders.ts';
import type { Minutes } from '../../meetings/minutes.ts';
import { summaryUpdate } from '../../meetings/summaryUpdate.ts';
import { readTextIfAny, resolveInside, walk, writeNew } from '../../records/files.ts';
import type { OpenLog } from '../decisionLogs.ts';
import { type Notes, notesToSummarise } from '../meetings/notesSource.ts';
import { readInBackground } from '../meetings/readInBackground.ts';
import { showSummary } from '../meetings/showSummary.ts';
import { meetingSettings } from '../settings.ts';
import type { Surroundings } from '../surroundings.ts';
import { localDate } from '../today.ts';
import { mayWrite } from '../trust.ts';

/**
 * "Lead: New Meeting Summary": from notes wherever they are to a summary beside them, on disk. The same notes lead to the
 * summary that was made of them before, which is then only shown.
 *
 * @param file notes that were chosen already.
 */
export async function newMeetingSummary(surroundings: Surroundings, file?: vscode.Uri): Promise<void> {
  if (!(await mayWrite())) return;
  const logs = await surroundings.logs.all();
  if (!logs.length) throw new HumanError('No folder is open. Open the folder of a repository, then try again.');
  const notes = await notesToSummarise(file);
  await surroundings.journal.refuse(notes?.uri);
  const target = notes && (await targetOf(surroundings, logs, notes));
  if (!notes || !target) return;
  const { open } = target;
  const today = localDate();
  const minutes = await readInBackground(surroundings.context.extensionUri, { ...notes, today });
  if (!minutes) return;
  const paths = open.repository ? await listFiles(open.repository) : await walk(open.log.root);
  const settings = meetingSettings(open.workspaceFolder.uri);
  const folder = settings.folder ?? meetingsFolder(paths);
  const made = await summaryOf(surroundings, open, folder, paths, notes, minutes);
  if (made) {
    await showSummary(surroundings, open, made.path, notes, { added: made.edits });
    return;
  }
  const title = await titleOf(minutes, notes, notes.asked && target.asked);
  if (title === undefined) return;
  const request: DraftRequest = { title, today, folder, paths, keepNotes: settings.keepNotes };
  const draft = await freeDraft(open, minutes, request);
  if (!draft) return;
  if (draft === 'there') {
    await showSummary(surroundings, open, draftSummary(minutes, request).path, notes, {});
    return;
  }
  const crlf = await usesCrlf(open, folder, paths);
  const text = crlf ? draft.text.replaceAll('\n', '\r\n') : draft.text;
  await writeNew(await resolveInside(open.log.root, draft.path), text);
  await showSummary(surroundings, open, draft.path, notes, { draft, minutes });
}

/** The folder that a summary goes to: the one that its notes are in, the only one, or the one that is chosen. */
async function targetOf(
  { logs }: Surroundings,
  all: readonly OpenLog[],
  notes: Notes,
): Promise<{ open: OpenLog; asked: boolean } | undefined> {
  const near = notes.uri ?? vscode.window.activeTextEditor?.document.uri;
  const place = near && (await logs.placeOf(near));
  const [only, another] = all;
  const known = place?.open ?? (another ? undefined : only);
  if (known) return { open: known, asked: false };
  const picked = await vscode.window.showQuickPick(
    all.map((open) => ({ label: open.workspaceFolder.name, description: open.log.root, open })),
    { title: vscode.l10n.t('New Meeting Summary'), placeHolder: vscode.l10n.t('Which folder does it belong to?') },
  );
  return picked && { open: picked.open, asked: true };
}

/** The summary of this day that quotes these notes, and what the notes say by now that it does not. */
async function summaryOf(
  { meetings }: Surroundings,
  { log }: OpenLog,
  folder: string,
  paths: readonly string[],
  { text: source }: Notes,
  minutes: Minutes,
): Promise<{ path: string; edits: readonly Edit[] } | undefined> {
  const day = (minutes.meetingDate ?? localDate()).replaceAll('-', '');
  const near = paths.filter(
    (path) =>
      path.startsWith(`${folder}/`) && /\.md$/i.test(path) && basename(path).replace(/[-_.]/g, '').includes(day),
  );
  for (const path of near) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(vscode.Uri.file(log.root), path));
    const edits = summaryUpdate(path, document.getText(), { source, minutes }, await meetings.reader());
    if (edits) return { path, edits };
  }
  return undefined;
}

/** What the meeting is called: asked where the notes do not say so, unless two questions have been put already. */
async function titleOf(minutes: Minutes, notes: Notes, enough: boolean): Promise<string | undefined> {
  const guess = titleOfFirstLine(minutes.readable) || titleOfFile(notes.name === notesName(notes) ? notes.name : '');
  if (minutes.title || enough) return minutes.title ?? (guess || vscode.l10n.t('Meeting'));
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Meeting Summary'),
    prompt: minutes.meetingDate
      ? vscode.l10n.t('What was the meeting about?')
      : vscode.l10n.t('What was the meeting about? The notes state no date: today is taken for its day.'),
    value: guess,
    placeHolder: vscode.l10n.t('Billing retries'),
    ignoreFocusOut: true,
  });
  return title === undefined ? undefined : title.trim() || vscode.l10n.t('Meeting');
}

/** The notes' own file name; what was on the clipboard has none. */
function notesName({ uri, name }: Notes): string | undefined {
  return uri?.scheme === 'file' ? name : undefined;
}

/** The draft at a path that is free; `there` where the user wants the file that has the name already. */
async function freeDraft(
  { log }: OpenLog,
  minutes: Minutes,
  request: DraftRequest,
): Promise<SummaryDraft | 'there' | undefined> {
  const draft = draftSummary(minutes, request);
  const taken = async (path: string) => (await readTextIfAny(`${log.root}/${path}`)) !== undefined;
  if (!(await taken(draft.path))) return draft;
  const look = vscode.l10n.t('Open the Summary That Is There');
  const another = vscode.l10n.t('Make Another One');
  const choice = await vscode.window.showQuickPick([look, another], {
    title: vscode.l10n.t('New Meeting Summary'),
    placeHolder: vscode.l10n.t('{0} was made of other notes.', draft.path),
  });
  if (choice === look) return 'there';
  if (choice !== another) return undefined;
  for (let count = 2; ; count++) {
    const path = draft.path.replace(/\.md$/, `-${count}.md`);
    if (!(await taken(path))) return { ...draft, path };
  }
}

/** Whether the latest of a folder's minutes has the line endings of Windows. */
async function usesCrlf({ log }: OpenLog, folder: string, paths: readonly string[]): Promise<boolean> {
  const latest = paths
    .filter((path) => path.startsWith(`${folder}/`) && /\.md$/i.test(path) && isMinutesDocument(path))
    .sort()
    .at(-1);
  const text = latest && (await readTextIfAny(await realpath(`${log.root}/${latest}`).catch(() => '')));
  return text ? lineEnding(text) === '\r\n' : false;
}
