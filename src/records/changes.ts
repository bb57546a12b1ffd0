import { rm } from 'node:fs/promises';
import { HumanError } from '../humanError.ts';
import { applyEdits, type Edit } from '../markdown/edit.ts';
import { describe, editFile, readForEdit, resolveInside, writeNew } from './files.ts';

/** A change of one file: edits on its text, and perhaps another name. */
export interface FileChange {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** The text that the edits were computed for. */
  readonly before: string;
  readonly edits: readonly Edit[];
  /** The new name, relative to the root. */
  readonly to?: string;
}

/**
 * Makes changes to several files, all of them or none: if one fails, those already made are taken back.
 *
 * @throws HumanError where a file has changed since its edits were computed, or cannot be written.
 */
export async function applyChanges(root: string, changes: readonly FileChange[]): Promise<void> {
  const undo: (() => Promise<unknown>)[] = [];
  try {
    for (const change of changes) {
      const file = await resolveInside(root, change.path);
      if ((await readForEdit(file)) !== change.before) {
        throw new HumanError('{0} has changed in the meantime. Look at it, then try again.', [change.path]);
      }
      const after = applyEdits(change.before, change.edits);
      if (change.to === undefined) {
        await editFile(file, change.before, change.edits);
        undo.push(() => editFile(file, after, [{ start: 0, end: after.length, text: change.before }]));
        continue;
      }
      // The new file is whole before the old one goes; a name that is taken is never written over.
      const to = await resolveInside(root, change.to);
      await writeNew(to, after);
      undo.push(() => rm(to, { force: true }));
      await rm(file).catch((error: unknown) => Promise.reject(describe(error, change.path)));
      undo.push(() => writeNew(file, change.before));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => undefined);
    throw error;
  }
}
