import * as vscode from 'vscode';
import { renumberMessage } from '../../decisions/message.ts';
import { nextNumber, readName } from '../../decisions/naming.ts';
import { numbersElsewhere, planRenumber } from '../../decisions/renumberPlan.ts';
import { changedFiles } from '../../git/files.ts';
import { HumanError } from '../../humanError.ts';
import type { Place } from '../decisionLogs.ts';
import { withoutIcons } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { mayWrite } from '../trust.ts';
import type { DecisionRow } from '../views/rows.ts';
import { applyUndoably } from '../workspaceEdits.ts';
import { commitPaths } from './commitRecords.ts';

/** "Lead: Renumber...": another number for a record, with its heading and everything that refers to it, in one step. */
export async function renumber(surroundings: Surroundings, target?: DecisionRow | vscode.Uri): Promise<void> {
  if (!(await mayWrite())) return;
  const { logs } = surroundings;
  const place = await placeOf(surroundings, target);
  const record = place?.open.log.recordAt(place.path);
  if (!place || !record) throw new HumanError('This file is not a decision record. Open one, then try again.');
  if (record.number === null)
    throw new HumanError('{0} has no number that can be changed. Rename it by hand.', [place.path]);
  const { log, repository } = place.open;
  const number = await askNumber(place);
  if (number === undefined) return;
  const plan = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Looking for links') },
    () => planRenumber(log, repository, place.path, number),
  );
  const { from, to } = plan.renumbering;
  const dirty = new Set(repository ? (await changedFiles(repository)).map(({ path }) => path) : []);
  await applyUndoably(log.root, plan.changes);
  log.refresh(from);
  log.refresh(to);
  logs.changed();
  await tellLeft(log.root, plan.left);
  if (!repository) return;
  const linked = plan.changes.map(({ path }) => path).filter((path) => path !== from && !dirty.has(path));
  const changed = new Set((await changedFiles(repository)).map(({ path }) => path));
  const paths = [from, to, ...linked].filter((path) => changed.has(path));
  await commitPaths(surroundings, place.open, paths, renumberMessage(plan.renumbering));
}

async function placeOf({ logs }: Surroundings, target?: DecisionRow | vscode.Uri): Promise<Place | undefined> {
  if (target && !(target instanceof vscode.Uri)) {
    return target.kind === 'record' ? { open: target.open, path: target.record.path } : undefined;
  }
  const uri = target ?? vscode.window.activeTextEditor?.document.uri;
  return uri && logs.placeOf(uri);
}

async function askNumber({ open: { log, repository }, path }: Place): Promise<number | undefined> {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/'))) || '.';
  const siblings = log.pathsIn(folder);
  const free = nextNumber([...siblings, ...(await numbersElsewhere(repository, folder))]);
  const answer = await vscode.window.showInputBox({
    title: vscode.l10n.t('Renumber'),
    prompt: vscode.l10n.t('The next number that is free here and on every branch is {0}', free),
    value: String(free),
    validateInput: (value) => {
      if (!/^\d{1,6}$/.test(value.trim())) return vscode.l10n.t('A whole number, please.');
      const taken = siblings.find((each) => each !== path && readName(each).number === Number(value));
      return taken && vscode.l10n.t('Taken by {0}', withoutIcons(taken));
    },
  });
  return answer === undefined ? undefined : Number(answer);
}

/** Mentions that may mean either of two records are for the user to judge: they are listed, with a way to each. */
async function tellLeft(root: string, left: readonly { path: string; line: number }[]): Promise<void> {
  if (!left.length) return;
  const picked = await vscode.window.showQuickPick(
    left.map((each) => ({ label: withoutIcons(`${each.path}:${each.line}`), ...each })),
    {
      title: vscode.l10n.t('May mean either record: left as they are'),
      placeHolder: vscode.l10n.t('Open one to look, or press Escape'),
    },
  );
  if (!picked) return;
  const position = new vscode.Position(picked.line - 1, 0);
  await vscode.window.showTextDocument(vscode.Uri.joinPath(vscode.Uri.file(root), picked.path), {
    selection: new vscode.Range(position, position),
    preview: false,
  });
}
