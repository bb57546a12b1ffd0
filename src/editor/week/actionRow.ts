import * as vscode from 'vscode';
import type { ActionItem } from '../../actions/carryOver.ts';
import { localDate } from '../today.ts';
import type { OpenActions } from './actionLogs.ts';
import type { ActionSource } from './actionSource.ts';
import { fullDay, nearbyDay } from './nearby.ts';
import type { WeekGroupId, WeekRow } from './weekSource.ts';

/** What a row knows besides its action. */
export interface ActionState {
  readonly group: WeekGroupId;
  /** Whether it was ticked in this view, and stands there so that this can be taken back. */
  readonly ticked: boolean;
  /** Whether it was said not to be mine. */
  readonly notMine: boolean;
  /** Whether its folder has to be named. */
  readonly several: boolean;
}

/** An action in the view: ticked by its box, opened by a click on the line that said it last. */
export class ActionRow implements WeekRow {
  readonly id: string;
  readonly actions: OpenActions;
  readonly item: ActionItem;
  readonly state: ActionState;
  readonly #source: ActionSource;

  constructor(source: ActionSource, actions: OpenActions, item: ActionItem, id: string, state: ActionState) {
    this.#source = source;
    this.actions = actions;
    this.item = item;
    this.id = id;
    this.state = state;
  }

  /** The file that said it last. */
  get uri(): vscode.Uri {
    return vscode.Uri.joinPath(vscode.Uri.file(this.actions.log.root), this.item.sources.at(-1)?.path ?? '');
  }

  get ticked(): boolean {
    return this.state.ticked;
  }

  tick(done: boolean): Promise<void> {
    return this.#source.tick(this, done);
  }

  toItem(): vscode.TreeItem {
    const { text, owners, due, sources } = this.item;
    const { group, ticked, notMine } = this.state;
    const today = localDate();
    const { path = '', line = 1 } = sources.at(-1) ?? {};
    const waiting = group === 'waiting';
    const item = new vscode.TreeItem(waiting ? `${owners.join(', ')}: ${text}` : text);
    const writable = vscode.workspace.isTrusted;
    const facts = this.#facts(today);
    item.description = facts.join(', ');
    item.tooltip = this.#tooltip(path, line);
    const marks = [
      ticked ? 'ticked' : 'open',
      writable && 'writable',
      owners.length ? 'owned' : 'unowned',
      notMine && 'notMine',
    ];
    item.contextValue = ['action', ...marks].filter(Boolean).join(' ');
    if (waiting) item.iconPath = new vscode.ThemeIcon(ticked ? 'check' : 'person');
    else if (writable) item.checkboxState = this.#box();
    else item.iconPath = new vscode.ThemeIcon('circle-outline');
    const range = new vscode.Range(line - 1, 0, line - 1, 0);
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Open'),
      arguments: [this.uri, { preview: true, selection: range } satisfies vscode.TextDocumentShowOptions],
    };
    const day = due === null ? vscode.l10n.t('no date') : vscode.l10n.t('due {0}', fullDay(due));
    const state = ticked ? [vscode.l10n.t('done')] : group === 'overdue' ? [vscode.l10n.t('overdue')] : [];
    const who = owners.length ? owners : [vscode.l10n.t('no owner')];
    item.accessibilityInformation = { label: [text, ...state, ...who, day, ...this.#age()].join(', ') };
    return item;
  }

  #facts(today: string): string[] {
    const { owners, due } = this.item;
    const { ticked, several } = this.state;
    return [
      ...(ticked ? [vscode.l10n.t('done')] : []),
      ...(due === null ? [] : [nearbyDay(due, today)]),
      ...(owners.length ? [] : [vscode.l10n.t('no owner')]),
      ...this.#age(),
      ...(several ? [this.actions.open.workspaceFolder.name] : []),
    ];
  }

  #age(): string[] {
    const { size } = new Set(this.item.sources.map(({ path }) => path));
    return size > 1 ? [vscode.l10n.t('in {0} meetings', size)] : [];
  }

  #box(): NonNullable<vscode.TreeItem['checkboxState']> {
    const { ticked } = this.state;
    const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
    return {
      state: ticked ? Checked : Unchecked,
      tooltip: ticked ? vscode.l10n.t('Open again') : vscode.l10n.t('Done'),
      accessibilityInformation: { label: vscode.l10n.t('Done'), role: 'checkbox' },
    };
  }

  /** The facts in full. The action's own words are text, never Markdown: a repository is not trusted. */
  #tooltip(path: string, line: number): vscode.MarkdownString {
    const { text, owners, due, firstSeen } = this.item;
    const full = new vscode.MarkdownString();
    const fact = (name: string, value: string) => full.appendMarkdown(`\n\n**${name}** `).appendText(value);
    full.appendText(text);
    fact(vscode.l10n.t('Owner'), owners.join(', ') || vscode.l10n.t('nobody yet'));
    fact(vscode.l10n.t('Due'), due === null ? vscode.l10n.t('no date') : `${fullDay(due)}`);
    const [age] = this.#age();
    if (age && firstSeen) fact(vscode.l10n.t('Said'), vscode.l10n.t('{0} since {1}', age, fullDay(firstSeen)));
    full.appendText(`\n\n${path}:${line}`);
    if (vscode.workspace.isTrusted && !this.state.ticked) {
      full.appendText(`\n\n${vscode.l10n.t('A tick is written to this line.')}`);
    }
    return full;
  }
}
