import assert from 'node:assert/strict';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';
import { daysAfter } from '../../src/actions/days.ts';
import { DecisionLogs } from '../../src/editor/decisionLogs.ts';
import { openIndicators } from '../../src/editor/indicators.ts';
import { JournalStore } from '../../src/editor/journalStore.ts';
import { readPractices } from '../../src/editor/practices.ts';
import { Reporter } from '../../src/editor/report.ts';
import { localDate } from '../../src/editor/today.ts';
import { CareerSource } from '../../src/editor/week/careerSource.ts';
import { JournalSource } from '../../src/editor/week/journalSource.ts';
import type { WeekRow, WeekSource } from '../../src/editor/week/weekSource.ts';
import { ownArtefacts } from '../../src/practices/ownArtefacts.ts';
import { readPlan } from '../../src/practices/plan.ts';
import { planState } from '../../src/practices/planState.ts';
import { eventually } from '../eventually.ts';
import { answering } from './answers.ts';
import { begin, editor, git, onDisk, ownJournal, put, root } from './practiceRun.ts';

const today = localDate();
const extension = vscode.extensions.getExtension('lead-habits.lead-habits')?.extensionUri ?? vscode.Uri.file('/');

/** The rows of a source of *This Week*, as they are seen. */
async function seen(source: WeekSource): Promise<(readonly [label: string, description: string])[]> {
  return (await rowsOf(source)).map((row) => {
    const { label, description } = row.toItem();
    return [String(label), String(description)] as const;
  });
}

async function rowsOf(source: WeekSource): Promise<WeekRow[]> {
  return (await source.groups()).flatMap(({ rows }) => rows);
}

