import { basename, join, posix } from 'node:path';
import * as vscode from 'vscode';
import type { AtWork } from '../comments/atWork.ts';
import type { OpenReview } from '../comments/openReview.ts';
import { nearbyDate } from './recordItem.ts';
import type { ChangedFileRow, CommentRow, LostRow, ReviewFileRow, WritingRow } from './reviewRows.ts';

const { Expanded, None } = vscode.TreeItemCollapsibleState;

/** `3 comments, 1 open`. */
export function commentCount(all: number, open: number): string {
  if (!all) return '';
  const comments = all === 1 ? vscode.l10n.t('1 comment') : vscode.l10n.t('{0} comments', all);
  return open ? vscode.l10n.t('{0}, {1} open', comments, open) : vscode.l10n.t('{0}, all resolved', comments);
}

export function openReviewItem({ open }: AtWork, reviewed: number): vscode.TreeItem {
  const { files, review, request } = open;
  const item = new vscode.TreeItem(request.head.subject, Expanded);
  item.id = `open\n${open.uri.toString()}`;
  const count = commentCount(review.comments.length, review.comments.filter(({ resolved }) => !resolved).length);
  const progress = files.length ? vscode.l10n.t('{0} of {1} files', reviewed, files.length) : '';
  item.description = [progress, count].filter(Boolean).join(', ');
  item.iconPath = new vscode.ThemeIcon('git-pull-request');
  item.contextValue = 'openReview';
  const { base, head } = request.head;
  const tooltip = new vscode.MarkdownString().appendText(request.head.subject);
  if (base !== null) {
    tooltip.appendText(
      `\n\n${vscode.l10n.t('{0} since it left {1}', head ?? vscode.l10n.t('The working tree'), base)}`,
    );
  }
  item.tooltip = tooltip.appendText(`\n\n${request.path}`);
  return item;
}

export function reviewFileItem({ root, path }: ReviewFileRow): vscode.TreeItem {
  const [, date, slug = ''] = /^(?:(\d{4}-\d\d-\d\d)-)?(.*)\.md$/.exec(posix.basename(path)) ?? [];
  const item = new vscode.TreeItem(slug.replaceAll('-', ' ') || posix.basename(path), None);
  item.id = `review\n${root}\n${path}`;
  const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  item.description = [date ? nearbyDate(date) : '', several ? basename(root) : ''].filter(Boolean).join(', ');
  item.iconPath = new vscode.ThemeIcon('comment-discussion');
  item.contextValue = 'review';
  item.tooltip = path;
  item.command = {
    command: 'leadHabits.openReview',
    title: vscode.l10n.t('Open Review'),
    arguments: [{ kind: 'review', root, path }],
  };
  return item;
}

const letters = { added: 'A', modified: 'M', deleted: 'D', renamed: 'R' } as const;

export function changedFileItem(
  { path, file, comments }: ChangedFileRow,
  root: string,
  reviewed: boolean,
): vscode.TreeItem {
  const item = new vscode.TreeItem(posix.basename(path), comments.length ? Expanded : None);
  // A row that gets its first comment is another one to the tree, and so open.
  item.id = `file\n${root}\n${path}\n${comments.length > 0}`;
  item.resourceUri = vscode.Uri.file(join(root, path));
  item.iconPath = vscode.ThemeIcon.File;
  const folder = posix.dirname(path);
  const lines = file && file.added !== null ? `+${file.added} -${file.removed ?? 0}` : '';
  const sort = file?.submodule
    ? vscode.l10n.t('submodule')
    : file?.change === 'renamed'
      ? vscode.l10n.t('was {0}', file.before ?? '')
      : '';
  item.description = [file ? letters[file.change] : '', lines, sort, folder === '.' ? '' : folder]
    .filter(Boolean)
    .join('  ');
  item.tooltip = path;
  item.contextValue = 'changedFile';
  if (file) {
    item.checkboxState = {
      state: reviewed ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
      tooltip: reviewed ? vscode.l10n.t('Reviewed') : vscode.l10n.t('Not reviewed yet'),
    };
  }
  item.command = {
    command: 'leadHabits.openChange',
    title: vscode.l10n.t('Open'),
    arguments: [{ kind: 'changedFile', path, file, comments }],
  };
  return item;
}

export function commentItem({ placed }: CommentRow, root: string, open: OpenReview | undefined): vscode.TreeItem {
  const { comment, line } = placed;
  const at = line ?? comment.link?.line;
  const words = comment.subject || vscode.l10n.t('Comment');
  const item = new vscode.TreeItem(at ? `${at} ${words}` : words, None);
  item.id = `comment\n${root}\n${placed.key}`;
  item.iconPath = new vscode.ThemeIcon(
    comment.resolved ? 'pass' : placed.state === 'orphaned' ? 'question' : 'comment',
  );
  const base = open?.comparison?.base;
  const onBase =
    base !== undefined && comment.link !== null && open?.sideAt(comment.commit, comment.link.file) === base;
  const facts = [
    onBase ? vscode.l10n.t('in {0}', open?.request.head.base ?? '') : '',
    comment.label === null ? '' : [comment.label, ...comment.decorations].join(', '),
    comment.resolved
      ? vscode.l10n.t('resolved')
      : placed.state === 'changed'
        ? vscode.l10n.t('the lines have changed')
        : '',
  ];
  item.description = facts.filter(Boolean).join(', ');
  const tooltip = new vscode.MarkdownString().appendText(words);
  if (comment.quote) tooltip.appendText('\n\n').appendCodeblock(comment.quote.slice(0, 12).join('\n'));
  item.tooltip = tooltip.appendText(`\n\n${comment.discussion.slice(0, 600)}`);
  item.contextValue = ['reviewComment', comment.resolved ? 'resolved' : 'open', placed.state].join(' ');
  item.command = {
    command: 'leadHabits.openComment',
    title: vscode.l10n.t('Open'),
    arguments: [{ kind: 'comment', placed }],
  };
  return item;
}

export function lostItem({ comments }: LostRow, root: string): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Place not found'), Expanded);
  item.id = `lost\n${root}`;
  item.description = String(comments.length);
  item.iconPath = new vscode.ThemeIcon('question');
  item.tooltip = vscode.l10n.t('The lines of these comments are gone, or it is in doubt where they are.');
  item.contextValue = 'lostComments';
  return item;
}

export function writingItem({ writing }: WritingRow): vscode.TreeItem {
  const first = writing.text.trim().split('\n', 1)[0] ?? '';
  const item = new vscode.TreeItem(first || vscode.l10n.t('Comment'), None);
  item.id = `writing\n${writing.id}`;
  item.description = vscode.l10n.t('not saved, its lines are gone');
  item.iconPath = new vscode.ThemeIcon('edit');
  item.tooltip = new vscode.MarkdownString().appendText(writing.text);
  item.contextValue = 'lostWriting';
  return item;
}
