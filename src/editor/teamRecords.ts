import type { DecisionRecord } from '../decisions/record.ts';
import type { Place } from './decisionLogs.ts';
import { actionSettings, meetingSettings } from './settings.ts';

/** A record that is committed on the user's word. */
export interface TeamRecord {
  readonly place: Place;
  /** The folder's name in a commit's message. */
  readonly scope: 'decisions' | 'meetings' | 'actions' | 'practices' | 'reviews' | 'lessons';
  /** How a list and a commit's message call it. */
  readonly name: string;
}

/**
 * What team record a file is: a decision, a meeting's summary or minutes in Markdown, a list of actions, a review, a lesson,
 * or what a practice has left in the repository's documents, such as a runbook.
 *
 * @param text the file's text, for the name of one that is no decision.
 */
export async function teamRecordAt(place: Place, text = ''): Promise<TeamRecord | undefined> {
  const { open, path } = place;
  const decision = open.log.recordAt(path);
  if (decision) return { place, scope: 'decisions', name: decisionName(decision) };
  const kinds = [
    ['meetings', isMeeting],
    ['actions', isActionList],
    ['practices', isOfPractice],
  ] as const;
  let scope: TeamRecord['scope'] | undefined = await reviewScope(path);
  for (const [each, is] of kinds) scope ??= (await is(place)) ? each : undefined;
  if (!scope) return undefined;
  const [{ MarkdownDocument }, { titleOfSlug }] = await Promise.all([
    import('../markdown/document.ts'),
    import('../records/slug.ts'),
  ]);
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  const title = new MarkdownDocument(text).sections[0]?.title;
  return { place, scope, name: title || titleOfSlug(file) };
}

/** `12 Retry with backoff`. */
export function decisionName({ number, title }: DecisionRecord): string {
  return number === null ? title : `${number} ${title}`;
}

/** Whether a file is a meeting's summary or minutes in Markdown, by where it is. */
export async function isMeeting({ open, path }: Place): Promise<boolean> {
  if (!/\.(?:md|markdown|mdx)$/i.test(path) || open.log.recordAt(path)) return false;
  const { isMinutesDocument, isMinutesFile } = await import('../meetings/folders.ts');
  if (isMinutesFile(path)) return true;
  const { folder } = meetingSettings(open.workspaceFolder.uri);
  return folder !== undefined && path.startsWith(`${folder}/`) && isMinutesDocument(path);
}

/** Whether a file is a review or a lesson, by where it is. */
async function reviewScope(path: string): Promise<'reviews' | 'lessons' | undefined> {
  const [{ isReviewFile }, { lessonFolder }] = await Promise.all([
    import('../reviews/folders.ts'),
    import('../reviews/lesson.ts'),
  ]);
  if (isReviewFile(path)) return 'reviews';
  return path.startsWith(`${lessonFolder}/`) && path.endsWith('.md') ? 'lessons' : undefined;
}

/** Whether a file is one that actions are ticked in, and no meeting's: a task list, or what settings name. */
async function isActionList({ open, path }: Place): Promise<boolean> {
  const { isTaskList, isWritable, namedBy } = await import('../actions/folders.ts');
  if (!isWritable(path)) return false;
  const { folders, list } = actionSettings(open.workspaceFolder.uri);
  return isTaskList(path) || namedBy([list, ...folders])(path);
}

/** Whether a file is in a folder of the repository's documents where a practice's go, or in that of a practice of one's own. */
async function isOfPractice({ open, path }: Place): Promise<boolean> {
  if (!/\.(?:md|markdown)$/i.test(path)) return false;
  const [{ practiceOfFile }, { ownPractices }] = await Promise.all([
    import('../practices/artefacts.ts'),
    import('./practices.ts'),
  ]);
  const isDocument = /(?:^|\/)(?:docs?|documentation)\//i.test(path);
  if (isDocument && practiceOfFile(path, false) !== undefined) return true;
  const own = await ownPractices(open.log.root);
  return own.some(({ id }) => id === practiceOfFile(path, false, own));
}
