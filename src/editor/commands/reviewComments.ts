import { posix } from 'node:path';
import * as vscode from 'vscode';
import { fileAt } from '../../git/fileAt.ts';
import { HumanError } from '../../humanError.ts';
import type { AtWork } from '../comments/atWork.ts';
import { withoutGaps } from '../comments/scaffold.ts';
import { sideUri } from '../comments/sides.ts';
import type { ThreadComment } from '../comments/threadComment.ts';
import { withoutLinks } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { mayWrite } from '../trust.ts';
import type { ChangedFileRow, CommentRow, ReviewRow, WritingRow } from '../views/reviewRows.ts';
import { reviewFor } from './reviewChanges.ts';
import { type CommentTarget, commentMeant, rowMeant, writtenComment } from './reviewTargets.ts';

/** "Lead: Comment on This Line": on any file, with or without a review; a review of the file is begun where there is none. */
export async function commentHere(surroundings: Surroundings): Promise<void> {
  if (!(await mayWrite())) return;
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new HumanError('No file is shown. Open one, and put the cursor on the line.');
  const { document, selection } = editor;
  if (document.uri.scheme === 'comment') return;
  await surroundings.journal.refuse(document.uri);
  const work = await reviewFor(surroundings, document.uri);
  work?.begin(document, selection);
}

/** The button below the input that VS Code opens for its "+". */
export async function beginComment(surroundings: Surroundings, reply?: vscode.CommentReply): Promise<void> {
  if (!reply) return commentHere(surroundings);
  const { atWork } = surroundings.desk;
  const { uri, range } = reply.thread;
  if (!atWork || !range) return;
  const document = await vscode.workspace.openTextDocument(uri);
  reply.thread.dispose();
  atWork.begin(document, range, reply.text);
}

/** "Save": what was typed is in the review's file then. */
export async function saveComment(surroundings: Surroundings, target?: ThreadComment): Promise<void> {
  const { work, comment, typed } = await writtenComment(surroundings, target);
  // At once: what somebody opens by a key while it is saved is not to be closed by it.
  if (withoutGaps(typed)) await focusCode(work.isOnBase(comment));
  await work.save(comment, typed);
}

export async function discardComment(surroundings: Surroundings, target?: ThreadComment): Promise<void> {
  const { work, comment } = await writtenComment(surroundings, target);
  await focusCode(work.isOnBase(comment));
  await work.discard(comment);
}

/** Escape: an input that nothing was written in is closed. Any other stays open as it is, and the code has the focus again. */
export async function leaveComment(surroundings: Surroundings): Promise<void> {
  const { work, comment } = await writtenComment(surroundings, undefined);
  await focusCode(work.isOnBase(comment));
  if (!work.hasWords(comment)) await work.discard(comment);
}

/** With an input its focus goes, and keys would lead nowhere. @param onBase whether it stood on the side of a diff that is not the head's. */
async function focusCode(onBase: boolean): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
  if (onBase && input instanceof vscode.TabInputTextDiff)
    await vscode.commands.executeCommand('workbench.action.compareEditor.focusSecondarySide');
}

export async function rewriteComment(surroundings: Surroundings, target?: CommentTarget): Promise<void> {
  const meant = await commentMeant(surroundings, target);
  if (meant && (await mayWrite())) meant.work.rewrite(meant);
}

export async function replyToComment(surroundings: Surroundings, target?: CommentTarget): Promise<void> {
  const meant = await commentMeant(surroundings, target);
  if (meant && (await mayWrite())) meant.work.reply(meant.key);
}

export async function settleComment(
  surroundings: Surroundings,
  target: CommentTarget | undefined,
  settled: boolean,
): Promise<void> {
  const meant = await commentMeant(surroundings, target);
  if (meant && (await mayWrite())) await meant.work.settle(meant.key, settled);
}

export async function deleteReviewComment(surroundings: Surroundings, target?: CommentTarget): Promise<void> {
  const meant = await commentMeant(surroundings, target);
  if (meant && (await mayWrite())) await meant.work.remove(meant.key, meant.reply);
}

/** "Find Again...": the comment, or what was being written, belongs to the selected lines of the active editor. */
export async function findAgain(surroundings: Surroundings, target?: CommentRow | WritingRow): Promise<void> {
  const row = target ?? surroundings.reviewsView.selected;
  const lost = row?.kind === 'writing' ? row.writing : undefined;
  const meant = lost ? undefined : await commentMeant(surroundings, target as CommentRow | undefined);
  const work = meant?.work ?? (lost && surroundings.desk.atWork);
  if (!work || !(await mayWrite())) return;
  const comment = meant && work.threads.find(meant.key);
  const here = vscode.l10n.t('Place Here');
  const asked = whereItBelongs(work, here, comment?.subject ?? '', comment?.link?.file ?? lost?.anchor?.file);
  const [quoted = ''] = (comment?.quote ?? lost?.anchor?.quote ?? []).filter((line) => line.trim());
  const stood = quoted ? vscode.l10n.t('It stood on: {0}', withoutLinks(quoted.trim())) : '';
  if ((await vscode.window.showInformationMessage([asked, stood].filter(Boolean).join(' '), here)) !== here) return;
  const editor = vscode.window.activeTextEditor;
  const anchor = editor && work.threads.anchorAt(editor.document, editor.selection);
  if (!editor || !anchor)
    throw new HumanError('No file of the review is shown. Open one, select the lines, then try again.');
  if (meant) await work.place(meant.key, anchor);
  else if (lost) await work.placeLost(lost, editor.document, editor.selection);
}

