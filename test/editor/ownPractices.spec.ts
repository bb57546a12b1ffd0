import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { DecisionLogs } from '../../src/editor/decisionLogs.ts';
import { readPractices } from '../../src/editor/practices.ts';
import { localDate } from '../../src/editor/today.ts';
import { answering } from './answers.ts';
import { begin, editor, git, ownJournal, put, root } from './practiceRun.ts';

const today = localDate();
const extension = vscode.extensions.getExtension('lead-habits.lead-habits')?.extensionUri ?? vscode.Uri.file('/');

describe("practices of one's own", function () {
  this.timeout(60_000);
  const journal = ownJournal();
  const logs = new DecisionLogs();
  after(() => logs.dispose());
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it("are taken from the user's folder and the repository's, and what cannot be used is named", async () => {
    const set = (folder: string | undefined) =>
      vscode.workspace
        .getConfiguration('leadHabits')
        .update('practices.folder', folder, vscode.ConfigurationTarget.Global);
    const own = join(journal(), '..', 'lh-own-practices');
    const rowOf = (id: string, title: string, store = 'team') =>
      `---\nid: ${id}\ntitle: ${title}\ncue: a story is new\ncadence: weekly\nstore: ${store}\n---\n\n# {{title}}\n\n{{stop "What"}}\n`;
    await put(join(own, 'pairing.hbs'), rowOf('pairing', 'Pair on it'));
    await put(join(own, 'demo.hbs'), rowOf('demo', 'Show it', 'journal'));
    await put(join(own, 'twice.hbs'), rowOf('demo', 'Show it twice'));
    await put(join(root, '.lead/practices/pairing.hbs'), rowOf('pairing', 'Pair on it here'));
    await put(join(root, '.lead/practices/broken.hbs'), `${rowOf('broken', 'Broken')}{{#if date}}\n`);
    try {
      await set(own);
      const ask = (answer: string) =>
        answering([answer], () => vscode.commands.executeCommand('leadHabits.newPractice'));
      const labels = (await ask('Pair on it here')).asked[0]?.rows.map(({ label }) => label) ?? [];
      assert.equal(editor().document.uri.fsPath, join(root, `docs/pairing/${today}-pairing.md`));
      assert.deepEqual(labels.filter((label) => /Pair on it|Show it/.test(label)).sort(), [
        'Pair on it here',
        'Show it',
      ]);
      const problems = labels.slice(labels.indexOf('Cannot be used') + 1);
      assert.match(problems.join('\n'), /twice\.hbs, line 2: demo\.hbs has the id demo already\./);
      assert.match(problems.join('\n'), /broken\.hbs, line 12: this block is not closed\./);
      await vscode.window.showTextDocument(vscode.Uri.file(join(root, `docs/pairing/${today}-pairing.md`)));
      await answering(['Pair on it'], () => vscode.commands.executeCommand('leadHabits.commitRecord'));
      assert.equal(await git(root, 'log', '-1', '--name-only', '--format='), `docs/pairing/${today}-pairing.md\n`);
      await ask('broken.hbs');
      assert.equal(editor().document.uri.fsPath, join(root, '.lead/practices/broken.hbs'));
      assert.equal(editor().selection.active.line, 11);
      await begin('demo');
      assert.equal(editor().document.uri.fsPath, join(journal(), 'practices/demo', `${today}-demo.md`));
      await set(`${own}-nowhere`);
      assert.match(
        (await readPractices(logs, extension)).problems.join('\n'),
        /lh-own-practices-nowhere is not there\./,
      );
    } finally {
      await set(undefined);
      await rm(own, { recursive: true, force: true });
    }
  });

  it("of two repositories in one window are those of the open file's, where both have one of a name", async () => {
    const other = join(journal(), '..', 'lh-other-root');
    const text = (title: string) =>
      `---\nid: same\ntitle: ${title}\ncue: x\ncadence: weekly\nstore: team\n---\n# {{title}}\n`;
    await put(join(root, '.lead/practices/same.hbs'), text('Of the sample'));
    await put(join(other, '.lead/practices/same.hbs'), text('Of the other'));
    try {
      const all = [root, other].map((each) => ({ log: { root: each } }));
      await vscode.window.showTextDocument(vscode.Uri.file(join(root, 'README.md')));
      for (const [index, title] of ['Of the sample', 'Of the other'].entries()) {
        const placeOf = async () => ({ open: all[index], path: 'README.md' });
        const found = await readPractices({ all: async () => all, placeOf } as unknown as DecisionLogs, extension);
        assert.deepEqual(
          found.all.filter(({ id }) => id === 'same').map((each) => each.title),
          [title],
        );
      }
    } finally {
      await rm(other, { recursive: true, force: true });
    }
  });
});
