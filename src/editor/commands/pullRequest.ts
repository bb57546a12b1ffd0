import * as vscode from 'vscode';
import { webPage } from '../../git/remote.ts';
import { HumanError } from '../../humanError.ts';
import { commentForPullRequest, type Host, reviewForPullRequest } from '../../reviews/pullRequest.ts';
import type { AtWork } from '../comments/atWork.ts';
import type { Surroundings } from '../surroundings.ts';
import { type CommentTarget, commentMeant } from './reviewTargets.ts';

/** "Copy for Pull Request": one comment, as the host of the repository takes it. */
export async function copyComment(surroundings: Surroundings, target?: CommentTarget): Promise<void> {
  const meant = await commentMeant(surroundings, target);
  const comment = meant?.work.threads.find(meant.key);
  if (!meant || !comment) return;
  const host = await hostOf(meant.work);
  if (!host) return;
  await copy(commentForPullRequest(meant.work.open.review, comment, host.kind, host.linkTo));
}

/** "Copy Review for Pull Request": all comments that are open. */
export async function copyReview({ desk }: Surroundings): Promise<void> {
  const { atWork } = desk;
  if (!atWork?.open.review.comments.some(({ resolved }) => !resolved)) {
    throw new HumanError('The review has no open comment to copy. Write one first.');
  }
  const host = await hostOf(atWork);
  if (host) await copy(reviewForPullRequest(atWork.open.review, host.kind, host.linkTo));
}

async function copy(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('$(copy) Copied for the pull request'), 5000);
}

/** Whose Markdown to write, and where the repository's files are on its pages. */
async function hostOf({
  open,
}: AtWork): Promise<{ kind: Host; linkTo: (path: string, commit?: string) => string | undefined } | undefined> {
  const { repository } = open.request;
  const page = repository && (await webPage(repository));
  const kind = page?.host ?? (await pickHost());
  if (!kind) return undefined;
  const shown = open.comparison?.head ?? open.checkedOut;
  const linkTo = (path: string, commit = shown) =>
    page && commit
      ? `${page.address}/${kind === 'gitlab' ? '-/blob' : 'blob'}/${commit}/${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}`
      : undefined;
  return { kind, linkTo };
}

async function pickHost(): Promise<Host | undefined> {
  const choices: readonly (vscode.QuickPickItem & { readonly host: Host })[] = [
    { label: 'GitHub', description: vscode.l10n.t('and hosts like it'), host: 'github' },
    { label: 'GitLab', host: 'gitlab' },
  ];
  const picked = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Copy for Pull Request'),
    placeHolder: vscode.l10n.t('Whose suggestion blocks?'),
  });
  return picked?.host;
}