describe('practices at work', function () {
  this.timeout(60_000);
  const journal = ownJournal();
  const logs = new DecisionLogs();
  const reporter = new Reporter();
  let store: JournalStore;

  before(() => {
    const context = { globalStorageUri: vscode.Uri.file(journal()) } as vscode.ExtensionContext;
    store = new JournalStore(context, reporter);
  });
  after(() => {
    for (const part of [store, logs, reporter]) part.dispose();
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const practices = () => readPractices(logs, extension);
  const inJournal = (...path: string[]) => join(journal(), 'practices', ...path);
  const files = async (id: string) => (await readdir(inJournal(id))).sort();
  const diagnosed = (uri: vscode.Uri) =>
    vscode.languages.getDiagnostics(uri).flatMap(({ code }) => (code === 'credit' || code === 'blame' ? [code] : []));

  it('are counted for the plan: three decisions in the first month, five in all', async () => {
    await begin('plan-90', 'today');
    for (const title of ['Cap the retries', 'Wait longer', 'Tell the till']) await begin('decision-record', title);
    logs.reload();
    const state = async () => {
      const repositories = (await logs.all()).flatMap(({ log, repository }) =>
        repository ? [{ repository, isDecision: (path: string) => log.recordAt(path) !== undefined }] : [],
      );
      const own = await ownArtefacts(repositories, await store.existing(), today, today, 1);
      return planState(readPlan(await onDisk(join(journal(), 'plan.md'))), own, today);
    };
    await eventually(async () => {
      const phases = (await state())?.phases.map(({ items: [first] }) => first);
      assert.deepEqual([phases?.[0]?.item.wanted, phases?.[0]?.have, phases?.[0]?.done], [3, 3, true]);
      assert.deepEqual([phases?.[2]?.item.wanted, phases?.[2]?.have, phases?.[2]?.done], [5, 3, false]);
    });
  });

  it('are snippets of every Markdown text: a trade-off, why, pattern, risk', async () => {
    const file = join(root, 'docs/snippets.md');
    await put(file, '# Notes\n\n\n');
    const shown = await vscode.window.showTextDocument(vscode.Uri.file(file));
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      shown.document.uri,
      new vscode.Position(2, 0),
    );
    const bodyOf = (prefix: string) => {
      const item = items.find(
        ({ label, kind }) =>
          kind === vscode.CompletionItemKind.Snippet && (typeof label === 'string' ? label : label.label) === prefix,
      );
      const text = item?.insertText;
      return typeof text === 'string' ? text : (text?.value ?? '');
    };
    assert.match(bodyOf('tradeoff'), /We can have .+ or .+ here, not both; given .+, I recommend .+ because /);
    assert.match(bodyOf('teach'), /\*\*Why:\*\*[\s\S]*\*\*Pattern:\*\*[\s\S]*\*\*Risk:\*\*[\s\S]*pair/);
    for (const part of ['why', 'pattern', 'risk']) assert.match(bodyOf(part), /^\*\*\w+:\*\*/, part);
    await rm(file);
  });

  it('are pointed out: an owned path without a runbook, a system without a second expert, repeated fixes', async () => {
    await vscode.window.showTextDocument(vscode.Uri.file(join(root, 'src/billing/retry.ts')));
    await begin('ownership', 'Billing');
    const record = await onDisk(join(root, 'docs/ownership/billing.md'));
    assert.match(record, /^owner: Ana Ruiz\nsecond: \[\]\npaths: \[src\/billing\/\*\*\]$/m);
    assert.match(record, /^CODEOWNERS names for it: @raj-patel @ana-ruiz$/m);
    for (const [index, subject] of ['Fix the port', 'fix: the port again', 'Revert "Fix the port"'].entries()) {
      await put(join(root, 'src/server.ts'), `export const port = ${index};\n`);
      await git(root, 'commit', '--quiet', '--message', subject, '--', 'src/server.ts');
    }
    const shown = async () => (await openIndicators(logs)).map(({ kind, about }) => `${kind}: ${about}`);
    assert.deepEqual(await shown(), [
      'owned path without runbook: src/billing',
      'no second expert: Billing',
      'repeated fixes: src/server.ts',
    ]);
    const idOf = (kind: string, about: string) => `indicator ${kind} ${about} ${root}`;
    const mend = (id: string, ...answers: string[]) =>
      answering(answers, () => vscode.commands.executeCommand('leadHabits.beginFor', id));
    await vscode.commands.executeCommand('leadHabits.refreshDecisions');
    await setTimeout(1500);
    await mend(idOf('owned path without runbook', 'src/billing'), 'Billing');
    assert.match(await onDisk(join(root, 'docs/runbooks/billing.md')), /^paths: \[src\/billing\/\*\*\]$/m);
    await mend(idOf('repeated fixes', 'src/server.ts'), 'In the repository', 'Fixes in server.ts');
    assert.match(editor().document.uri.path, /docs\/debriefs\/.*-fixes-in-server-ts\.md$/);
    assert.deepEqual(await shown(), ['no second expert: Billing', 'repeated fixes: src/server.ts']);
  });

  it('are published without what is held back', async () => {
    const file = inJournal('signal-filter', '2026-01-05-signal-filter.md');
    await put(file, '# News\n\n## Tell the team\n\n- the new date\n\n## Hold back\n\n- the numbatleaf\n\n## Thanks\n');
    await vscode.window.showTextDocument(vscode.Uri.file(file));
    const { asked } = await answering(['Publish as'], () => vscode.commands.executeCommand('leadHabits.publish'));
    assert.match(String(asked[0]?.rows[0]?.detail), /What is below "Hold back" stays in the journal/);
    assert.equal(
      await onDisk(join(root, 'docs/news/2026-01-05-signal-filter.md')),
      '# News\n\n## Tell the team\n\n- the new date\n\n## Thanks\n',
    );
    assert.match(await onDisk(file), /numbatleaf/);
  });

  it('count: talks that were had, and months of "acting", which leads to the talk', async () => {
    const sheet = inJournal('pay-talk', `${daysAfter(today, -40)}-pay-talk.md`);
    await put(
      inJournal('red-flags', '2026-02-01-red-flags.md'),
      '# Red flags\n\n- [ ] I am "acting" since 2026-01-15.\n',
    );
    const source = new CareerSource(store);
    assert.deepEqual(
      (await seen(source)).map(([label]) => label),
      ['"Acting" for over six months'],
    );
    const talks = '## Talks\n\n1. 2026-10-01: heard\n2. 2026-11-02: a date\n3. {date}\n';
    await put(sheet, `# The pay talk\n\n${talks}\n## Deadline\n\n${daysAfter(today, 10)}\n`);
    source.settle();
    const [talk, acting] = await seen(source);
    assert.equal(talk?.[0], 'The pay talk');
    assert.match(talk?.[1] ?? '', /^2 of at most 3 talks, deadline /);
    assert.match(acting?.[1] ?? '', /^since .*15.*/);
    const { command } = (await rowsOf(source))[1]?.toItem() ?? {};
    await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
    assert.equal(editor().document.uri.fsPath, sheet);
    source.dispose();
  });

  it('come up in This Week on their day, until they were looked at', async () => {
    const file = inJournal('delegation', '2026-11-02-the-ledger-to-sam.md');
    const text = (day: string) => `# The ledger, to Sam\n\n## Level\n\n4 agree\n\n## Revisit\n\n${day}\n`;
    await put(file, text(daysAfter(today, 1)));
    const source = new JournalSource(store, practices);
    assert.deepEqual(await seen(source), []);
    await put(file, text(today));
    source.settle();
    assert.deepEqual(await seen(source), [['The ledger, to Sam', 'revisit since today']]);
    const [row] = await rowsOf(source);
    await row?.tick?.(true);
    assert.equal(await onDisk(file), text(`${today}\n\nLooked at on ${today}.`));
    assert.deepEqual(await seen(source), []);
    source.dispose();
  });

  it('go on from the last one about the same person', async () => {
    const agreed = `${daysAfter(today, -7)}-sam.md`;
    await put(inJournal('mentoring', agreed), '# Mentoring: Sam\n');
    await begin('mentoring', 'Sam');
    const text = editor().document.getText();
    assert.ok(text.includes(`Goes on from [${daysAfter(today, -7)}](${agreed}); the agreement`));
    assert.match(text, /## Session/);
    await begin('mentoring', 'Raj');
    assert.match(editor().document.getText(), /## Agreement/);
    for (const name of ['Sam', 'Raj', 'sam']) await begin('growth-steps', name);
    assert.match(editor().document.uri.path, /-sam\.md$/);
    assert.deepEqual(await files('growth-steps'), [`${today}-raj.md`, `${today}-sam.md`]);
  });

  it('have a hint where an own draft says "I" or blames, and nowhere else', async () => {
    await begin('risk-note', 'Too many flags');
    const draft = editor().document.uri;
    await vscode.commands.executeCommand('type', { text: 'I shipped the flags. It broke because Sam forgot one.' });
    await eventually(() => assert.deepEqual(diagnosed(draft), ['credit', 'blame']));
    await answering(['Say it early'], () => vscode.commands.executeCommand('leadHabits.commitRecord'));
    await eventually(() => assert.deepEqual(diagnosed(draft), []));
    await begin('growth-feedback', 'Sam');
    const notes = editor().document.uri;
    await vscode.commands.executeCommand('type', { text: 'I shipped it' });
    const minutes = vscode.Uri.file(join(root, 'docs/meetings/2026-10-09-billing-retries.md'));
    const others = await vscode.window.showTextDocument(minutes);
    await others.edit((edit) => edit.insert(new vscode.Position(0, 0), 'I shipped it\n'));
    await setTimeout(1000);
    assert.deepEqual([...diagnosed(notes), ...diagnosed(minutes)], []);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('are tallied when they are chosen again', async () => {
    await begin('mentor-choice');
    const file = editor().document.uri.fsPath;
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const asked = (await onDisk(file)).replace(
      '- {name} named {one or two}',
      '- Raj named Sam and Ana\n- Mia named Sam',
    );
    await put(file, asked);
    await begin('mentor-choice');
    assert.equal(editor().document.uri.fsPath, file);
    await eventually(() => assert.match(editor().document.getText(), /^- Sam: 2\n- Ana: 1\n\n## A candid talk/m));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const old = `${daysAfter(today, -100)}-mentor-choice.md`;
    await rename(file, inJournal('mentor-choice', old));
    await begin('mentor-choice', 'Begin Anew');
    assert.deepEqual(await files('mentor-choice'), [old, `${today}-mentor-choice.md`]);
  });

  it('that were changed on two machines are named, and nothing of them is lost', async () => {
    const path = 'practices/manager-map/2026-11-02-manager-map.md';
    const here = join(journal(), path);
    const commit = () => git(journal(), 'commit', '--quiet', '--all', '--message', 'Keep');
    await put(here, '# What my manager cares about\n\nDates.\n');
    await git(journal(), 'add', '--all');
    await commit();
    const branch = (await git(journal(), 'branch', '--show-current')).trim();
    await git(journal(), 'switch', '--quiet', '--create', 'other');
    await put(here, '# What my manager cares about\n\nDates, said early.\n');
    await commit();
    await git(journal(), 'switch', '--quiet', branch);
    await put(here, '# What my manager cares about\n\nDates, and no surprises.\n');
    await commit();
    await answering([], async ({ said }) => {
      await assert.rejects(git(journal(), 'merge', '--quiet', 'other'));
      await eventually(() => assert.match(said.join('\n'), /changed on two machines\. Both versions are in it/));
    });
    const source = new JournalSource(store, practices);
    assert.deepEqual(await seen(source), [[path, 'changed on two machines']]);
    const { asked } = await answering([path], () => vscode.commands.executeCommand('leadHabits.openJournal'));
    assert.equal(asked[0]?.rows.find(({ label }) => label === path)?.description, 'changed on two machines');
    assert.equal(editor().document.uri.fsPath, here);
    assert.match(editor().document.getText(), /Dates, and no surprises\.[\s\S]*Dates, said early\./);
    await put(here, '# What my manager cares about\n\nDates, said early, and no surprises.\n');
    await git(journal(), 'add', '--all');
    await git(journal(), 'commit', '--quiet', '--no-edit');
    source.settle();
    assert.deepEqual(await seen(source), []);
    source.dispose();
  });
});
