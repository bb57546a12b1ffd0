import * as vscode from 'vscode';
import type { ItemState } from '../../practices/planState.ts';
import { shortDate } from '../shortDate.ts';
import { localDate } from '../today.ts';
import type { PlanView } from '../views/plan.ts';
import type { WeekGroup, WeekRow, WeekSource } from './weekSource.ts';

/** What the plan has for this week: items whose day it is, and the next of the present phase. */
export class PlanSource implements WeekSource {
  readonly #plan: PlanView;
  readonly onDidChange: vscode.Event<unknown>;

  constructor(plan: PlanView) {
    this.#plan = plan;
    this.onDidChange = plan.onDidChangeTreeData;
  }

  settle(): void {
    this.#plan.forget();
  }

  async groups(): Promise<readonly WeekGroup[]> {
    const state = await this.#plan.state();
    if (!state) return [];
    const { planForWeek } = await import('../../practices/planState.ts');
    const rows = planForWeek(state, localDate()).map((each): WeekRow => {
      const tick = (done: boolean) => this.#plan.tick(each, done);
      return { id: `plan ${each.item.text}`, ticked: each.done, tick, toItem: () => itemOf(each) };
    });
    return [{ id: 'plan', label: vscode.l10n.t('Plan'), folded: false, rows }];
  }
}

function itemOf({ item: stated, have }: ItemState): vscode.TreeItem {
  const { text, wanted, practice, by } = stated;
  const item = new vscode.TreeItem(text);
  item.description = [
    practice && wanted > 1 ? vscode.l10n.t('{0} of {1}', have, wanted) : '',
    by ? vscode.l10n.t('by {0}', shortDate(by)) : '',
  ]
    .filter(Boolean)
    .join(', ');
  item.checkboxState = vscode.TreeItemCheckboxState.Unchecked;
  item.tooltip = practice
    ? vscode.l10n.t('Ticked by what you write ({0}), or by hand', practice)
    : vscode.l10n.t('Ticked by hand');
  item.contextValue = 'planItem';
  item.accessibilityInformation = { label: [text, item.description].filter(Boolean).join(', ') };
  item.command = { command: 'leadHabits.openPlan', title: vscode.l10n.t('Open the Plan') };
  return item;
}
