import { join } from 'node:path';
import * as vscode from 'vscode';
import type { DecisionRecord } from '../../decisions/record.ts';
import { summarise } from '../../decisions/summary.ts';
import { readTextIfAny } from '../../records/files.ts';
import { appendWords } from '../appendWords.ts';
import type { OpenLog } from '../decisionLogs.ts';
import { nearbyDate, statusIcons, statusName, uriOf } from '../views/recordItem.ts';

/**
 * A record in a few lines: title, status, date, what it recommends and what may go wrong. Its own words are text and
 * never Markdown, since a repository is not trusted; the only link is ours, to its file.
 */
export async function tellRecord(open: OpenLog, record: DecisionRecord): Promise<vscode.MarkdownString> {
  const { number, title, status, date, path } = record;
  const { recommendation, risks } = summarise(path, (await readTextIfAny(join(open.log.root, path))) ?? '');
  const text = new vscode.MarkdownString('', true);
  text.appendMarkdown('**');
  appendWords(text, number === null ? title : `${number} ${title}`);
  text.appendMarkdown(`**\n\n$(${statusIcons[status]}) `);
  appendWords(text, [statusName(status), date === null ? undefined : nearbyDate(date)].filter(Boolean).join(', '));
  if (recommendation) {
    text.appendMarkdown('\n\n');
    appendWords(text, recommendation);
  }
  if (risks.length) text.appendMarkdown(`\n\n**${vscode.l10n.t('Risks')}**\n`);
  for (const risk of risks) {
    text.appendMarkdown('\n- ');
    appendWords(text, risk);
  }
  text.appendMarkdown('\n\n[');
  appendWords(text, path);
  text.appendMarkdown(`](${uriOf(open, record).toString()})`);
  return text;
}
