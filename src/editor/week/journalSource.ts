import * as vscode from 'vscode';
import type { Journal } from '../../practices/journal.ts';
import type { JournalStore } from '../journalStore.ts';
import type { Practices } from '../practices.ts';
import { localDate } from '../today.ts';
import { nearbyDay } from './nearby.ts';
import { PrivateSource } from './privateSource.ts';
import type { WeekGroup, WeekRow } from './weekSource.ts';

/**
 * What the journal asks for: documents that two machines have changed in ways that only their author can bring together,
 * and those whose day to be looked at again has come.
 */
export class JournalSource extends PrivateSource {
  readonly #practices: () => Promise<Practices>;

  /** @param practices the practices that there are in this window. */
  constructor(store: JournalStore, practices: () => Promise<Practices>) {
    super(store);
    this.#practices = practices;
  }

  protected async read(journal: Journal): Promise<readonly WeekGroup[]> {
    const conflicts = await journal.conflicts();
    const rows = [
      ...(await Promise.all(conflicts.map((path) => conflictRow(journal, path)))),
      ...(await this.#toRevisit(journal, new Set(conflicts))),
    ];
    return [{ id: 'followUps', label: vscode.l10n.t('Follow-ups'), folded: false, rows }];
  }

  async #toRevisit(journal: Journal, conflicts: ReadonlySet<string>): Promise<WeekRow[]> {
    const paths = await journal.paths();
    // Most journals have no such document: nothing else is read before one is there.
    if (!paths.some((path) => path.startsWith('practices/'))) return [];
    const [{ documentsOf }, { revisitDay, titleOf }, { all }] = await Promise.all([
      import('../../practices/journalDocuments.ts'),
      import('../../practices/revisit.ts'),
      this.#practices(),
    ]);
    const today = localDate();
    const rows: WeekRow[] = [];
    for (const practice of all) {
      const heading = practice.revisit;
      if (!heading) continue;
      for (const { path } of documentsOf(practice, paths)) {
        const text = (!conflicts.has(path) && (await journal.read(path))) || '';
        const day = revisitDay(text, heading);
        if (!day || day > today) continue;
        const uri = vscode.Uri.file(await journal.fileOf(path));
        rows.push(
          new RevisitRow(path, titleOf(text) || practice.title, day, uri, () => this.#looked(journal, path, heading)),
        );
      }
    }
    return rows;
  }

  async #looked(journal: Journal, path: string, heading: string): Promise<void> {
    const { lookedAt } = await import('../../practices/revisit.ts');
    await this.store.edit(journal, path, (text) => lookedAt(text, heading, localDate()) ?? []);
    vscode.window.setStatusBarMessage(vscode.l10n.t('$(lock) Written to its document in your journal'), 10_000);
  }
}

async function conflictRow(journal: Journal, path: string): Promise<WeekRow> {
  const uri = vscode.Uri.file(await journal.fileOf(path));
  return {
    id: `journal conflict ${path}`,
    toItem: () => {
      const item = new vscode.TreeItem(path);
      item.description = vscode.l10n.t('changed on two machines');
      item.iconPath = new vscode.ThemeIcon('git-merge');
      item.tooltip = vscode.l10n.t(
        'Both versions are in it: keep what is right, then finish the merge with git in {0}. Nothing of the journal is committed before.',
        journal.root,
      );
      item.contextValue = 'journalConflict';
      item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri] };
      item.accessibilityInformation = { label: `${path}, ${item.description}` };
      return item;
    },
  };
}

/** A document to look at again. Its box notes below its day that this was done. */
class RevisitRow implements WeekRow {
  readonly id: string;
  readonly ticked = false;
  readonly #title: string;
  readonly #day: string;
  readonly #uri: vscode.Uri;
  readonly #looked: () => Promise<void>;

  constructor(path: string, title: string, day: string, uri: vscode.Uri, looked: () => Promise<void>) {
    this.id = `journal revisit ${path} ${day}`;
    this.#title = title;
    this.#day = day;
    this.#uri = uri;
    this.#looked = looked;
  }

  async tick(done: boolean): Promise<void> {
    if (done) await this.#looked();
  }

  toItem(): vscode.TreeItem {
    const item = new vscode.TreeItem(this.#title);
    item.description = vscode.l10n.t('revisit since {0}', nearbyDay(this.#day, localDate()));
    item.checkboxState = vscode.TreeItemCheckboxState.Unchecked;
    item.tooltip = [
      this.#title,
      vscode.l10n.t('From your journal; only you see it.'),
      vscode.l10n.t('A tick notes in it that you have looked at it again; another day brings it up anew.'),
    ].join('\n\n');
    item.contextValue = 'journalRevisit';
    item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [this.#uri] };
    item.accessibilityInformation = { label: `${this.#title}, ${item.description}` };
    return item;
  }
}
