import * as vscode from 'vscode';
import { type CommitOutcome, commitFiles } from '../../git/commit.ts';
import { changedFiles } from '../../git/files.ts';
import type { Repository } from '../../git/repository.ts';
import { HumanError } from '../../humanError.ts';
import { readTextIfAny } from '../../records/files.ts';
import { recordsMessage } from '../../records/message.ts';
import { partnersOf } from '../commitPartners.ts';
import type { DecisionLogs, OpenLog, Place } from '../decisionLogs.ts';
import { sentence, withoutIcons } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { decisionName, type TeamRecord, teamRecordAt } from '../teamRecords.ts';
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
  const isDecision = place?.open.log.refresh(place.path) ?? false;
  if (!uri || !place || (!isDecision && !(await teamRecordAt(place)))) {
    await reporter.show(
      new HumanError(
        'No decision record, meeting summary or list of actions is open. Open the one to commit, then try again.',
      ),
    );
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
  const changes: TeamRecord[] = [];
  for (const open of await surroundings.logs.all()) {
    if (!open.repository) continue;
    const changed = (await changedFiles(open.repository)).map(({ path }) => path);
    // Decisions in the order of the log, the newest first; then meetings, the latest first.
    const decisions = open.log.records.map(({ path }) => path).filter((path) => changed.includes(path));
    const others = changed
      .filter((path) => !decisions.includes(path))
      .sort()
      .reverse();
    for (const path of [...decisions, ...others]) {
      const record = await recordOf({ open, path });
      if (record) changes.push(record);
    }
  }
  if (!changes.length) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) All records are committed'), shown);
    return;
  }
  const only = changes.length === 1 ? changes : undefined;
  const picked = only ?? (await pickOf(changes));
  for (const open of new Set(picked?.map(({ place }) => place.open))) {
    const paths = (picked ?? []).flatMap(({ place }) => (place.open === open ? place.path : []));
    await commitPaths(surroundings, open, paths);
  }
}

async function pickOf(changes: readonly TeamRecord[]): Promise<TeamRecord[] | undefined> {
  const picked = await vscode.window.showQuickPick(
    changes.map((change) => ({
      label: withoutIcons(change.name),
      description: withoutIcons(change.place.path),
      picked: true,
      change,
    })),
    {
      title: vscode.l10n.t('Commit Records'),
      canPickMany: true,
      placeHolder: vscode.l10n.t('Which records belong to the commit?'),
    },
  );
  return picked?.map(({ change }) => change);
}

/** A record with the name that it gives itself on disk. */
async function recordOf(place: Place): Promise<TeamRecord | undefined> {
  const known = await teamRecordAt(place);
  if (!known || known.scope === 'decisions') return known;
  return teamRecordAt(place, await readTextIfAny(`${place.open.log.root}/${place.path}`));
}

/**
 * Saves the records that are open and changed; the user's other files are not ours to save. A document that was typed in
 * while it was being saved is said to be clean, so that every one is saved: nothing is written where nothing is changed.
 */
async function saveRecords(logs: DecisionLogs): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    const place = await logs.placeOf(document.uri);
    if (place && (await teamRecordAt(place))) await document.save();
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
  const { repository } = open;
  if (!repository) {
    const initialize = vscode.l10n.t('Initialize Repository');
    const error = new HumanError('{0} is not in a git repository. Records are kept in git.', [
      open.workspaceFolder.name,
    ]);
    if ((await reporter.show(error, initialize)) === initialize) await vscode.commands.executeCommand('git.init', true);
    return;
  }
  const proposed = message ?? (await messageFor(open, paths));
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

async function messageFor(open: OpenLog, paths: readonly string[]): Promise<string> {
  const { readDecision } = await import('../../decisions/reader.ts');
  const records = await Promise.all(
    paths.map(
      // A record that was deleted is called by its file.
      async (path) =>
        (await recordOf({ open, path })) ?? { scope: 'decisions', name: decisionName(readDecision(path, '')) },
    ),
  );
  const scopes = new Set(records.map(({ scope }) => scope));
  const [scope] = scopes;
  return recordsMessage(
    scopes.size === 1 ? scope : undefined,
    records.map(({ name }) => name),
  );
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
