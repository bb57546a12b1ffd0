import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { daysAfter } from '../../src/actions/days.ts';
import { localDate } from '../../src/editor/today.ts';
import { catalogue } from '../../src/practices/catalogue/all.ts';
import type { Practice } from '../../src/practices/practice.ts';
import { eventually } from '../eventually.ts';
import { answering } from './answers.ts';
import { begin, editor, git, onDisk, ownJournal, put, root } from './practiceRun.ts';

const today = localDate();
/** What is typed into documents of the team's, and into those that are private. */
const [open, secret] = ['marbled', 'wombatleaf'];

const selected = () => editor().document.getText(editor().selection);

/** The places to fill of a text, in the order of its tab stops. */
function places(text: string): string[] {
  return text.match(/\{[^{}\n]+\}/g) ?? [];
}

/** Whether a text has the words that a practice must have. */
function assertEssentials({ id, essentials }: Practice, text: string): void {
  for (const words of essentials) {
    assert.ok(text.toLowerCase().includes(words.toLowerCase()), `${id} lacks "${words}"`);
  }
}

/** The first place to fill is selected, Tab goes to the next one, and what is typed is on disk without being saved. */
async function assertTabStops(file: string, words: string): Promise<void> {
  const [first, second] = places(await onDisk(file));
  await eventually(() => assert.equal(selected(), first));
  await vscode.commands.executeCommand('type', { text: words });
  if (second !== undefined) {
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await eventually(() => assert.equal(selected(), second));
  }
  await eventually(async () => assert.ok((await onDisk(file)).includes(words), 'what was typed is on disk'));
}

