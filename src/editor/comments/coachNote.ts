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

/**
 * What a comment leaves out, in one line with the question to ask oneself: "no risk named: what could go wrong?";
 * undefined where nothing is worth asking for.
 *
 * @param quiet labels of comments that nothing is asked of.
 */
export function coachNote(text: string, quiet: readonly string[]): string | undefined {
  const { missing } = coach(text, quiet);
  const [first] = missing;
  if (!first || (text.match(/\p{L}[\p{L}'’]*/gu)?.length ?? 0) < fewestWords) return undefined;
  const { template, args } = questions[first];
  const question = vscode.l10n.t(template, ...args);
  const gaps = missing.length > 1 ? several() : alone();
  return vscode.l10n.t(
    '{0}: {1}',
    missing.map((part) => gaps[part]).join(', '),
    question.charAt(0).toLowerCase() + question.slice(1),
  );
}
