import { posix } from 'node:path';
import * as vscode from 'vscode';
import { supersededSpelling, supersedeEdits } from '../../decisions/supersede.ts';
import { recordTarget } from '../recordTarget.ts';
import { withoutIcons } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { localDate } from '../today.ts';
import { mayWrite } from '../trust.ts';
import type { DecisionRow } from '../views/rows.ts';
import { begin } from './newDecision.ts';

/** "Lead: Supersede...": the record that replaces another; each links to the other, and one commit offers both. */
export async function supersede(surroundings: Surroundings, from?: DecisionRow | vscode.Uri): Promise<void> {
  if (!(await mayWrite())) return;
  const target = await recordTarget(surroundings.logs, from, vscode.l10n.t('Supersede'));
  if (!target) return;
  const { open, record, text } = target;
  const folder = posix.dirname(record.path);
  const spelling = supersededSpelling(open.log.records.filter(({ path }) => posix.dirname(path) === folder));
  await begin(surroundings, {
    title: vscode.l10n.t('Supersede {0}', record.number === null ? record.title : `${record.number}`),
    question: vscode.l10n.t('What replaces "{0}"?', withoutIcons(record.title)),
    guess: '',
    target: { open, folder },
    request: () => ({ supersedes: record }),
    alongside: (next) => [{ target, edits: supersedeEdits(record, text, next, localDate(), spelling) }],
  });
}
