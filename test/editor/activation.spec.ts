import assert from 'node:assert/strict';
import childProcess from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { sep } from 'node:path';
import * as vscode from 'vscode';

const readers = ['readFileSync', 'readdirSync', 'openSync', 'readFile', 'readdir', 'open'] as const;
const promisedReaders = ['readFile', 'readdir', 'open', 'opendir'] as const;

describe('activation', () => {
  const extension = vscode.extensions.getExtension('lead-habits.lead-habits');
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';

  it('reads no file of the folder and starts no process, as long as nobody looks', async () => {
    assert.ok(extension);
    assert.equal(extension.isActive, false, 'the extension is active before anything of it was used');
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
    for (const name of ['spawn', 'execFile'] as const) {
      wrap(childProcess as never, name as never, (command) => {
        // The built-in Git extension runs in this process too, and says so in its stack.
        if (/lead-habits|\/dist\//.test(new Error().stack?.replaceAll('/extensions/git/dist/', '') ?? '')) {
          seen.push(`${name} ${command}`);
        }
      });
    }
    syncBuiltinESMExports();
    try {
      await extension.activate();
      // What activation may have begun gets its turns.
      for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 10));
    } finally {
      for (const each of restore) each();
      syncBuiltinESMExports();
    }
    const ours = seen.filter((line) => /\.(?:md|adr-dir|hbs)\b|log4brains|docs|spawn|execFile/.test(line));
    assert.deepEqual(ours, []);
  });
});
