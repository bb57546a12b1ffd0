import * as vscode from 'vscode';
import { commitMessage } from '../../decisions/message.ts';
import { readDecision } from '../../decisions/reader.ts';
import type { DecisionRecord } from '../../decisions/record.ts';
import { type CommitOutcome, commitFiles } from '../../git/commit.ts';
import { changedFiles } from '../../git/files.ts';
import type { Repository } from '../../git/repository.ts';
import { HumanError } from '../../humanError.ts';
import { readTextIfAny } from '../../records/files.ts';
import { partnersOf } from '../commitPartners.ts';
import type { DecisionLogs, OpenLog } from '../decisionLogs.ts';
import { sentence, withoutIcons } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { mayWrite } from '../trust.ts';
import { uriOf } from '../views/recordItem.ts';
import type { DecisionRow } from '../views/rows.ts';

/** How long the status bar shows a commit, in milliseconds. */
const shown = 20_000;

/** "Lead: Commit Record": the record of a tree row, of a given file, or in the active editor; that file, with those it was written together with, and no other. */
export async function commitRecord(surroundings: Surroundings, target?: DecisionRow | vscode.Uri): Promise<void> {
  if (!(await mayWrite())) return;
  const { logs, reporter } = surroundings;
  const uri =
    target instanceof vscode.Uri
      ? target
      : target?.kind === 'record'
        ? uriOf(target.open, target.record)
        : vscode.window.activeTextEditor?.document.uri;
  const place = uri && (await logs.placeOf(uri));
  // What git or another program has just written may not have been read yet.
  if (!uri || !place?.open.log.refresh(place.path)) {
    await reporter.show(new HumanError('No decision record is open. Open the one to commit, then try again.'));
    return;
  }
  await saveIfOpen(uri);
  place.open.log.refresh(place.path);
  const together = await partnersOf(place);
  for (const path of together?.paths ?? [])
    await saveIfOpen(vscode.Uri.joinPath(vscode.Uri.file(place.open.log.root), path));
  await commitPaths(surroundings, place.open, together?.paths ?? [place.path], together?.message);
}

async function saveIfOpen(uri: vscode.Uri): Promise<void> {
  await vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.save();
}

/** "Lead: Commit Records": all changed records, or those of them that the user picks, in one commit for each repository. */
export async function commitRecords(surroundings: Surroundings): Promise<void> {
  if (!(await mayWrite())) return;
  await saveRecords(surroundings.logs);
  const changes: { open: OpenLog; record: DecisionRecord }[] = [];
  for (const open of await surroundings.logs.all()) {
    if (!open.repository) continue;
    const paths = open.log.records.map(({ path }) => path);
    const changed = new Set((await changedFiles(open.repository)).map(({ path }) => path));
    for (const path of paths) {
      const record = changed.has(path) ? open.log.recordAt(path) : undefined;
      if (record) changes.push({ open, record });
    }
  }
  if (!changes.length) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) All records are committed'), shown);
    return;
  }
  const picked =
    changes.length === 1
      ? changes
      : await vscode.window.showQuickPick(
          changes.map((change) => ({
            label: withoutIcons([change.record.number, change.record.title].filter((part) => part !== null).join(' ')),
            description: withoutIcons(change.record.path),
            picked: true,
            ...change,
          })),
          {
            title: vscode.l10n.t('Commit Records'),
            canPickMany: true,
            placeHolder: vscode.l10n.t('Which records belong to the commit?'),
          },
        );
  for (const open of new Set(picked?.map((change) => change.open))) {
    const paths = (picked ?? []).filter((change) => change.open === open).map(({ record }) => record.path);
    await commitPaths(surroundings, open, paths);
  }
}

/** Saves the records that are open and changed; the user's other files are not ours to save. */
async function saveRecords(logs: DecisionLogs): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    const place = await logs.placeOf(document.uri);
    if (place?.open.log.recordAt(place.path)) await document.save();
  }
}

