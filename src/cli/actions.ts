import type { Action } from '../actions/action.ts';
import { type ActionItem, itemsOf, likenessOf } from '../actions/carryOver.ts';
import { listFiles } from '../git/files.ts';
import { isMinutesDocument, isMinutesFile, longestNotes } from '../meetings/folders.ts';
import { type Minutes, minutesReader } from '../meetings/minutes.ts';
import { readRecordSync, walk } from '../records/files.ts';
import type { Command } from './command.ts';
import { filesUnder, openWorkspace } from './workspace.ts';

/** `lead-habits actions`: what minutes and summaries say is to be done, and the same work once. */
export const actions: Command = {
  words: ['actions'],
  usage: 'actions [DIR] [--in PATH]... [--json]',
  summary: 'List action items of meetings, with owners and dates',
  options: { in: { type: 'string', multiple: true }, json: { type: 'boolean' } },
  arguments: { least: 0, most: 1 },
  async run([folder = '.'], options, surroundings) {
    const workspace = await openWorkspace(folder, surroundings);
    const { root, repository, within } = workspace;
    const only = (options.in as string[] | undefined) ?? [];
    const paths = only.length
      ? await filesUnder(only, root, surroundings, isMinutesDocument)
      : (repository ? await listFiles(repository, { ...(within && { under: [within] }) }) : await walk(root)).filter(
          isMinutesFile,
        );
    const read = await minutesReader();
    const minutes = paths.flatMap((path) => {
      const text = readRecordSync(root, path, longestNotes);
      return text === undefined ? [] : [read(path, text)];
    });
    const items = itemsOf(
      minutes.map(({ path, meetingDate, actions: found, apart }) => ({
        path,
        date: meetingDate,
        actions: found.filter((each) => each.explicit),
        apart,
      })),
    );
    if (options.json) {
      return { output: JSON.stringify({ documents: minutes.map(toJson), items }, null, 1), status: 0 };
    }
    const open = items.filter((item) => !item.done);
    if (!open.length) return { output: '', messages: ['No open actions here.'], status: 0 };
    const found = new Map(
      minutes.flatMap(({ path, actions: all }) => all.map((each) => [`${path}:${each.line}`, each])),
    );
    return { output: open.flatMap((item) => [line(item), ...because(item, found)]).join('\n'), status: 0 };
  },
};

function toJson({ path, meetingDate, actions: found, decisions }: Minutes) {
  return {
    path,
    meetingDate,
    actions: found.map(({ line: at, text, owners, due, dueText, done, explicit }) => ({
      line: at,
      text,
      owners,
      due,
      dueText,
      done,
      explicit,
    })),
    decisions,
  };
}

/** Why an item of several meetings is taken for one: what its first and its last saying share. */
function because({ sources }: ActionItem, found: ReadonlyMap<string, Action>): string[] {
  const [first, last] = [sources[0], sources.at(-1)].map((source) => found.get(`${source?.path}:${source?.line}`));
  if (!first || !last || first === last) return [];
  const { words, owner } = likenessOf(first, last);
  return [`  one item for its words: ${words.join(' ')}${owner ? `; and for ${owner}` : ''}`];
}

function line({ text, owners, due, firstSeen, sources }: ActionItem): string {
  const [first] = sources;
  const facts = [
    owners.join(', ') || 'no owner',
    due ?? 'no date',
    sources.length > 1 ? `in ${sources.length} meetings since ${firstSeen ?? '?'}` : firstSeen,
  ];
  return `${text}  (${facts.filter(Boolean).join('; ')})  ${first?.path}:${first?.line}`;
}
