import { posix } from 'node:path';
import * as vscode from 'vscode';
import { codeownersFiles, ownersOf } from '../actions/codeowners.ts';
import { daysFrom } from '../actions/days.ts';
import { contextFrom } from '../decisions/draft.ts';
import { listFiles } from '../git/files.ts';
import { identity } from '../git/identity.ts';
import { HumanError } from '../humanError.ts';
import { draftDocument, headingOf, journalPath, teamPath } from '../practices/document.ts';
import { evidenceLines } from '../practices/evidence.ts';
import type { Journal } from '../practices/journal.ts';
import { documentsOf, type JournalDocument, lastAbout } from '../practices/journalDocuments.ts';
import type { Practice, Store } from '../practices/practice.ts';
import { tallyEdits } from '../practices/tally.ts';
import { readRecordSync, resolveInside, walk, writeNew } from '../records/files.ts';
import type { OpenLog } from './decisionLogs.ts';
import { openDraft } from './openDraft.ts';
import type { Practices } from './practices.ts';
import { sentence } from './report.ts';
import { selectedText } from './selectedText.ts';
import { shortDate } from './shortDate.ts';
import type { Surroundings } from './surroundings.ts';
import { localDate } from './today.ts';
import { mayWrite } from './trust.ts';

/** What is known before a document is begun. */
export interface Known {
  readonly guess: string;
  readonly paths: readonly string[];
  readonly open: OpenLog;
}

/** After as many days without a new one, going on with a document is a question. */
const longAgo = 90;
/** Months of evidence that examples are taken from. */
const months = 12;

/** Begins a practice's document, asking at most for its title and, where there is a choice, its place. */
export async function beginPractice(
  surroundings: Surroundings,
  practices: Practices,
  practice: Practice,
  known?: Known,
): Promise<void> {
  if (practice.command) {
    await vscode.commands.executeCommand(practice.command);
    return;
  }
  if (practice.store === 'local') return insert(practices, practice);
  const store = practice.store === 'either' ? await askStore(practice) : practice.store;
  if (!store) return;
  const answer = practice.question ? await ask(practice, known?.guess) : undefined;
  if (practice.question && answer === undefined) return;
  if (store === 'team') await beginInTeam(surroundings, practices, practice, answer, known);
  else await beginInJournal(surroundings, practices, practice, store, answer);
}

async function askStore(practice: Practice): Promise<Store | undefined> {
  const team = vscode.l10n.t('$(repo) In the repository');
  const mine = vscode.l10n.t('$(lock) In my journal');
  const choice = await vscode.window.showQuickPick(
    [
      { label: team, detail: vscode.l10n.t('Everybody reads it: what the system taught us') },
      { label: mine, detail: vscode.l10n.t('Nobody else reads it: what it taught me about people') },
    ],
    { title: vscode.l10n.t(practice.title), placeHolder: vscode.l10n.t('Who is it for?') },
  );
  return choice && (choice.label === team ? 'team' : 'journal');
}

function ask(practice: Practice, guess = ''): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t(practice.title),
    prompt: vscode.l10n.t(practice.question ?? ''),
    value: guess,
    ignoreFocusOut: true,
    validateInput: (value) => {
      try {
        headingOf(practice, value);
        return undefined;
      } catch (error) {
        return error instanceof HumanError ? sentence(error) : undefined;
      }
    },
  });
}

async function insert(practices: Practices, practice: Practice): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new HumanError('No text is open. Open the text that it belongs to, then try again.');
  const template = await practices.template(practice);
  const draft = await draftDocument(template, { heading: practice.title, date: localDate() });
  await editor.insertSnippet(new vscode.SnippetString(draft.snippet.trimEnd()));
}

async function beginInTeam(
  surroundings: Surroundings,
  practices: Practices,
  practice: Practice,
  answer: string | undefined,
  known: Known | undefined,
): Promise<void> {
  if (!(await mayWrite())) return;
  const open = known?.open ?? (await chooseLog(surroundings, practice));
  if (!open) return;
  const { log, repository } = open;
  const paths = repository ? await listFiles(repository, { extensions: ['md', 'markdown'] }) : await walk(log.root);
  const date = localDate();
  const path = teamPath(withFolder(practice, open), answer, date, paths);
  const uri = vscode.Uri.joinPath(vscode.Uri.file(log.root), path);
  if (paths.includes(path)) {
    await vscode.window.showTextDocument(uri, { preview: false });
    return;
  }
  const selected = await selectedText(surroundings);
  const code = known?.paths ?? (await openCode(surroundings, open));
  const draft = await draftDocument(await practices.template(practice), {
    heading: headingOf(practice, answer),
    date,
    author: repository && (await identity(repository))?.name,
    paths: code,
    owners: ownersIn(log.root, code),
    context: selected?.open === open ? contextFrom(selected.selection, posix.dirname(path)) : undefined,
  });
  await writeNew(await resolveInside(log.root, path), draft.text);
  await openDraft(uri, draft.snippet, surroundings.drafts);
  // Views count what is written, whether it is a decision record or not.
  surroundings.logs.changed();
}

