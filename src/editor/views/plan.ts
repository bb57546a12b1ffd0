import * as vscode from 'vscode';
import type { Journal } from '../../practices/journal.ts';
import type { OwnRepository } from '../../practices/ownArtefacts.ts';
import type { PlanItem } from '../../practices/plan.ts';
import type { ItemState, PhaseState, PlanState } from '../../practices/planState.ts';
import type { DecisionLogs } from '../decisionLogs.ts';
import type { JournalStore } from '../journalStore.ts';
import { Kept } from '../kept.ts';
import type { Reporter } from '../report.ts';
import { weekSettings } from '../settings.ts';
import { Settled } from '../settled.ts';
import { shortDate } from '../shortDate.ts';
import { localDate } from '../today.ts';

/** A row of the view: where the plan is, one of its phases, or an item. */
export type PlanRow =
  | { readonly kind: 'now'; readonly state: PlanState; readonly line: string }
  | { readonly kind: 'phase'; readonly phase: PhaseState; readonly open: boolean }
  | { readonly kind: 'item'; readonly phase: PhaseState; readonly state: ItemState };

/** The tree view *Plan*: where the ninety days are, and what there is in each phase. */
export class PlanView implements vscode.TreeDataProvider<PlanRow>, vscode.Disposable {
  readonly #logs: DecisionLogs;
  readonly #store: JournalStore;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #state: Kept<PlanState | undefined>;
  readonly #subscriptions: vscode.Disposable[];

