import * as vscode from 'vscode';
import type { Habit } from '../../practices/habit.ts';
import type { Journal } from '../../practices/journal.ts';
import { weekSettings } from '../settings.ts';
import { localDate } from '../today.ts';
import { PrivateSource } from './privateSource.ts';
import type { WeekGroup, WeekRow } from './weekSource.ts';

/** The one habit of the week, from the journal. */
export class HabitSource extends PrivateSource {
  protected async read(journal: Journal): Promise<readonly WeekGroup[]> {
    const { lately, readHabit, weekPath } = await import('../../practices/habit.ts');
    const today = localDate();
    const { firstDay } = weekSettings();
    const path = weekPath(today, firstDay);
    const text = await journal.read(path);
    const habit = text === undefined ? undefined : readHabit(text);
    if (!habit) return [];
    const count = await lately(today, firstDay, (each) => journal.read(each));
    const uri = vscode.Uri.file(await journal.fileOf(path));
    const row = new HabitRow(habit, count, uri, (done) => this.#tick(path, done));
    return [{ id: 'habit', label: vscode.l10n.t('Habit'), folded: false, rows: [row] }];
  }

  async #tick(path: string, done: boolean): Promise<void> {
    const journal = await this.store.existing();
    if (!journal) return;
    const { tickHabit } = await import('../../practices/habit.ts');
    await this.store.edit(journal, path, (text) => tickHabit(text, done) ?? []);
    vscode.window.setStatusBarMessage(vscode.l10n.t('$(lock) Written to this week in your journal'), 10_000);
  }
}

class HabitRow implements WeekRow {
  readonly id = 'habit';
  readonly ticked: boolean;
  readonly tick: (done: boolean) => Promise<void>;
  readonly #habit: Habit;
  readonly #count: { readonly done: number; readonly of: number } | undefined;
  readonly #uri: vscode.Uri;

  constructor(
    habit: Habit,
    count: { readonly done: number; readonly of: number } | undefined,
    uri: vscode.Uri,
    tick: (done: boolean) => Promise<void>,
  ) {
    this.#habit = habit;
    this.#count = count;
    this.#uri = uri;
    this.ticked = habit.done;
    this.tick = tick;
  }

  toItem(): vscode.TreeItem {
    const { text, line, done } = this.#habit;
    const item = new vscode.TreeItem(text);
    const count = this.#count && vscode.l10n.t('{0} of the last {1} weeks', this.#count.done, this.#count.of);
    if (count) item.description = count;
    item.checkboxState = done ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked;
    item.tooltip = [text, count, vscode.l10n.t('Ticked when it came about this week; only you see it.')]
      .filter(Boolean)
      .join('\n\n');
    item.contextValue = 'habit';
    item.accessibilityInformation = { label: [text, count].filter(Boolean).join(', ') };
    const selection = new vscode.Range(line, 0, line, 0);
    item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [this.#uri, { selection }] };
    return item;
  }
}
