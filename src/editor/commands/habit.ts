import * as vscode from 'vscode';
import { draftDocument } from '../../practices/document.ts';
import { changeHabit, weekPath } from '../../practices/habit.ts';
import { headingOfWeek, weekName } from '../../practices/isoWeek.ts';
import { practicesFor } from '../../practices/suggest.ts';
import { findTemplate } from '../../records/templates.ts';
import { readPractices } from '../practices.ts';
import { withoutIcons } from '../report.ts';
import { weekSettings } from '../settings.ts';
import { situations } from '../situations.ts';
import type { Surroundings } from '../surroundings.ts';
import { localDate } from '../today.ts';

interface Row extends vscode.QuickPickItem {
  readonly words?: string;
}

/** "Lead: Choose a Habit": one for this week, from the catalogue or in one's own words. */
export async function chooseHabit(surroundings: Surroundings): Promise<void> {
  const words = await ask(surroundings);
  const journal = words && (await surroundings.journal.open());
  if (!journal) return;
  const today = localDate();
  const { firstDay } = weekSettings();
  const path = weekPath(today, firstDay);
  if ((await journal.read(path)) === undefined) {
    const builtIn = vscode.Uri.joinPath(surroundings.context.extensionUri, 'templates', 'practices').fsPath;
    const [, cue = '', action = ''] = /^When (.+?), I will (.+)$/.exec(words) ?? [];
    const draft = await draftDocument(await findTemplate('weekly-habit', { builtIn }), {
      heading: headingOfWeek(weekName(today, firstDay)),
      date: today,
      more: { cue, action },
    });
    await journal.begin(path, draft.text);
  } else {
    await surroundings.journal.edit(journal, path, (text) => changeHabit(text, words));
  }
  surroundings.journal.written();
  vscode.window.setStatusBarMessage(vscode.l10n.t('$(lock) Written to this week in your journal'), 10_000);
}

async function ask(surroundings: Surroundings): Promise<string | undefined> {
  const { all } = await readPractices(surroundings.logs, surroundings.context.extensionUri);
  const habits = all.filter(({ action }) => action);
  const first = practicesFor(habits, await situations(surroundings), new Set());
  const own = vscode.l10n.t('$(edit) In Your Own Words...');
  const rows: Row[] = [...first, ...habits.filter((each) => !first.includes(each))].map(({ cue, action, title }) => {
    // What is shown is translated; what is written has the words that it is read by.
    const shown = vscode.l10n.t('When {0}, I will {1}', vscode.l10n.t(cue), vscode.l10n.t(action));
    const words = `When ${cue}, I will ${action}`;
    return { label: withoutIcons(shown), description: withoutIcons(vscode.l10n.t(title)), words };
  });
  const choice = await vscode.window.showQuickPick<Row>([{ label: own }, ...rows], {
    title: vscode.l10n.t('Habit of the Week'),
    placeHolder: vscode.l10n.t('One is enough. Which one, this week?'),
    matchOnDescription: true,
  });
  if (!choice || choice.words) return choice?.words;
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Habit of the Week'),
    prompt: vscode.l10n.t('Something that happens, and what you will do then'),
    value: 'When , I will ',
    valueSelection: [5, 5],
    ignoreFocusOut: true,
    validateInput: (value) =>
      /^When \S.*, I will \S/.test(value)
        ? undefined
        : vscode.l10n.t('Say it as "When something happens, I will do something".'),
  });
}
