import { basename, dirname, join, relative, sep } from 'node:path';
import * as vscode from 'vscode';
import type { Move } from '../../decisions/move.ts';
import type { DecisionLogs, OpenLog } from '../decisionLogs.ts';
import { withoutLinks } from '../report.ts';

/** A record's text before and after it followed a move, with one kind of line ending. */
interface Followed {
  readonly before: string;
  readonly after: string;
}

/** The patterns of a record that name what has moved and stay as they were. */
interface Left {
  readonly root: string;
  readonly path: string;
  readonly patterns: readonly string[];
}

/** Milliseconds in which the steps of an undo are gathered before records are saved. */
const settle = 50;
const longestRecord = 1024 * 1024;

/**
 * Lets records follow files and folders that are renamed or moved in the editor: their `affects` and their links. The
 * edits go with the rename as one step to undo, and VS Code asks before it makes them. What it makes, or takes back, in a
 * record that had no other changes is saved.
 */
export class RecordsFollowMoves implements vscode.Disposable {
  readonly #logs: DecisionLogs;
  readonly #followed = new Map<string, Followed>();
  readonly #subscriptions: vscode.Disposable[];
  #left: Left[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(logs: DecisionLogs) {
    this.#logs = logs;
    this.#subscriptions = [
      vscode.workspace.onWillRenameFiles((event) => {
        if (this.#wanted()) event.waitUntil(this.#follow(event.files));
      }),
      vscode.workspace.onDidRenameFiles(() => {
        this.#saveSoon();
        void this.#tellLeft();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, reason }) => {
        // An undo or a redo, also of the rename: the first edits are saved when what they follow has moved.
        if (reason !== undefined && this.#followed.has(document.uri.toString())) this.#saveSoon();
      }),
    ];
  }

  #wanted(): boolean {
    return (
      vscode.workspace.isTrusted && vscode.workspace.getConfiguration('leadHabits').get<boolean>('followRenames', true)
    );
  }

  async #follow(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]) {
    const { editsForMoves, leftBehind } = await import('../../decisions/moves.ts');
    const { movedPath } = await import('../../decisions/move.ts');
    const { isMarkdown } = await import('../../decisions/naming.ts');
    const { textEdits } = await import('../workspaceEdits.ts');
    const edit = new vscode.WorkspaceEdit();
    this.#followed.clear();
    this.#left = [];
    for (const open of await this.#logs.all()) {
      const { root, records } = open.log;
      const moves = await movesWithin(open, files);
      if (!moves.length) continue;
      for (const { path } of records) {
        if (!isMarkdown(path)) continue;
        const uri = vscode.Uri.file(join(root, path));
        const current = await textOf(uri);
        if (current === undefined) continue;
        const moved = movedPath(path, moves);
        const left = leftBehind(current.text, moves);
        if (left.length) this.#left.push({ path: moved ?? path, root, patterns: left });
        const edits = editsForMoves(path, current.text, moves);
        if (!edits.length) continue;
        edit.set(uri, textEdits(current.text, edits));
        if (current.unsaved) continue;
        const { applyEdits } = await import('../../markdown/edit.ts');
        const followed = { before: normal(current.text), after: normal(applyEdits(current.text, edits)) };
        this.#followed.set(uri.toString(), followed);
        if (moved !== undefined) this.#followed.set(vscode.Uri.file(join(root, moved)).toString(), followed);
      }
    }
    return edit.size ? edit : undefined;
  }

  /** Names the patterns that could not follow, with the way to the record. */
  async #tellLeft(): Promise<void> {
    const [first, ...others] = this.#left;
    this.#left = [];
    if (!first) return;
    const open = vscode.l10n.t('Open Record');
    const { path, root, patterns } = first;
    const named = patterns.map(withoutLinks).join(', ');
    const choice = await vscode.window.showWarningMessage(
      others.length
        ? vscode.l10n.t(
            '{0} still names {1}, and {2} other records name what has moved, in a way that could not follow. Change "affects" by hand.',
            withoutLinks(path),
            named,
            others.length,
          )
        : vscode.l10n.t(
            '{0} still names {1}, in a way that could not follow. Change "affects" by hand.',
            withoutLinks(path),
            named,
          ),
      open,
    );
    if (choice === open) await vscode.window.showTextDocument(vscode.Uri.file(join(root, path)), { preview: false });
  }

  #saveSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), settle);
  }

  async #save(): Promise<void> {
    for (const document of vscode.workspace.textDocuments) {
      const followed = document.isDirty ? this.#followed.get(document.uri.toString()) : undefined;
      if (!followed) continue;
      const text = normal(document.getText());
      if (text === followed.before || text === followed.after) await document.save();
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** The moves among these that stay within a log's root. */
async function movesWithin(
  { log }: OpenLog,
  files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[],
): Promise<Move[]> {
  const moves: Move[] = [];
  for (const { oldUri, newUri } of files) {
    const [from, to] = await Promise.all([pathWithin(log.root, oldUri), pathWithin(log.root, newUri)]);
    if (from !== undefined && to !== undefined && from !== to) moves.push({ from, to });
  }
  return moves;
}

/** A path relative to a root, with `/`, links on the way to it followed; undefined outside the root. */
async function pathWithin(root: string, uri: vscode.Uri): Promise<string | undefined> {
  if (uri.scheme !== 'file') return undefined;
  const { resolveInside } = await import('../../records/files.ts');
  // What is renamed may be a link itself: its folder decides.
  const folder = await resolveInside(root, dirname(uri.fsPath)).catch(() => undefined);
  if (folder === undefined) return undefined;
  const { realpath } = await import('node:fs/promises');
  const path = relative(await realpath(root), join(folder, basename(uri.fsPath)));
  return path.split(sep).join('/');
}

/** A record's text as it is in the editor, or else on disk; undefined where the editor could not write it back as it is. */
async function textOf(uri: vscode.Uri): Promise<{ readonly text: string; readonly unsaved: boolean } | undefined> {
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  if (document?.isDirty) return { text: document.getText(), unsaved: true };
  const { readForEdit } = await import('../../records/files.ts');
  const text = await readForEdit(uri.fsPath).catch(() => undefined);
  // The editor makes all line endings of a file alike, and a lone CR one of them.
  const mixed = text !== undefined && (/\r(?!\n)/.test(text) || (text.includes('\r\n') && /(?<!\r)\n/.test(text)));
  return text === undefined || mixed || text.length > longestRecord ? undefined : { text, unsaved: false };
}

function normal(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
