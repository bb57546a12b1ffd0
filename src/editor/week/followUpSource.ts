import * as vscode from 'vscode';
import type { FollowUp } from '../../decisions/followUps.ts';
import type { DecisionRecord } from '../../decisions/record.ts';
import type { DecisionLogs, OpenLog } from '../decisionLogs.ts';
import { checkSettings } from '../diagnostics/checkSettings.ts';
import { localDate } from '../today.ts';
import { nearbyDate, statusIcons, statusName, uriOf } from '../views/recordItem.ts';
import type { RecordRow } from '../views/rows.ts';
import type { WeekGroup, WeekRow, WeekSource } from './weekSource.ts';

/** Decisions to come back to: those whose outcome is due, and proposals that nobody has decided. */
export class FollowUpSource implements WeekSource {
  readonly #logs: DecisionLogs;
  readonly onDidChange: vscode.Event<void>;

  constructor(logs: DecisionLogs) {
    this.#logs = logs;
    this.onDidChange = logs.onDidChange;
  }

  async groups(): Promise<readonly WeekGroup[]> {
    const { followUpsOf } = await import('../../decisions/followUps.ts');
    const rows: FollowUpRow[] = [];
    for (const open of await this.#logs.all()) {
      const { staleAfterDays } = await checkSettings(open.workspaceFolder.uri);
      const found = followUpsOf(open.log.records, localDate(), staleAfterDays);
      rows.push(...found.map((each) => new FollowUpRow(open, each)));
    }
    return [
      {
        id: 'followUps',
        label: vscode.l10n.t('Follow-ups'),
        tooltip: vscode.l10n.t(
          'Decisions to revisit, proposals that wait to be decided, reviews that nobody has answered',
        ),
        folded: false,
        rows,
      },
    ];
  }
}

/** A decision in the view: the commands for records take it as they take a row of *Decisions*. */
class FollowUpRow implements WeekRow, RecordRow {
  readonly kind = 'record';
  readonly id: string;
  readonly open: OpenLog;
  readonly record: DecisionRecord;
  readonly toRevisit: boolean;
  readonly #followUp: FollowUp;

  constructor(open: OpenLog, followUp: FollowUp) {
    this.open = open;
    this.record = followUp.record;
    this.toRevisit = followUp.why === 'revisit';
    this.#followUp = followUp;
    this.id = `${uriOf(open, followUp.record).toString()}\n${followUp.why}`;
  }

  toItem(): vscode.TreeItem {
    const { number, title, status, path } = this.record;
    const { since, days } = this.#followUp;
    const label = number === null ? title : `${number} ${title}`;
    const item = new vscode.TreeItem(label);
    const why = this.toRevisit
      ? vscode.l10n.t('revisit since {0}', nearbyDate(since))
      : vscode.l10n.t('proposed {0} days ago', days);
    item.description = why;
    item.iconPath = new vscode.ThemeIcon(this.toRevisit ? 'calendar' : statusIcons[status]);
    item.tooltip = new vscode.MarkdownString().appendText(`${label}\n\n${why}\n\n${path}`);
    const writable = /\.(?:md|markdown|mdx)$/i.test(path) && vscode.workspace.isTrusted;
    item.contextValue = ['followUp', this.#followUp.why, ...(writable ? ['writable'] : [])].join(' ');
    const uri = uriOf(this.open, this.record);
    item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri, { preview: true }] };
    item.accessibilityInformation = { label: [label, statusName(status), why].join(', ') };
    return item;
  }
}
