import { readdir } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import * as vscode from 'vscode';
import { commitIfAny } from '../../git/comparison.ts';
import { identity } from '../../git/identity.ts';
import { currentBranch, defaultBranch, type Reference, references } from '../../git/references.ts';
import { HumanError } from '../../humanError.ts';
import { readTextIfAny } from '../../records/files.ts';
import { readReview } from '../../reviews/review.ts';
import { type ReviewHead, reviewFolder, reviewPath } from '../../reviews/reviewDraft.ts';
import type { AtWork } from '../comments/atWork.ts';
import type { ReviewPlace, ReviewRequest } from '../comments/openReview.ts';
import { pickRepository, placeOf, repositoryAt } from '../comments/reviewPlaces.ts';
import { withoutIcons } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { localDate } from '../today.ts';
import { mayWrite } from '../trust.ts';
import type { ReviewFileRow } from '../views/reviewRows.ts';
import { rowMeant } from './reviewTargets.ts';

/** "Lead: Review Changes...": what is reviewed, then what it is compared with, each one Enter away. */
export async function reviewChanges({ desk }: Surroundings): Promise<void> {
  if (!(await mayWrite())) return;
  const title = vscode.l10n.t('Review Changes');
  const repository = await pickRepository(title);
  if (!repository) return;
  const [all, current, usual] = await Promise.all([
    references(repository),
    currentBranch(repository),
    defaultBranch(repository),
  ]);
  if (!all.length) throw new HumanError('There is no commit to compare with yet. Commit something first.');
  const head = await pickHead(title, all, current, usual);
  if (!head) return;
  const base = await pickBase(title, all, head.name ?? current, usual);
  if (!base) return;
  const subject = head.name ?? current ?? vscode.l10n.t('working tree');
  const commit = await commitIfAny(repository, head.name ?? 'HEAD');
  const opened = await desk.open(
    await request(
      { root: repository.root, repository },
      { base, head: head.name ?? null, commit: commit ?? null, subject },
    ),
  );
  if (opened) await showView();
}

/** "Lead: Review This File or Folder": as it is, with no branch to compare. */
export async function reviewFiles(
  { desk, journal }: Surroundings,
  uri = vscode.window.activeTextEditor?.document.uri,
): Promise<void> {
  if (!(await mayWrite())) return;
  await journal.refuse(uri);
  const place = uri && (await placeOf(uri));
  if (!uri || !place) throw new HumanError('No file of an open folder is shown. Open one, then try again.');
  if (await desk.open(await fileRequest(place, uri))) await showView();
}

/** Opens a review that was written before, from what its file states. */
export async function openReview(surroundings: Surroundings, target?: ReviewFileRow): Promise<void> {
  const { root, path } = rowMeant(surroundings, target, 'review');
  const review = readReview(path, (await readTextIfAny(join(root, path))) ?? '');
  const head: ReviewHead = {
    date: review.date ?? localDate(),
    reviewer: review.reviewer,
    base: review.base,
    head: review.head,
    commit: review.commit,
    subject: review.head ?? review.title?.replace(/^Review:\s*/, '') ?? basename(path, '.md'),
  };
  await surroundings.desk.open({ root, repository: await repositoryAt(root), path, head, scope: [] });
}

/** The review that is open or, where there is none, a new one of the file; undefined where somebody did not wait for it. */
export async function reviewFor({ desk }: Surroundings, uri: vscode.Uri): Promise<AtWork | undefined> {
  if (desk.atWork) return desk.atWork;
  const place = await placeOf(uri);
  if (!place) throw new HumanError('No file of an open folder is shown. Open one, then try again.');
  return desk.open(await fileRequest(place, uri));
}

async function fileRequest(place: ReviewPlace, uri: vscode.Uri): Promise<ReviewRequest> {
  const path = relative(place.root, uri.fsPath).split(sep).join('/');
  const commit = place.repository ? await commitIfAny(place.repository, 'HEAD') : undefined;
  const made = await request(place, {
    base: null,
    head: null,
    commit: commit ?? null,
    subject: path || basename(place.root),
  });
  return { ...made, scope: path ? [path] : [] };
}

