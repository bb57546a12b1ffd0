import { basename, relative, sep } from 'node:path';
import * as vscode from 'vscode';
import { linkTo } from '../../decisions/draft.ts';
import { linkTarget } from '../../decisions/linkTarget.ts';
import { MarkdownDocument } from '../../markdown/document.ts';
import type { DecisionLogs, OpenLog } from '../decisionLogs.ts';

/** Where lessons are kept, relative to a folder of the window. */
const lessons = 'docs/lessons/*.md';
const mostLessons = 500;
const longestLesson = 1_000_000;

/** Where the reviews are that our own inputs are written into, relative to the root. */
const reviewFolder = 'docs/reviews';

/** Lessons by title and decision records, newest number first, as links to insert. */
export async function citations(logs: DecisionLogs, document: vscode.TextDocument): Promise<vscode.CompletionItem[]> {
  const items: vscode.CompletionItem[] = [];
  for (const open of await logs.all()) {
    const folder = folderOf(document, open);
    if (folder === undefined) continue;
    for (const { path, title } of await lessonsIn(open)) {
      const target = linkTarget(folder, path);
      items.push(citation(title, 'lesson', path, cite(document, title, path, `[${escaped(title)}](${target})`)));
    }
    for (const record of [...open.log.records].sort((one, other) => (other.number ?? 0) - (one.number ?? 0))) {
      const name = record.number === null ? record.title : `${record.number}. ${record.title}`;
      items.push(citation(name, 'decision', record.path, cite(document, name, record.path, linkTo(record, folder))));
    }
  }
  return items;
}

/** A commit message is plain text. */
function cite({ languageId }: vscode.TextDocument, name: string, path: string, link: string): string {
  return languageId === 'markdown' ? link : `${name} (${path})`;
}

function citation(name: string, kind: 'lesson' | 'decision', path: string, text: string): vscode.CompletionItem {
  const what = kind === 'lesson' ? vscode.l10n.t('lesson') : vscode.l10n.t('decision');
  const item = new vscode.CompletionItem({ label: name, description: what }, vscode.CompletionItemKind.Reference);
  item.insertText = text;
  item.filterText = `${kind} ${name}`;
  item.detail = path;
  return item;
}

/** What links in a document are relative to; undefined for a file of another folder. */
function folderOf({ uri }: vscode.TextDocument, { log }: OpenLog): string | undefined {
  if (uri.scheme === 'comment') return !uri.authority || uri.authority.startsWith('leadHabits') ? reviewFolder : '';
  if (uri.scheme !== 'file') return '';
  const path = relative(log.root, uri.fsPath).split(sep).join('/');
  return path.startsWith('../') ? undefined : path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

interface Lesson {
  /** Relative to the log's root, with `/`. */
  readonly path: string;
  readonly title: string;
}

async function lessonsIn({ workspaceFolder, log }: OpenLog): Promise<Lesson[]> {
  const pattern = new vscode.RelativePattern(workspaceFolder, lessons);
  const files = await vscode.workspace.findFiles(pattern, undefined, mostLessons);
  const found = await Promise.all(
    files.map(async (uri): Promise<Lesson[]> => {
      const bytes = await vscode.workspace.fs.readFile(uri).then(undefined, () => new Uint8Array());
      if (!bytes.length || bytes.length > longestLesson) return [];
      const path = relative(log.root, uri.fsPath).split(sep).join('/');
      const { sections } = new MarkdownDocument(new TextDecoder().decode(bytes));
      const title = sections.find(({ level }) => level === 1)?.title;
      return [{ path, title: title || basename(path, '.md').replaceAll('-', ' ') }];
    }),
  );
  return found.flat().sort((one, other) => one.title.localeCompare(other.title));
}

function escaped(text: string): string {
  return text.replace(/[[\]\\]/g, '\\$&');
}
