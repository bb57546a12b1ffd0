import * as vscode from 'vscode';
import type { ActionItem } from '../../actions/carryOver.ts';
import type { ActionChange } from '../../actions/change.ts';
import { withoutIcons } from '../report.ts';
import { weekSettings } from '../settings.ts';
import { localDate } from '../today.ts';
import type { ActionLogs, OpenActions } from './actionLogs.ts';
import { ActionRow } from './actionRow.ts';
import { fullDay } from './nearby.ts';
import type { WeekGroup, WeekGroupId, WeekSource } from './weekSource.ts';
import type { Written } from './writeAction.ts';

/** Ids of actions that the user said are not theirs. */
const memory = 'week.notMine';
const most = 500;
/** How long the status bar says where something was written, in milliseconds. */
const shown = 10_000;

/** The actions of minutes, summaries and task lists: mine by their day, and what others have promised. */
export class ActionSource implements WeekSource, vscode.Disposable {
  readonly #logs: ActionLogs;
  readonly #memento: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #subscription: vscode.Disposable;
  /** What was ticked since the view was refreshed, by row. */
  readonly #ticked = new Map<string, Written>();
  #lastTicked: string | undefined;
  #others = false;
  #due = 0;

  constructor(logs: ActionLogs, memento: vscode.Memento) {
    this.#logs = logs;
    this.#memento = memento;
    this.#subscription = logs.onDidChange(() => this.#changed.fire());
  }

  /** Whether others' actions without a day, or with a later one, are shown too. */
  set others(shown: boolean) {
    this.#others = shown;
    void vscode.commands.executeCommand('setContext', 'leadHabits.weekOthers', shown);
    this.#changed.fire();
  }

  due(): number {
    return this.#due;
  }

  settle(): void {
    this.#ticked.clear();
    this.#lastTicked = undefined;
  }

