import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';
import { Drafts } from '../../src/editor/drafts.ts';
import { continueDraft } from '../../src/editor/openDraft.ts';

/** What a workspace remembers, in memory. */
class Memory implements vscode.Memento {
  readonly values = new Map<string, unknown>();
  keys = () => [...this.values.keys()];
  get<T>(key: string, fallback?: T): T {
    return (this.values.get(key) ?? fallback) as T;
  }
  async update(key: string, value: unknown): Promise<void> {
    this.values.set(key, value);
  }
}

describe('drafts', () => {
  let count = 0;
  let path: string;
  let uri: vscode.Uri;
  let memory: Memory;
  let drafts: Drafts;
  let editor: vscode.TextEditor;

  const append = (text: string) =>
    editor.edit((edit) => edit.insert(editor.document.positionAt(editor.document.getText().length), text));
  const onDisk = () => readFile(path, 'utf8');
  async function within(time: number, text: string): Promise<void> {
    const end = performance.now() + time;
    while (!(await onDisk()).includes(text)) {
      assert.ok(performance.now() < end, `"${text}" was not written within ${time} ms`);
      await setTimeout(20);
    }
  }

  beforeEach(async () => {
    path = join(tmpdir(), `lh-draft-${process.pid}-${count++}.md`);
    uri = vscode.Uri.file(path);
    memory = new Memory();
    await writeFile(path, '# Draft\n\nline with spaces   \n');
    drafts = new Drafts(memory);
    editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  });
  afterEach(async () => {
    drafts.dispose();
    if (editor.document.isDirty) await editor.document.save();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(path, { force: true });
  });

  it('are on disk within a second of being typed, with nothing else of them changed', async () => {
    await append('saved by hand, ');
    const start = performance.now();
    await editor.document.save();
    const saving = performance.now() - start;
    drafts.keep(uri);
    await append('typed');
    // On a busy machine the editor's own saving takes longer than the draft waits.
    await within(1000 + 3 * saving, 'typed');
    assert.equal(await onDisk(), '# Draft\n\nline with spaces   \nsaved by hand, typed');
  });

  it('keep what the settings would take away on saving', async () => {
    const settings = vscode.workspace.getConfiguration('files');
    await settings.update('trimTrailingWhitespace', true, vscode.ConfigurationTarget.Global);
    try {
      drafts.keep(uri);
      await append('a sentence that goes on ');
      await within(5000, 'goes on ');
      assert.equal(await onDisk(), '# Draft\n\nline with spaces   \na sentence that goes on ');
    } finally {
      await settings.update('trimTrailingWhitespace', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('are written while somebody goes on typing', async () => {
    drafts.keep(uri);
    const start = performance.now();
    // Never quiet: the next word comes long before the draft would have waited enough.
    while (performance.now() - start < 8000 && !(await onDisk()).includes('word')) {
      await append('word ');
      await setTimeout(60);
    }
    assert.match(await onDisk(), /word/);
  });

  it('are on disk whole when the last words are typed while those before are being saved', async () => {
    drafts.keep(uri);
    // A save takes a few milliseconds; in one of these rounds the last word falls between its beginning and its end.
    for (const delay of [0, 1, 2, 3, 4, 6, 8, 10, 12, 15, 20, 30]) {
      const saving = new Promise<void>((resolve) => {
        const listener = vscode.workspace.onWillSaveTextDocument(() => {
          listener.dispose();
          resolve();
        });
      });
      await append(`before ${delay}, `);
      await saving;
      await setTimeout(delay);
      await append(`last ${delay}; `);
      await within(5000, `last ${delay}; `);
    }
  }).timeout(60_000);

  it('are not saved unless they are kept', async () => {
    await append('mine alone');
    await setTimeout(1000);
    assert.doesNotMatch(await onDisk(), /mine alone/);
  });

  it('are left to the user once they are done', async () => {
    drafts.keep(uri);
    await append('first');
    await within(5000, 'first');
    drafts.done(uri);
    await append('second');
    await setTimeout(1000);
    assert.doesNotMatch(await onDisk(), /second/);
  });

  it('are saved by the next extension host where this one has ended', async () => {
    drafts.keep(uri);
    drafts.dispose();
    await append('typed in between');
    drafts = new Drafts(memory);
    await within(5000, 'typed in between');
  });

  it('stay drafts when their language is changed', async () => {
    drafts.keep(uri);
    await vscode.languages.setTextDocumentLanguage(editor.document, 'plaintext');
    await setTimeout(600);
    editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await append('in another language');
    await within(5000, 'in another language');
  });

  it('are saved when another editor is opened before the typing has settled', async () => {
    drafts.keep(uri);
    await append('left behind');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: 'other' }));
    await within(5000, 'left behind');
  });

  it('are gone on with, whatever is typed into them while they open', async () => {
    // A key every few milliseconds, as by somebody who types on: the editor is never as it was a moment ago.
    const keys = setInterval(() => void editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'x')), 15);
    try {
      await continueDraft(
        uri,
        new vscode.SnippetString('- entry ').appendPlaceholder('{impact}').appendText('\n').value,
        drafts,
      );
    } finally {
      clearInterval(keys);
    }
    await within(5000, '- entry {impact}\n');
    assert.match(await onDisk(), /^x+# Draft\n\nline with spaces {3}\n\n- entry \{impact\}\n$/);
  });
});
