import * as vscode from 'vscode';
import type { DecisionRecord } from '../../decisions/record.ts';
import type { DecisionSearch, Found } from '../../decisions/search.ts';
import type { OpenLog } from '../decisionLogs.ts';
import { type NamedOpenLog, namedLogs, recordWithKey } from '../namedLogs.ts';
import { withoutIcons } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { statusIcons, statusName, uriOf } from '../views/recordItem.ts';

interface FoundItem extends vscode.QuickPickItem {
  readonly uri: vscode.Uri;
  /** Counted from 0. */
  readonly line: number;
}

/** Rows that are shown: who has not found it among these types another word. */
const most = 50;
const finding = 'leadHabits.finding';

let toSide: (() => void) | undefined;

/** "Find Decision": full text search as words are typed; Enter opens the record at the line that was found. */
export async function findDecision({ logs, search, reporter }: Surroundings): Promise<void> {
  const pick = vscode.window.createQuickPick<FoundItem>();
  // The rows come ranked: the editor's own order by label must not undo that. VS Code has this property for long, but
  // not in its declared interface; where it is missing, rows are sorted by where the words stand in their titles.
  (pick as { sortByLabel?: boolean }).sortByLabel = false;
  pick.title = vscode.l10n.t('Find Decision');
  pick.placeholder = vscode.l10n.t('Any words of the record; Enter opens it, Ctrl+Enter opens it to the side');
  pick.busy = true;
  let index: DecisionSearch | undefined;
  const items = async () => {
    const named = namedLogs(await logs.all());
    const query = pick.value.trim();
    if (query && !index) return;
    pick.items = query ? foundItems(named, index?.find(query, most) ?? []) : recentItems(named);
  };
  const show = () => void items().catch((error) => reporter.show(error));
  const refresh = async () => {
    index = await search.current();
    pick.busy = false;
    await items();
  };
  const follow = () => void refresh().catch((error) => reporter.show(error));
  const changes = logs.onDidChange(follow);
  const side = new vscode.EventEmitter<void>();
  toSide = () => side.fire();
  await vscode.commands.executeCommand('setContext', finding, true);
  pick.show();
  show();
  follow();
  await new Promise<void>((resolve) => {
    const open = async (item: FoundItem | undefined, beside: boolean) => {
      if (!item) return;
      pick.hide();
      const at = new vscode.Range(item.line, 0, item.line, 0);
      const viewColumn = beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
      await vscode.window.showTextDocument(item.uri, { selection: at, viewColumn });
    };
    const opened = (item: FoundItem | undefined, beside: boolean) =>
      void open(item, beside).catch((error) => reporter.show(error));
    pick.onDidChangeValue(show);
    pick.onDidAccept(() => opened(pick.activeItems[0], false));
    pick.onDidTriggerItemButton(({ item }) => opened(item, true));
    side.event(() => opened(pick.activeItems[0], true));
    pick.onDidHide(() => {
      toSide = undefined;
      void vscode.commands.executeCommand('setContext', finding, false);
      changes.dispose();
      side.dispose();
      pick.dispose();
      resolve();
    });
  });
}

/** Ctrl+Enter while "Find Decision" is open. */
export function openFoundToSide(): void {
  toSide?.();
}

function foundItems(logs: readonly NamedOpenLog[], found: readonly Found[]): FoundItem[] {
  return found.flatMap(({ key, match }): FoundItem[] => {
    const at = recordWithKey(logs, key);
    return at ? [itemOf(at.open, at.record, match?.snippet || at.record.path, match?.line ?? 0)] : [];
  });
}

/** What is shown before anything is typed: the newest records. */
function recentItems(logs: readonly NamedOpenLog[]): FoundItem[] {
  return logs
    .flatMap(({ open }) => open.log.records.map((record) => ({ open, record })))
    .sort((a, b) => (b.record.date ?? '').localeCompare(a.record.date ?? ''))
    .slice(0, most)
    .map(({ open, record }) => itemOf(open, record, record.path, 0));
}

function itemOf(open: OpenLog, record: DecisionRecord, detail: string, line: number): FoundItem {
  const { number, title, status, date } = record;
  return {
    iconPath: new vscode.ThemeIcon(statusIcons[status]),
    label: withoutIcons(number === null ? title : `${number} ${title}`),
    description: [statusName(status), date].filter((fact) => fact !== null).join(', '),
    detail: withoutIcons(detail),
    // The search has chosen already; a word may stand in the body alone.
    alwaysShow: true,
    buttons: [{ iconPath: new vscode.ThemeIcon('split-horizontal'), tooltip: vscode.l10n.t('Open to the Side') }],
    uri: uriOf(open, record),
    line,
  };
}
