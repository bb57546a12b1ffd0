import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { Journal } from '../../src/practices/journal.ts';
import { answering, type Talk } from './answers.ts';

/** The sample's folder. */
export const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '/';

/** Runs git in a folder. */
export async function git(folder: string, ...args: string[]): Promise<string> {
  return (await promisify(execFile)('git', args, { cwd: folder, maxBuffer: 2 ** 28 })).stdout;
}

/** Begins a practice as somebody who answers what is asked. */
export const begin = (id: string, ...answers: string[]): Promise<Talk> =>
  answering(answers, () => vscode.commands.executeCommand('leadHabits.newPractice', id));

/** The active editor. */
export function editor(): vscode.TextEditor {
  assert.ok(vscode.window.activeTextEditor, 'a document is open');
  return vscode.window.activeTextEditor;
}

/** A file's text. */
export const onDisk = (file: string): Promise<string> => readFile(file, 'utf8');

/** Writes a file, and the folders that it is in. */
export async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Gives the suite a journal of its own, and the sample back as it was. @returns the journal's folder, once tests run. */
export function ownJournal(): () => string {
  const configuration = () => vscode.workspace.getConfiguration('leadHabits');
  let journal = '';
  let head = '';
  before(async () => {
    head = (await git(root, 'rev-parse', 'HEAD')).trim();
    journal = await realpath(await mkdtemp(join(tmpdir(), 'lh-practices-')));
    await Journal.open({ folder: journal, teamFolders: [root] }, true);
    await configuration().update('journal.folder', journal, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await configuration().update('journal.folder', undefined, vscode.ConfigurationTarget.Global);
    await git(root, 'reset', '--quiet', '--hard', head);
    await git(root, 'clean', '-fdq');
    await rm(journal, { recursive: true, force: true });
  });
  return () => journal;
}