/** The practice with the folder that a setting names for its documents, where one does. */
function withFolder(practice: Practice, { workspaceFolder }: OpenLog): Practice {
  const name = practice.folderSetting;
  const setting = name && vscode.workspace.getConfiguration('leadHabits', workspaceFolder.uri).get<string>(name, '');
  const folder = setting?.replaceAll('\\', '/').replace(/^[./]+|\/+$/g, '');
  return folder ? { ...practice, folder, folders: [] } : practice;
}

/** The code that is open: its folder, as a glob from the root. */
async function openCode({ logs }: Surroundings, open: OpenLog): Promise<string[]> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const here = active && (await logs.placeOf(active));
  if (here?.open !== open || /\.md$/i.test(here.path) || !here.path.includes('/')) return [];
  return [`${posix.dirname(here.path)}/**`];
}

/** Whom CODEOWNERS names for some code. */
function ownersIn(root: string, paths: readonly string[]): string[] {
  const text = codeownersFiles.map((path) => readRecordSync(root, path)).find((each) => each !== undefined);
  return [...new Set(paths.flatMap((path) => ownersOf(text ?? '', path.replace(/\*+$/, 'any'))))];
}

/** The repository that a document goes to: the open file's, the only one, or the one that is picked. */
export async function chooseLog({ logs }: Surroundings, practice: Practice): Promise<OpenLog | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const here = active && (await logs.placeOf(active));
  if (here) return here.open;
  const [only, ...others] = await logs.all();
  if (!only) throw new HumanError('No folder is open. Open the folder of a repository, then try again.');
  if (!others.length) return only;
  const choice = await vscode.window.showQuickPick(
    [only, ...others].map((open) => ({ label: open.workspaceFolder.name, open })),
    { title: vscode.l10n.t(practice.title), placeHolder: vscode.l10n.t('Which repository does it belong to?') },
  );
  return choice?.open;
}

async function beginInJournal(
  surroundings: Surroundings,
  practices: Practices,
  practice: Practice,
  store: Store,
  answer: string | undefined,
): Promise<void> {
  const journal = await surroundings.journal.open();
  if (!journal) return;
  const paths = await journal.paths();
  const date = localDate();
  const last = practice.question ? lastAbout(practice, answer, paths) : documentsOf(practice, paths).at(-1);
  if (practice.continues && last) {
    const again = await askAgain(practice, last, date);
    if (again === undefined) return;
    if (!again) return goOn(surroundings, journal, practice, last);
  }
  const path = journalPath(practice, answer, date, new Set(paths));
  const selected = await selectedText(surroundings);
  const isPrivate = store !== 'draft';
  const draft = await draftDocument(await practices.template(practice), {
    heading: headingOf(practice, answer),
    date,
    author: await authorName(surroundings),
    context: selected && quoted(selected.selection),
    // What may be published has nothing of other documents in it.
    last: isPrivate && last ? { date: last.date, file: posix.basename(last.path) } : undefined,
    evidence: isPrivate ? evidenceLines(await lastMonths(journal, paths)) : undefined,
  });
  await journal.begin(path, draft.text);
  surroundings.journal.written();
  await openDraft(vscode.Uri.file(await journal.fileOf(path)), draft.snippet, surroundings.drafts);
}

/** Whether a practice that is gone on with is to begin anew, which is asked only after a long time. */
async function askAgain(practice: Practice, last: JournalDocument, today: string): Promise<boolean | undefined> {
  if (daysFrom(last.date, today) <= longAgo) return false;
  const on = vscode.l10n.t('Go On with That of {0}', shortDate(last.date));
  const anew = vscode.l10n.t('Begin Anew');
  const choice = await vscode.window.showQuickPick([on, anew], { title: vscode.l10n.t(practice.title) });
  return choice === undefined ? undefined : choice === anew;
}

/** Opens a document again, with its tally as its list has it by now. */
async function goOn({ journal: store }: Surroundings, journal: Journal, practice: Practice, { path }: JournalDocument) {
  const { tally } = practice;
  if (tally) await store.edit(journal, path, (text) => tallyEdits(text, tally));
  await vscode.window.showTextDocument(vscode.Uri.file(await journal.fileOf(path)), { preview: false });
}

/** Who git says is writing: drafts of the journal name their author once they are published. */
async function authorName({ logs }: Surroundings): Promise<string | undefined> {
  for (const { repository } of await logs.all()) {
    const who = repository && (await identity(repository));
    if (who) return who.name;
  }
  return undefined;
}

/** The evidence of the last months, by their paths. */
async function lastMonths(journal: Journal, paths: readonly string[]): Promise<Map<string, string>> {
  const named = paths.filter((path) => /^evidence\/\d{4}-\d\d\.md$/.test(path)).sort();
  const texts = new Map<string, string>();
  for (const path of named.slice(-months)) texts.set(path, (await journal.read(path)) ?? '');
  return texts;
}

/** Code in the journal, which has no links into a repository: where it is, and the lines. */
function quoted(selection: { readonly path: string; readonly startLine: number; readonly text: string }): string {
  const fence = '`'.repeat(1 + Math.max(2, ...(selection.text.match(/`+/g) ?? []).map((run) => run.length)));
  return `${selection.path}:${selection.startLine}\n\n${fence}\n${selection.text.replace(/^\n+|\s+$/g, '')}\n${fence}`;
}
