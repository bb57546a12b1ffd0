import * as vscode from 'vscode';
import type { DecisionLogs } from '../decisionLogs.ts';
import type { OpenIndicator } from '../indicators.ts';
import { Kept } from '../kept.ts';
import { Settled } from '../settled.ts';
import type { WeekGroup, WeekRow, WeekSource } from './weekSource.ts';

/** Ids of indicators that the user does not want to see again. */
const memory = 'indicators.dismissed';

/** What the user's own work and systems show, among the follow-ups: an owned path without a runbook, and its like. */
export class IndicatorSource implements WeekSource, vscode.Disposable {
  readonly #indicators: Kept<readonly OpenIndicator[]>;
  readonly #memento: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #settled: Settled;
  readonly #subscription: vscode.Disposable;

  constructor(logs: DecisionLogs, memento: vscode.Memento) {
    this.#settled = new Settled(logs.onDidChange);
    this.#indicators = new Kept(
      async () => (await import('../indicators.ts')).openIndicators(logs),
      this.#settled.event,
    );
    this.#memento = memento;
    this.#subscription = this.#settled.event(() => this.#changed.fire());
  }

  async groups(): Promise<readonly WeekGroup[]> {
    const dismissed = new Set(this.#memento.get<string[]>(memory, []));
    const rows = (await this.#rows()).filter(({ id }) => !dismissed.has(id));
    return [{ id: 'followUps', label: vscode.l10n.t('Follow-ups'), folded: false, rows }];
  }

  settle(): void {
    this.#indicators.forget();
  }

  async #rows(): Promise<IndicatorRow[]> {
    return (await this.#indicators.get()).map((indicator) => new IndicatorRow(indicator));
  }

  /** The row that a command was chosen in, or clicked. */
  async rowOf(target: unknown): Promise<IndicatorRow | undefined> {
    return target instanceof IndicatorRow ? target : (await this.#rows()).find(({ id }) => id === target);
  }

  /** What the user's own work and systems show now, dismissed or not. */
  current(): Promise<readonly OpenIndicator[]> {
    return this.#indicators.get();
  }

  /** Shows an indicator never again. */
  async dismiss({ id }: IndicatorRow): Promise<void> {
    await this.#memento.update(memory, [...this.#memento.get<string[]>(memory, []), id]);
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
    this.#indicators.dispose();
    this.#settled.dispose();
    this.#subscription.dispose();
  }
}

/** One thing that a practice would mend. A click begins it. */
export class IndicatorRow implements WeekRow {
  readonly id: string;
  readonly indicator: OpenIndicator;

  constructor(indicator: OpenIndicator) {
    this.indicator = indicator;
    this.id = `indicator ${indicator.kind} ${indicator.about} ${indicator.open.log.root}`;
  }

  toItem(): vscode.TreeItem {
    const { kind, about, count } = this.indicator;
    const item = new vscode.TreeItem(about);
    item.iconPath = new vscode.ThemeIcon('lightbulb');
    switch (kind) {
      case 'owned path without runbook':
        item.description = vscode.l10n.t('no runbook');
        item.tooltip = vscode.l10n.t('You own it, and there is no runbook for it. A click begins one.');
        break;
      case 'no second expert':
        item.description = vscode.l10n.t('no second expert');
        item.tooltip = vscode.l10n.t('Nobody else could take it over tomorrow. A click opens its ownership record.');
        break;
      case 'repeated fixes':
        item.description = vscode.l10n.t('fixed {0} times', count);
        item.tooltip = vscode.l10n.t('You have fixed it several times in two months. A click begins a debrief.');
        break;
    }
    item.contextValue = 'indicator';
    item.command = { command: 'leadHabits.beginFor', title: vscode.l10n.t('Begin'), arguments: [this.id] };
    item.accessibilityInformation = { label: `${about}, ${item.description}` };
    return item;
  }
}
