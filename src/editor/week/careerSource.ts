import * as vscode from 'vscode';
import { daysAfter } from '../../actions/days.ts';
import type { Journal } from '../../practices/journal.ts';
import { shortDate } from '../shortDate.ts';
import { localDate } from '../today.ts';
import { nearbyDay } from './nearby.ts';
import { PrivateSource } from './privateSource.ts';
import type { WeekGroup, WeekRow } from './weekSource.ts';

/** Days before its deadline on which the pay talk is brought up. */
const ahead = 14;

/** What the journal counts for the career talk: talks had and their deadline, and how long somebody is "acting". */
export class CareerSource extends PrivateSource {
  protected async read(journal: Journal): Promise<readonly WeekGroup[]> {
    const paths = await journal.paths();
    const { documentsOf } = await import('../../practices/journalDocuments.ts');
    const [sheets, flags] = [documentsOf({ id: 'pay-talk' }, paths), documentsOf({ id: 'red-flags' }, paths)];
    if (!sheets.length && !flags.length) return [];
    const { actingTooLong, mostTalks, readPayTalk } = await import('../../practices/careerClock.ts');
    const rows: WeekRow[] = [];
    const today = localDate();
    const sheet = sheets.at(-1);
    const { talks, deadline } = readPayTalk((sheet && (await journal.read(sheet.path))) ?? '');
    const isNear = deadline !== undefined && deadline <= daysAfter(today, ahead);
    if (sheet && (isNear || talks >= mostTalks)) {
      const count = vscode.l10n.t('{0} of at most {1} talks', talks, mostTalks);
      const until = deadline ? vscode.l10n.t('deadline {0}', shortDate(deadline)) : vscode.l10n.t('no deadline');
      const open = { command: 'vscode.open', arguments: [vscode.Uri.file(await journal.fileOf(sheet.path))] };
      rows.push(rowOf('pay-talk', vscode.l10n.t('The pay talk'), `${count}, ${until}`, open));
    }
    const looks = await Promise.all(flags.map(async ({ path }) => (await journal.read(path)) ?? ''));
    const since = actingTooLong(looks, today);
    if (since) {
      // Where it leads: to the talk, with its examples and its deadline.
      const talk = { command: 'leadHabits.newPractice', arguments: ['pay-talk'] };
      const day = vscode.l10n.t('since {0}', nearbyDay(since, today));
      rows.push(rowOf('acting', vscode.l10n.t('"Acting" for over six months'), day, talk));
    }
    return [{ id: 'followUps', label: vscode.l10n.t('Follow-ups'), folded: false, rows }];
  }
}

function rowOf(id: string, label: string, description: string, command: Omit<vscode.Command, 'title'>): WeekRow {
  return {
    id: `career ${id}`,
    toItem: () => {
      const item = new vscode.TreeItem(label);
      item.description = description;
      item.iconPath = new vscode.ThemeIcon('lock');
      item.tooltip = vscode.l10n.t('From your journal; only you see it. A click opens the sheet of the pay talk.');
      item.command = { ...command, title: vscode.l10n.t('Open') };
      item.contextValue = 'career';
      item.accessibilityInformation = { label: `${label}, ${description}` };
      return item;
    },
  };
}
