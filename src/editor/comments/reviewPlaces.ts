import { realpath } from 'node:fs/promises';
import * as vscode from 'vscode';
import { openRepository, type Repository } from '../../git/repository.ts';
import { HumanError } from '../../humanError.ts';
import { gitBinary } from '../gitExtension.ts';
import type { ReviewPlace } from './openReview.ts';

/** The repository around a folder; undefined where there is none, and while the folder is not trusted. */
export async function repositoryAt(folder: string): Promise<Repository | undefined> {
  // Git runs programs that a repository's own configuration names.
  return vscode.workspace.isTrusted ? openRepository(folder, await gitBinary()) : undefined;
}

/** Where a file is reviewed: the repository that it is in, or its workspace folder. */
export async function placeOf(uri: vscode.Uri): Promise<ReviewPlace | undefined> {
  if (uri.scheme !== 'file') return undefined;
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const repository = await repositoryAt(uri.fsPath);
  if (repository) return { root: repository.root, repository };
  return folder && { root: await realpath(folder.uri.fsPath), repository: undefined };
}

/** The repositories of the window's folders, each once. */
export async function repositories(): Promise<Repository[]> {
  const found = new Map<string, Repository>();
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const repository = uri.scheme === 'file' ? await repositoryAt(uri.fsPath) : undefined;
    if (repository) found.set(repository.root, repository);
  }
  return [...found.values()];
}

/** The roots that reviews are kept under: repositories and, where there is none or no trust yet, the folders themselves. */
export async function rootsOf(): Promise<string[]> {
  const roots = new Set<string>();
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    if (uri.scheme !== 'file') continue;
    const repository = await repositoryAt(uri.fsPath).catch(() => undefined);
    roots.add(repository?.root ?? (await realpath(uri.fsPath).catch(() => uri.fsPath)));
  }
  return [...roots];
}

/** The repository to review in: the only one, that of the active editor, or one that is picked. */
export async function pickRepository(title: string): Promise<Repository | undefined> {
  const all = await repositories();
  if (!all.length) {
    throw new HumanError('No folder here is in a git repository. Open the folder of one, then try again.');
  }
  if (all.length === 1) return all[0];
  const picked = await vscode.window.showQuickPick(
    all.map((repository) => ({
      label: repository.root.replace(/^.*[\\/]/, ''),
      description: repository.root,
      repository,
    })),
    { title, placeHolder: vscode.l10n.t('Which repository?') },
  );
  return picked?.repository;
}
