import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { DecisionLogs } from '../../src/editor/decisionLogs.ts';
import { localDate } from '../../src/editor/today.ts';
import { ActionLogs } from '../../src/editor/week/actionLogs.ts';
import { ActionRow } from '../../src/editor/week/actionRow.ts';
import { ActionSource } from '../../src/editor/week/actionSource.ts';
import { HumanError } from '../../src/humanError.ts';
import { eventually } from '../eventually.ts';

const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
const path = 'docs/syncs/2026-11-13-retries.md';
const uri = vscode.Uri.joinPath(folder, path);
const today = localDate();
const head = '\uFEFF# Retries\r\n\r\n## Next steps\r\n\r\n';
const text = `${head}- [ ] everyone will measure the storm by ${today}\r\n- [ ] write the runbook\r\n`;

async function put(content: string, file = path): Promise<void> {
  await mkdir(dirname(join(folder.fsPath, file)), { recursive: true });
  await writeFile(join(folder.fsPath, file), content);
}

describe("the actions of a window's folders", () => {
  let logs: DecisionLogs;
  let actionLogs: ActionLogs;
  let source: ActionSource;
  const memory = new Map<string, unknown>();
  const onDisk = () => readFile(join(folder.fsPath, path), 'utf8');
  const rows = async () =>
    (await source.groups()).flatMap(({ rows: each }) => each).filter((row) => row instanceof ActionRow);
  const row = async (words: string): Promise<ActionRow> => {
    const found = (await rows()).find(({ item }) => item.text === words);
    assert.ok(found, words);
    return found;
  };

  beforeEach(async () => {
    await put(text);
    memory.clear();
    logs = new DecisionLogs();
    actionLogs = new ActionLogs(logs);
    source = new ActionSource(actionLogs, {
      keys: () => [],
      get: <T>(key: string, fallback?: T) => (memory.get(key) as T | undefined) ?? (fallback as T),
      update: async (key, value) => void memory.set(key, value),
    });
  });
  afterEach(async () => {
    for (const part of [source, actionLogs, logs]) part.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(join(folder.fsPath, 'docs/syncs'), { recursive: true });
  });

  it('are ticked on their line alone, byte for byte, and the row stays to be taken back', async () => {
    const before = await row('measure the storm');
    const due = source.due();
    await before.tick(true);
    const ticked = text.replace('- [ ] everyone', '- [x] everyone');
    assert.equal(await onDisk(), ticked);
    const after = await row('measure the storm');
    assert.equal(after.id, before.id);
    assert.equal(after.ticked, true);
    assert.equal(source.due(), due - 1);
    await source.undo();
    assert.equal(await onDisk(), text);
    assert.equal((await row('measure the storm')).ticked, false);
  });

  it('are open again on their line, when the file was changed after the tick', async () => {
    await (await row('measure the storm')).tick(true);
    await put((await onDisk()).replace('write the runbook', 'write the book'));
    await source.undo();
    assert.equal(await onDisk(), text.replace('write the runbook', 'write the book'));
  });

  it('have what is typed in their file saved first', async () => {
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 9), ' and more'));
    await (await row('measure the storm')).tick(true);
    assert.equal(
      await onDisk(),
      text.replace('Retries', 'Retries and more').replace('- [ ] everyone', '- [x] everyone'),
    );
    // The editor follows the file.
    await eventually(() => assert.match(editor.document.getText(), /- \[x\] everyone/));
    assert.equal(editor.document.isDirty, false);
  });

  it('are not ticked where the line says something else by now, and nothing is written', async () => {
    const stale = await row('measure the storm');
    const other = text.replace('measure the storm', 'measure the weather');
    await put(other);
    await assert.rejects(stale.tick(true), (error) => error instanceof HumanError && /Look at it/.test(error.message));
    assert.equal(await onDisk(), other);
  });

  it('follow their files and their folder', async () => {
    await row('measure the storm');
    await put('# Sync\n\n## Actions\n\n- [ ] everyone will send the letter\n', 'docs/syncs/2026-11-20-sync.md');
    await eventually(async () => void (await row('send the letter')));
    await rm(join(folder.fsPath, 'docs/syncs'), { recursive: true });
    await eventually(async () => {
      assert.ok(!(await rows()).some(({ uri: file }) => file.path.includes('/syncs/')));
    });
    await put(text);
    await eventually(async () => void (await row('measure the storm')));
  });

  it('stand among those of others once they are said not to be mine, until they are after all', async () => {
    const groupOf = async (words: string) => (await row(words)).state.group;
    await source.setMine(await row('measure the storm'), false);
    assert.equal(await groupOf('measure the storm'), 'waiting');
    assert.equal(await onDisk(), text);
    await source.setMine(await row('measure the storm'), true);
    assert.equal(await groupOf('measure the storm'), 'thisWeek');
  });

  it('get another owner and another day on their line', async () => {
    await source.setOwners(await row('write the runbook'), ['Ana Ruiz']);
    await source.setDue(await row('write the runbook'), '2031-01-02');
    assert.equal(await onDisk(), text.replace('write the runbook', 'Ana Ruiz will write the runbook by 2031-01-02'));
  });
});
