import { posix } from 'node:path';
import * as vscode from 'vscode';
import { HumanError } from '../../humanError.ts';
import { readTextIfAny, resolveInside, writeNew } from '../../records/files.ts';
import { insertLesson } from '../../reviews/insertLesson.ts';
import { draftGuideline, draftLesson, type Lesson, lessonText } from '../../reviews/lesson.ts';
import { reviewFolder } from '../../reviews/reviewDraft.ts';
import { focusedEditor } from '../comments/focusedInput.ts';
import { lessonsIn } from '../comments/lessonFiles.ts';
import { rootsOf } from '../comments/reviewPlaces.ts';
import { sentence, withoutIcons } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { mayWrite } from '../trust.ts';
import type { LessonRow } from '../views/reviewRows.ts';
import { type CommentTarget, commentMeant, rowMeant } from './reviewTargets.ts';

/** "Save as Lesson": a comment becomes a file that others find, and that knows where it was given. */
export async function saveAsLesson(surroundings: Surroundings, target?: CommentTarget): Promise<void> {
  const meant = await commentMeant(surroundings, target);
  const comment = meant?.work.threads.find(meant.key);
  if (!meant || !comment || !(await mayWrite())) return;
  const { review, request } = meant.work.open;
  let title = comment.subject;
  for (let trouble: string | undefined; ; ) {
    const answer = await vscode.window.showInputBox({
      title: vscode.l10n.t('Save as Lesson'),
      prompt: trouble ?? vscode.l10n.t('What is the lesson called?'),
      value: title,
      ignoreFocusOut: true,
      validateInput: (value) => (value.trim() ? undefined : vscode.l10n.t('A lesson needs a title.')),
    });
    if (answer === undefined) return;
    title = answer;
    const { path, text } = draftLesson(review, comment, title);
    try {
      await writeNew(await resolveInside(request.root, path), text);
    } catch (error) {
      if (!(error instanceof HumanError)) throw error;
      trouble = sentence(error);
      continue;
    }
    surroundings.reviewsView.refresh();
    await vscode.window.showTextDocument(vscode.Uri.joinPath(vscode.Uri.file(request.root), path), { preview: false });
    return;
  }
}

/** "Insert Lesson": what a lesson says, and a link to it, in the gaps of a comment, or where the cursor is in any text. */
export async function citeLesson({ desk }: Surroundings): Promise<void> {
  const own = desk.atWork?.open.request.root;
  const roots = own ? [own] : await rootsOf();
  const found = (
    await Promise.all(roots.map(async (root) => (await lessonsIn(root)).map((lesson) => ({ root, lesson }))))
  ).flat();
  if (!found.length) {
    throw new HumanError('There is no lesson here yet. Choose "Save as Lesson" on a review comment worth reusing.');
  }
  const picked = await vscode.window.showQuickPick(
    found.map(({ root, lesson }) => ({
      label: withoutIcons(lesson.title),
      description: given(lesson),
      detail: withoutIcons((lesson.why ?? lesson.pattern ?? lesson.risk ?? '').split('\n').join(' ')),
      root,
      lesson,
    })),
    {
      title: vscode.l10n.t('Insert Lesson'),
      placeHolder: vscode.l10n.t('Which lesson?'),
      matchOnDetail: true,
    },
  );
  if (!picked) return;
  const editor = await focusedEditor();
  if (!editor) throw new HumanError('No text is being written. Open a comment or a file, then try again.');
  const { document, selection } = editor;
  const selected = { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
  const edits = insertLesson(
    document.getText(),
    selected,
    picked.lesson,
    `${folderOf(document.uri, picked.root)}/x.md`,
  );
  await editor.edit((edit) => {
    for (const { start, end, text } of edits) {
      edit.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
    }
  });
}

function given({ given: { length } }: Lesson): string {
  if (!length) return '';
  return length === 1 ? vscode.l10n.t('given once') : vscode.l10n.t('given {0} times', length);
}

/** Where links are relative to: a file's folder and, in a comment, that of the reviews. */
function folderOf(uri: vscode.Uri, root: string): string {
  if (uri.scheme !== 'file') return reviewFolder;
  const path = posix.relative(vscode.Uri.file(root).path, uri.path);
  return path.startsWith('..') ? reviewFolder : posix.dirname(path);
}

/** A lesson that was given often becomes the context of a decision that the team can take. */
export async function lessonToDecision(surroundings: Surroundings, target?: LessonRow): Promise<void> {
  const { lesson } = rowMeant(surroundings, target, 'lesson');
  if (!(await mayWrite())) return;
  const { begin } = await import('./newDecision.ts');
  await begin(surroundings, {
    title: vscode.l10n.t('New Decision Record'),
    question: vscode.l10n.t('What is being decided?'),
    guess: lesson.title,
    request: (folder) => ({ context: lessonText(lesson, `${folder}/x.md`) }),
  });
}

/** A lesson that was given often becomes a guideline of the team. */
export async function lessonToGuideline(surroundings: Surroundings, target?: LessonRow): Promise<void> {
  const { root, lesson } = rowMeant(surroundings, target, 'lesson');
  if (!(await mayWrite())) return;
  const { path, text } = draftGuideline(lesson);
  const file = await resolveInside(root, path);
  // One that was made before is the guideline: it is shown, and what was written in it stays.
  if ((await readTextIfAny(file)) === undefined) await writeNew(file, text);
  await vscode.window.showTextDocument(vscode.Uri.joinPath(vscode.Uri.file(root), path), { preview: false });
}
