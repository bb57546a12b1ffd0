import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { knownPeople } from '../actions/knownPeople.ts';
import type { Person } from '../actions/person.ts';
import { listFiles } from '../git/files.ts';
import { HumanError } from '../humanError.ts';
import { draftSummary, titleOfFile } from '../meetings/draft.ts';
import { longestNotes, meetingsFolder } from '../meetings/folders.ts';
import { type Minutes, minutesReader } from '../meetings/minutes.ts';
import { summaryUpdate } from '../meetings/summaryUpdate.ts';
import { attendeesAsPeople, ownerWritten } from '../meetings/whoIs.ts';
import { editFile, readForEdit, resolveInside, walk, writeNew } from '../records/files.ts';
import { readNotesFile } from '../records/notesFile.ts';
import type { Command } from './command.ts';
import { commitPaths, requireRepository, withCommit } from './commit.ts';
import { openWorkspace, pathIn, slashed } from './workspace.ts';

/** `lead-habits summary`: the summary of a meeting, drafted from its notes. */
export const summary: Command = {
  words: ['summary'],
  usage: 'summary NOTES [--out PATH] [--commit]',
  summary: "Draft a meeting's summary from its notes",
  options: { out: { type: 'string' }, commit: { type: 'boolean' } },
  arguments: { least: 1, most: 1 },
  async run([name = ''], options, surroundings) {
    const workspace = await openWorkspace('.', surroundings);
    if (options.commit) requireRepository(workspace);
    const notes = await readNotesFile(resolve(surroundings.cwd, name), name, longestNotes);
    const read = await minutesReader();
    const file = slashed(name);
    const minutes = read(file, notes, surroundings.today);
    const { root, repository } = workspace;
    const paths = repository ? await listFiles(repository) : await walk(root);
    const { today } = surroundings;
    const draft = draftSummary(minutes, {
      title: titleOfFile(file) || 'Meeting',
      today,
      folder: meetingsFolder(paths),
      paths,
      keepNotes: true,
    });
    const path = typeof options.out === 'string' ? pathIn(workspace, options.out, surroundings) : draft.path;
    const target = await resolveInside(root, path);
    const messages = [
      ...(draft.dated
        ? []
        : [`The notes state no date: ${today}, today, is taken for the meeting's. Change it if that is wrong.`]),
      ...unresolved(minutes, await knownPeople(workspace.root, workspace.repository)),
    ];
    if (await stat(target).catch(() => undefined)) {
      const before = await readForEdit(target);
      const edits = summaryUpdate(path, before, { source: notes, minutes }, read);
      if (!edits) {
        throw new HumanError('{0} exists already, and stays as it is. Name another file with --out.', [path]);
      }
      if (!edits.length) {
        return { output: '', messages: [`${path} says what the notes say. Nothing changed.`], status: 0 };
      }
      await editFile(target, before, edits);
    } else {
      await writeNew(target, draft.text);
    }
    if (!options.commit) return { output: path, messages, status: 0 };
    const committed = await commitPaths(workspace, [path], surroundings, `docs(meetings): ${draft.title}`);
    return withCommit(path, { ...committed, messages: [...messages, ...(committed.messages ?? [])] });
  },
};

/** One sentence about the owners whom nobody here is known as. */
function unresolved({ actions, attendees }: Minutes, people: readonly Person[]): string[] {
  const owners = [...new Set(actions.flatMap((each) => (each.explicit ? each.owners : [])))];
  const names = owners.filter((name) => ownerWritten(name, attendeesAsPeople(attendees), people).kind === 'unresolved');
  return names.length
    ? [`Known neither from the notes nor from the repository: ${names.join(', ')}. Kept as written.`]
    : [];
}
