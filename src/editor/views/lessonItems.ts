import { join, posix } from 'node:path';
import * as vscode from 'vscode';
import type { GivenRow, LessonRow, LessonsRow } from './reviewRows.ts';

const { Collapsed, None } = vscode.TreeItemCollapsibleState;
/** A lesson that was given so often may as well be a rule. */
const often = 3;

export function lessonsItem({ count }: LessonsRow): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Lessons'), Collapsed);
  item.id = 'lessons';
  item.description = String(count);
  item.iconPath = new vscode.ThemeIcon('mortar-board');
  item.tooltip = vscode.l10n.t('Review comments worth reusing');
  item.contextValue = 'lessons';
  return item;
}

export function lessonItem({ root, lesson }: LessonRow): vscode.TreeItem {
  const { title, path, given, why } = lesson;
  const item = new vscode.TreeItem(title, given.length ? Collapsed : None);
  item.id = `lesson\n${root}\n${path}`;
  const times = given.length === 1 ? vscode.l10n.t('given once') : vscode.l10n.t('given {0} times', given.length);
  const isOften = given.length >= often;
  item.description = [given.length ? times : '', isOften ? vscode.l10n.t('make it a rule?') : '']
    .filter(Boolean)
    .join(', ');
  item.contextValue = isOften ? 'lesson often' : 'lesson';
  const tooltip = new vscode.MarkdownString().appendText(title);
  if (why) tooltip.appendText(`\n\n${why}`);
  if (isOften) {
    tooltip.appendText(
      `\n\n${vscode.l10n.t('{0}: from its menu it becomes a decision record or a guideline of the team.', times)}`,
    );
  }
  item.tooltip = tooltip.appendText(`\n\n${path}`);
  item.iconPath = new vscode.ThemeIcon('lightbulb');
  item.command = open(vscode.Uri.file(join(root, path)));
  return item;
}

export function givenItem({ root, target }: GivenRow): vscode.TreeItem {
  const [path = '', id = ''] = target.split('#');
  const item = new vscode.TreeItem(posix.basename(path, '.md'), None);
  item.description = id.replaceAll('-', ' ');
  item.iconPath = new vscode.ThemeIcon('comment');
  item.tooltip = target;
  item.command = open(vscode.Uri.file(join(root, path)));
  return item;
}

function open(uri: vscode.Uri): vscode.Command {
  return { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri, { preview: true }] };
}