  async groups(): Promise<readonly WeekGroup[]> {
    const [all, { dueNow, weekOf }] = await Promise.all([this.#logs.all(), import('../../actions/week.ts')]);
    const today = localDate();
    const { firstDay, me: names } = weekSettings();
    const notMine = new Set(this.#memento.get<string[]>(memory, []));
    const rows: Record<'overdue' | 'thisWeek' | 'waiting' | 'noDate', ActionRow[]> = {
      overdue: [],
      thisWeek: [],
      waiting: [],
      noDate: [],
    };
    this.#due = 0;
    for (const actions of all) {
      const ids = idsOf(actions);
      const idOf = (item: ActionItem) => ids.get(item) ?? '';
      const isTicked = (item: ActionItem) => item.done && this.#ticked.has(idOf(item));
      // What was ticked here stays where it stood.
      const standing = new Map<ActionItem, ActionItem>();
      for (const item of actions.log.items) standing.set(isTicked(item) ? { ...item, done: false } : item, item);
      const week = weekOf([...standing.keys()], {
        today,
        firstDay,
        me: [...actions.me, ...names],
        notMine: (item) => notMine.has(idOf(standing.get(item) ?? item)),
        others: this.#others,
      });
      for (const group of Object.keys(rows) as (keyof typeof rows)[]) {
        for (const shownItem of week[group]) {
          const item = standing.get(shownItem) ?? shownItem;
          const id = idOf(item);
          const state = { group, ticked: item.done, notMine: notMine.has(id), several: all.length > 1 };
          rows[group].push(new ActionRow(this, actions, item, id, state));
        }
      }
      const open = ({ done }: ActionItem) => !done;
      const still = (items: readonly ActionItem[]) => items.filter((item) => open(standing.get(item) ?? item));
      this.#due += dueNow({ overdue: still(week.overdue), thisWeek: still(week.thisWeek) }, today);
    }
    return [
      { id: 'overdue', label: vscode.l10n.t('Overdue'), folded: false, rows: rows.overdue },
      { id: 'thisWeek', label: vscode.l10n.t('This week'), folded: false, rows: rows.thisWeek },
      {
        id: 'waiting',
        label: vscode.l10n.t('Waiting on others'),
        tooltip: this.#others
          ? vscode.l10n.t('What others have promised')
          : vscode.l10n.t('What others have promised by the end of this week'),
        folded: true,
        rows: rows.waiting,
      },
      { id: 'noDate', label: vscode.l10n.t('No date'), folded: true, rows: rows.noDate },
    ] satisfies readonly (WeekGroup & { id: WeekGroupId })[];
  }

  /** Writes that an action is done, or open again, to the line that said it last. */
  async tick(row: ActionRow, done: boolean): Promise<void> {
    if (!done && this.#ticked.has(row.id)) return this.undo(row.id);
    const written = await this.#write(row, { done });
    if (done) {
      this.#ticked.set(row.id, written);
      this.#lastTicked = row.id;
    }
    await this.#logs.written(row.actions, written.path);
    const where = `${written.path}:${written.line}`;
    this.#say(done ? vscode.l10n.t('Done, written to {0}', where) : vscode.l10n.t('Open again, in {0}', where));
  }

  /** Takes the tick of a row back, or the last one: the file is as it was, unless it was changed since. */
  async undo(id = this.#lastTicked): Promise<void> {
    const written = id === undefined ? undefined : this.#ticked.get(id);
    if (id === undefined || !written) {
      this.#say(vscode.l10n.t('Nothing was ticked here since the last refresh'));
      return;
    }
    const row = (await this.groups()).flatMap(({ rows }) => rows).find((each) => each.id === id);
    if (!(row instanceof ActionRow)) return;
    const { takeBack } = await import('./writeAction.ts');
    if (!(await takeBack(row.actions.log.root, written))) await this.#write(row, { done: false });
    this.#ticked.delete(id);
    if (this.#lastTicked === id) this.#lastTicked = undefined;
    await this.#logs.written(row.actions, written.path);
    this.#say(vscode.l10n.t('Open again, in {0}', `${written.path}:${written.line}`));
  }

  /** Writes another day to an action's line. @param due YYYY-MM-DD; null takes it away. */
  async setDue(row: ActionRow, due: string | null): Promise<void> {
    const { path, line } = await this.#write(row, { due });
    await this.#logs.written(row.actions, path);
    const where = `${path}:${line}`;
    this.#say(
      due === null
        ? vscode.l10n.t('No date, written to {0}', where)
        : vscode.l10n.t('Due {0}, written to {1}', fullDay(due), where),
    );
  }

  /** Writes other owners to an action's line. */
  async setOwners(row: ActionRow, owners: readonly [string, ...string[]]): Promise<void> {
    const { path, line } = await this.#write(row, { owners });
    await this.#logs.written(row.actions, path);
    this.#say(vscode.l10n.t('{0} has it, written to {1}', owners.join(', '), `${path}:${line}`));
  }

  /** Remembers that an action is not mine, whatever its owner, or that it is after all. Its line stays as it is. */
  async setMine(row: ActionRow, mine: boolean): Promise<void> {
    const others = this.#memento.get<string[]>(memory, []).filter((id) => id !== row.id);
    await this.#memento.update(memory, mine ? others : [...others, row.id].slice(-most));
    this.#changed.fire();
  }

  async #write(row: ActionRow, change: ActionChange): Promise<Written> {
    const { writeAction } = await import('./writeAction.ts');
    return writeAction(row.actions, row.item, change);
  }

  #say(text: string): void {
    vscode.window.setStatusBarMessage(`$(check) ${withoutIcons(text)}`, shown);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

/** Names for the items of a log that stay while lines move and days change: where and how each was said first. */
function idsOf({ log }: OpenActions): Map<ActionItem, string> {
  const counts = new Map<string, number>();
  const ids = new Map<ActionItem, string>();
  for (const item of log.items) {
    const key = [log.root, item.sources[0]?.path, item.text.toLowerCase()].join('\n');
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    ids.set(item, count > 1 ? `${key}\n${count}` : key);
  }
  return ids;
}
