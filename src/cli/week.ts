import type { ActionItem } from '../actions/carryOver.ts';
import { firstWeekday } from '../actions/days.ts';
import { ActionLog } from '../actions/log.ts';
import { weekOf } from '../actions/week.ts';
import { readSettings } from '../decisions/checks/settings.ts';
import { followUpsOf } from '../decisions/followUps.ts';
import type { DecisionLog } from '../decisions/log.ts';
import { listFiles } from '../git/files.ts';
import { identity } from '../git/identity.ts';
import { actionReader } from '../meetings/actionReader.ts';
import { openReviews } from '../practices/openReviews.ts';
import { ownIndicators } from '../practices/ownSystems.ts';
import { walk } from '../records/files.ts';
import { workspaceSettings } from '../records/workspaceSettings.ts';
import type { Command } from './command.ts';
import { journalGroups } from './weekJournal.ts';
import { type ActionRow, type FollowUpRow, printedWeek, type WeekGroup } from './weekRows.ts';
import { openLog, openWorkspace, type Workspace } from './workspace.ts';

/** `lead-habits week`: what the view *This Week* shows. */
export const week: Command = {
  words: ['week'],
  usage: 'week [DIR] [--me NAME]... [--others] [--journal DIR] [--json]',
  summary: "List this week's habit, actions, follow-ups and plan, yours unless told otherwise",
  options: {
    me: { type: 'string', multiple: true },
    others: { type: 'boolean' },
    journal: { type: 'string' },
    json: { type: 'boolean' },
  },
  arguments: { least: 0, most: 1 },
  async run([folder = '.'], options, surroundings) {
    const workspace = await openWorkspace(folder, surroundings);
    const who = workspace.repository && (await identity(workspace.repository));
    const named = (options.me as string[] | undefined) ?? [];
    const { today, language } = surroundings;
    const [actions, log] = [await openActions(workspace), await openLog(workspace, surroundings)];
    const { start, end, overdue, thisWeek, waiting, noDate } = weekOf(actions.items, {
      today,
      firstDay: firstWeekday(language),
      me: named.length ? named : who ? [who.name, who.email] : [],
      others: options.others === true,
    });
    const { habit, plan } = options.journal
      ? await journalGroups(String(options.journal), workspace, log, surroundings)
      : { habit: [], plan: [] };
    const groups: readonly WeekGroup[] = [
      { group: 'habit', title: 'Habit', items: habit },
      { group: 'overdue', title: 'Overdue', items: overdue.map(toRow) },
      { group: 'thisWeek', title: 'This week', items: thisWeek.map(toRow) },
      { group: 'waiting', title: 'Waiting on others', items: waiting.map(toRow) },
      { group: 'followUps', title: 'Follow-ups', items: await followUpRows(workspace, log, named, today) },
      { group: 'plan', title: 'Plan', items: plan },
      { group: 'noDate', title: 'No date', items: noDate.map(toRow) },
    ].filter(({ items }) => items.length > 0);
    if (options.json) {
      const shown = groups.map(({ group, items }) => ({ group, items }));
      return { output: JSON.stringify({ today, week: { start, end }, groups: shown }, null, 1), status: 0 };
    }
    if (!groups.length) return { output: '', messages: ['Nothing due.'], status: 0 };
    return { output: printedWeek(groups), status: 0 };
  },
};

async function openActions(workspace: Workspace): Promise<ActionLog> {
  const { root } = workspace;
  const folders = workspaceSettings(root)['leadHabits.actions.folders'];
  const log = new ActionLog(root, {
    listFiles: () => filesOf(workspace),
    reader: await actionReader(),
    folders: Array.isArray(folders) ? folders.filter((each) => typeof each === 'string') : [],
  });
  await log.load();
  return log;
}

async function filesOf({ root, repository, within }: Workspace): Promise<string[]> {
  return repository ? listFiles(repository, { ...(within && { under: [within] }) }) : walk(root);
}

function toRow({ text, owners, due, firstSeen, lastSeen, sources }: ActionItem): ActionRow {
  const { path = '', line = 0 } = sources.at(-1) ?? {};
  return { text, owners, due, firstSeen, lastSeen, seen: sources.length, path, line };
}

/** Decisions, then reviews, then what the user's own work and systems show: as the view has them. */
async function followUpRows(
  workspace: Workspace,
  { records }: DecisionLog,
  names: readonly string[],
  today: string,
): Promise<FollowUpRow[]> {
  const { root, repository } = workspace;
  const { staleAfterDays } = readSettings(workspaceSettings(root)['leadHabits.checks.staleAfterDays'], undefined);
  const decisions = followUpsOf(records, today, staleAfterDays).map(
    ({ record: { path, number, title }, why, since, days }): FollowUpRow => ({ path, number, title, why, since, days }),
  );
  const reviews = await openReviews({ root, repository, paths: await filesOf(workspace), names, today });
  const unanswered = reviews.map(({ unanswered: { review, comments, since, days }, turn }): FollowUpRow => {
    const title = review.title ?? review.path;
    return { path: review.path, title, why: 'unanswered', turn, comments: comments.length, since, days };
  });
  const indicators = repository ? await ownIndicators(repository, names, today) : [];
  const shown = indicators.map(
    ({ kind, practice, about, path, count }): FollowUpRow => ({
      path,
      title: about,
      why: kind,
      practice,
      ...(count && { count }),
    }),
  );
  return [...decisions, ...unanswered, ...shown];
}
