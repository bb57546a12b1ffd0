import { posix } from 'node:path';
import * as vscode from 'vscode';
import { fileAt } from '../../git/fileAt.ts';
import { HumanError } from '../../humanError.ts';
import type { AtWork } from '../comments/atWork.ts';
import type { ThreadComment } from '../comments/reviewThreads.ts';
import { sideUri } from '../comments/sides.ts';
import type { Surroundings } from '../surroundings.ts';
import { mayWrite } from '../trust.ts';
import type { ChangedFileRow, CommentRow, ReviewRow, WritingRow } from '../views/reviewRows.ts';
import { reviewFor } from './reviewChanges.ts';

/** "Lead: Comment on This Line": on any file, with or without a review; a review of the file is begun where there is none. */
export async function commentHere(surroundings: Surroundings): Promise<void> {
  if (!(await mayWrite())) return;
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new HumanError('No file is shown. Open one, and put the cursor on the line.');
  const { document, selection } = editor;
  if (document.uri.scheme === 'comment') return;
  await surroundings.journal.refuse(document.uri);
  const work = await reviewFor(surroundings, document.uri);
  work.begin(document, selection);
}

/** The button below the input that VS Code opens for its "+". */
export async function beginComment({ desk }: Surroundings, reply: vscode.CommentReply): Promise<void> {
  const { atWork } = desk;
  const { uri, range } = reply.thread;
  if (!atWork || !range) return;
  const document = await vscode.workspace.openTextDocument(uri);
  reply.thread.dispose();
  atWork.begin(document, range, reply.text);
}

/** "Save": what was typed is in the review's file then. */
export async function saveComment({ desk }: Surroundings, comment: ThreadComment): Promise<void> {
  // An input of before the extension was started again is nobody's.
  if (!desk.atWork || !comment?.writing) {
    throw new HumanError('The review is just being opened again. Save the comment once it is shown.');
  }
  const typed = typeof comment.body === 'string' ? comment.body : comment.body.value;
  await desk.atWork.save(comment, typed);
}

export async function discardComment({ desk }: Surroundings, comment: ThreadComment): Promise<void> {
  await desk.atWork?.discard(comment);
}

export async function rewriteComment({ desk }: Surroundings, comment: ThreadComment): Promise<void> {
  if (await mayWrite()) desk.atWork?.rewrite(comment);
}

export async function replyToComment({ desk }: Surroundings, thread: vscode.CommentThread): Promise<void> {
  if (await mayWrite()) desk.atWork?.reply(thread);
}

/** A thread of the editor, or a row of the view. */
export type CommentTarget = vscode.CommentThread | CommentRow | ThreadComment;

/** The key of the comment that a menu was opened on. */
export function keyOf({ threads }: AtWork, target: CommentTarget | undefined): string | undefined {
  // VS Code hands on no row while the view takes up what has changed.
  if (!target) throw new HumanError('The view was just being read again. Choose the command once more.');
  if ('kind' in target) return target.placed.key;
  return 'key' in target ? target.key : threads.keyOf(target);
}

export async function settleComment({ desk }: Surroundings, target: CommentTarget, settled: boolean): Promise<void> {
  const key = desk.atWork && keyOf(desk.atWork, target);
  if (key !== undefined && (await mayWrite())) await desk.atWork?.settle(key, settled);
}

export async function deleteReviewComment({ desk }: Surroundings, target: CommentTarget): Promise<void> {
  const key = desk.atWork && keyOf(desk.atWork, target);
  if (key === undefined || !(await mayWrite())) return;
  await desk.atWork?.remove(key, 'reply' in target ? target.reply : undefined);
}

/** "Find Again...": the comment, or what was being written, belongs to the selected lines of the active editor. */
export async function findAgain({ desk }: Surroundings, target: CommentRow | WritingRow): Promise<void> {
  const { atWork } = desk;
  if (!atWork || !target || !(await mayWrite())) return;
  const file = target.kind === 'comment' ? target.placed.comment.link?.file : target.writing.anchor?.file;
  const quote = target.kind === 'comment' ? target.placed.comment.quote : target.writing.anchor?.quote;
  const here = vscode.l10n.t('Place Here');
  const document = vscode.window.activeTextEditor?.document;
  const shown = document && atWork.threads.anchorAt(document, new vscode.Range(0, 0, 0, 0))?.file;
  const message =
    shown === undefined
      ? vscode.l10n.t('Open the file that the comment belongs to, select its lines, then choose "{0}".', here)
      : vscode.l10n.t('Select the lines that the comment belongs to, then choose "{0}".', here);
  const detail = [file, ...(quote ?? []).slice(0, 3)].filter(Boolean).join('\n');
  if ((await vscode.window.showInformationMessage(`${message} ${detail}`, here)) !== here) return;
  const editor = vscode.window.activeTextEditor;
  const anchor = editor && atWork.threads.anchorAt(editor.document, editor.selection);
  if (!editor || !anchor)
    throw new HumanError('No file of the review is shown. Open one, select the lines, then try again.');
  if (target.kind === 'comment') await atWork.place(target.placed.key, anchor);
  else await atWork.placeLost(target.writing, editor.document, editor.selection);
}

export async function discardLost({ desk }: Surroundings, { writing }: WritingRow): Promise<void> {
  await desk.atWork?.forget(writing);
}

/** Shows what differs in a file, side by side; a file that does not differ is shown as it is. */
export async function openChange({ desk }: Surroundings, { path, file }: ChangedFileRow): Promise<void> {
  const { atWork } = desk;
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
export async function openComment({ desk }: Surroundings, { placed }: CommentRow): Promise<void> {
  const { atWork } = desk;
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
