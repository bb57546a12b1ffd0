import { join, relative, sep } from 'node:path';
import * as vscode from 'vscode';
import type { Anchor } from '../../reviews/anchorText.ts';
import { commentKeys, typedComment } from '../../reviews/comments.ts';
import { unescapedBody } from '../../reviews/commentText.ts';
import { conversationOf } from '../../reviews/replies.ts';
import type { ReviewComment } from '../../reviews/review.ts';
import { GutterThreads } from './gutterThreads.ts';
import { Inputs } from './inputs.ts';
import { makeReady } from './newInput.ts';
import type { OpenReview } from './openReview.ts';
import type { Placed } from './places.ts';
import { shiftedRange } from './shiftedRange.ts';
import { sideOf, sideUri } from './sides.ts';
import { inEditing, labelOf, linesOf, shownComments, type ThreadComment, writingsIn } from './threadComment.ts';
import type { Writing, Writings } from './writing.ts';

/** The lines around a new comment that tell where it is about, at a document's own line numbers. */
interface Target {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
}

/** A review's comments as threads in the files that they are about. There is one for each comment that has a place. */
export class ReviewThreads implements vscode.Disposable {
  static readonly controllerId = 'leadHabits.reviews';
  readonly #open: OpenReview;
  readonly #controller = vscode.comments.createCommentController(ReviewThreads.controllerId, vscode.l10n.t('Lead'));
  readonly #threads = new Map<string, vscode.CommentThread>();
  /** Threads of comments that are not in the review yet. */
  readonly #begun = new Map<Writing, vscode.CommentThread>();
  #saving: Writing | undefined;
  readonly #inputs: Inputs<Writing>;
  readonly #gutter = new GutterThreads(ReviewThreads.controllerId);
  readonly #subscriptions: vscode.Disposable[];

