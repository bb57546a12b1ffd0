import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';

const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
const path = 'docs/decisions/0021-cap-retries.md';
const other = 'docs/decisions/0022-beside.md';
const plain = 'docs/decisions/0023-plain.rst';
const old = 'docs/decisions/0020-retry-forever.md';

const faulty = `---
status: accepted
date: 2026-02-30
---

# Cap retries

Supersedes: [20. Retry forever](0020-retry-forever.md)

## Context

As in [the budget](0029-budget.md).

## Recommendation

{Which option, and because of what.}
`;

const uriOf = (each: string) => vscode.Uri.joinPath(folder, each);

async function put(each: string, text: string): Promise<void> {
  const file = uriOf(each).fsPath;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** What is shown of a record, as code and severity. */
function shown(each: string): string[] {
  return vscode.languages
    .getDiagnostics(uriOf(each))
    .filter(({ source }) => source === 'Lead Habits')
    .map(({ code, severity }) => `${code} ${vscode.DiagnosticSeverity[severity]}`);
}

async function open(each: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(each)), { preview: false });
}

/** Types a word at the end of the text, as a person does. */
async function touch(editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  await editor.edit((edit) => edit.insert(document.positionAt(document.getText().length), '\nMore.\n'));
}

async function fixes(each: string, code: string): Promise<vscode.CodeAction[]> {
  const diagnostic = vscode.languages.getDiagnostics(uriOf(each)).find((found) => found.code === code);
  assert.ok(diagnostic, `no ${code}`);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uriOf(each),
    diagnostic.range,
    vscode.CodeActionKind.QuickFix.value,
  );
}

async function apply(each: string, code: string, title: string): Promise<void> {
  const action = (await fixes(each, code)).find((found) => found.title === title);
  assert.ok(action?.edit, `no fix "${title}"`);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

describe('checks in the editor', function () {
  this.timeout(60_000);
  const everything = [
    'impossible-date Error',
    'one-sided-supersede Warning',
    'broken-link Warning',
    'unfilled-placeholder Warning',
  ];

  const set = (name: string, value: unknown) =>
    vscode.workspace.getConfiguration('leadHabits').update(name, value, vscode.ConfigurationTarget.Workspace);

  before(async () => {
    await put(path, faulty);
    await put(other, faulty);
    await put(old, '# 20. Retry forever\n\nDate: 2026-01-05\n\n## Status\n\nAccepted\n\n## Decision\n\nForever.\n');
    await vscode.extensions.getExtension('lead-habits.lead-habits')?.activate();
    await vscode.commands.executeCommand('leadHabits.refreshDecisions');
  });
  after(async () => {
    for (const name of ['checks.enable', 'checks.severity', 'checks.staleAfterDays']) await set(name, undefined);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const each of [path, other, old, plain, '.vscode'])
      await rm(uriOf(each).fsPath, { recursive: true, force: true });
  });

  it('say nothing of a record that nobody works on, and everything of one that is edited', async () => {
    await open(other);
    await touch(await open(path));
    await eventually(() => assert.deepEqual(shown(path), everything));
    // The record of others is open as well, and just as faulty.
    assert.deepEqual(shown(other), []);
  });

  it('say nothing of a record that changes on disk, as by a checkout', async () => {
    await put(other, `${faulty}\nFrom elsewhere.\n`);
    const document = await vscode.workspace.openTextDocument(uriOf(other));
    await eventually(() => assert.match(document.getText(), /From elsewhere/));
    const typed = [...everything, 'too-few-options Information'].sort();
    const editor = await open(path);
    await editor.edit((edit) => edit.insert(new vscode.Position(13, 0), '## Options\n\n### A queue\n\n'));
    // By the time that the last text is checked, the change from elsewhere would have been, too.
    await eventually(() => assert.deepEqual(shown(path).sort(), typed));
    assert.deepEqual(shown(other), []);
    await vscode.commands.executeCommand('undo');
    await eventually(() => assert.deepEqual(shown(path), everything));
  });

  it('underline the words that they are about', () => {
    const [date] = vscode.languages.getDiagnostics(uriOf(path)).filter(({ code }) => code === 'impossible-date');
    assert.deepEqual(date?.range, new vscode.Range(2, 6, 2, 16));
    assert.equal(date?.message, '2026-02-30 is no day of the calendar. Check month and day.');
  });

  it('see what is typed before it is saved', async () => {
    const editor = await open(path);
    await editor.edit((edit) => edit.replace(new vscode.Range(2, 6, 2, 16), '2026-02-28'));
    await eventually(() => assert.ok(!shown(path).includes('impossible-date Error')));
    assert.match(await readFile(uriOf(path).fsPath, 'utf8'), /2026-02-30/);
    await vscode.commands.executeCommand('undo');
    await eventually(() => assert.deepEqual(shown(path), everything));
  });

  it('offer a fix that is one step to undo', async () => {
    const editor = await open(path);
    const before = editor.document.getText();
    await apply(path, 'impossible-date', 'Change to 2026-02-28');
    assert.equal(editor.document.getText(), before.replace('2026-02-30', '2026-02-28'));
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
    await eventually(() => assert.deepEqual(shown(path), everything));
  });

  it('offer a fix that changes another record, and follow it before it is saved', async () => {
    await apply(path, 'one-sided-supersede', 'Mark 0020-retry-forever.md as Superseded');
    const document = await vscode.workspace.openTextDocument(uriOf(old));
    assert.match(document.getText(), /^Super[cs]eded by \[.*\]\(0021-cap-retries\.md\)$/im);
    assert.ok(document.isDirty);
    await eventually(() => assert.ok(!shown(path).includes('one-sided-supersede Warning')));
    await document.save();
  });

  it('name whole lines of a record that is no Markdown, and offer nothing that would write it', async () => {
    await put(plain, 'Plain\n=====\n\n:Status: Accepted\n:Date: 2026-02-30\n');
    await touch(await open(plain));
    await eventually(() => assert.deepEqual(shown(plain), ['impossible-date Error']));
    const [date] = vscode.languages.getDiagnostics(uriOf(plain)).filter(({ code }) => code === 'impossible-date');
    assert.deepEqual(date?.range, new vscode.Range(4, 0, 4, 17));
    assert.deepEqual(await fixes(plain, 'impossible-date'), []);
  });

  it('follow the severity settings', async () => {
    await set('checks.severity', { 'impossible-date': 'off', 'broken-link': 'hint' });
    await eventually(() => assert.deepEqual(shown(path), ['broken-link Hint', 'unfilled-placeholder Warning']));
    await set('checks.severity', undefined);
    await eventually(() => assert.equal(shown(path).length, 3));
  });

  it('are silent where they are switched off, and speak of every open record where that is wanted', async () => {
    await set('checks.enable', 'never');
    await eventually(() => assert.deepEqual(shown(path), []));
    await set('checks.enable', 'always');
    await eventually(() => assert.ok(shown(other).includes('impossible-date Error')));
    await set('checks.enable', undefined);
    await eventually(() => assert.deepEqual(shown(other), []));
  });
});
