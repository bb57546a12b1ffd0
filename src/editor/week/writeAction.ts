import * as vscode from 'vscode';
import type { ActionItem } from '../../actions/carryOver.ts';
import { type ActionChange, changeAction } from '../../actions/change.ts';
import { HumanError } from '../../humanError.ts';
import { applyEdits, type Edit, invertEdits } from '../../markdown/edit.ts';
import { editFile, readForEdit, resolveInside } from '../../records/files.ts';
import { saveAsItIs } from '../saving.ts';
import { localDate } from '../today.ts';
import type { OpenActions } from './actionLogs.ts';

/** A change of a line that was written, and what takes it back. */
export interface Written {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly after: string;
  readonly back: readonly Edit[];
}

/**
 * Changes an action on the line that said it last, and nothing else of its file. What is typed and not saved there is saved
 * first; an editor that shows the file follows.
 *
 * @throws HumanError where the line says something else by now, or cannot be written.
 */
export async function writeAction({ log }: OpenActions, item: ActionItem, change: ActionChange): Promise<Written> {
  const said = log.lastSaid(item);
  if (!said) {
    throw new HumanError('"{0}" is not there any more. Look at {1}, then try again.', [
      item.text,
      item.sources.at(-1)?.path ?? '',
    ]);
  }
  const { path } = said.source;
  const { file, text } = await textOf(log.root, path);
  const changed = changeAction(log.reader, path, text, said.action, change, localDate());
  if (changed.kind === 'refused') throw new HumanError(changed.reason.template, changed.reason.args);
  const { edits, action } = changed;
  const after = edits.length ? await editFile(file, text, edits) : text;
  return { path, line: action.line, after, back: invertEdits(text, edits) };
}

/** Takes a change back, byte for byte. @returns false where the file has been changed since. */
export async function takeBack(root: string, { path, after, back }: Written): Promise<boolean> {
  const { file, text } = await textOf(root, path);
  if (text !== after) return false;
  await editFile(file, text, back);
  return applyEdits(after, back) !== after;
}

/** A file's text on disk, after what is typed in an editor was saved. */
async function textOf(root: string, path: string): Promise<{ file: string; text: string }> {
  const file = await resolveInside(root, path);
  const uri = vscode.Uri.joinPath(vscode.Uri.file(root), path).toString();
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri);
  if (document?.isDirty) await saveAsItIs(document);
  return { file, text: await readForEdit(file) };
}