describe('every practice', function () {
  this.timeout(60_000);
  let journal: string;
  const folder = ownJournal();
  before(() => {
    journal = folder();
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  /** The state of the team's repository: what a private document must not change. */
  const team = () => git(root, 'status', '--porcelain', '--untracked-files=all');
  const answersTo = ({ question }: Practice) => (question ? ['Wandering 7'] : []);

  async function inTeam(practice: Practice, ...choices: string[]): Promise<void> {
    const { id, folder, undated, question } = practice;
    const path = `${folder}/${undated ? '' : `${today}-`}${question ? 'wandering-7' : id}.md`;
    await begin(id, ...choices, ...answersTo(practice));
    assert.equal(editor().document.uri.fsPath, join(root, path));
    const text = await onDisk(join(root, path));
    assert.match(text, /^# .*Wandering 7$/m);
    assert.match(text, /^(?:author|owner|attendees): .*Ana Ruiz/m);
    assertEssentials(practice, text);
    assert.ok((await team()).includes(`?? ${path}\n`));
    await assertTabStops(join(root, path), open);
  }

  async function inJournal(practice: Practice, ...choices: string[]): Promise<void> {
    const { id, title, question } = practice;
    const before = await team();
    const file = join(journal, 'practices', id, `${today}-${question ? 'wandering-7' : id}.md`);
    await begin(id, ...choices, ...answersTo(practice));
    assert.equal(editor().document.uri.fsPath, file);
    const text = await onDisk(file);
    assert.match(text, question ? /^# .*Wandering 7$/m : new RegExp(`^# ${title.replace('?', '\\?')}$`, 'm'));
    assertEssentials(practice, text);
    await assertTabStops(file, secret);
    assert.equal(await team(), before);
  }

  async function intoText(practice: Practice): Promise<void> {
    const file = join(root, 'docs/summary.md');
    await put(file, '# Summary\n\n');
    const shown = await vscode.window.showTextDocument(vscode.Uri.file(file));
    shown.selection = new vscode.Selection(2, 0, 2, 0);
    await begin(practice.id);
    const text = editor().document.getText();
    assert.match(text, /^# Summary\n\n\S/);
    assertEssentials(practice, text);
    assert.equal(selected(), places(text)[0]);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await rm(file);
  }

  /** Practices that a command of their own does: what a person is asked, and what then is there. */
  const commands: Readonly<Record<string, (practice: Practice) => Promise<void>>> = {
    'decision-record': async (practice) => {
      await begin(practice.id, 'Cap the retries');
      const file = editor().document.uri.fsPath;
      assert.match(file, /\/docs\/decisions\/\d{4}-cap-the-retries\.md$/);
      assertEssentials(practice, await onDisk(file));
      await assertTabStops(file, open);
    },
    'retro-record': async ({ id }) => {
      const code = await vscode.window.showTextDocument(vscode.Uri.file(join(root, 'src/billing/retry.ts')));
      code.selection = new vscode.Selection(0, 0, 8, 0);
      await begin(id, 'Wait longer each time');
      const text = await onDisk(editor().document.uri.fsPath);
      assert.match(text, /^# Wait longer each time$/m);
      assert.match(text, /^date: 2026-\d\d-\d\d$/m);
      assert.match(
        text,
        /Inferred from git: [\s\S]*src\/billing\/retry\.ts#L1-L8[\s\S]*- [0-9a-f]{7,} Raj Patel, 2026/,
      );
      assert.match(text, /## Options[\s\S]*## Recommendation[\s\S]*## Risks/);
    },
    'decision-outcome': async ({ id }) => {
      const file = join(root, 'docs/decisions/0004-retry-with-backoff.md');
      const before = await onDisk(file);
      await vscode.window.showTextDocument(vscode.Uri.file(file));
      await begin(id);
      await eventually(async () => {
        const text = await onDisk(file);
        assert.ok(text.startsWith(before.trimEnd()), 'the status and all else stays');
        assert.match(text, /revisit: 2026-11-12[\s\S]*## Outcome/);
        const outcome = text.slice(text.indexOf('## Outcome'));
        for (const words of [/expected/i, /happened/i, /risk/i]) assert.match(outcome, words);
      });
    },
    'weekly-status': async (practice) => {
      const before = await team();
      await begin(practice.id);
      const file = editor().document.uri.fsPath;
      assert.match(file, /\/status\/\d{4}-W\d\d\.md$/);
      assert.ok(file.startsWith(journal));
      assertEssentials(practice, await onDisk(file));
      await assertTabStops(file, secret);
      assert.equal(await team(), before);
    },
    'plan-90': async (practice) => {
      await begin(practice.id, 'today');
      const file = join(journal, 'plan.md');
      assertEssentials(practice, await onDisk(file));
      assert.match(await onDisk(file), new RegExp(`^start: ${today}$`, 'm'));
      await vscode.commands.executeCommand('leadHabits.openPlan');
      assert.equal(editor().document.uri.fsPath, file);
    },
    'weekly-habit': async (practice) => {
      await begin(practice.id, 'When a discussion ends, I will send its summary');
      const [week = ''] = (await git(journal, 'ls-files', '--others', '--cached', 'weeks')).split('\n');
      const text = await onDisk(join(journal, week));
      assertEssentials(practice, text);
      assert.match(text, /^- \[ \] When a discussion ends, I will send its summary$/m);
    },
    evidence: async ({ id }) => {
      await begin(id, 'Something that is not code', 'Mentorship');
      const file = join(journal, 'evidence', `${today.slice(0, 7)}.md`);
      assert.equal(editor().document.uri.fsPath, file);
      const text = await onDisk(file);
      assert.match(
        text,
        new RegExp(`^- ${today} \\{What I did[^}]*\\}\n  - Impact: \\{[^}]+\\}\n  - Area: Mentorship\n`, 'm'),
      );
      await assertTabStops(file, `Taught ${secret}`);
      await vscode.commands.executeCommand('type', { text: 'two releases without me' });
      await eventually(async () => assert.match(await onDisk(file), /Impact: two releases without me/));
    },
    'career-case': async (practice) => {
      await begin(practice.id);
      const file = editor().document.uri.fsPath;
      assert.equal(file, join(journal, 'practices/career-case', `${today}-career-case.md`));
      const text = await onDisk(file);
      assertEssentials(practice, text);
      assert.match(text, new RegExp(`## Mentorship\n\n- Taught ${secret}: two releases without me \\(${today}\\)\n`));
      assert.match(text, new RegExp(`## For a résumé\n\n- Taught ${secret}: two releases without me\n`));
      await assertTabStops(file, secret);
    },
  };

  for (const practice of catalogue) {
    it(`${practice.id} begins where it belongs, with all that it asks for`, async () => {
      const { id, command, store } = practice;
      const special = commands[id];
      assert.equal(special !== undefined, command !== undefined, 'a command of its own is walked as such');
      if (special) await special(practice);
      else if (store === 'team') await inTeam(practice);
      else if (store === 'local') await intoText(practice);
      else if (store === 'either') await inTeam(practice, 'In the repository');
      else await inJournal(practice);
    });
  }

  it('debrief goes to the journal as well, where it is about people', async () => {
    const debrief = catalogue.find(({ id }) => id === 'debrief');
    assert.ok(debrief);
    await inJournal(debrief, 'In my journal');
  });

  it('of the journal is committed by itself, and leaves no word in the repository', async () => {
    await eventually(async () => assert.equal(await git(journal, 'status', '--porcelain'), ''));
    const kept = (await git(journal, 'ls-files')).split('\n');
    for (const { id, store, command } of catalogue) {
      if (command || store === 'team' || store === 'local') continue;
      const path = kept.find((each) => each.startsWith(`practices/${id}/`));
      assert.ok(path, id);
      assert.ok((await git(journal, 'show', `HEAD:${path}`)).includes(secret), path);
    }
    for (const path of ['plan.md', `evidence/${today.slice(0, 7)}.md`]) assert.ok(kept.includes(path), path);
    assert.match(kept.join('\n'), /^weeks\/.*\n|\nweeks\/.*\n/);
    assert.match(await git(journal, 'log', '-1', '--format=%an'), /^Lead Journal$/m);
    await git(root, 'add', '--all');
    const objects = await git(root, 'cat-file', '--batch-all-objects', '--batch', '--unordered');
    await git(root, 'reset', '--quiet');
    assert.ok(objects.includes(open));
    assert.ok(!objects.includes(secret));
  });

  it('stands in "Lead: New...", with where it goes and when, and is begun from its row', async () => {
    const [question] = (await answering(['Red flags'], () => vscode.commands.executeCommand('leadHabits.newPractice')))
      .asked;
    for (const { title, cue } of catalogue) {
      const row = question?.rows.find(({ label }) => label === title);
      assert.ok(row?.description, title);
      assert.ok(row.detail?.includes(cue), title);
    }
    assert.match(editor().document.uri.fsPath, /practices\/red-flags\/.*-2\.md$/);
  });

  it('that was not done for its month is offered again, and no other', async () => {
    await put(join(journal, `practices/relationships/${daysAfter(today, -45)}-relationships.md`), '# Peers\n');
    await rm(join(journal, `practices/relationships/${today}-relationships.md`));
    const ask = () => answering(['Red flags'], () => vscode.commands.executeCommand('leadHabits.newPractice'));
    const labels = (await ask()).asked[0]?.rows.map(({ label }) => label) ?? [];
    const at = labels.indexOf('It has been a while');
    assert.equal(labels[at + 1], 'Peers beyond the team');
    assert.equal(labels[at + 2], 'Should I, and am I already?');
  });

  it('that there is not is named', async () => {
    assert.deepEqual((await begin('unheard-of')).said, [
      'There is no practice named unheard-of. "Lead: New..." lists those that there are.',
    ]);
  });
});