/** What there is to review, with the name of its file: today's, if there is one of the same thing. */
async function request(
  place: ReviewPlace,
  what: Pick<ReviewHead, 'base' | 'head' | 'commit' | 'subject'>,
): Promise<ReviewRequest> {
  const person = place.repository ? await identity(place.repository) : undefined;
  const head: ReviewHead = { ...what, date: localDate(), reviewer: person?.name ?? null };
  const path = reviewPath(head, new Set());
  const text = await readTextIfAny(join(place.root, path));
  if (text === undefined) return { ...place, path, head, scope: [] };
  const { base, head: other } = readReview(path, text);
  if (base === head.base && other === head.head) return { ...place, path, head, scope: [] };
  const names = await readdir(join(place.root, reviewFolder)).catch(() => []);
  return { ...place, path: reviewPath(head, new Set(names.map((name) => `${reviewFolder}/${name}`))), head, scope: [] };
}

type Choice = vscode.QuickPickItem & { readonly name?: string | undefined };

/** @returns undefined where nothing was picked; without a name for the working tree. */
async function pickHead(
  title: string,
  all: readonly Reference[],
  current: string | undefined,
  usual: string | undefined,
): Promise<{ readonly name: string | undefined } | undefined> {
  const tree: Choice = {
    label: vscode.l10n.t('$(files) Working tree'),
    description: vscode.l10n.t('what is on disk, committed or not'),
  };
  const others = all.filter(({ name }) => name !== usual);
  const first =
    others.find(({ kind, name }) => kind === 'branch' && name === current) ??
    others.find(({ kind }) => kind === 'branch');
  const choices = [...(first ? [choice(first)] : []), tree, ...withKinds(all.filter((each) => each !== first))];
  const picked = await pickOrType(title, vscode.l10n.t('What do you review?'), choices);
  return picked && { name: picked.name };
}

async function pickBase(
  title: string,
  all: readonly Reference[],
  head: string | undefined,
  usual: string | undefined,
): Promise<string | undefined> {
  const others = all.filter(({ name }) => name !== head);
  const first = others.find(({ name }) => name === usual);
  const choices = [...(first ? [choice(first)] : []), ...withKinds(others.filter((each) => each !== first))];
  const asks = vscode.l10n.t('Compared with what? Changes count from where the two parted.');
  return (await pickOrType(title, asks, choices))?.name;
}

const icons = { branch: 'git-branch', remote: 'cloud', tag: 'tag', commit: 'git-commit' } as const;

function choice({ kind, name, subject, age }: Reference): Choice {
  return { label: `$(${icons[kind]}) ${withoutIcons(name)}`, description: age, detail: withoutIcons(subject), name };
}

function withKinds(all: readonly Reference[]): Choice[] {
  const names = {
    branch: vscode.l10n.t('Branches'),
    remote: vscode.l10n.t('Remote branches'),
    tag: vscode.l10n.t('Tags'),
    commit: vscode.l10n.t('Commits'),
  };
  return (['branch', 'remote', 'tag', 'commit'] as const).flatMap((kind): Choice[] => {
    const some = all.filter((each) => each.kind === kind);
    return some.length ? [{ label: names[kind], kind: vscode.QuickPickItemKind.Separator }, ...some.map(choice)] : [];
  });
}

/** A pick that takes any other name as well, for commits that are not listed. */
function pickOrType(title: string, placeholder: string, choices: readonly Choice[]): Promise<Choice | undefined> {
  const pick = vscode.window.createQuickPick<Choice>();
  Object.assign(pick, { title, placeholder, matchOnDescription: true, matchOnDetail: true, items: choices });
  return new Promise((resolve) => {
    pick.onDidChangeValue((value) => {
      const name = value.trim();
      const known = choices.some((each) => each.name === name);
      const typed: Choice = {
        label: `$(git-commit) ${withoutIcons(name)}`,
        description: vscode.l10n.t('this name'),
        alwaysShow: true,
        name,
      };
      pick.items = name && !known ? [...choices, typed] : choices;
    });
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

async function showView(): Promise<void> {
  await vscode.commands.executeCommand('leadHabits.reviews.focus');
}
