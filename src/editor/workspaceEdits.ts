import * as vscode from 'vscode';
import { HumanError } from '../humanError.ts';
import type { Edit } from '../markdown/edit.ts';
import { Lines } from '../markdown/lines.ts';
import { applyChanges, type FileChange } from '../records/changes.ts';

/**
 * Makes changes to files of a folder as one step that the editor can undo, and saves them.
 *
 * A file that mixes line endings is changed on disk instead: the editor would make them all alike.
 *
 * @param root absolute path that the changes' paths are relative to.
 * @param save saves a changed document.
 * @throws HumanError where a file has changes that are not saved, or has changed since the edits were computed.
 */
export async function applyUndoably(
  root: string,
  changes: readonly FileChange[],
  save: (document: vscode.TextDocument) => PromiseLike<unknown> = (document) => document.save(),
): Promise<void> {
  const onDisk = changes.filter(({ before, to }) => to === undefined && mixesLineEndings(before));
  const edit = new vscode.WorkspaceEdit();
  const touched: vscode.Uri[] = [];
  for (const change of changes) {
    if (onDisk.includes(change)) continue;
    const uri = uriIn(root, change.path);
    const document = await vscode.workspace.openTextDocument(uri);
    if (normal(document.getText()) !== normal(change.before)) {
      throw new HumanError('{0} has changes that are not saved. Save it, then try again.', [change.path]);
    }
    if (change.edits.length) edit.set(uri, textEdits(change.before, change.edits));
    if (change.to !== undefined) edit.renameFile(uri, uriIn(root, change.to), { overwrite: false });
    touched.push(uriIn(root, change.to ?? change.path));
  }
  await applyChanges(root, onDisk);
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new HumanError('The editor could not make the change. Close what else edits these files, then try again.');
  }
  for (const uri of touched) {
    const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
    if (document) await save(document);
  }
}

/** Edits on a file's text as edits of the editor's document, in which line endings are one and a byte order mark is none. */
export function textEdits(before: string, edits: readonly Edit[]): vscode.TextEdit[] {
  const lines = new Lines(before);
  return edits.map(({ start, end, text }) => {
    return vscode.TextEdit.replace(
      new vscode.Range(positionOf(before, lines, start), positionOf(before, lines, end)),
      text,
    );
  });
}

function positionOf(text: string, lines: Lines, offset: number): vscode.Position {
  let line = 0;
  for (let [low, high] = [0, lines.count - 1]; low <= high; ) {
    const middle = (low + high) >> 1;
    if (lines.at(middle).start <= offset) {
      line = middle;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  const mark = line === 0 && text.startsWith('\uFEFF') ? 1 : 0;
  return new vscode.Position(line, Math.max(0, offset - lines.at(line).start - mark));
}

function uriIn(root: string, path: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.file(root), path);
}

function normal(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** Whether the editor can hold a text without changing any of its line endings. */
export function isOneLineEnding(text: string): boolean {
  return !mixesLineEndings(text);
}

function mixesLineEndings(text: string): boolean {
  return /\r\n/.test(text) && /(?<!\r)\n/.test(text);
}
