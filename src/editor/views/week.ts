import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Reporter } from '../report.ts';
import { weekSettings } from '../settings.ts';
import { localDate } from '../today.ts';
import { ActionRow } from '../week/actionRow.ts';
import type { WeekGroup, WeekGroupId, WeekRow, WeekSource } from '../week/weekSource.ts';

const order: readonly WeekGroupId[] = ['habit', 'overdue', 'thisWeek', 'waiting', 'followUps', 'plan', 'noDate'];
/** More rows of a group nobody reads; the last row says how many there are. */
const mostRows = 200;
/** How often, and after how many milliseconds, it is asked again whether rows are drawn. */
const [mostTries, shortly] = [40, 50];
/** Groups that the user has folded or opened against their custom. */
const memory = 'week.folded';

/** A group as an element of the tree: the same object as long as the group is shown. */
class GroupElement {
  readonly id: WeekGroupId;
  group: WeekGroup;
  /** What could be seen of the group when it was last read. */
  looks = '';

  constructor(group: WeekGroup) {
    this.id = group.id;
    this.group = group;
  }
}

type Element = GroupElement | WeekRow;

/** The tree view *This Week*: what to do, by when, from several sources; a tick goes back to where it came from. */
export class WeekView implements vscode.TreeDataProvider<Element>, vscode.Disposable {
  readonly #sources: readonly WeekSource[];
  readonly #memento: vscode.Memento;
  readonly #reporter: Reporter;
  readonly #changed = new vscode.EventEmitter<Element[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<Element>;
  readonly #subscriptions: vscode.Disposable[];
  #shown: readonly GroupElement[] = [];
  #parents = new Map<string, GroupElement>();
  #selection: readonly Element[] = [];
  #keyed: Element | undefined;
  #isRead = false;
  #turn = 0;
  #first: Promise<unknown> | undefined;
  #day = localDate();

