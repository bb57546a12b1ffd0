import * as vscode from 'vscode';
import { dayMeant } from '../practices/plan.ts';
import { localDate } from './today.ts';

export interface DayQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly value: string;
  /** Whether nothing is an answer too. */
  readonly orNone?: boolean;
  /** The first day that makes sense. */
  readonly from?: string;
}

/** Asks for a day, as YYYY-MM-DD, "today" or "+7". @returns the day, `''` for none, undefined where nothing was answered. */
export async function askDay({ title, prompt, value, orNone, from }: DayQuestion): Promise<string | undefined> {
  const today = localDate();
  const read = (answer: string): string | undefined => {
    if (orNone && answer.trim() === '') return '';
    const day = dayMeant(answer, today);
    return day && (!from || day >= from) ? day : undefined;
  };
  const answer = await vscode.window.showInputBox({
    title,
    prompt,
    value,
    placeHolder: vscode.l10n.t('YYYY-MM-DD, or +7 for a week from now'),
    ignoreFocusOut: true,
    validateInput: (each) =>
      read(each) === undefined ? vscode.l10n.t('A day looks like {0}.', from ?? today) : undefined,
  });
  return answer === undefined ? undefined : read(answer);
}
