import { type ActionItem, itemsOf } from '../actions/carryOver.ts';
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
      minutes.map(({ path, meetingDate, actions: found }) => ({
        path,
        date: meetingDate,
        actions: found.filter((each) => each.explicit),
      })),
    );
    if (options.json) {
      return { output: JSON.stringify({ documents: minutes.map(toJson), items }, null, 1), status: 0 };
    }
    const open = items.filter((item) => !item.done);
    if (!open.length) return { output: '', messages: ['No open actions here.'], status: 0 };
    return { output: open.map(line).join('\n'), status: 0 };
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

function line({ text, owners, due, firstSeen, sources }: ActionItem): string {
  const [first] = sources;
  const facts = [
    owners.join(', ') || 'no owner',
    due ?? 'no date',
    sources.length > 1 ? `in ${sources.length} meetings since ${firstSeen ?? '?'}` : firstSeen,
  ];
  return `${text}  (${facts.filter(Boolean).join('; ')})  ${first?.path}:${first?.line}`;
}