function whereItBelongs({ threads }: AtWork, here: string, subject: string, file: string | undefined): string {
  const document = vscode.window.activeTextEditor?.document;
  const isShown = document && threads.anchorAt(document, new vscode.Range(0, 0, 0, 0)) !== undefined;
  const name = withoutLinks(subject || vscode.l10n.t('Comment'));
  return isShown
    ? vscode.l10n.t('Select the lines that "{0}" belongs to, then choose "{1}".', name, here)
    : vscode.l10n.t(
        'Open the file that "{0}" belongs to ({1}), select its lines, then choose "{2}".',
        name,
        withoutLinks(file ?? ''),
        here,
      );
}

export async function discardLost(surroundings: Surroundings, target?: WritingRow): Promise<void> {
  const { writing } = rowMeant(surroundings, target, 'writing');
  await surroundings.desk.atWork?.forget(writing);
}

/** Shows what differs in a file, side by side; a file that does not differ is shown as it is. */
export async function openChange(surroundings: Surroundings, target?: ChangedFileRow): Promise<void> {
  const { path, file } = rowMeant(surroundings, target, 'changedFile');
  const { atWork } = surroundings.desk;
  if (!atWork) return;
  const { comparison, request, headIsOnDisk } = atWork.open;
  const onDisk = vscode.Uri.joinPath(vscode.Uri.file(request.root), path);
  if (!file || !comparison || !request.repository) {
    await vscode.window.showTextDocument(onDisk, { preview: true });
    return;
  }
  if (file.submodule) throw new HumanError('{0} is a submodule. Review it in its own repository.', [path]);
  const before = file.before;
  // What cannot be shown as text is said in a sentence, before an editor shows an error instead.
  if (before !== undefined) await fileAt(request.repository, comparison.base, before);
  if (comparison.head && file.change !== 'deleted') await fileAt(request.repository, comparison.head, path);
  const head =
    file.change === 'deleted'
      ? sideUri(request.root, path, undefined)
      : headIsOnDisk
        ? onDisk
        : sideUri(request.root, path, comparison.head);
  const base = sideUri(request.root, before ?? path, before === undefined ? undefined : comparison.base);
  const title = `${posix.basename(path)} (${request.head.base ?? ''} ↔ ${request.head.head ?? vscode.l10n.t('working tree')})`;
  await vscode.commands.executeCommand('vscode.diff', base, head, title, { preview: true });
}

/** Shows a comment's thread, or its file where it has none. */
export async function openComment(surroundings: Surroundings, target?: CommentRow): Promise<void> {
  const { placed } = rowMeant(surroundings, target, 'comment');
  const { atWork } = surroundings.desk;
  const thread = atWork?.threads.threadOf(placed.key);
  if (!atWork) return;
  if (!thread?.range) {
    const { span } = placed.comment;
    const document = await vscode.workspace.openTextDocument(atWork.open.uri);
    const at = document.positionAt(span.start);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at), preview: true });
    return;
  }
  thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
  await vscode.window.showTextDocument(thread.uri, {
    selection: new vscode.Range(thread.range.start, thread.range.start),
    preview: true,
  });
}

/** "Commit Review": its file, the lessons that were given in it and have changed, and nothing else. */
export async function commitReview(surroundings: Surroundings, row?: ReviewRow): Promise<void> {
  if (!(await mayWrite())) return;
  const { desk, logs } = surroundings;
  const open = desk.atWork?.open;
  const uri = row?.kind === 'review' ? vscode.Uri.joinPath(vscode.Uri.file(row.root), row.path) : open?.uri;
  if (!uri) throw new HumanError('No review is open. Open the one to commit, then try again.');
  const place = await logs.placeOf(uri);
  if (!place) throw new HumanError('The review is not in an open folder. Open its folder, then try again.');
  const [{ commitPaths }, { lessonsIn }, { changedFiles }] = await Promise.all([
    import('./commitRecords.ts'),
    import('../comments/lessonFiles.ts'),
    import('../../git/files.ts'),
  ]);
  // A lesson knows where it was given: what the review made of it belongs to the review.
  const lessons = (await lessonsIn(place.open.log.root)).filter(({ given }) =>
    given.some((target) => target.startsWith(`${place.path}#`)),
  );
  const { repository } = place.open;
  const given = lessons.map(({ path }) => path);
  const changed = repository && given.length ? await changedFiles(repository, given) : [];
  const paths = [place.path, ...changed.map(({ path }) => path)];
  await commitPaths(surroundings, place.open, paths, `docs(reviews): ${titleOf(place.path)}`);
}

function titleOf(path: string): string {
  return posix
    .basename(path, '.md')
    .replace(/^\d{4}-\d\d-\d\d-/, '')
    .replaceAll('-', ' ');
}
