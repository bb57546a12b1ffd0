import { join } from 'node:path';
import * as vscode from 'vscode';
import { editFile, readForEdit, readRecordSync, resolveInside } from '../../records/files.ts';
import { addGiven, type Lesson, lessonFolder, lessonsCited, readLesson } from '../../reviews/lesson.ts';
import type { Review, ReviewComment } from '../../reviews/review.ts';

/** The paths of a root's lessons, relative to it. */
export async function lessonPaths(root: string): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.file(join(root, lessonFolder))).then(
    (found) => found,
    () => [],
  );
  return entries
    .filter(([name, type]) => name.endsWith('.md') && type !== vscode.FileType.Directory && !/^readme\./i.test(name))
    .map(([name]) => `${lessonFolder}/${name}`)
    .sort();
}

/** A root's lessons, those given most often first. */
export async function lessonsIn(root: string): Promise<Lesson[]> {
  const lessons = (await lessonPaths(root)).flatMap((path) => {
    const text = readRecordSync(root, path);
    return text === undefined ? [] : [readLesson(path, text)];
  });
  return lessons.sort((a, b) => b.given.length - a.given.length || a.title.localeCompare(b.title));
}

/** Lists a comment in the lessons that it cites. A lesson that is not there is none. */
export async function noteGiven(root: string, review: Review, comment: ReviewComment): Promise<void> {
  for (const path of lessonsCited(comment.discussion, review.path)) {
    const file = await resolveInside(root, path).catch(() => undefined);
    if (!file || readRecordSync(root, path) === undefined) continue;
    const before = await readForEdit(file);
    await editFile(file, before, addGiven(path, before, review, comment));
  }
}
