import * as vscode from 'vscode';
import type { ActionItem } from '../../actions/carryOver.ts';
import { daysAfter, weekdayOf } from '../../actions/days.ts';
import { askDay } from '../askDay.ts';
import { localDate } from '../today.ts';
import { fullDay, nearbyDay } from '../week/nearby.ts';

/**
 * Asks by which day an action is due: one of the usual days, any other, or none.
 *
 * @returns YYYY-MM-DD; null for none; undefined where the question was dismissed.
 */
export async function pickDueDay(title: string, { due }: ActionItem): Promise<string | null | undefined> {
  const today = localDate();
  const friday = daysAfter(today, (5 - weekdayOf(today) + 7) % 7);
  const monday = daysAfter(today, (1 - weekdayOf(today) + 7) % 7 || 7);
  const choices: readonly (readonly [label: string, day: string])[] = [
    [vscode.l10n.t('Today'), today],
    [vscode.l10n.t('Tomorrow'), daysAfter(today, 1)],
    [vscode.l10n.t('Friday'), friday],
    [vscode.l10n.t('Monday'), monday],
    [vscode.l10n.t('In a week'), daysAfter(today, 7)],
    [vscode.l10n.t('In two weeks'), daysAfter(today, 14)],
  ];
  const different = choices.filter(([, day], index) => choices.findIndex(([, other]) => other === day) === index);
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly day: string | null | 'other' }>(
    [
      ...different.filter(([, day]) => day !== due).map(([label, day]) => ({ label, description: fullDay(day), day })),
      { label: vscode.l10n.t('Another day...'), day: 'other' },
      ...(due === null ? [] : [{ label: vscode.l10n.t('No date'), day: null }]),
    ],
    {
      title,
      placeHolder:
        due === null
          ? vscode.l10n.t('By when?')
          : vscode.l10n.t('Now due {0}. By when instead?', nearbyDay(due, today)),
    },
  );
  if (picked?.day !== 'other') return picked?.day;
  const value = due ?? daysAfter(today, 7);
  return askDay({ title, prompt: vscode.l10n.t('By when it is due'), value });
}
