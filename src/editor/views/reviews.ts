import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { Placed } from '../comments/places.ts';
import type { ReviewDesk } from '../comments/reviewDesk.ts';
import { sentence } from '../report.ts';
import { givenItem, lessonItem, lessonsItem } from './lessonItems.ts';
import { changedFileItem, commentItem, lostItem, openReviewItem, reviewFileItem, writingItem } from './reviewItems.ts';
import type { ChangedFileRow, ReviewFileRow, ReviewRow } from './reviewRows.ts';

const { Keyboard, Mouse } = vscode.TextEditorSelectionChangeKind;
const folder = 'docs/reviews';
const memory = 'review.reviewedFiles';
/** Reviews whose progress is remembered. */
const most = 20;

/** The tree view *Reviews*: the review that is open with its files and comments, then those that were written before. */
export class ReviewsView implements vscode.TreeDataProvider<ReviewRow>, vscode.Disposable {
  readonly #desk: ReviewDesk;
  readonly #memento: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<ReviewRow>;
  readonly #subscriptions: vscode.Disposable[];
  #watching = false;
  /** What the view shows of the open review. */
  #drawn = '';
  /** Which review that is. */
  #open: string | undefined;
  #selected: ReviewRow | undefined;
  /** Undefined before somebody has looked. */
  #found: { readonly reviews: readonly ReviewFileRow[]; readonly lessons: number } | undefined;

