import * as vscode from 'vscode';
import type { Surroundings } from '../surroundings.ts';

/** "Lead: Open Journal": its documents, the newest first; the chosen one is opened. */
export async function openJournal({ journal: store }: Surroundings): Promise<void> {
  const journal = await store.open();
  if (!journal) return;
  const window = vscode.l10n.t('$(multiple-windows) Open Its Folder in a New Window');
  const conflicts = new Set(await journal.conflicts());
  const paths = (await journal.paths()).filter((path) => path.endsWith('.md') && path !== 'README.md');
  const choice = await vscode.window.showQuickPick(
    [
      ...paths.sort(newestFirst).map((path) => ({
        label: path,
        description: conflicts.has(path) ? vscode.l10n.t('changed on two machines') : '',
      })),
      { label: window, description: journal.root },
    ],
    { title: vscode.l10n.t('Your journal'), placeHolder: vscode.l10n.t('Which document?'), matchOnDescription: true },
  );
  if (!choice) return;
  if (choice.label === window) {
    await vscode.commands.executeCommand('vscode.openFolder', vscode.Uri.file(journal.root), { forceNewWindow: true });
    return;
  }
  await vscode.window.showTextDocument(vscode.Uri.file(await journal.fileOf(choice.label)), { preview: false });
}

/** The plan on top, then by the day, week or month that a name states. */
function newestFirst(a: string, b: string): number {
  const key = (path: string) => (path === 'plan.md' ? '9' : (/(\d{4}-[\dW-]+)/.exec(path)?.[1] ?? ''));
  return key(b).localeCompare(key(a)) || a.localeCompare(b);
}
