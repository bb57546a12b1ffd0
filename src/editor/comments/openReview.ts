import { join } from 'node:path';
import * as vscode from 'vscode';
import { type ComparedFile, type Comparison, changedBetween, commitIfAny, compare } from '../../git/comparison.ts';
import type { Repository } from '../../git/repository.ts';
import { HumanError } from '../../humanError.ts';
import { applyEdits, type Edit } from '../../markdown/edit.ts';
import { editFile, readForEdit, readTextIfAny, resolveInside, writeNew } from '../../records/files.ts';
import { refuseConflict } from '../../reviews/conflict.ts';
import { type Review, readReview } from '../../reviews/review.ts';
import { draftReview, type ReviewHead } from '../../reviews/reviewDraft.ts';
import { type Placed, placesOf } from './places.ts';

/** Where a review is: the repository, or the folder of a window without one. */
export interface ReviewPlace {
  /** Absolute, native. */
  readonly root: string;
  readonly repository: Repository | undefined;
}

/** What to review. */
export interface ReviewRequest extends ReviewPlace {
  /** The review's file, relative to the root; it need not be there yet. */
  readonly path: string;
  readonly head: ReviewHead;
  /** Files and folders that the review is limited to; empty for all that differ. */
  readonly scope: readonly string[];
}

/** How often an edit is computed anew because somebody else wrote the file in the meantime. */
const attempts = 3;

/** The review that somebody is at: its file as it is on disk, what it compares, and where its comments are now. */
export class OpenReview implements vscode.Disposable {
  readonly request: ReviewRequest;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  review: Review;
  comparison: Comparison | undefined;
  /** The commit that is checked out; undefined before the first one, and outside a repository. */
  checkedOut: string | undefined;
  files: readonly ComparedFile[] = [];
  placed: readonly Placed[] = [];
  /** Why there is nothing to compare. */
  problem: HumanError | undefined;

  private constructor(request: ReviewRequest) {
    this.request = request;
    this.review = readReview(request.path, draftReview(request.head));
  }

  static async open(request: ReviewRequest): Promise<OpenReview> {
    const open = new OpenReview(request);
    await open.refresh();
    return open;
  }

  get uri(): vscode.Uri {
    return vscode.Uri.file(join(this.request.root, this.request.path));
  }

  /** Whether the head's side is what is on disk: the working tree, or the commit that is checked out. */
  get headIsOnDisk(): boolean {
    return !this.comparison?.head || this.comparison.head === this.checkedOut;
  }

  /**
   * The commit of a side that is shown as it was, if a comment on a file stands there: the base of a file that differs, or a
   * head that is not checked out. A file that does not differ is commented on as it is on disk.
   */
  sideAt(commit: string | null, file: string): string | undefined {
    if (!this.comparison || commit === null) return undefined;
    const { base, head } = this.comparison;
    if (commit === head && commit !== base) return this.headIsOnDisk ? undefined : head;
    return commit === base && this.files.some(({ before }) => before === file) ? base : undefined;
  }

  /** Reads everything anew: the file, what differs, where the comments are. */
  async refresh(): Promise<void> {
    const [read] = await Promise.all([this.#read(), this.#compare()]);
    this.#show(read);
  }

  /** Reads the review's file, and looks where its comments are now. */
  async refreshComments(): Promise<void> {
    this.#show(await this.#read());
  }

  async #read(): Promise<Pick<OpenReview, 'review' | 'placed'>> {
    const { root, repository, path, head } = this.request;
    const text = (await readTextIfAny(join(root, path))) ?? draftReview(head);
    const review = readReview(path, text);
    return { review, placed: await placesOf(root, repository, review) };
  }

  #show({ review, placed }: Pick<OpenReview, 'review' | 'placed'>): void {
    this.review = review;
    this.placed = placed;
    this.#changed.fire();
  }

  async #compare(): Promise<void> {
    const { repository, head, scope } = this.request;
    if (!repository) return;
    let found: Pick<OpenReview, 'comparison' | 'files' | 'problem'> = {
      comparison: undefined,
      files: [],
      problem: undefined,
    };
    const checkedOut = await commitIfAny(repository, 'HEAD');
    try {
      if (head.base !== null) {
        const comparison = await compare(repository, head.base, head.head ?? undefined);
        found = { comparison, files: await changedBetween(repository, comparison, scope), problem: undefined };
      }
    } catch (error) {
      if (!(error instanceof HumanError)) throw error;
      // The comments can be read all the same.
      found = { ...found, problem: error };
    }
    Object.assign(this, found, { checkedOut });
  }

  /**
   * Changes the review's file by edits that are computed for it as it is on disk; a file that is not there is made.
   *
   * @param make computes the edits; it is called again for the new text where somebody else wrote the file meanwhile.
   * @returns the text before, and the edits that were made.
   * @throws HumanError where the file cannot be changed; it is then as it was.
   */
  async edit(make: (review: Review) => readonly Edit[]): Promise<{ before: string; edits: readonly Edit[] }> {
    const { root, path, head } = this.request;
    const file = await resolveInside(root, path);
    // What is typed in the file itself comes first.
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === this.uri.toString());
    if (document?.isDirty) await document.save();
    for (let attempt = 1; ; attempt++) {
      const there = (await readTextIfAny(file)) !== undefined;
      const before = there ? await readForEdit(file) : draftReview(head);
      refuseConflict(path, before);
      const edits = make(readReview(path, before));
      try {
        if (there) await editFile(file, before, edits);
        else await writeNew(file, applyEdits(before, edits));
        await this.refreshComments();
        return { before, edits };
      } catch (error) {
        const now = await readTextIfAny(file);
        const changed = there ? now !== before : now !== undefined;
        if (!changed || attempt === attempts) throw error;
      }
    }
  }

  /** Takes back what {@link edit} did. @throws HumanError where the file has changed since. */
  async undo(after: string, inverse: readonly Edit[]): Promise<void> {
    await editFile(await resolveInside(this.request.root, this.request.path), after, inverse);
    await this.refreshComments();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
