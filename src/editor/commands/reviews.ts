import * as vscode from 'vscode';
import { HumanError } from '../../humanError.ts';
import type { ThreadComment } from '../comments/threadComment.ts';
import type { Surroundings } from '../surroundings.ts';
import type {
  ChangedFileRow,
  CommentRow,
  LessonRow,
  ReviewFileRow,
  ReviewRow,
  WritingRow,
} from '../views/reviewRows.ts';
import type { CommentTarget } from './reviewTargets.ts';

/** What a menu or a row hands to a command; each command's own menus decide which of them it is. */
type Target = vscode.Uri | ReviewRow | vscode.CommentThread | vscode.CommentReply | ThreadComment | undefined;

const changes = () => import('./reviewChanges.ts');
const comments = () => import('./reviewComments.ts');
const lessons = () => import('./lessons.ts');
const pullRequest = () => import('./pullRequest.ts');

type Handler = (with_: Surroundings, target: Target) => unknown;

/** The commands of reviews by their ids. What a command needs is loaded when it first runs. */
const commands: Readonly<Record<string, Handler>> = {
  'leadHabits.reviewChanges': async (with_) => (await changes()).reviewChanges(with_),
  'leadHabits.reviewFiles': async (with_, target) =>
    (await changes()).reviewFiles(with_, target instanceof vscode.Uri ? target : undefined),
  'leadHabits.closeReview': ({ desk }) => desk.close(),
  'leadHabits.refreshReviews': async ({ desk, reviewsView }) => {
    await desk.atWork?.open.refresh();
    reviewsView.refresh();
  },
  'leadHabits.commentHere': async (with_) => (await comments()).commentHere(with_),
  'leadHabits.insertLesson': async (with_) => (await lessons()).citeLesson(with_),
  'leadHabits.copyReview': async (with_) => (await pullRequest()).copyReview(with_),
  'leadHabits.commitReview': async (with_, target) =>
    (await comments()).commitReview(with_, target as ReviewRow | undefined),
};

/** Commands about a row of the view, a thread or an input; from the palette and by a key, about the one that is selected. */
const commandsAbout: Readonly<Record<string, Handler>> = {
  'leadHabits.openReview': async (with_, target) => (await changes()).openReview(with_, target as ReviewFileRow),
  'leadHabits.openChange': async (with_, target) => (await comments()).openChange(with_, target as ChangedFileRow),
  'leadHabits.openComment': async (with_, target) => (await comments()).openComment(with_, target as CommentRow),
  'leadHabits.beginComment': async (with_, target) =>
    (await comments()).beginComment(with_, target as vscode.CommentReply),
  'leadHabits.saveComment': async (with_, target) => (await comments()).saveComment(with_, target as ThreadComment),
  'leadHabits.discardComment': async (with_, target) =>
    (await comments()).discardComment(with_, target as ThreadComment),
  'leadHabits.leaveComment': async (with_) => (await comments()).leaveComment(with_),
  'leadHabits.editComment': async (with_, target) => (await comments()).rewriteComment(with_, target as CommentTarget),
  'leadHabits.replyToComment': async (with_, target) =>
    (await comments()).replyToComment(with_, target as CommentTarget),
  'leadHabits.resolveComment': async (with_, target) =>
    (await comments()).settleComment(with_, target as CommentTarget, true),
  'leadHabits.reopenComment': async (with_, target) =>
    (await comments()).settleComment(with_, target as CommentTarget, false),
  'leadHabits.deleteComment': async (with_, target) =>
    (await comments()).deleteReviewComment(with_, target as CommentTarget),
  'leadHabits.findAgain': async (with_, target) =>
    (await comments()).findAgain(with_, target as CommentRow | WritingRow),
  'leadHabits.discardLost': async (with_, target) => (await comments()).discardLost(with_, target as WritingRow),
  'leadHabits.saveAsLesson': async (with_, target) => (await lessons()).saveAsLesson(with_, target as CommentTarget),
  'leadHabits.lessonToDecision': async (with_, target) =>
    (await lessons()).lessonToDecision(with_, target as LessonRow),
  'leadHabits.lessonToGuideline': async (with_, target) =>
    (await lessons()).lessonToGuideline(with_, target as LessonRow),
  'leadHabits.copyForPullRequest': async (with_, target) =>
    (await pullRequest()).copyComment(with_, target as CommentTarget),
};

/** Registers the commands of reviews; an error in one is shown, never lost. */
export function registerReviewCommands(surroundings: Surroundings): vscode.Disposable[] {
  const register = (id: string, handler: Handler, isAbout: boolean) =>
    vscode.commands.registerCommand(id, async (...args: readonly Target[]) => {
      try {
        const [target] = args;
        // A menu hands on no row while the view takes up what has changed. The one that is selected may be another.
        if (isAbout && args.length && !target) {
          throw new HumanError('The view was just being read again. Choose the command once more.');
        }
        await handler(surroundings, target);
      } catch (error) {
        await surroundings.reporter.show(error);
      }
    });
  return [
    ...Object.entries(commands).map(([id, handler]) => register(id, handler, false)),
    ...Object.entries(commandsAbout).map(([id, handler]) => register(id, handler, true)),
  ];
}
