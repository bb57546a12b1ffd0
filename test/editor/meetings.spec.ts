import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';

const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
const path = 'docs/meetings/2026-11-20-caps.md';
const text = `---
date: 2026-11-20
attendees: [Zoe Lang, Mia Chan]
---

# Caps

## Decisions

- We chose a cap of three because the partner asks for it.

## Next steps

- [ ] Zoe Lang will measure it by 2026-11-27
- [ ] write the runbook
- [ ] @nobody will ask the partner by next Friday
`.replaceAll('\n', '\r\n');

const uri = vscode.Uri.joinPath(folder, path);

/** What is shown of the summary, as line, code and severity. */
function shown(): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'Lead Habits')
    .map(({ code, severity, range }) => `${range.start.line + 1} ${code} ${vscode.DiagnosticSeverity[severity]}`);
}

/** The titles of what is offered at a place; lines from 1. */
async function offered(line: number, kind: vscode.CodeActionKind): Promise<vscode.CodeAction[]> {
  const place = new vscode.Position(line - 1, 8);
  return vscode.commands.executeCommand(
    'vscode.executeCodeActionProvider',
    uri,
    new vscode.Range(place, place),
    kind.value,
  );
}

const titles = (actions: readonly vscode.CodeAction[]) => actions.map(({ title }) => title);

describe('a summary in the editor', function () {
  this.timeout(60_000);
  const everything = [
    '15 no-owner Information',
    '15 no-date Information',
    '16 unresolved-name Information',
    '16 ambiguous-date Information',
  ];
  const set = (name: string, value: unknown) =>
    vscode.workspace.getConfiguration('leadHabits').update(name, value, vscode.ConfigurationTarget.Workspace);
  let editor: vscode.TextEditor;

  before(async () => {
    await mkdir(dirname(uri.fsPath), { recursive: true });
    await writeFile(uri.fsPath, text);
    editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const name of ['checks.enable', 'checks.severity', 'meetings.sprintEnd']) await set(name, undefined);
    await rm(uri.fsPath);
    await rm(vscode.Uri.joinPath(folder, '.vscode').fsPath, { recursive: true, force: true });
  });

  it('shows its gaps once somebody works on it, and not before', async () => {
    await vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, new vscode.Range(0, 0, 0, 0));
    assert.deepEqual(shown(), []);
    await editor.edit((edit) => edit.insert(editor.document.positionAt(editor.document.getText().length), '\n'));
    await eventually(() => assert.deepEqual(shown(), everything));
  });

  it('follows the settings: each gap can weigh more, or nothing', async () => {
    await set('checks.severity', { 'no-date': 'off', 'no-owner': 'warning' });
    await eventually(() =>
      assert.deepEqual(shown(), [
        '15 no-owner Warning',
        '16 unresolved-name Information',
        '16 ambiguous-date Information',
      ]),
    );
    await set('checks.enable', 'never');
    await eventually(() => assert.deepEqual(shown(), []));
    assert.deepEqual(titles(await offered(15, vscode.CodeActionKind.QuickFix)), []);
    await set('checks.severity', undefined);
    await set('checks.enable', undefined);
    await eventually(() => assert.deepEqual(shown(), everything));
  });

  it('offers who was there and when, and writes it without touching another byte', async () => {
    await set('meetings.sprintEnd', '2026-11-27');
    const fixes = await offered(15, vscode.CodeActionKind.QuickFix);
    assert.match(
      titles(fixes).join('\n'),
      /^Owner: Zoe Lang\nOwner: Mia Chan\n(?:Owner: .+\n)?Another Person\.\.\.\nDue .+ Friday, .+\nDue at the end of the sprint, .+\nDue in two weeks, .+\nAnother Day\.\.\.$/,
    );
    const mia = fixes.find(({ title }) => title === 'Owner: Mia Chan');
    assert.ok(mia?.edit && (await vscode.workspace.applyEdit(mia.edit)));
    await editor.document.save();
    const expected = `${text.replace('- [ ] write', '- [ ] Mia Chan will write')}\r\n`;
    assert.equal(await readFile(uri.fsPath, 'utf8'), expected);
    await vscode.commands.executeCommand('undo');
    await eventually(() => assert.deepEqual(shown(), everything));
  });

  it('completes people and days on the lines of actions, and nowhere else', async () => {
    const complete = async (typed: string) => {
      const line = editor.document.lineCount - 1;
      await editor.edit((edit) => edit.insert(new vscode.Position(line, 0), typed));
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        new vscode.Position(line, typed.length),
        ' ',
      );
      await vscode.commands.executeCommand('undo');
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    assert.deepEqual((await complete('- [ ] ')).slice(0, 2), ['Zoe Lang', 'Mia Chan']);
    assert.deepEqual((await complete('- [ ] @M')).slice(0, 2), ['Zoe Lang', 'Mia Chan']);
    assert.match((await complete('- [ ] Mia Chan will rest by ')).join(), /Friday,end of sprint,in two weeks/);
    assert.ok(!(await complete('- Mia will come by ')).includes('in two weeks'));
    assert.ok(!(await complete('the ')).includes('Zoe Lang'));
  });

  it('offers to make a record of a decision, on its line', async () => {
    const title = 'New Decision Record from This Line';
    assert.deepEqual(titles(await offered(10, vscode.CodeActionKind.Refactor)), [title]);
    assert.ok(!titles(await offered(14, vscode.CodeActionKind.Refactor)).includes(title));
  });
});
