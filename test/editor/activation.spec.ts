import assert from 'node:assert/strict';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { sep } from 'node:path';
import * as vscode from 'vscode';
import { DecisionLogs } from '../../src/editor/decisionLogs.ts';
import { Drafts } from '../../src/editor/drafts.ts';
import { RecordState } from '../../src/editor/recordState.ts';
import { ActionLogs } from '../../src/editor/week/actionLogs.ts';
import { ActionSource } from '../../src/editor/week/actionSource.ts';

const readers = ['readFileSync', 'readdirSync', 'openSync', 'readFile', 'readdir', 'open'] as const;
const promisedReaders = ['readFile', 'readdir', 'open', 'opendir'] as const;

describe('activation', () => {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';

  // The sample holds records, so the extension itself is active before a test begins: its parts are constructed anew.
  it('constructs logs, drafts, actions and the state of the active record without reading a file of the folder', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const parts: vscode.Disposable[] = [];
    const seen: string[] = [];
    const watch = (name: string, path: unknown) => {
      if (String(path).startsWith(root + sep) || String(path) === root) seen.push(`${name} ${path}`);
    };
    const restore: (() => void)[] = [];
    const wrap = <Key extends string>(object: Record<Key, unknown>, name: Key, note: (first: unknown) => void) => {
      const original = object[name] as (...args: unknown[]) => unknown;
      object[name] = function (this: unknown, ...args: unknown[]) {
        note(args[0]);
        return original.apply(this, args);
      };
      restore.push(() => {
        object[name] = original;
      });
    };
    for (const name of readers) wrap(fs as never, name as never, (path) => watch(name, path));
    for (const name of promisedReaders) wrap(fs.promises as never, name as never, (path) => watch(name, path));
    syncBuiltinESMExports();
    try {
      const logs = new DecisionLogs();
      const memory = { keys: () => [], get: <T>(_: string, fallback?: T) => fallback as T, update: async () => {} };
      const actionLogs = new ActionLogs(logs);
      parts.push(logs, new Drafts(memory), new RecordState(logs), actionLogs, new ActionSource(actionLogs, memory));
      // What they may have begun gets its turns.
      for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 10));
    } finally {
      for (const part of parts) part.dispose();
      for (const each of restore) each();
      syncBuiltinESMExports();
    }
    const ours = seen.filter((line) => /\.(?:md|adr-dir|hbs)\b|log4brains|docs/.test(line));
    assert.deepEqual(ours, []);
  });
});
