import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { identity } from '../../git/identity.ts';
import { HumanError } from '../../humanError.ts';
import { applyEdits, type Edit, invertEdits } from '../../markdown/edit.ts';
import type { Anchor } from '../../reviews/anchorText.ts';
import { commentKeys } from '../../reviews/comments.ts';
import { conversationOf } from '../../reviews/replies.ts';
import type { Review, ReviewComment } from '../../reviews/review.ts';
import {
  addComment,
  addReply,
  deleteComment,
  deleteReply,
  editComment,
  editReply,
  placeComment,
  reopenComment,
  resolveComment,
} from '../../reviews/reviewEdits.ts';
import type { Reporter } from '../report.ts';
import { localDate } from '../today.ts';
import { noteGiven } from './lessonFiles.ts';
import { OpenReview, type ReviewRequest } from './openReview.ts';
import { ReviewThreads } from './reviewThreads.ts';
import { ReviewWatch } from './reviewWatch.ts';
import { scaffold, withoutGaps } from './scaffold.ts';
import { sideUri } from './sides.ts';
import type { ThreadComment } from './threadComment.ts';
import { type Writing, Writings } from './writing.ts';

/** A review that is open: its file, its threads, and what is being written. */
export class AtWork implements vscode.Disposable {
  readonly open: OpenReview;
  readonly threads: ReviewThreads;
  readonly #writings: Writings;
  readonly #reporter: Reporter;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable[];
  /** What was being written on lines that are not found any more. */
  readonly lost: Writing[] = [];
  /** Who writes. */
  readonly author: string;

  private constructor(open: OpenReview, writings: Writings, reporter: Reporter, author: string) {
    this.open = open;
    this.author = author;
    this.#writings = writings;
    this.#reporter = reporter;
    this.threads = new ReviewThreads(open, writings);
    this.#subscriptions = [
      open,
      writings,
      this.threads,
      this.#changed,
      open.onDidChange(() => this.#changed.fire()),
      new ReviewWatch(open, reporter),
    ];
  }

  /** Opens a review. */
  static async begin(context: vscode.ExtensionContext, request: ReviewRequest, reporter: Reporter): Promise<AtWork> {
    const storage = context.storageUri ?? context.globalStorageUri;
    const [open, person] = await Promise.all([
      OpenReview.open(request),
      request.repository ? identity(request.repository) : undefined,
    ]);
    const work = new AtWork(open, new Writings(storage), reporter, person?.name ?? vscode.l10n.t('Reviewer'));
    return work;
  }

