import * as vscode from 'vscode';
import { daysAfter } from '../../actions/days.ts';
import type { JournalStore } from '../journalStore.ts';
import { Kept } from '../kept.ts';
import { shortDate } from '../shortDate.ts';
import { localDate } from '../today.ts';
import type { WeekGroup, WeekRow, WeekSource } from './weekSource.ts';

/** Days before its deadline on which the pay talk is brought up. */
const ahead = 14;

/** What the journal counts for the career talk: talks had and their deadline, and how long somebody is "acting". */
export class CareerSource implements WeekSource, vscode.Disposable {
  readonly #store: JournalStore;
  readonly #groups: Kept<readonly WeekGroup[]>;
  readonly onDidChange: vscode.Event<void>;

  constructor(store: JournalStore) {
    this.#store = store;
    this.#groups = new Kept(() => this.#read(), store.onDidChange);
    this.onDidChange = store.onDidChange;
  }

  groups(): Promise<readonly WeekGroup[]> {
    return this.#groups.get();
  }

  async #read(): Promise<readonly WeekGroup[]> {
    const journal = await this.#store.existing();
    const paths = (await journal?.paths()) ?? [];
    const last = async (id: string) => {
      const path = paths
        .filter((each) => each.startsWith(`practices/${id}/`))
        .sort()
        .at(-1);
      const text = path && (await journal?.read(path));
      return path && text ? { path, text, uri: vscode.Uri.file((await journal?.fileOf(path)) ?? '') } : undefined;
    };
    const [talk, flags] = [await last('pay-talk'), await last('red-flags')];
    if (!talk && !flags) return [];
    const { actingTooLong, mostTalks, readPayTalk } = await import('../../practices/careerClock.ts');
    const rows: WeekRow[] = [];
    const { talks, deadline } = readPayTalk(talk?.text ?? '');
    if (talk && deadline && deadline <= daysAfter(localDate(), ahead)) {
      const count = vscode.l10n.t('{0} of at most {1} talks', talks, mostTalks);
      const until = vscode.l10n.t('deadline {0}', shortDate(deadline));
      rows.push(rowOf('pay-talk', vscode.l10n.t('The pay talk'), `${count}, ${until}`, talk.uri));
    }
    const since = flags && actingTooLong(flags.text, localDate());
    if (flags && since) {
      rows.push(rowOf('acting', vscode.l10n.t('"Acting" for over six months'), since, flags.uri));
    }
    return [{ id: 'followUps', label: vscode.l10n.t('Follow-ups'), folded: false, rows }];
  }

  settle(): void {
    this.#groups.forget();
  }

  dispose(): void {
    this.#groups.dispose();
  }
}

function rowOf(id: string, label: string, description: string, uri: vscode.Uri): WeekRow {
  return {
    id: `career ${id}`,
    toItem: () => {
      const item = new vscode.TreeItem(label);
      item.description = description;
      item.iconPath = new vscode.ThemeIcon('lock');
      item.tooltip = vscode.l10n.t('From your journal; only you see it.');
      item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri] };
      item.contextValue = 'career';
      item.accessibilityInformation = { label: `${label}, ${description}` };
      return item;
    },
  };
}