  constructor(logs: DecisionLogs, store: JournalStore, reporter: Reporter) {
    this.#logs = logs;
    this.#store = store;
    const settled = new Settled(logs.onDidChange);
    this.#state = new Kept(() => this.#read(), store.onDidChange, settled.event);
    const view = vscode.window.createTreeView('leadHabits.plan', {
      treeDataProvider: this,
      manageCheckboxStateManually: true,
    });
    const refresh = () => this.#changed.fire(undefined);
    this.#subscriptions = [
      settled,
      this.#state,
      this.#changed,
      view,
      store.onDidChange(refresh),
      settled.event(refresh),
      view.onDidChangeCheckboxState(async ({ items }) => {
        try {
          for (const [row, box] of items) {
            if (row.kind === 'item') await this.tick(row.state, box === vscode.TreeItemCheckboxState.Checked);
          }
        } catch (error) {
          await reporter.show(error);
        }
        refresh();
      }),
    ];
  }

  async getChildren(row?: PlanRow): Promise<PlanRow[]> {
    if (row?.kind === 'phase') return row.phase.items.map((state) => ({ kind: 'item', phase: row.phase, state }));
    if (row) return [];
    const state = await this.state();
    await vscode.commands.executeCommand('setContext', 'leadHabits.planPaused', state?.paused ?? false);
    await vscode.commands.executeCommand('setContext', 'leadHabits.planEmpty', !state);
    if (!state) return [];
    const { planLine } = await import('../../practices/planLine.ts');
    return [
      { kind: 'now', state, line: planLine(state) },
      ...state.phases.map((phase): PlanRow => ({ kind: 'phase', phase, open: phase === state.now })),
    ];
  }

  /** Where the plan stands today; undefined where there is none. */
  state(): Promise<PlanState | undefined> {
    return this.#state.get();
  }

  /** What it was is looked at anew. */
  forget(): void {
    this.#state.forget();
  }

  async #read(): Promise<PlanState | undefined> {
    const journal = await this.#store.existing();
    const text = await journal?.read('plan.md');
    if (!journal || text === undefined) return undefined;
    const [{ readPlan }, { planState }, { ownArtefacts }, { ownPractices }] = await Promise.all([
      import('../../practices/plan.ts'),
      import('../../practices/planState.ts'),
      import('../../practices/ownArtefacts.ts'),
      import('../practices.ts'),
    ]);
    const plan = readPlan(text);
    const logs = plan.start && vscode.workspace.isTrusted ? await this.#logs.all() : [];
    const repositories: OwnRepository[] = [];
    for (const { log, repository } of logs) {
      if (!repository) continue;
      const added = await ownPractices(log.root);
      repositories.push({ repository, isDecision: (path) => log.recordAt(path) !== undefined, added });
    }
    const { firstDay } = weekSettings();
    const artefacts = plan.start ? await ownArtefacts(repositories, journal, plan.start, localDate(), firstDay) : [];
    return planState(plan, artefacts, localDate());
  }

  /** Ticks an item in the plan's file, or takes its tick back. */
  async tick({ item, done }: ItemState, wanted: boolean): Promise<void> {
    if (!wanted && done && !item.ticked) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('It is ticked by what you have written'), 10_000);
      return;
    }
    const journal = await this.#store.existing();
    if (!journal) return;
    const { tickItem } = await import('../../practices/planEdit.ts');
    await this.#store.edit(journal, 'plan.md', (text) => tickItem(text, item, wanted) ?? []);
    vscode.window.setStatusBarMessage(vscode.l10n.t('$(lock) Written to the plan in your journal'), 10_000);
  }

  getTreeItem(row: PlanRow): vscode.TreeItem {
    switch (row.kind) {
      case 'now':
        return nowItem(row.state, row.line);
      case 'phase':
        return phaseItem(row.phase, row.open);
      case 'item':
        return itemOf(row);
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** Opens the plan at an item. */
export async function openPlanAt(journal: Journal, item: PlanItem | undefined): Promise<void> {
  const place = new vscode.Position(item?.line ?? 0, 0);
  await vscode.window.showTextDocument(vscode.Uri.file(await journal.fileOf('plan.md')), {
    selection: new vscode.Range(place, place),
  });
}

function nowItem(state: PlanState, line: string): vscode.TreeItem {
  const item = new vscode.TreeItem(nowLabel(state));
  item.id = 'now';
  item.description = line;
  item.iconPath = new vscode.ThemeIcon(state.paused ? 'debug-pause' : 'milestone');
  item.contextValue = 'plan now';
  item.tooltip = state.now
    ? vscode.l10n.t('{0}: {1} until {2}', nowLabel(state), state.now.title, shortDate(state.now.ends))
    : nowLabel(state);
  item.command = { command: 'leadHabits.openPlanPicture', title: vscode.l10n.t('Show the Plan') };
  item.accessibilityInformation = { label: String(item.tooltip) };
  return item;
}

/** "Day 37 of 90", and what stands for it before, after and in a pause. */
export function nowLabel({ day, paused, phases }: PlanState): string {
  if (paused) return vscode.l10n.t('Paused on day {0}', Math.max(0, day));
  if (day < 1) return vscode.l10n.t('Begins {0}', shortDate(phases[0]?.starts ?? ''));
  if (day > 90) return vscode.l10n.t('Day {0}, after the ninety', day);
  return vscode.l10n.t('Day {0} of 90', day);
}

function phaseItem(phase: PhaseState, open: boolean): vscode.TreeItem {
  const { title, starts, ends, items } = phase;
  const state = open ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(title, items.length ? state : undefined);
  item.id = `phase ${phase.from}${open ? ' now' : ''}`;
  item.description =
    starts === ends ? shortDate(starts) : vscode.l10n.t('{0} to {1}', shortDate(starts), shortDate(ends));
  item.contextValue = 'plan phase';
  return item;
}

function itemOf(row: PlanRow & { readonly kind: 'item' }): vscode.TreeItem {
  const { item: stated, have, done } = row.state;
  const { text, practice, wanted, by } = stated;
  const item = new vscode.TreeItem(text);
  item.id = `item ${row.phase.from} ${text}`;
  item.checkboxState = done ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked;
  const count = practice && wanted > 1 ? vscode.l10n.t('{0} of {1}', Math.min(have, wanted), wanted) : '';
  const date = by && !done ? vscode.l10n.t('by {0}', shortDate(by)) : '';
  item.description = [count, date].filter(Boolean).join(', ');
  item.tooltip = practice
    ? vscode.l10n.t('Ticked by what you write ({0}), or by hand', practice)
    : vscode.l10n.t('Ticked by hand');
  item.contextValue = 'plan item';
  item.command = { command: 'leadHabits.openPlan', title: vscode.l10n.t('Open the Plan'), arguments: [row] };
  item.accessibilityInformation = { label: [text, item.description].filter(Boolean).join(', ') };
  return item;
}