  /** Brings back what was being written when the editor last ended. */
  async resume(): Promise<void> {
    for (const writing of await this.#writings.load()) {
      if (writing.review !== this.open.uri.fsPath) continue;
      const thread = writing.of === undefined ? undefined : this.threads.threadOf(writing.of);
      if (thread) this.threads.write(thread, writing, this.author);
      else if (writing.anchor && (await this.#stands(writing.anchor)))
        this.threads.begin(this.#uriOf(writing.anchor), writing.anchor, writing, this.author);
      else this.lost.push(writing);
    }
  }

  #uriOf({ file, commit }: Anchor): vscode.Uri {
    const { root } = this.open.request;
    const side = this.open.sideAt(commit, file);
    return side ? sideUri(root, file, side) : vscode.Uri.file(join(root, file));
  }

  /** Whether quoted lines stand where they stood. */
  async #stands(anchor: Anchor): Promise<boolean> {
    const document = await vscode.workspace.openTextDocument(this.#uriOf(anchor)).then(
      (found) => found,
      () => undefined,
    );
    return anchor.quote.every((text, index) => {
      const line = anchor.line - 1 + index;
      return document !== undefined && line < document.lineCount && document.lineAt(line).text === text;
    });
  }

  /** Opens the input of a new comment on lines of a document. @throws HumanError for a document that is not in the review. */
  begin(document: vscode.TextDocument, range: vscode.Range, text = ''): void {
    const anchor = this.threads.anchorAt(document, range);
    if (!anchor) {
      throw new HumanError('This file is not part of the review of {0}. Close the review to comment here.', [
        this.open.request.head.subject,
      ]);
    }
    const writing = this.#writing('comment', text || scaffold, { anchor });
    if (text) void this.#writings.keep(writing);
    this.threads.begin(document.uri, anchor, writing, this.author);
  }

  /** Opens the input of a reply, unless it is open. */
  reply(of: string): void {
    const thread = this.threads.threadOf(of);
    if (!thread) {
      throw new HumanError('The lines of this comment are not found. Choose "Find Again..." on it, then reply.');
    }
    const begun = (thread.comments as readonly ThreadComment[]).some(({ writing }) => writing?.kind === 'reply');
    if (!begun) this.threads.write(thread, this.#writing('reply', '', { of }), this.author);
  }

  /** Opens a comment's words, or a reply's, to be changed. */
  rewrite({ key, reply }: { readonly key: string; readonly reply: number | undefined }): void {
    const thread = this.threads.threadOf(key);
    const typed = this.threads.typed(key, reply);
    if (!thread || !typed) {
      throw new HumanError(
        'The lines of this comment are not found. Choose "Find Again..." on it, or change it in the file.',
      );
    }
    this.threads.write(
      thread,
      this.#writing('edit', typed.text, { of: key, ...(reply !== undefined && { reply }) }),
      this.author,
    );
  }

  #writing(kind: Writing['kind'], text: string, more: Pick<Writing, 'anchor' | 'of' | 'reply'>): Writing {
    return { id: randomUUID(), review: this.open.uri.fsPath, kind, text, ...more };
  }

  /** Writes what stands in an input into the review. What cannot be written stays in it, and on disk. */
  async save({ writing }: ThreadComment, typed: string): Promise<void> {
    if (!writing) return;
    const text = withoutGaps(typed);
    if (!text) {
      throw new HumanError('Nothing was written yet. Write what is to be said, or discard the comment.');
    }
    this.#writings.changed(writing, typed);
    await this.#writings.keep(writing);
    this.threads.saving(writing);
    await this.#write(writing, text).finally(() => this.threads.saving(undefined));
    const { anchor, of } = writing;
    const key = (writing.kind === 'comment' && anchor && this.#newest(anchor)) || of;
    this.threads.close(writing);
    await this.#writings.done(writing);
    const comment = key === undefined ? undefined : this.threads.find(key);
    if (comment) await noteGiven(this.open.request.root, this.open.review, comment);
    this.#changed.fire();
  }

  async #write(writing: Writing, text: string): Promise<void> {
    const { kind, anchor, of, reply } = writing;
    if (kind === 'comment' && anchor) {
      await this.open.edit((review) => addComment(review, anchor, text));
      return;
    }
    await this.open.edit((review) => {
      const comment = this.#in(review, of);
      if (kind === 'reply') return addReply(review, comment, this.author, localDate(), text);
      if (reply === undefined) return editComment(review, comment, text);
      return editReply(review, this.#replyIn(review, comment, reply), text);
    });
  }

  /** The key of the comment that was just added on these lines. */
  #newest({ file, line, endLine, commit }: Anchor): string | undefined {
    const added = [...commentKeys(this.open.review)].filter(
      ([{ link }]) => link?.file === file && link.line === line && link.endLine === endLine && link.commit === commit,
    );
    return added.at(-1)?.[1];
  }

  #in(review: Review, key: string | undefined): ReviewComment {
    for (const [comment, own] of commentKeys(review)) if (own === key) return comment;
    throw new HumanError('This comment is not in {0} any more. What you wrote is kept; copy it, or discard it.', [
      review.path,
    ]);
  }

