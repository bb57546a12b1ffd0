import * as vscode from 'vscode';
import { coach } from '../../reviews/coach/coach.ts';
import type { Part } from '../../reviews/coach/cue.ts';
import { questions } from '../../reviews/coach/questions.ts';

const alone = (): Readonly<Record<Part, string>> => ({
  why: vscode.l10n.t('no reason given'),
  pattern: vscode.l10n.t('no pattern shown'),
  risk: vscode.l10n.t('no risk named'),
});

/** An input has room for one short line. */
const several = (): Readonly<Record<Part, string>> => ({
  why: vscode.l10n.t('no reason'),
  pattern: vscode.l10n.t('no pattern'),
  risk: vscode.l10n.t('no risk'),
});

/** Words below which a comment is still being begun. */
const fewestWords = 3;

/** What a comment leaves out. */
export interface CoachNote {
  /** "no risk named". */
  readonly gaps: string;
  /** With the question to ask oneself: "no risk named: what could go wrong?". */
  readonly whole: string;
  /** Whether one part alone is left out. */
  readonly isOne: boolean;
}

/**
 * What a comment leaves out, in one line; undefined where nothing is worth asking for.
 *
 * @param quiet labels of comments that nothing is asked of.
 */
function coachNote(text: string, quiet: readonly string[]): CoachNote | undefined {
  const { missing } = coach(text, quiet);
  const [first] = missing;
  if (!first || (text.match(/\p{L}[\p{L}'’]*/gu)?.length ?? 0) < fewestWords) return undefined;
  const { template, args } = questions[first];
  const question = vscode.l10n.t(template, ...args);
  const names = missing.length > 1 ? several() : alone();
  const gaps = missing.map((part) => names[part]).join(', ');
  const whole = vscode.l10n.t('{0}: {1}', gaps, question.charAt(0).toLowerCase() + question.slice(1));
  return { gaps, whole, isOne: missing.length === 1 };
}

/** Whether the user wants to be told. */
export function isCoachOn(): boolean {
  return vscode.workspace.getConfiguration('leadHabits.coach').get<boolean>('enabled', true);
}

/** What the text of an input leaves out, as far as the user wants to be told. */
export function noteOn(document: vscode.TextDocument): CoachNote | undefined {
  const quiet = vscode.workspace.getConfiguration('leadHabits.coach').get<string[]>('quietLabels', []);
  return isCoachOn() ? coachNote(document.getText(), quiet) : undefined;
}
