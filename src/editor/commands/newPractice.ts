import { posix } from 'node:path';
import * as vscode from 'vscode';
import { contextFrom } from '../../decisions/draft.ts';
import { listFiles } from '../../git/files.ts';
import { identity } from '../../git/identity.ts';
import { HumanError } from '../../humanError.ts';
import { draftDocument, headingOf, journalPath, teamPath } from '../../practices/document.ts';
import type { Practice, Situation, Store } from '../../practices/practice.ts';
import { practicesFor } from '../../practices/suggest.ts';
import { resolveInside, walk, writeNew } from '../../records/files.ts';
import type { TemplateError } from '../../records/templates.ts';
import type { OpenLog } from '../decisionLogs.ts';
import { openDraft } from '../openDraft.ts';
import { type Practices, readPractices } from '../practices.ts';
import { sentence, withoutIcons } from '../report.ts';
import { selectedText } from '../selectedText.ts';
import { situations } from '../situations.ts';
import type { Surroundings } from '../surroundings.ts';
import { localDate } from '../today.ts';
import { mayWrite } from '../trust.ts';
import type { IndicatorRow } from '../week/indicatorSource.ts';

/** "Lead: New...": the practices, first those that fit what the user is doing; the chosen one's document opens in its store. */
export async function newPractice(surroundings: Surroundings): Promise<void> {
  const practices = await readPractices(surroundings.logs, surroundings.context.extensionUri);
  const practice = await choose(practices, await situations(surroundings), await openInPlan(surroundings));
  if (practice) await beginPractice(surroundings, practices, practice);
}

interface Row extends vscode.QuickPickItem {
  readonly practice?: Practice;
  readonly problem?: TemplateError;
}

/** Practices that the plan's present phase has open. */
async function openInPlan({ plan }: Surroundings): Promise<Set<string>> {
  const items = (await plan.state())?.now?.items ?? [];
  return new Set(items.flatMap(({ done, item: { practice } }) => (done || !practice ? [] : [practice])));
}

async function choose(
  practices: Practices,
  now: ReadonlySet<Situation>,
  open: ReadonlySet<string>,
): Promise<Practice | undefined> {
  const rows: Row[] = [];
  const separator = (label: string) => rows.push({ label, kind: vscode.QuickPickItemKind.Separator });
  const suggested = practicesFor(practices.all, now, open);
  if (suggested.length) {
    separator(vscode.l10n.t('For what you are doing now'));
    rows.push(...suggested.map(rowOf));
  }
  for (const group of new Set(practices.all.map((each) => each.group))) {
    separator(vscode.l10n.t(group));
    rows.push(...practices.all.filter((each) => each.group === group && !suggested.includes(each)).map(rowOf));
  }
  if (practices.problems.length) {
    separator(vscode.l10n.t('Cannot be used'));
    rows.push(
      ...practices.problems.map((problem) => ({ label: `$(warning) ${withoutIcons(sentence(problem))}`, problem })),
    );
  }
  const row = await vscode.window.showQuickPick(rows, {
    title: vscode.l10n.t('New'),
    placeHolder: vscode.l10n.t('What do you want to begin?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (row?.problem) await openProblem(row.problem);
  return row?.practice;
}

async function openProblem({ args: [file = '', line] }: TemplateError): Promise<void> {
  const place = new vscode.Position(Math.max(0, (Number(line) || 1) - 1), 0);
  await vscode.window.showTextDocument(vscode.Uri.file(file), { selection: new vscode.Range(place, place) });
}

function rowOf(practice: Practice): Row {
  const cue = vscode.l10n.t('When {0}', withoutIcons(vscode.l10n.t(practice.cue)));
  return {
    label: withoutIcons(vscode.l10n.t(practice.title)),
    description: storeName(practice.store),
    detail: cue,
    practice,
  };
}

function storeName(store: Store): string {
  switch (store) {
    case 'team':
      return vscode.l10n.t('in the repository');
    case 'journal':
      return vscode.l10n.t('private');
    case 'draft':
      return vscode.l10n.t('private until published');
    case 'secret':
      return vscode.l10n.t('private for good');
    case 'either':
      return vscode.l10n.t('private or in the repository');
    case 'local':
      return vscode.l10n.t('into the open text');
  }
}

/** "Lead: Begin": what mends an indicator, with what is known of it filled in. */
export async function beginFor(surroundings: Surroundings, row?: IndicatorRow): Promise<void> {
  if (!row) return;
  const { kind, practice: id, about, path, open } = row.indicator;
  if (kind === 'no second expert') {
    const uri = vscode.Uri.joinPath(vscode.Uri.file(open.log.root), path);
    const document = await vscode.workspace.openTextDocument(uri);
    const at = document.positionAt(Math.max(0, document.getText().search(/^second:/m)));
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at), preview: false });
    return;
  }
  const practices = await readPractices(surroundings.logs, surroundings.context.extensionUri);
  const practice = practices.all.find((each) => each.id === id);
  const guess =
    kind === 'repeated fixes' ? vscode.l10n.t('Fixes in {0}', posix.basename(about)) : posix.basename(about);
  const paths = [/\.\w+$/.test(about) ? about : `${about}/**`];
  if (practice) await beginPractice(surroundings, practices, practice, { guess, paths, open });
}