  #replyIn(review: Review, comment: ReviewComment, reply: number) {
    const found = conversationOf(review, comment).replies[reply];
    if (!found) throw new HumanError('This reply is not in {0} any more. Look at the file.', [review.path]);
    return found;
  }

  /** Whether something was written that is not in the review. */
  hasWords({ writing }: Pick<ThreadComment, 'writing'>): boolean {
    if (!writing) return false;
    const { kind, text, of, reply } = writing;
    if (kind === 'comment') return withoutGaps(text) !== '';
    if (kind === 'reply' || of === undefined) return text.trim() !== '';
    return text !== this.threads.typed(of, reply)?.text;
  }

  /** Whether what is being written stands on the side of the base. */
  isOnBase({ writing }: Pick<ThreadComment, 'writing'>): boolean {
    const about = writing?.of === undefined ? undefined : this.threads.find(writing.of);
    const { file, commit } = about ? { file: about.link?.file, commit: about.commit } : { ...writing?.anchor };
    const side = file === undefined || commit === undefined ? undefined : this.open.sideAt(commit, file);
    return side !== undefined && side === this.open.comparison?.base;
  }

  /** Gives up what is being written, and says so, with a way back. */
  async discard({ writing }: ThreadComment): Promise<void> {
    if (!writing) return;
    const { anchor } = writing;
    const worth = this.hasWords({ writing });
    // Closed first: what is still heard of its input would be kept once more.
    this.threads.close(writing);
    await this.#writings.done(writing);
    if (!worth) return;
    const back = vscode.l10n.t('Undo');
    if ((await vscode.window.showInformationMessage(vscode.l10n.t('What you wrote was discarded.'), back)) !== back)
      return;
    const again = { ...writing, id: randomUUID() };
    await this.#writings.keep(again);
    const thread = again.of === undefined ? undefined : this.threads.threadOf(again.of);
    if (thread) this.threads.write(thread, again, this.author);
    else if (anchor) this.threads.begin(this.#uriOf(anchor), anchor, again, this.author);
  }

  /** Gives up what was being written on lines that are not there any more. */
  async forget(writing: Writing): Promise<void> {
    await this.#writings.done(writing);
    this.lost.splice(this.lost.indexOf(writing), 1);
    this.#changed.fire();
  }

  /** Says that a comment is settled, or takes it back. */
  async settle(key: string, settled: boolean): Promise<void> {
    await this.open.edit((review) => {
      const comment = this.#in(review, key);
      return settled ? resolveComment(review, comment, localDate()) : reopenComment(review, comment);
    });
    const thread = this.threads.threadOf(key);
    if (thread && settled) thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
  }

  /** Removes a comment or a reply, with a way back. */
  async remove(key: string, reply: number | undefined): Promise<void> {
    const { before, edits } = await this.open.edit((review) => {
      const comment = this.#in(review, key);
      return reply === undefined
        ? deleteComment(review, comment)
        : deleteReply(review, this.#replyIn(review, comment, reply));
    });
    void this.#offerUndo(
      reply === undefined ? vscode.l10n.t('The comment was deleted.') : vscode.l10n.t('The reply was deleted.'),
      before,
      edits,
    );
  }

  async #offerUndo(said: string, before: string, edits: readonly Edit[]): Promise<void> {
    const back = vscode.l10n.t('Undo');
    if ((await vscode.window.showInformationMessage(said, back)) !== back) return;
    await this.open
      .undo(applyEdits(before, edits), invertEdits(before, edits))
      .catch((error) => this.#reporter.show(error));
  }

  /** Brings a comment to other lines. */
  async place(key: string, anchor: Anchor): Promise<void> {
    await this.open.edit((review) => placeComment(review, this.#in(review, key), anchor));
  }

  /** Brings what was being written to other lines. */
  async placeLost(writing: Writing, document: vscode.TextDocument, range: vscode.Range): Promise<void> {
    const { text } = writing;
    this.begin(document, range, text);
    await this.forget(writing);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
