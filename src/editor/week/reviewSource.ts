import * as vscode from 'vscode';
import type { Unanswered } from '../../reviews/unanswered.ts';
import type { DecisionLogs, OpenLog } from '../decisionLogs.ts';
import { Kept } from '../kept.ts';
import { weekSettings } from '../settings.ts';
import { Settled } from '../settled.ts';
import { localDate } from '../today.ts';
import { nearbyDate } from '../views/recordItem.ts';
import type { ReviewFileRow } from '../views/reviewRows.ts';
import type { WeekGroup, WeekRow, WeekSource } from './weekSource.ts';

/** Reviews with comments that nobody has answered: those of my work, and my own of others'. */
export class ReviewSource implements WeekSource, vscode.Disposable {
  readonly #logs: DecisionLogs;
  readonly #rows: Kept<readonly WeekRow[]>;
  readonly #written = new vscode.EventEmitter<void>();
  readonly #settled: Settled;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable[];
  #watching = false;

  constructor(logs: DecisionLogs) {
    this.#logs = logs;
    this.#settled = new Settled(this.#written.event);
    this.#rows = new Kept(() => this.#read(), this.#settled.event);
    this.#subscriptions = [
      this.#written,
      this.#settled,
      this.#rows,
      this.#changed,
      this.#settled.event(() => this.#changed.fire()),
      logs.onDidChange(() => this.#watching && this.#written.fire()),
    ];
  }

  async groups(): Promise<readonly WeekGroup[]> {
    this.#watch();
    return [{ id: 'followUps', label: vscode.l10n.t('Follow-ups'), folded: false, rows: await this.#rows.get() }];
  }

  settle(): void {
    this.#rows.forget();
  }

  async #read(): Promise<readonly WeekRow[]> {
    const rows: WeekRow[] = [];
    for (const open of await this.#logs.all()) rows.push(...(await rowsIn(open)));
    return rows;
  }

  #watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*reviews/**/*.{md,markdown}');
    const written = () => this.#written.fire();
    this.#subscriptions.push(
      watcher,
      watcher.onDidCreate(written),
      watcher.onDidChange(written),
      watcher.onDidDelete(written),
    );
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

async function rowsIn(open: OpenLog): Promise<WeekRow[]> {
  const [{ openReviews }, { listFiles }, { walk }] = await Promise.all([
    import('../../practices/openReviews.ts'),
    import('../../git/files.ts'),
    import('../../records/files.ts'),
  ]);
  const { log, repository } = open;
  const paths = repository ? await listFiles(repository, { extensions: ['md', 'markdown'] }) : await walk(log.root);
  const found = await openReviews({
    root: log.root,
    repository: vscode.workspace.isTrusted ? repository : undefined,
    paths,
    names: weekSettings().me,
    today: localDate(),
  });
  return found.map(({ unanswered, turn }) => rowOf(open, unanswered, turn));
}

/** A review in the view: the commands for reviews take it as they take a row of *Reviews*. */
function rowOf(
  open: OpenLog,
  { review, comments, since }: Unanswered,
  turn: 'mine' | 'theirs',
): WeekRow & ReviewFileRow {
  const title = review.title ?? review.path;
  const count = comments.length === 1 ? vscode.l10n.t('1 comment') : vscode.l10n.t('{0} comments', comments.length);
  const day = nearbyDate(since);
  const description =
    turn === 'mine'
      ? vscode.l10n.t('{0} for you since {1}', count, day)
      : vscode.l10n.t('{0} unanswered since {1}', count, day);
  const uri = vscode.Uri.joinPath(vscode.Uri.file(open.log.root), review.path);
  return {
    kind: 'review',
    root: open.log.root,
    path: review.path,
    id: `review ${uri.toString()}`,
    toItem: () => {
      const item = new vscode.TreeItem(title);
      item.description = description;
      item.iconPath = new vscode.ThemeIcon('comment-unresolved');
      item.tooltip = new vscode.MarkdownString().appendText(
        [title, ...comments.slice(0, 5).map(({ subject }) => `- ${subject}`), review.path].join('\n\n'),
      );
      item.contextValue = 'unanswered';
      const line = review.text.slice(0, comments[0]?.span.start ?? 0).split(/\r\n?|\n/).length - 1;
      const selection = new vscode.Range(line, 0, line, 0);
      item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri, { selection }] };
      item.accessibilityInformation = { label: `${title}, ${description}` };
      return item;
    },
  };
}