  constructor(desk: ReviewDesk, memento: vscode.Memento) {
    this.#desk = desk;
    this.#memento = memento;
    this.#view = vscode.window.createTreeView('leadHabits.reviews', { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.#changed,
      this.#view,
      desk.onDidChange(() => this.#follow()),
      this.#view.onDidChangeSelection(({ selection: [row] }) => {
        this.#selected = row;
      }),
      // Whoever has moved a cursor since means what is there.
      vscode.window.onDidChangeTextEditorSelection(({ kind }) => {
        if (kind === Keyboard || kind === Mouse) this.#selected = undefined;
      }),
      this.#view.onDidChangeCheckboxState(({ items }) => void this.#tick(items)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.refresh()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.refresh()),
    ];
  }

  /** The row that was selected last, unless somebody has gone on in an editor since. */
  get selected(): ReviewRow | undefined {
    return this.#selected;
  }

  /** Shows what has changed of the open review. A view that is drawn anew hands no rows to menus meanwhile: not for nothing. */
  #follow(): void {
    const { atWork, isOpening } = this.#desk;
    const { files, placed, problem, request } = atWork?.open ?? {};
    const comments = placed?.map(({ comment: { label, subject, discussion, resolved, decorations }, ...place }) => [
      { ...place, label, subject, discussion, resolved, decorations },
    ]);
    const lost = atWork?.lost.map(({ id }) => id);
    const now = JSON.stringify([request?.root, request?.path, files, comments, problem?.message, lost, isOpening]);
    if (now === this.#drawn) return;
    this.#drawn = now;
    const open = request && `${request.root}\n${request.path}`;
    if (open === this.#open) {
      this.#changed.fire(undefined);
      return;
    }
    // The one that was open before is listed below from now on. VS Code may not have told that its file was made.
    this.#open = open;
    this.refresh();
  }

  /** Looks anew which reviews and lessons there are. What is shown stays until that is known: rows keep working. */
  refresh(): void {
    void this.#look().then(() => this.#changed.fire(undefined));
  }

  async getChildren(row?: ReviewRow): Promise<ReviewRow[]> {
    switch (row?.kind) {
      case undefined:
        return this.#roots();
      case 'openReview':
        return this.#files();
      case 'changedFile':
        return this.#commentRows(row.comments);
      case 'lost':
        return this.#commentRows(row.comments);
      case 'lessons':
        return this.#lessons();
      case 'lesson':
        return row.lesson.given.map((target) => ({ kind: 'given', root: row.root, target }));
      default:
        return [];
    }
  }

  async #lessons(): Promise<ReviewRow[]> {
    const [{ rootsOf }, { lessonsIn }] = await Promise.all([
      import('../comments/reviewPlaces.ts'),
      import('../comments/lessonFiles.ts'),
    ]);
    const found = await Promise.all(
      (await rootsOf()).map(async (root) =>
        (await lessonsIn(root)).map((lesson) => ({ kind: 'lesson', root, lesson }) as const),
      ),
    );
    return found.flat();
  }

  async #roots(): Promise<ReviewRow[]> {
    this.#watch();
    const { atWork } = this.#desk;
    this.#view.message = atWork?.open.problem ? sentence(atWork.open.problem) : '';
    if (!this.#found) await this.#look();
    const { reviews, lessons: count } = this.#found ?? { reviews: [], lessons: 0 };
    const others = reviews.filter(
      ({ root, path }) => root !== atWork?.open.request.root || path !== atWork.open.request.path,
    );
    const lessons = count ? [{ kind: 'lessons', count } as const] : [];
    const rows = [...(atWork ? [{ kind: 'openReview' } as const] : []), ...others, ...lessons];
    // Before it is known that nothing is there, the view says nothing.
    void vscode.commands.executeCommand('setContext', 'leadHabits.reviewsEmpty', !this.#desk.isOpening && !rows.length);
    return rows;
  }

  async #look(): Promise<void> {
    if (!vscode.workspace.workspaceFolders?.length) {
      this.#found = { reviews: [], lessons: 0 };
      return;
    }
    const [{ rootsOf }, { lessonPaths }] = await Promise.all([
      import('../comments/reviewPlaces.ts'),
      import('../comments/lessonFiles.ts'),
    ]);
    const roots = await rootsOf();
    const [reviews, lessons] = await Promise.all([
      Promise.all(roots.map((root) => reviewsIn(root))),
      Promise.all(roots.map((root) => lessonPaths(root))),
    ]);
    // The newest first.
    const written = reviews.flat().sort((a, b) => (a.path < b.path ? 1 : -1));
    this.#found = { reviews: written, lessons: lessons.flat().length };
  }

  #files(): ReviewRow[] {
    const { atWork } = this.#desk;
    if (!atWork) return [];
    const { files, placed } = atWork.open;
    const byFile = new Map<string, ChangedFileRow>();
    for (const file of files) byFile.set(file.path, { kind: 'changedFile', path: file.path, file, comments: [] });
    const lost: Placed[] = [];
    const whole: Placed[] = [];
    for (const each of placed) {
      const { link, commit } = each.comment;
      // On a side that is not checked out a comment stands where it was written.
      const onSide = link?.line && atWork.open.sideAt(commit, link.file) ? link : undefined;
      const shown: Placed = onSide ? { ...each, ...onSide, state: 'same' } : each;
      const named = shown.file;
      if (named === null) {
        (each.state === 'orphaned' ? lost : whole).push(each);
        continue;
      }
      const path = files.find(({ before }) => before === named)?.path ?? named;
      const row = byFile.get(path) ?? { kind: 'changedFile', path, file: undefined, comments: [] };
      byFile.set(path, { ...row, comments: [...row.comments, shown] });
    }
    return [
      ...atWork.lost.map((writing) => ({ kind: 'writing', writing }) as const),
      ...(lost.length ? [{ kind: 'lost', comments: lost } as const] : []),
      ...this.#commentRows(whole),
      ...byFile.values(),
    ];
  }

  #commentRows(comments: ChangedFileRow['comments']): ReviewRow[] {
    return [...comments]
      .sort((a, b) => (a.line ?? a.comment.link?.line ?? 0) - (b.line ?? b.comment.link?.line ?? 0))
      .map((placed) => ({ kind: 'comment', placed }));
  }

  getTreeItem(row: ReviewRow): vscode.TreeItem {
    const { atWork } = this.#desk;
    const root = atWork?.open.request.root ?? '';
    switch (row.kind) {
      case 'openReview':
        return atWork ? openReviewItem(atWork, this.#reviewedCount()) : new vscode.TreeItem('');
      case 'review':
        return reviewFileItem(row);
      case 'changedFile':
        return changedFileItem(row, root, this.#reviewed().has(row.path));
      case 'comment':
        return commentItem(row, root, atWork?.open);
      case 'lost':
        return lostItem(row, root);
      case 'writing':
        return writingItem(row);
      case 'lessons':
        return lessonsItem(row);
      case 'lesson':
        return lessonItem(row);
      case 'given':
        return givenItem(row);
    }
  }

  // What was reviewed is the reviewer's own affair: it is remembered here, and stands in no file.

  #reviewed(): ReadonlySet<string> {
    const uri = this.#desk.atWork?.open.uri.toString();
    const all = this.#memento.get<Record<string, string[]>>(memory, {});
    return new Set(uri ? all[uri] : []);
  }

  #reviewedCount(): number {
    const reviewed = this.#reviewed();
    return this.#desk.atWork?.open.files.filter(({ path }) => reviewed.has(path)).length ?? 0;
  }

  async #tick(items: readonly (readonly [ReviewRow, vscode.TreeItemCheckboxState])[]): Promise<void> {
    const uri = this.#desk.atWork?.open.uri.toString();
    if (!uri) return;
    const reviewed = new Set(this.#reviewed());
    for (const [row, state] of items) {
      if (row.kind !== 'changedFile') continue;
      if (state === vscode.TreeItemCheckboxState.Checked) reviewed.add(row.path);
      else reviewed.delete(row.path);
    }
    const { [uri]: _, ...others } = this.#memento.get<Record<string, string[]>>(memory, {});
    const kept = Object.entries(others).slice(1 - most);
    await this.#memento.update(memory, Object.fromEntries([...kept, [uri, [...reviewed]]]));
    this.#changed.fire(undefined);
  }

  #watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    const watcher = vscode.workspace.createFileSystemWatcher('**/docs/{reviews,lessons}/*.md');
    this.#subscriptions.push(
      watcher,
      watcher.onDidCreate(() => this.refresh()),
      watcher.onDidChange(({ path }) => path.includes('/lessons/') && this.refresh()),
      watcher.onDidDelete(() => this.refresh()),
    );
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** The reviews that were written below a root. */
async function reviewsIn(root: string): Promise<ReviewFileRow[]> {
  const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(vscode.Uri.file(root), folder)).then(
    (found) => found,
    () => [],
  );
  return entries
    .filter(([name, type]) => name.endsWith('.md') && type !== vscode.FileType.Directory && !/^readme\./i.test(name))
    .map(([name]): ReviewFileRow => ({ kind: 'review', root, path: posix.join(folder, name) }));
}
