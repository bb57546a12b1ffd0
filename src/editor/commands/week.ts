import * as vscode from 'vscode';
import { daysAfter } from '../../actions/days.ts';
import { withoutIcons } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { localDate } from '../today.ts';
import { mayWrite } from '../trust.ts';
import { ActionRow } from '../week/actionRow.ts';
import { nearbyDay } from '../week/nearby.ts';
import { pickDueDay } from './pickDueDay.ts';

/** "Lead: Tick Action": the box of a row, from the keyboard; once more, and it is open again. */
export async function tickAction(surroundings: Surroundings, target?: unknown): Promise<void> {
  if (target === 'keyed') return tickKeyed(surroundings);
  const row = await rowOf(surroundings, target, vscode.l10n.t('Tick Action'));
  if (row) await row.tick(!row.state.ticked);
}

/** The space bar in the view: an action's box, or a group's contents. */
async function tickKeyed({ week }: Surroundings): Promise<void> {
  const { keyed } = week;
  if (!keyed || 'group' in keyed) {
    await vscode.commands.executeCommand('list.toggleExpand');
    return;
  }
  const row = week.current(keyed);
  if (row.tick && (await mayWrite())) await row.tick(!row.ticked).finally(() => week.select(row));
}

/** "Lead: Undo Tick": the row's, or the last one. */
export async function undoTick({ actionSource }: Surroundings, target?: unknown): Promise<void> {
  if (!(await mayWrite())) return;
  await actionSource.undo(target instanceof ActionRow ? target.id : undefined);
}

/** "Lead: New Date for Action...". */
export async function newDate(surroundings: Surroundings, target?: unknown): Promise<void> {
  const title = vscode.l10n.t('New Date for Action');
  const row = await rowOf(surroundings, target, title);
  if (!row) return;
  const day = await pickDueDay(title, row.item);
  if (day !== undefined) await surroundings.actionSource.setDue(row, day);
}

/** "Lead: Postpone Action by a Week": from its day, or from today where that has passed. */
export async function postpone(surroundings: Surroundings, target?: unknown): Promise<void> {
  const row = await rowOf(surroundings, target, vscode.l10n.t('Postpone Action by a Week'));
  if (!row) return;
  const today = localDate();
  const { due } = row.item;
  await surroundings.actionSource.setDue(row, daysAfter(due !== null && due > today ? due : today, 7));
}

/** "Lead: Reassign Action...": to somebody whom the actions name, or to anybody else. */
export async function reassign(surroundings: Surroundings, target?: unknown): Promise<void> {
  const title = vscode.l10n.t('Reassign Action');
  const row = await rowOf(surroundings, target, title);
  if (!row) return;
  const owner = await askOwner(row, title);
  if (owner) await surroundings.actionSource.setOwners(row, [owner]);
}

/** "Not Mine" and "Mine After All": what the view goes by; the line stays as it is. */
export async function notMine(surroundings: Surroundings, target?: unknown): Promise<void> {
  const row = await rowOf(surroundings, target, vscode.l10n.t('Not Mine'), false);
  if (row) await surroundings.actionSource.setMine(row, false);
}
export async function mine(surroundings: Surroundings, target?: unknown): Promise<void> {
  const row = await rowOf(surroundings, target, vscode.l10n.t('Mine After All'), false);
  if (row) await surroundings.actionSource.setMine(row, true);
}

/** "Commit Record" on an action: the file that states it, and nothing else. */
export async function commitAction(surroundings: Surroundings, target: unknown): Promise<void> {
  const row = await rowOf(surroundings, target, vscode.l10n.t('Commit Record'));
  if (!row) return;
  const { actions, item, uri } = row;
  await vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.save();
  const path = item.sources.at(-1)?.path ?? '';
  const { commitPaths } = await import('./commitRecords.ts');
  await commitPaths(surroundings, actions.open, [path], `docs(actions): ${item.done ? 'done, ' : ''}${item.text}`);
}

/** The action that a command is about: that of a row, of the selected row, or one that is picked. */
async function rowOf(
  { week }: Surroundings,
  target: unknown,
  title: string,
  writes = true,
): Promise<ActionRow | undefined> {
  if (writes && !(await mayWrite())) return undefined;
  if (target instanceof ActionRow) return week.current(target);
  if (week.selected) return week.selected;
  const rows = await week.actions();
  if (!rows.length) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) There is no open action'), 10_000);
    return undefined;
  }
  const today = localDate();
  const picked = await vscode.window.showQuickPick(
    rows.map((row) => {
      const { text, owners, due, sources } = row.item;
      const facts = [...(due === null ? [] : [nearbyDay(due, today)]), ...owners];
      return {
        label: withoutIcons(text),
        description: withoutIcons(facts.join(', ')),
        detail: sources.at(-1)?.path ?? '',
        row,
      };
    }),
    { title, placeHolder: vscode.l10n.t('Which action?'), matchOnDescription: true },
  );
  return picked?.row;
}

async function askOwner({ actions, item }: ActionRow, title: string): Promise<string | undefined> {
  const counts = new Map<string, number>();
  for (const { owners } of actions.log.items) {
    for (const owner of owners) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  const [me] = actions.me;
  const known = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const names = [...new Set([...(me ? [me] : []), ...known])].filter((name) => !item.owners.includes(name));
  // Any other name may be typed: it is then the row on top.
  const pick = vscode.window.createQuickPick();
  pick.title = title;
  pick.placeholder = vscode.l10n.t('Who does "{0}"? Type any name', item.text);
  const rows = names.slice(0, 100).map((name) => ({ label: name }));
  pick.items = rows;
  pick.onDidChangeValue((value) => {
    const typed = value.trim();
    const isKnown = !typed || names.some((name) => name.toLowerCase() === typed.toLowerCase());
    pick.items = isKnown ? rows : [{ label: typed, alwaysShow: true }, ...rows];
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve((pick.activeItems[0] ?? pick.selectedItems[0])?.label);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