  constructor(sources: readonly WeekSource[], memento: vscode.Memento, reporter: Reporter) {
    this.#sources = sources;
    this.#memento = memento;
    this.#reporter = reporter;
    this.#view = vscode.window.createTreeView<Element>('leadHabits.week', {
      treeDataProvider: this,
      showCollapseAll: true,
      manageCheckboxStateManually: true,
    });
    this.#subscriptions = [
      this.#changed,
      this.#view,
      ...sources.map((source) => source.onDidChange(() => this.#update())),
      this.#view.onDidChangeCheckboxState(({ items }) => this.#tick(items)),
      this.#view.onDidChangeSelection(({ selection }) => {
        const before = this.#selection;
        this.#selection = selection;
        const others = (some: readonly Element[]) => (one: Element) => !some.some(({ id }) => id === one.id);
        this.#keyed = selection.find(others(before)) ?? before.find(others(selection));
      }),
      this.#view.onDidCollapseElement(({ element }) => this.#remember(element, true)),
      this.#view.onDidExpandElement(({ element }) => this.#remember(element, false)),
      // Yesterday's "today" is today's "overdue".
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused && this.#day !== localDate()) void this.refresh();
      }),
    ];
  }

  /** The row that is selected, if it is an action's. */
  get selected(): ActionRow | undefined {
    const [row] = this.#view.selection;
    return row instanceof ActionRow ? this.current(row) : undefined;
  }

  /**
   * What a key has just selected, or taken from the selection. VS Code tells an extension nothing of the row that has the
   * keyboard's focus, but a key can select it first.
   */
  get keyed(): Element | undefined {
    return this.#keyed;
  }

  /** Selects one row alone, where it stands. */
  async select(row: WeekRow): Promise<void> {
    const current = this.current(row);
    if (this.#parents.has(current.id)) await this.#view.reveal(current, { select: true, focus: true });
  }

  /** Brings the view up with the keyboard's focus in it: VS Code focuses a tree only where it has rows already. */
  async show(): Promise<void> {
    await vscode.commands.executeCommand('leadHabits.week.focus');
    await this.#ready();
    const [first] = this.#shown;
    if (!first || this.#selection.length) return;
    // VS Code draws rows a moment after it was given them, knows none before, and does not say when it knows them.
    const focus = () => this.#view.reveal(first, { select: false, focus: true });
    for (let tries = 0; tries < mostTries; tries++) {
      const isDone = await Promise.resolve(focus()).then(
        () => true,
        () => false,
      );
      if (isDone) return;
      await setTimeout(shortly);
    }
  }

  /** A row as it is now: the tree keeps an older one as long as it looks the same. */
  current<Row extends WeekRow>(row: Row): Row {
    const found = this.#parents.get(row.id)?.group.rows.find(({ id }) => id === row.id);
    return (found as Row | undefined) ?? row;
  }

  /** The actions that the view lists. */
  async actions(): Promise<readonly ActionRow[]> {
    await this.#ready();
    return this.#shown.flatMap(({ group }) => group.rows.filter((row) => row instanceof ActionRow));
  }

  /** Everything as it is now; what was ticked here goes. */
  async refresh(): Promise<void> {
    for (const source of this.#sources) source.settle?.();
    this.#isRead = false;
    await this.#update(true);
  }

  async getChildren(element?: Element): Promise<Element[]> {
    if (element instanceof GroupElement) return rowsOf(element.group);
    if (element) return [];
    await this.#ready();
    return [...this.#shown];
  }

  getParent(element: Element): Element | undefined {
    return element instanceof GroupElement ? undefined : this.#parents.get(element.id);
  }

  getTreeItem(element: Element): vscode.TreeItem {
    if (element instanceof GroupElement) return this.#groupItem(element.group);
    const item = element.toItem();
    item.id = element.id;
    return item;
  }

  #groupItem({ id, label, tooltip, folded, rows }: WeekGroup): vscode.TreeItem {
    const isFolded = this.#memento.get<Partial<Record<WeekGroupId, boolean>>>(memory, {})[id] ?? folded;
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(label, isFolded ? Collapsed : Expanded);
    item.id = `week ${id}`;
    item.description = String(rows.length);
    item.tooltip = tooltip ?? label;
    item.contextValue = `weekGroup ${id}`;
    item.accessibilityInformation = {
      label:
        rows.length === 1 ? vscode.l10n.t('{0}, 1 item', label) : vscode.l10n.t('{0}, {1} items', label, rows.length),
    };
    return item;
  }

  /** Waits until all was read once: whoever asks first must not be told that there is nothing. */
  async #ready(): Promise<void> {
    while (!this.#isRead) {
      this.#first ??= this.#load();
      await this.#first;
      this.#first = undefined;
    }
  }

  /** Reads all sources. @returns the groups whose rows look otherwise; undefined where the groups themselves are others. */
  async #load(): Promise<GroupElement[] | undefined> {
    const turn = ++this.#turn;
    const groups = together((await Promise.all(this.#sources.map((source) => source.groups()))).flat());
    // A slower answer must not overrule a later one.
    if (turn !== this.#turn) return [];
    const shown = order.flatMap((id) => groups.filter((group) => group.id === id && group.rows.length));
    const before = this.#shown;
    const isSame = shown.length === before.length && shown.every(({ id }, index) => before[index]?.id === id);
    const elements = shown.map((group) => before.find(({ id }) => id === group.id) ?? new GroupElement(group));
    const changed = elements.filter((element, index) => {
      const group = shown[index] ?? element.group;
      const before = element.looks;
      element.group = group;
      element.looks = looksOf(group);
      return element.looks !== before;
    });
    this.#shown = elements;
    this.#parents = new Map(elements.flatMap((element) => rowsOf(element.group).map((row) => [row.id, element])));
    this.#day = localDate();
    this.#isRead = true;
    this.#showBadge();
    void vscode.commands.executeCommand('setContext', 'leadHabits.weekEmpty', !shown.length);
    return isSame ? changed : undefined;
  }

  /** Shows what has changed, and only that: rows that stay keep their selection, and their buttons work meanwhile. */
  async #update(everything = false): Promise<void> {
    // Before anybody has looked there is nothing to keep up.
    if (!this.#isRead && !everything) return;
    try {
      const changed = await this.#load();
      if (everything || changed === undefined) this.#changed.fire(undefined);
      else if (changed.length) this.#changed.fire(changed);
    } catch (error) {
      await this.#reporter.show(error);
    }
  }

  async #tick(items: readonly [Element, vscode.TreeItemCheckboxState][]): Promise<void> {
    for (const [element, state] of items) {
      if (element instanceof GroupElement) continue;
      try {
        await this.current(element).tick?.(state === vscode.TreeItemCheckboxState.Checked);
      } catch (error) {
        // The box shows again what the line says.
        this.#changed.fire([element]);
        await this.#reporter.show(error);
      }
    }
  }

  #showBadge(): void {
    const count = this.#sources.reduce((sum, source) => sum + (source.due?.() ?? 0), 0);
    const tooltip = count === 1 ? vscode.l10n.t('1 action due') : vscode.l10n.t('{0} actions due', count);
    this.#view.badge = count && weekSettings().badge ? { value: count, tooltip } : undefined;
  }

  #remember(element: Element, folded: boolean): void {
    if (!(element instanceof GroupElement)) return;
    const known = this.#memento.get<Partial<Record<WeekGroupId, boolean>>>(memory, {});
    void this.#memento.update(memory, { ...known, [element.id]: folded });
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/**
 * The groups of all sources, each once: several sources may have rows for one. Two folders of one window may be in one
 * repository, so a row that stands there already is left out.
 */
function together(groups: readonly WeekGroup[]): WeekGroup[] {
  const seen = new Set<string>();
  const found = new Map<WeekGroupId, WeekGroup>();
  for (const group of groups) {
    const rows = group.rows.filter(({ id }) => !seen.has(id) && seen.add(id));
    const before = found.get(group.id);
    found.set(group.id, before ? { ...before, rows: [...before.rows, ...rows] } : { ...group, rows });
  }
  return [...found.values()];
}

function rowsOf({ rows }: WeekGroup): WeekRow[] {
  if (rows.length <= mostRows) return [...rows];
  const count = rows.length - mostRows;
  const more: WeekRow = {
    id: 'week more',
    toItem: () => new vscode.TreeItem(vscode.l10n.t('{0} more', count)),
  };
  return [...rows.slice(0, mostRows), more];
}

/** What can be seen of a group, as a text to compare. */
function looksOf({ rows }: WeekGroup): string {
  const looks = rows.slice(0, mostRows).map((row) => {
    const { label, description, contextValue, command, checkboxState } = row.toItem();
    return [row.id, label, description, contextValue, command?.arguments, checkboxState];
  });
  return JSON.stringify([rows.length, looks]);
}
