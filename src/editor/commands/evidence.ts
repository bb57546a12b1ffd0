import * as vscode from 'vscode';
import { daysAfter } from '../../actions/days.ts';
import { identity } from '../../git/identity.ts';
import { type OwnCommit, ownCommits } from '../../git/ownCommits.ts';
import { webPage } from '../../git/remote.ts';
import type { Repository } from '../../git/repository.ts';
import { HumanError } from '../../humanError.ts';
import { catalogue } from '../../practices/catalogue/all.ts';
import { draftDocument, journalPath } from '../../practices/document.ts';
import { areas, caseFrom, evidenceEntry, evidencePath, readEvidence } from '../../practices/evidence.ts';
import { Draft } from '../../records/placesToFill.ts';
import { findTemplate } from '../../records/templates.ts';
import type { DecisionLogs } from '../decisionLogs.ts';
import { continueDraft, openDraft } from '../openDraft.ts';
import { withoutIcons } from '../report.ts';
import { selectedText } from '../selectedText.ts';
import type { Surroundings } from '../surroundings.ts';
import { localDate } from '../today.ts';
import { type EvidenceOrigin, evidenceOfRow } from './evidenceOrigin.ts';

/** What an entry begins from. */
interface Origin extends vscode.QuickPickItem {
  readonly what?: string;
  readonly links?: () => Promise<readonly string[]>;
}

/** Days of commits that are offered. */
const back = 30;
const mostCommits = 40;

/**
 * "Lead: Log Evidence": from a row of a view, or else from a commit, the open record, the selection or nothing; into this
 * month's file of the journal.
 */
export async function logEvidence(surroundings: Surroundings, row?: unknown): Promise<void> {
  const { journal: store, drafts, desk } = surroundings;
  const origin = originOf(evidenceOfRow(row, desk)) ?? (await askOrigin(surroundings));
  if (!origin) return;
  const area = await vscode.window.showQuickPick(
    areas.map((each) => ({ label: each })),
    { title: vscode.l10n.t('Log Evidence'), placeHolder: vscode.l10n.t('Which area does it speak for?') },
  );
  const journal = area && (await store.open());
  if (!journal) return;
  const today = localDate();
  const path = evidencePath(today);
  const entry = new Draft(evidenceEntry(today, origin.what ?? '', area.label, (await origin.links?.()) ?? []));
  if ((await journal.read(path)) === undefined) await journal.begin(path, `# ${monthName(today)}\n`);
  // In the editor, not on disk: the month may be open, with words that are not saved yet.
  await continueDraft(vscode.Uri.file(await journal.fileOf(path)), entry.snippet, drafts);
  store.written();
}

function originOf(evidence: EvidenceOrigin | undefined): Origin | undefined {
  return evidence && { label: evidence.what, what: evidence.what, links: async () => [evidence.link] };
}

function askOrigin(surroundings: Surroundings): Thenable<Origin | undefined> {
  return vscode.window.showQuickPick(origins(surroundings), {
    title: vscode.l10n.t('Log Evidence'),
    placeHolder: vscode.l10n.t('What shows it?'),
    matchOnDescription: true,
  });
}

async function origins(surroundings: Surroundings): Promise<Origin[]> {
  const { logs } = surroundings;
  const rows: Origin[] = [];
  const selected = await selectedText(surroundings);
  if (selected) {
    const { path, startLine, text } = selected.selection;
    rows.push({
      label: vscode.l10n.t('$(selection) The selection'),
      description: `${path}:${startLine}`,
      what: path.endsWith('.md') ? (text.split('\n', 1)[0] ?? '').replace(/^[\s#>*-]+/, '') : '',
      links: async () => [`${selected.open.workspaceFolder.name} ${path}:${startLine}`],
    });
  }
  const action = evidenceOfRow(surroundings.week.selected, surroundings.desk);
  if (action) {
    rows.push({
      label: `$(tasklist) ${withoutIcons(action.what)}`,
      description: vscode.l10n.t('selected in This Week'),
      what: action.what,
      links: async () => [action.link],
    });
  }
  const uri = vscode.window.activeTextEditor?.document.uri;
  const place = uri && (await logs.placeOf(uri));
  const record = place?.open.log.recordAt(place.path);
  if (place && /\.(?:md|markdown)$/i.test(place.path)) {
    const title =
      record?.title ?? /^# (.+)$/m.exec(vscode.window.activeTextEditor?.document.getText() ?? '')?.[1] ?? '';
    rows.push({
      label: vscode.l10n.t('$(file) {0}', withoutIcons(title || place.path)),
      description: place.path,
      what: title,
      links: async () => [`${place.open.workspaceFolder.name} ${place.path}`],
    });
  }
  rows.push({
    label: vscode.l10n.t('$(edit) Something that is not code'),
    description: vscode.l10n.t('a talk, a conversation, a person helped'),
  });
  return [...rows, ...(await commitRows(logs))];
}

async function commitRows(logs: DecisionLogs): Promise<Origin[]> {
  if (!vscode.workspace.isTrusted) return [];
  const since = daysAfter(localDate(), -back);
  const rows: (Origin & { readonly date: string })[] = [];
  for (const { repository, workspaceFolder } of await logs.all()) {
    const me = repository && (await identity(repository));
    if (!repository || !me) continue;
    for (const commit of (await ownCommits(repository, me.email, since)).slice(0, mostCommits)) {
      rows.push({
        label: `$(git-commit) ${withoutIcons(commit.subject)}`,
        description: `${commit.shortHash} ${workspaceFolder.name}`,
        date: commit.date,
        what: commit.subject,
        links: async () => [await linkTo(repository, workspaceFolder.name, commit)],
      });
    }
  }
  return rows.sort((a, b) => b.date.localeCompare(a.date));
}

async function linkTo(repository: Repository, name: string, { hash, shortHash }: OwnCommit): Promise<string> {
  const page = await webPage(repository);
  if (!page) return `${name} ${shortHash}`;
  return `[${name} ${shortHash}](${page.address}/${page.host === 'gitlab' ? '-/' : ''}commit/${hash})`;
}

function monthName(day: string): string {
  const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return `Evidence, ${month.format(new Date(`${day}T00:00:00Z`))}`;
}

/** "Lead: Draft Case": the evidence by the ten areas, as a document of the journal. */
export async function draftCase({ journal: store, context, drafts }: Surroundings): Promise<void> {
  const journal = await store.existing();
  const paths = (await journal?.paths()) ?? [];
  const months = paths.filter((path) => /^evidence\/\d{4}-\d\d\.md$/.test(path)).sort();
  const texts = await Promise.all(months.map((path) => journal?.read(path)));
  const entries = texts.flatMap((text) => readEvidence(text ?? ''));
  const practice = catalogue.find(({ id }) => id === 'career-case');
  if (!journal || !practice || !entries.length) {
    throw new HumanError('There is no evidence to draft a case from yet. Log some with "Lead: Log Evidence".');
  }
  const date = localDate();
  const path = journalPath(practice, undefined, date, new Set(paths));
  const builtIn = vscode.Uri.joinPath(context.extensionUri, 'templates', 'practices').fsPath;
  const template = await findTemplate(practice.id, { builtIn });
  const draft = await draftDocument(template, { heading: practice.title, date, more: caseFrom(entries) });
  await journal.begin(path, draft.text);
  store.written();
  await openDraft(vscode.Uri.file(await journal.fileOf(path)), draft.snippet, drafts);
}
