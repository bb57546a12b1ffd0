import * as vscode from 'vscode';
import { HumanError } from '../../humanError.ts';
import type { AtWork } from '../comments/atWork.ts';
import { focusedEditor } from '../comments/focusedInput.ts';
import type { ThreadComment } from '../comments/threadComment.ts';
import { withoutIcons } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import type { CommentRow, ReviewRow } from '../views/reviewRows.ts';

/** What a command about a comment was chosen on: a thread of the editor, a comment in it, or a row of the view. */
export type CommentTarget = vscode.CommentThread | CommentRow | ThreadComment;

/** A comment of the open review, or a reply to it. */
export interface MeantComment {
  readonly work: AtWork;
  readonly key: string;
  /** The number of the reply; undefined for the comment itself. */
  readonly reply: number | undefined;
}

/**
 * The comment that a command is about. Where nothing was handed to it, as by the palette or a key of the user's own, that is
 * the row that was selected in the view or, where somebody has gone on in an editor since, the comment on the cursor's line.
 *
 * @returns undefined where nobody chose among several, or the thread is no comment yet.
 */
export async function commentMeant(
  { desk, reviewsView }: Surroundings,
  target: CommentTarget | undefined,
): Promise<MeantComment | undefined> {
  const { atWork: work } = desk;
  if (!work) throw new HumanError('No review is open. Open one in the view Reviews, then try again.');
  if (target) {
    const key = keyOf(work, target);
    return key === undefined ? undefined : { work, key, reply: 'reply' in target ? target.reply : undefined };
  }
  const row = reviewsView.selected;
  if (row?.kind === 'comment' && work.threads.find(row.placed.key))
    return { work, key: row.placed.key, reply: undefined };
  const editor = await focusedEditor();
  const keys = editor ? work.threads.keysAt(editor.document, editor.selection.active.line) : [];
  if (!keys.length) {
    throw new HumanError('No comment is meant. Put the cursor on its line, or select it in the view Reviews.');
  }
  const key = keys.length === 1 ? keys[0] : await pickOf(work, keys);
  return key === undefined ? undefined : { work, key, reply: undefined };
}

function keyOf({ threads }: AtWork, target: CommentTarget): string | undefined {
  if ('kind' in target) return target.placed.key;
  return 'key' in target ? target.key : threads.keyOf(target);
}

async function pickOf({ threads }: AtWork, keys: readonly string[]): Promise<string | undefined> {
  const choices = keys.map((key) => {
    const comment = threads.find(key);
    return { label: withoutIcons(comment?.subject ?? ''), description: comment?.label ?? '', key };
  });
  const picked = await vscode.window.showQuickPick(choices, { placeHolder: vscode.l10n.t('Which comment?') });
  return picked?.key;
}

/** What is being written in the input that a command was chosen on or, by a key, in the one that has the focus. */
export async function writtenComment(
  { desk }: Surroundings,
  target: ThreadComment | undefined,
): Promise<{ readonly work: AtWork; readonly comment: ThreadComment; readonly typed: string }> {
  const { atWork: work } = desk;
  if (target) {
    // An input of before the extension was started again is nobody's.
    if (!work || !target.writing) {
      throw new HumanError('The review is just being opened again. Save the comment once it is shown.');
    }
    return { work, comment: target, typed: typeof target.body === 'string' ? target.body : target.body.value };
  }
  const document = (await focusedEditor())?.document;
  const comment = document && work?.threads.writtenIn(document);
  if (!work || !document || !comment) {
    throw new HumanError('No comment is being written here. Put the cursor into its text, then try again.');
  }
  return { work, comment, typed: document.getText() };
}

/**
 * The row that a command was chosen on or, by a key, the one that is selected.
 *
 * @param kinds those that the command is about.
 */
export function rowMeant<Kind extends ReviewRow['kind']>(
  { reviewsView }: Surroundings,
  target: ReviewRow | undefined,
  ...kinds: readonly Kind[]
): Extract<ReviewRow, { kind: Kind }> {
  const row = target ?? reviewsView.selected;
  const isMeant = (each: ReviewRow): each is Extract<ReviewRow, { kind: Kind }> =>
    (kinds as readonly string[]).includes(each.kind);
  if (!row || !isMeant(row)) {
    throw new HumanError(
      'No row that this can be done with is selected. Select it in the view Reviews, then try again.',
    );
  }
  return row;
}
