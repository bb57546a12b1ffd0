import type { ActionItem } from '../actions/carryOver.ts';
import { firstWeekday } from '../actions/days.ts';
import { ActionLog } from '../actions/log.ts';
import { weekOf } from '../actions/week.ts';
import { readSettings } from '../decisions/checks/settings.ts';
import { type FollowUp, followUpsOf } from '../decisions/followUps.ts';
import { listFiles } from '../git/files.ts';
import { identity } from '../git/identity.ts';
import { actionReader } from '../meetings/actionReader.ts';
import { walk } from '../records/files.ts';
import { workspaceSettings } from '../records/workspaceSettings.ts';
import type { Command } from './command.ts';
import { openLog, openWorkspace, type Workspace } from './workspace.ts';

/** `lead-habits week`: what the view *This Week* shows. */
export const week: Command = {
  words: ['week'],
  usage: 'week [DIR] [--me NAME]... [--others] [--json]',
  summary: "List this week's actions and follow-ups, yours unless told otherwise",
  options: { me: { type: 'string', multiple: true }, others: { type: 'boolean' }, json: { type: 'boolean' } },
  arguments: { least: 0, most: 1 },
  async run([folder = '.'], options, surroundings) {
    const workspace = await openWorkspace(folder, surroundings);
    const { repository, root } = workspace;
    const who = repository && (await identity(repository));
    const named = (options.me as string[] | undefined) ?? [];
    const { today, language } = surroundings;
    const actions = await openActions(workspace);
    const { start, end, overdue, thisWeek, waiting, noDate } = weekOf(actions.items, {
      today,
      firstDay: firstWeekday(language),
      me: named.length ? named : who ? [who.name, who.email] : [],
      others: options.others === true,
    });
    const { records } = await openLog(workspace, surroundings);
    const { staleAfterDays } = readSettings(workspaceSettings(root)['leadHabits.checks.staleAfterDays'], undefined);
    const followUps = followUpsOf(records, today, staleAfterDays);
    const groups: readonly Group[] = [
      { group: 'overdue', title: 'Overdue', items: overdue.map(toRow) },
      { group: 'thisWeek', title: 'This week', items: thisWeek.map(toRow) },
      { group: 'waiting', title: 'Waiting on others', items: waiting.map(toRow) },
      { group: 'followUps', title: 'Follow-ups', items: followUps.map(toFollowUp) },
      { group: 'noDate', title: 'No date', items: noDate.map(toRow) },
    ].filter(({ items }) => items.length > 0);
    if (options.json) {
      const shown = groups.map(({ group, items }) => ({ group, items }));
      return { output: JSON.stringify({ today, week: { start, end }, groups: shown }, null, 1), status: 0 };
    }
    if (!groups.length) return { output: '', messages: ['Nothing due.'], status: 0 };
    return { output: groups.map(printed).join('\n\n'), status: 0 };
  },
};

interface Group {
  readonly group: string;
  readonly title: string;
  readonly items: readonly (Row | FollowUpRow)[];
}

interface Row {
  readonly text: string;
  readonly owners: readonly string[];
  readonly due: string | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** How many documents name it. */
  readonly seen: number;
  /** Where it was said last: a tick goes there. */
  readonly path: string;
  readonly line: number;
}

interface FollowUpRow {
  readonly path: string;
  readonly number: number | null;
  readonly title: string;
  readonly why: FollowUp['why'];
  readonly since: string;
  readonly days: number;
}

async function openActions({ root, repository, within }: Workspace): Promise<ActionLog> {
  const folders = workspaceSettings(root)['leadHabits.actions.folders'];
  const log = new ActionLog(root, {
    listFiles: async () => (repository ? listFiles(repository, { ...(within && { under: [within] }) }) : walk(root)),
    reader: await actionReader(),
    folders: Array.isArray(folders) ? folders.filter((each) => typeof each === 'string') : [],
  });
  await log.load();
  return log;
}

function toRow({ text, owners, due, firstSeen, lastSeen, sources }: ActionItem): Row {
  const { path = '', line = 0 } = sources.at(-1) ?? {};
  return { text, owners, due, firstSeen, lastSeen, seen: sources.length, path, line };
}

function toFollowUp({ record: { path, number, title }, why, since, days }: FollowUp): FollowUpRow {
  return { path, number, title, why, since, days };
}

function printed({ title, items }: Group): string {
  return [title, ...items.map((item) => `  ${'why' in item ? followUpLine(item) : line(item)}`)].join('\n');
}

function line({ text, owners, due, seen, path, line: at }: Row): string {
  const facts = [owners.join(', ') || 'no owner', due ?? 'no date', ...(seen > 1 ? [`in ${seen} meetings`] : [])];
  return `${text}  (${facts.join('; ')})  ${path}:${at}`;
}

function followUpLine({ number, title, why, since, days, path }: FollowUpRow): string {
  const name = [number, title].filter((part) => part !== null).join(' ');
  return `${name}  (${why === 'revisit' ? `revisit since ${since}` : `proposed ${days} days ago`})  ${path}`;
}