  constructor(open: OpenReview, writings: Writings) {
    this.#open = open;
    this.#inputs = new Inputs<Writing>(
      (writing, text) => writings.changed(writing, text),
      (writing, document) => {
        if (writing.kind === 'comment') void makeReady(writing.text, document, () => this.#gutter.typedSince());
      },
    );
    this.#controller.options = {
      prompt: vscode.l10n.t('Comment'),
      placeHolder: vscode.l10n.t('What, why, and what could go wrong?'),
    };
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: async (document) => ({
        enableFileComments: false,
        ranges: await this.#rangesOf(document),
      }),
    };
    this.#subscriptions = [
      this.#controller,
      this.#inputs,
      this.#gutter,
      open.onDidChange(() => this.#update()),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => this.#shift(document, contentChanges)),
    ];
    this.#update();
  }

  /** Lines of the files under review that a comment can be begun on with the mouse: those that differ. */
  async #rangesOf(document: vscode.TextDocument): Promise<vscode.Range[]> {
    const { comparison, files, request } = this.#open;
    if (!comparison || !request.repository) return [];
    const target = this.#fileOf(document.uri);
    if (!target) return [];
    const onBase = target.commit === comparison.base && comparison.base !== comparison.head;
    const file = files.find(({ path, before }) => (onBase ? before === target.file : path === target.file));
    if (!file || file.submodule) return [];
    const { changedLines } = await import('../../git/comparison.ts');
    const whole = file.change === 'added' || file.change === 'deleted';
    if (whole) return [new vscode.Range(0, 0, Math.max(0, document.lineCount - 1), 0)];
    const side = sideOf(document.uri) ? comparison : { base: comparison.base, head: undefined };
    const lines = await changedLines(request.repository, side, file);
    return lines[onBase ? 'base' : 'head'].map(({ start, end }) => new vscode.Range(start - 1, 0, end - 1, 0));
  }

  /** Which file a document shows, and as of which commit; undefined for what is not under the review's root. */
  #fileOf(uri: vscode.Uri): { file: string; commit: string | null } | undefined {
    const { request, comparison, checkedOut } = this.#open;
    const side = sideOf(uri);
    if (side) return side.commit && side.root === request.root ? { file: side.path, commit: side.commit } : undefined;
    if (uri.scheme !== 'file') return undefined;
    const file = relative(request.root, uri.fsPath).split(sep).join('/');
    if (!file || file.startsWith('../') || file === '..') return undefined;
    const commit = this.#open.headIsOnDisk ? (comparison?.head ?? checkedOut) : checkedOut;
    return { file, commit: commit ?? null };
  }

  /** The place of a thread for a comment; undefined for one that is lost. */
  #targetOf({ comment, file, line, endLine }: Placed): Target | undefined {
    const { request } = this.#open;
    const { link, commit } = comment;
    const range = (first: number, last: number) => new vscode.Range(first - 1, 0, last - 1, 0);
    const side = link ? this.#open.sideAt(commit, link.file) : undefined;
    if (side && link?.line) {
      return { uri: sideUri(request.root, link.file, side), range: range(link.line, link.endLine ?? link.line) };
    }
    if (file === null) return undefined;
    const uri = vscode.Uri.file(join(request.root, file));
    return { uri, range: line === null ? new vscode.Range(0, 0, 0, 0) : range(line, endLine ?? line) };
  }

  /** Brings the threads in line with the review. */
  #update(): void {
    const { placed } = this.#open;
    const wanted = new Set<string>();
    for (const each of placed) {
      const { key } = each;
      const target = this.#targetOf(each);
      if (!target) continue;
      wanted.add(key);
      this.#show(key, each.comment, target);
    }
    for (const [key, thread] of this.#threads) {
      if (wanted.has(key)) continue;
      // What is being written in it is not to vanish under the hands of who writes it.
      if (writingsIn(thread).length) continue;
      thread.dispose();
      this.#threads.delete(key);
    }
  }

  #show(key: string, comment: ReviewComment, { uri, range }: Target): void {
    const shown = shownComments(this.#open, key, comment);
    let thread = this.#threads.get(key);
    if (thread && thread.uri.toString() !== uri.toString() && !writingsIn(thread).length) {
      thread.dispose();
      thread = undefined;
    }
    const written = thread ? undefined : this.#written(comment);
    if (written) {
      written.comments = shown;
      this.#threads.set(key, written);
      thread = written;
    } else if (!thread) {
      thread = this.#controller.createCommentThread(uri, range, shown);
      thread.collapsibleState = comment.resolved
        ? vscode.CommentThreadCollapsibleState.Collapsed
        : vscode.CommentThreadCollapsibleState.Expanded;
      thread.canReply = false;
      this.#threads.set(key, thread);
    } else {
      if (!thread.range?.isEqual(range)) thread.range = range;
      const writing = (thread.comments as readonly ThreadComment[]).filter((each) => each.writing);
      const kept = shown.map(
        (each) => writing.find((other) => other.key === each.key && other.reply === each.reply) ?? each,
      );
      const added = writing.filter((each) => each.writing?.kind === 'reply');
      thread.comments = [...kept, ...added];
    }
    thread.state = comment.resolved ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
    thread.contextValue = comment.resolved ? 'resolved' : 'open';
    thread.label = labelOf(comment, range);
  }

  /** The comment and its words as they were typed. */
  typed(key: string, reply: number | undefined): { comment: ReviewComment; text: string } | undefined {
    const comment = this.find(key);
    if (!comment) return undefined;
    const { review } = this.#open;
    if (reply === undefined) return { comment, text: typedComment(review, comment) };
    const body = conversationOf(review, comment).replies[reply]?.body;
    return body === undefined ? undefined : { comment, text: unescapedBody(body) };
  }

  /** The comment of the review, as it was last read. */
  find(key: string): ReviewComment | undefined {
    for (const [comment, own] of commentKeys(this.#open.review)) if (own === key) return comment;
    return undefined;
  }

  /** The key of the comment that a thread shows; undefined for one that is only begun. */
  keyOf(thread: vscode.CommentThread): string | undefined {
    for (const [key, each] of this.#threads) if (each === thread) return key;
    return undefined;
  }

  threadOf(key: string): vscode.CommentThread | undefined {
    return this.#threads.get(key);
  }

  /** The keys of the comments on a line, counted from 0; in a comment's own input, that comment's. */
  keysAt(document: vscode.TextDocument, line: number): string[] {
    const { of } = this.#inputs.ownerOf(document) ?? {};
    if (of !== undefined) return [of];
    const uri = document.uri.toString();
    return [...this.#threads].flatMap(([key, { uri: shown, range }]) =>
      shown.toString() === uri && range && range.start.line <= line && line <= range.end.line ? [key] : [],
    );
  }

  /** The comment or reply whose input a document is. */
  writtenIn(document: vscode.TextDocument): ThreadComment | undefined {
    const writing = this.#inputs.ownerOf(document);
    if (!writing) return undefined;
    return [...this.#threads.values(), ...this.#begun.values()]
      .flatMap(({ comments }) => comments as readonly ThreadComment[])
      .find((each) => each.writing === writing);
  }

  /** What a comment on some lines of a document is anchored by; undefined for a document that is not part of the review. */
  anchorAt(document: vscode.TextDocument, range: vscode.Range): Anchor | undefined {
    const target = this.#fileOf(document.uri);
    if (!target) return undefined;
    // A selection that ends at a line's beginning does not hold that line.
    const last = range.end.character === 0 && range.end.line > range.start.line ? range.end.line - 1 : range.end.line;
    const quote: string[] = [];
    for (let line = range.start.line; line <= last; line++) quote.push(document.lineAt(line).text);
    return { file: target.file, commit: target.commit, line: range.start.line + 1, endLine: last + 1, quote };
  }

  /** Opens the input of a new comment, or one that was being written when the editor last ended. */
  begin(uri: vscode.Uri, anchor: Anchor, writing: Writing, author: string): void {
    const range = new vscode.Range(anchor.line - 1, 0, anchor.endLine - 1, 0);
    const comment = inEditing(undefined, undefined, writing, author);
    this.#inputs.expect(writing);
    const thread = this.#controller.createCommentThread(uri, range, [comment]);
    thread.canReply = false;
    thread.contextValue = 'new';
    thread.label = linesOf(anchor.line, anchor.endLine);
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    this.#begun.set(writing, thread);
  }

  /** Opens an input in a comment's thread: for a reply, or for the words that are there. */
  write(thread: vscode.CommentThread, writing: Writing, author: string): void {
    this.#inputs.expect(writing);
    const { comments } = thread;
    thread.comments =
      writing.kind === 'reply'
        ? [...comments, inEditing(writing.of, undefined, writing, author)]
        : comments.map((each) => {
            const { key, reply } = each as ThreadComment;
            return reply === writing.reply ? inEditing(key, reply, writing, each.author.name) : each;
          });
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
  }

  /** Closes an input; what the review holds is shown again. */
  close(writing: Writing): void {
    this.#inputs.done(writing);
    this.#begun.get(writing)?.dispose();
    this.#begun.delete(writing);
    for (const thread of this.#threads.values()) {
      if (!writingsIn(thread).includes(writing)) continue;
      for (const each of thread.comments as readonly ThreadComment[])
        if (each.writing === writing) each.writing = undefined;
      thread.comments = thread.comments.filter(
        (each) => each.mode === vscode.CommentMode.Preview || (each as ThreadComment).writing,
      );
    }
    this.#update();
  }

  /** From now on a comment that appears on the lines of this one gets its thread, which is not closed and opened. */
  saving(writing: Writing | undefined): void {
    this.#saving = writing;
  }

  /** The thread that a comment was just written in. */
  #written({ link }: ReviewComment): vscode.CommentThread | undefined {
    const { anchor } = this.#saving ?? {};
    const isIt =
      anchor !== undefined &&
      link?.file === anchor.file &&
      link.line === anchor.line &&
      link.endLine === anchor.endLine &&
      link.commit === anchor.commit;
    const thread = isIt && this.#saving ? this.#begun.get(this.#saving) : undefined;
    if (thread && this.#saving) {
      this.#begun.delete(this.#saving);
      this.#inputs.done(this.#saving);
    }
    return thread;
  }

  /** Threads move with the text; when it is saved, their places are looked up again. */
  #shift({ uri }: vscode.TextDocument, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    if (uri.scheme === 'comment' || !changes.length) return;
    const key = uri.toString();
    for (const thread of [...this.#threads.values(), ...this.#begun.values()]) {
      if (!thread.range || thread.uri.toString() !== key) continue;
      const range = shiftedRange(thread.range, changes);
      if (!range.isEqual(thread.range)) thread.range = range;
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