/** What is known before a document is begun. */
interface Known {
  readonly guess: string;
  readonly paths: readonly string[];
  readonly open: OpenLog;
}

/** Begins a practice's document, asking at most for its title and, where there is a choice, its place. */
async function beginPractice(
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
  else await beginInJournal(surroundings, practices, practice, answer);
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
  const path = teamPath(practice, answer, date, paths);
  const uri = vscode.Uri.joinPath(vscode.Uri.file(log.root), path);
  if (paths.includes(path)) {
    await vscode.window.showTextDocument(uri, { preview: false });
    return;
  }
  const selected = await selectedText(surroundings);
  const active = vscode.window.activeTextEditor?.document.uri;
  const here = active && (await surroundings.logs.placeOf(active));
  const code = here?.open === open && !/\.md$/i.test(here.path) ? [`${posix.dirname(here.path)}/**`] : [];
  const draft = await draftDocument(await practices.template(practice), {
    heading: headingOf(practice, answer),
    date,
    author: repository && (await identity(repository))?.name,
    paths: known?.paths ?? (code[0] === './**' ? [] : code),
    context: selected?.open === open ? contextFrom(selected.selection, posix.dirname(path)) : undefined,
  });
  await writeNew(await resolveInside(log.root, path), draft.text);
  await openDraft(uri, draft.snippet, surroundings.drafts);
  // Views count what is written, whether it is a decision record or not.
  surroundings.logs.changed();
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
  answer: string | undefined,
): Promise<void> {
  const journal = await surroundings.journal.open();
  if (!journal) return;
  const paths = await journal.paths();
  const last = paths.filter((path) => path.startsWith(`practices/${practice.id}/`)).sort();
  if (practice.continues && last.length) {
    await vscode.window.showTextDocument(vscode.Uri.file(await journal.fileOf(last.at(-1) ?? '')), { preview: false });
    return;
  }
  const date = localDate();
  const path = journalPath(practice, answer, date, new Set(paths));
  const selected = await selectedText(surroundings);
  const draft = await draftDocument(await practices.template(practice), {
    heading: headingOf(practice, answer),
    date,
    context: selected && quoted(selected.selection),
  });
  await journal.begin(path, draft.text);
  surroundings.journal.written();
  await openDraft(vscode.Uri.file(await journal.fileOf(path)), draft.snippet, surroundings.drafts);
}

/** Code in the journal, which has no links into a repository: where it is, and the lines. */
function quoted(selection: { readonly path: string; readonly startLine: number; readonly text: string }): string {
  const fence = '`'.repeat(1 + Math.max(2, ...(selection.text.match(/`+/g) ?? []).map((run) => run.length)));
  return `${selection.path}:${selection.startLine}\n\n${fence}\n${selection.text.replace(/^\n+|\s+$/g, '')}\n${fence}`;
}
