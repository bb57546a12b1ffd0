import * as vscode from 'vscode';
import { whoseIs } from '../../actions/mine.ts';
import { identity } from '../../git/identity.ts';
import { ownCommits } from '../../git/ownCommits.ts';
import { HumanError } from '../../humanError.ts';
import { practiceOfFile } from '../../practices/artefacts.ts';
import { draftDocument } from '../../practices/document.ts';
import { doneBefore } from '../../practices/doneBefore.ts';
import { headingOfWeek, weekName, weekStart } from '../../practices/isoWeek.ts';
import { statusMessage, statusParts, type WeekOfWork } from '../../practices/weeklyStatus.ts';
import { readTextIfAny } from '../../records/files.ts';
import { findTemplate } from '../../records/templates.ts';
import { openDraft } from '../openDraft.ts';
import { weekSettings } from '../settings.ts';
import type { Surroundings } from '../surroundings.ts';
import { localDate } from '../today.ts';
import type { OpenActions } from '../week/actionLogs.ts';

/** "Lead: Draft Weekly Status": this week's own commits, records and actions, as a document of the journal to edit. */
export async function draftWeeklyStatus({ journal: store, actionLogs, context, drafts }: Surroundings): Promise<void> {
  const journal = await store.open();
  if (!journal) return;
  const today = localDate();
  const { firstDay } = weekSettings();
  const week = weekName(today, firstDay);
  const path = `status/${week}.md`;
  const uri = vscode.Uri.file(await journal.fileOf(path));
  if ((await journal.read(path)) !== undefined) {
    await vscode.window.showTextDocument(uri, { preview: false });
    return;
  }
  const weeks = vscode.workspace.isTrusted
    ? await Promise.all((await actionLogs.all()).map((each) => weekIn(each, weekStart(week, firstDay), today)))
    : [];
  const builtIn = vscode.Uri.joinPath(context.extensionUri, 'templates', 'practices').fsPath;
  const draft = await draftDocument(await findTemplate('weekly-status', { builtIn }), {
    heading: headingOfWeek(week),
    date: today,
    more: statusParts(weeks),
  });
  await journal.begin(path, draft.text);
  store.written();
  await openDraft(uri, draft.snippet, drafts);
}

/** What the user did in one repository since a day. */
async function weekIn({ open, log: actions, me }: OpenActions, since: string, today: string): Promise<WeekOfWork> {
  const { log, repository, workspaceFolder } = open;
  const who = repository && (await identity(repository));
  const commits = repository && who ? await ownCommits(repository, who.email, since) : [];
  const touched = new Set(commits.flatMap(({ files }) => files.map(({ path }) => path)));
  const records = new Map<string, WeekOfWork['records'] extends ReadonlyMap<string, infer Each> ? Each : never>();
  for (const path of touched) {
    const record = log.recordAt(path);
    const practice = practiceOfFile(path, record !== undefined);
    if (!practice) continue;
    const kind = record ? 'decision' : practice === 'teaching-review' ? 'review' : 'other';
    const number = record?.number ? `${record.number} ` : '';
    const heading = /^# (.+)$/m.exec((await readTextIfAny(`${log.root}/${path}`)) ?? '')?.[1];
    const title = record ? `${number}${record.title} (${record.status})` : (heading ?? path);
    records.set(path, { title, kind });
  }
  // A document does not say when its boxes were ticked; its text before this week's commits does.
  const before = repository ? await doneBefore(repository, commits, actions) : new Map<string, ReadonlySet<string>>();
  const mine = actions.items.filter(({ owners }) => whoseIs(owners, [...me, ...weekSettings().me]) === 'mine');
  return {
    name: workspaceFolder.name,
    commits,
    records,
    closed: mine
      .filter(
        ({ done, text, sources }) =>
          done && sources.some(({ path }) => touched.has(path) && !before.get(path)?.has(text)),
      )
      .map(({ text }) => text),
    slipping: mine.flatMap(({ text, done, due }) => (!done && due !== null && due < today ? [{ text, due }] : [])),
  };
}

/** "Lead: Copy Status as Message": the open status, for a chat: no front matter, headings as lines. */
export async function copyStatus({ journal: store }: Surroundings): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const journal = await store.existing();
  if (
    !document ||
    !(await journal?.holds(document.uri.fsPath)) ||
    !/[\\/]status[\\/][^\\/]+\.md$/.test(document.uri.fsPath)
  ) {
    throw new HumanError('No weekly status is open. Open it, or draft it with "Lead: Draft Weekly Status".');
  }
  await vscode.env.clipboard.writeText(statusMessage(document.getText()));
  vscode.window.setStatusBarMessage(vscode.l10n.t('$(clippy) Copied, without what is still to be filled in'), 10_000);
}