/** First lines of messages whose commit was refused, by the commit's paths: they are proposed again. */
const refusedMessages = new Map<string, string>();

/**
 * Proposes a message and commits these files and nothing else.
 *
 * @param paths relative to the log's root.
 * @param message what is proposed; made of the records' numbers and titles, if undefined.
 */
export async function commitPaths(
  surroundings: Surroundings,
  open: OpenLog,
  paths: readonly string[],
  message?: string,
): Promise<void> {
  const { reporter } = surroundings;
  const { repository, log } = open;
  if (!repository) {
    const initialize = vscode.l10n.t('Initialize Repository');
    const error = new HumanError('{0} is not in a git repository. Records are kept in git.', [
      open.workspaceFolder.name,
    ]);
    if ((await reporter.show(error, initialize)) === initialize) await vscode.commands.executeCommand('git.init', true);
    return;
  }
  const records = await Promise.all(
    paths.map(
      async (path) => log.recordAt(path) ?? readDecision(path, (await readTextIfAny(`${log.root}/${path}`)) ?? ''),
    ),
  );
  const proposed = message ?? commitMessage(records);
  const [first = '', ...body] = proposed.split('\n');
  const subject = await vscode.window.showInputBox({
    title: paths.length === 1 ? vscode.l10n.t('Commit Record') : vscode.l10n.t('Commit Records'),
    prompt:
      paths.length === 1
        ? vscode.l10n.t('Commits {0} and nothing else', withoutIcons(paths[0] ?? ''))
        : paths.length === 2
          ? vscode.l10n.t(
              'Commits {0} and {1}, and nothing else',
              withoutIcons(paths[0] ?? ''),
              withoutIcons(paths[1] ?? ''),
            )
          : vscode.l10n.t('Commits {0} records and nothing else', paths.length),
    value: refusedMessages.get(paths.join()) ?? first,
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() ? undefined : vscode.l10n.t('A commit needs a message.')),
  });
  if (subject === undefined) return;
  await commitAs(surroundings, open, repository, paths, [subject, ...body].join('\n'));
}

async function commitAs(
  surroundings: Surroundings,
  open: OpenLog,
  repository: Repository,
  paths: readonly string[],
  message: string,
): Promise<void> {
  const { reporter, drafts, recordState } = surroundings;
  const attempt = (includeStaged: boolean): Thenable<CommitOutcome> =>
    vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Committing') }, () =>
      commitFiles(repository, { paths, message, includeStaged }),
    );
  try {
    let outcome = await attempt(false);
    if (outcome.kind === 'ask') {
      const whole = vscode.l10n.t('Commit the Whole File');
      const choice = await vscode.window.showWarningMessage(
        vscode.l10n.t(
          'You have staged a version of {0}. The commit would hold the whole file as it is now.',
          outcome.staged.join(', '),
        ),
        { modal: true },
        whole,
      );
      if (choice !== whole) return;
      outcome = await attempt(true);
    }
    switch (outcome.kind) {
      case 'committed': {
        refusedMessages.delete(paths.join());
        for (const path of paths) drafts.done(vscode.Uri.joinPath(vscode.Uri.file(open.log.root), path));
        const where = outcome.detached ? vscode.l10n.t('{0} (HEAD is detached)', outcome.shortHash) : outcome.shortHash;
        const subject = withoutIcons(message.split('\n', 1)[0] ?? '');
        vscode.window.setStatusBarMessage(`$(git-commit) ${where} ${subject}`, shown);
        if (outcome.warning) await vscode.window.showWarningMessage(sentence(outcome.warning));
        break;
      }
      case 'unchanged':
        vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Nothing to commit: the record is as it was'), shown);
        break;
      case 'refused':
        refusedMessages.set(paths.join(), message.split('\n', 1)[0] ?? '');
        await reporter.show(outcome.error);
        break;
      case 'ask':
        break;
    }
  } catch (error) {
    await reporter.show(error);
  }
  await recordState.update();
}
