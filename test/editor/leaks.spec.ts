import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { Journal } from '../../src/practices/journal.ts';

/** Words of the journal that nobody else may ever see: in every document of it, and in their names. */
const marker = 'quokkaleaf';
const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '/';
const extension = vscode.extensions.getExtension('lead-habits.lead-habits');

/** A private note in the shape of all that our readers look for. */
const note = `---
title: ${marker}
status: proposed
date: 2026-11-20
affects: [src/${marker}/**]
---

# Retries: ${marker}

Attendees: Ana Ruiz, Raj Patel, ${marker}

## Decisions

- We chose ${marker} because ${marker} is cheaper.

## Next steps

- [ ] Ana: tell Raj about ${marker} by 2026-11-27
- [ ] ${marker}: measure the retry storm
`;

const feedback = `practices/growth-feedback/2026-11-20-${marker}.md`;
const documents = [
  feedback,
  `practices/speak-that-language/2026-11-19-${marker}.md`,
  'evidence/2026-11.md',
  'status/2026-W47.md',
  'weeks/2026-W47.md',
];

/** Functions of VS Code that show words to people or write them to a log; each still does what it does. */
const saying = ['showErrorMessage', 'showWarningMessage', 'showInformationMessage', 'setStatusBarMessage'] as const;

/** Listens to all that is said from now on. @returns what was said so far, and how to stop. */
function listen(): { readonly said: string[]; stop(): void } {
  const said: string[] = [];
  const window = vscode.window as unknown as Record<string, (...args: unknown[]) => unknown>;
  const before = new Map<string, (...args: unknown[]) => unknown>();
  const overhear = (name: string, hear: (args: unknown[], result: unknown) => unknown) => {
    const original = window[name];
    assert.ok(original, name);
    before.set(name, original);
    window[name] = (...args) => hear(args, original.apply(vscode.window, args));
  };
  for (const name of saying) {
    overhear(name, (args, result) => {
      said.push(JSON.stringify(args));
      return result;
    });
  }
  overhear('createOutputChannel', (_, channel) => {
    return new Proxy(channel as vscode.LogOutputChannel, {
      get(target, key) {
        const value = Reflect.get(target, key, target);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          said.push(args.map((arg) => (arg instanceof Error ? `${arg.message}\n${arg.stack}` : String(arg))).join(' '));
          return value.apply(target, args);
        };
      },
    });
  });
  return {
    said,
    stop: () => {
      for (const [name, original] of before) window[name] = original;
    },
  };
}

/** Runs a command as somebody does who says yes to whatever it asks, and gives up when it goes on asking. */
async function runSayingYes(command: string, ...args: unknown[]): Promise<void> {
  let ended = false;
  const end = () => {
    ended = true;
  };
  vscode.commands.executeCommand(command, ...args).then(end, end);
  for (let step = 0; !ended; step++) {
    assert.ok(step < 200, `${command} does not end`);
    await setTimeout(40);
    if (ended) return;
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand(
      step < 10 ? 'workbench.action.acceptSelectedQuickOpenItem' : 'workbench.action.closeQuickOpen',
    );
  }
}

describe('a journal', function () {
  this.timeout(240_000);
  const run = async (program: string, ...args: string[]) => {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    return (await promisify(execFile)(program, args, { cwd: folder, env, maxBuffer: 2 ** 28 })).stdout;
  };
  const configuration = () => vscode.workspace.getConfiguration('leadHabits');
  let place: string;
  let head: string;
  let ears: ReturnType<typeof listen>;

  before(async () => {
    ears = listen();
    await extension?.activate();
    head = (await run('git', 'rev-parse', 'HEAD')).trim();
    place = await mkdtemp(join(tmpdir(), 'lh-journal-'));
    const journal = await Journal.open({ folder: place, teamFolders: [folder] }, true);
    for (const path of documents) await journal?.begin(path, note);
    await journal?.settle();
    await configuration().update('journal.folder', place, vscode.ConfigurationTarget.Global);
  });
  after(async () => {
    ears.stop();
    await vscode.commands.executeCommand('leadHabits.closeReview');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await configuration().update('journal.folder', undefined, vscode.ConfigurationTarget.Global);
    await run('git', 'reset', '--quiet', '--hard', head);
    await run('git', 'clean', '-fdq');
    await rm(place, { recursive: true, force: true });
  });

  it('lets no word out while every command is run on a private document of it, all selected', async () => {
    const commands: readonly { command: string }[] = extension?.packageJSON.contributes.commands;
    assert.ok(commands.length > 50);
    for (const { command } of commands) {
      const document = await vscode.workspace.openTextDocument(join(place, feedback));
      const editor = await vscode.window.showTextDocument(document);
      editor.selection = new vscode.Selection(0, 0, document.lineCount, 0);
      await vscode.env.clipboard.writeText(`before ${command}`);
      await runSayingYes(command);
      const copied = await vscode.env.clipboard.readText();
      assert.ok(copied && !copied.includes(marker), `${command}: the clipboard`);
      assert.ok(!ears.said.join('\n').includes(marker), `${command}: ${ears.said.at(-1)}`);
    }
    // Saying yes did change files of the team, and what was refused was heard.
    assert.match(await run('git', 'status', '--short'), /^ ?M docs\/decisions\//m);
    assert.match(ears.said.join('\n'), /\\"Growth feedback\\" stays in the journal\./);
  });

  it('is neither summarised nor reviewed when one of its files is named', async () => {
    const uri = vscode.Uri.file(join(place, feedback));
    for (const command of ['leadHabits.newMeetingSummary', 'leadHabits.reviewFiles']) {
      const heard = ears.said.length;
      await runSayingYes(command, uri);
      assert.match(ears.said.slice(heard).join('\n'), /This text is in your journal, and stays there\./, command);
    }
    assert.ok(!(await readdir(place)).includes('docs'));
  });

  it("leaves nothing in the team's files, objects and site, nor in the log", async () => {
    await run('git', 'add', '--all');
    const objects = await run('git', 'cat-file', '--batch-all-objects', '--batch', '--unordered');
    assert.ok(objects.includes('Move to Postgres 17'));
    assert.ok(!objects.includes(marker));
    const site = join(place, '..', `${basename(place)}-site`);
    try {
      await run(process.execPath, join(extension?.extensionPath ?? '', 'dist/cli.js'), 'site', '--out', site);
      const names = await readdir(site, { recursive: true, withFileTypes: true });
      const files = names.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
      assert.ok(files.length > 3);
      for (const file of files) assert.ok(!`${file}${await readFile(file, 'utf8')}`.includes(marker), file);
    } finally {
      await rm(site, { recursive: true, force: true });
    }
    assert.ok(!ears.said.join('\n').includes(marker));
  });
});
