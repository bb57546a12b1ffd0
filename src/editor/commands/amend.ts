import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { DecisionRecord } from '../../decisions/record.ts';
import { type RelationKeys, relationEdits, relationKeys } from '../../decisions/relation.ts';
import { readTextIfAny } from '../../records/files.ts';
import { editRecords } from '../recordEdits.ts';
import { type Choice, recordItem, recordsOf, recordTarget, type Target } from '../recordTarget.ts';
import { withoutIcons } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { mayWrite } from '../trust.ts';
import type { DecisionRow } from '../views/rows.ts';
import { begin } from './newDecision.ts';

/** "Lead: Amend...": a new record, or one that is there, changes another in part; each links to the other, which stays accepted. */
export async function amend(surroundings: Surroundings, from?: DecisionRow | vscode.Uri): Promise<void> {
  if (!(await mayWrite())) return;
  const target = await recordTarget(surroundings.logs, from, vscode.l10n.t('Amend'));
  if (!target) return;
  const by = await pickAmending(target);
  if (!by) return;
  const keys = await keysOf(target);
  const { open, record, text } = target;
  if (by === 'new') {
    await begin(surroundings, {
      title: vscode.l10n.t('Amend {0}', record.number === null ? record.title : `${record.number}`),
      question: vscode.l10n.t('What changes about "{0}"?', withoutIcons(record.title)),
      guess: '',
      target: { open, folder: posix.dirname(record.path) },
      request: () => ({ amends: record }),
      alongside: (next) => [{ target, edits: relationEdits('amendedBy', record, text, next, keys) }],
    });
    return;
  }
  const amending = await recordTarget(surroundings.logs, { kind: 'record', open, record: by }, '');
  if (!amending) return;
  await editRecords(surroundings, [
    { target: amending, edits: relationEdits('amends', amending.record, amending.text, record, keys) },
    { target, edits: relationEdits('amendedBy', record, text, amending.record, keys) },
  ]);
}

/** Asks which record changes this one: a new one, or another of its repository that does not do so yet. */
async function pickAmending({ open, record }: Target): Promise<DecisionRecord | 'new' | undefined> {
  const already = new Set(record.amendedBy.map((each) => open.log.resolve(each, record.path)));
  const others = recordsOf(open).filter(({ record: { path } }) => path !== record.path && !already.has(path));
  const picked = await vscode.window.showQuickPick(
    [
      { label: vscode.l10n.t('$(add) New decision record'), choice: undefined },
      ...others.map((choice: Choice) => ({ ...recordItem(choice, false), choice })),
    ],
    {
      title: vscode.l10n.t('Amend'),
      placeHolder: vscode.l10n.t('Which record changes "{0}" in part?', record.title),
      matchOnDescription: true,
    },
  );
  return picked && (picked.choice?.record ?? 'new');
}

/** The front matter keys by which the folder's records name what they amend, or are amended by. */
async function keysOf({ open: { log }, record }: Target): Promise<RelationKeys> {
  const folder = posix.dirname(record.path);
  const related = log.records.filter(
    ({ path, amends, amendedBy }) => posix.dirname(path) === folder && (amends.length || amendedBy.length),
  );
  const texts = await Promise.all(related.slice(0, 20).map(({ path }) => readTextIfAny(posix.join(log.root, path))));
  return relationKeys(texts.filter((text) => text !== undefined));
}
