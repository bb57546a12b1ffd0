import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { DecisionLogs } from '../../src/editor/decisionLogs.ts';
import { decisionSettings } from '../../src/editor/settings.ts';
import { eventually } from '../eventually.ts';

const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
const record = (title: string) => `---\nstatus: proposed\n---\n\n# ${title}\n`;

async function put(path: string, text: string): Promise<void> {
  const file = join(folder.fsPath, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/**
 * Makes a folder as a person does, one after the other: of folders that are made at once, one in another, VS Code's
 * watcher on Linux does not always follow the inner ones.
 */
async function makeFolders(path: string): Promise<void> {
  const parts = path.split('/');
  for (const [index] of parts.entries()) {
    const uri = vscode.Uri.joinPath(folder, ...parts.slice(0, index + 1));
    if (existsSync(uri.fsPath)) continue;
    const watcher = vscode.workspace.createFileSystemWatcher('**', false, true, true);
    const noticed = new Promise<void>((resolve) => {
      watcher.onDidCreate((made) => made.path === uri.path && resolve());
    });
    await mkdir(uri.fsPath);
    await noticed;
    watcher.dispose();
  }
}

describe('the decision logs of a window', () => {
  let logs: DecisionLogs;
  let changes = 0;
  const titles = async () => (await logs.all()).flatMap(({ log }) => log.records.map(({ title }) => title));
  const folders = async () => (await logs.all()).flatMap(({ log }) => log.folders);
  const set = (name: string, value: unknown) =>
    vscode.workspace.getConfiguration('leadHabits').update(name, value, vscode.ConfigurationTarget.Workspace);

  before(async () => {
    for (const name of ['billing', 'ledger']) await makeFolders(`packages/${name}/choices`);
    await put('packages/billing/choices/0001-use-cents.md', record('Use cents'));
    await put('packages/ledger/choices/0001-pair-entries.md', record('Pair entries'));
    logs = new DecisionLogs();
    logs.onDidChange(() => changes++);
  });
  after(async () => {
    logs.dispose();
    for (const name of ['decisions.folders', 'decisions.defaultFolder']) await set(name, undefined);
    await rm(join(folder.fsPath, 'packages'), { recursive: true });
    await rm(join(folder.fsPath, '.vscode'), { recursive: true, force: true });
  });

  it('discover folders by their names', async () => {
    assert.deepEqual(await folders(), ['docs/decisions']);
    assert.equal((await titles()).length, 5);
  });

  it('follow a file that is made, changed and deleted, and tell of each', async () => {
    const path = 'docs/decisions/0006-cap-retries.md';
    let before = changes;
    await put(path, record('Cap retries'));
    await eventually(async () => assert.ok((await titles()).includes('Cap retries')));
    await eventually(() => assert.ok(changes > before));
    before = changes;
    await put(path, record('Cap the retries'));
    await eventually(async () => assert.ok((await titles()).includes('Cap the retries')));
    await eventually(() => assert.ok(changes > before));
    before = changes;
    await rm(join(folder.fsPath, path));
    await eventually(async () => assert.equal((await titles()).length, 5));
    await eventually(() => assert.ok(changes > before));
  });

  it('notice a folder that comes with records in it, as by a checkout', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'lead-habits-'));
    await mkdir(join(elsewhere, 'docs/adr'), { recursive: true });
    await writeFile(join(elsewhere, 'docs/adr/0001-come-late.md'), record('Come late'));
    const place = join(folder.fsPath, 'late');
    await cp(elsewhere, place, { recursive: true });
    await eventually(async () => assert.ok((await titles()).includes('Come late')));
    await rm(place, { recursive: true });
    await eventually(async () => assert.ok(!(await titles()).includes('Come late')));
    await rm(elsewhere, { recursive: true });
  });

  it('do not tell of a file that is no record', async () => {
    const before = changes;
    await put('packages/notes.md', '# Notes\n');
    await put('docs/decisions/0007-last.md', record('Last'));
    await eventually(() => assert.ok(changes > before));
    const told = changes;
    await rm(join(folder.fsPath, 'packages/notes.md'));
    await rm(join(folder.fsPath, 'docs/decisions/0007-last.md'));
    await eventually(() => assert.ok(changes > told));
    assert.equal((await titles()).length, 5);
  });

  it('are those of the folders and globs that leadHabits.decisions.folders names, and no others', async () => {
    await set('decisions.folders', ['packages/*/choices']);
    await eventually(async () => {
      assert.deepEqual((await folders()).toSorted(), ['packages/billing/choices', 'packages/ledger/choices']);
    });
    assert.deepEqual((await titles()).toSorted(), ['Pair entries', 'Use cents']);
    await set('decisions.folders', undefined);
    await eventually(async () => assert.deepEqual(await folders(), ['docs/decisions']));
  });

  it('list what is in leadHabits.decisions.defaultFolder, whatever its name', async () => {
    await set('decisions.defaultFolder', 'packages/billing/choices');
    await eventually(async () => assert.ok((await titles()).includes('Use cents')));
    await put('packages/billing/choices/0002-round-half-even.md', record('Round half even'));
    await eventually(async () => assert.ok((await titles()).includes('Round half even')));
    assert.equal((await titles()).length, 7);
    await set('decisions.defaultFolder', undefined);
    await eventually(async () => assert.equal((await titles()).length, 5));
  });
});

describe('the settings', () => {
  it('have plain values where nobody has set them', () => {
    const { folders, defaultFolder, template, templatesFolder } = decisionSettings(folder);
    assert.deepEqual(
      { folders, defaultFolder, template, templatesFolder },
      { folders: [], defaultFolder: 'docs/decisions', template: undefined, templatesFolder: undefined },
    );
  });

  it('are for a resource, or for the machine where they lead out of the repository', () => {
    const extension = vscode.extensions.getExtension('lead-habits.lead-habits');
    assert.ok(extension);
    const properties: Record<string, { scope: string }> = extension.packageJSON.contributes.configuration.properties;
    assert.equal(properties['leadHabits.templates.folder']?.scope, 'machine-overridable');
    assert.equal(properties['leadHabits.decisions.folders']?.scope, 'resource');
  });
});
