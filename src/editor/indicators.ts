import { posix } from 'node:path';
import * as vscode from 'vscode';
import { codeownersFiles } from '../actions/codeowners.ts';
import { daysAfter } from '../actions/days.ts';
import type { Indicator } from '../practices/indicators.ts';
import type { DecisionLogs, OpenLog } from './decisionLogs.ts';
import { weekSettings } from './settings.ts';
import { localDate } from './today.ts';

/** An indicator, and the repository that it is about. */
export interface OpenIndicator extends Indicator {
  readonly open: OpenLog;
}

/** Days of own commits that are looked at. */
const back = 60;

/** What the user's own work and systems show in the window's repositories; nothing before they are trusted. */
export async function openIndicators(logs: DecisionLogs): Promise<OpenIndicator[]> {
  if (!vscode.workspace.isTrusted) return [];
  return (await Promise.all((await logs.all()).map(inRepository))).flat();
}

async function inRepository(open: OpenLog): Promise<OpenIndicator[]> {
  const { log, repository } = open;
  if (!repository) return [];
  const [{ indicatorsOf }, { identity }, { ownCommits }, { listFiles }, { readRecordSync }] = await Promise.all([
    import('../practices/indicators.ts'),
    import('../git/identity.ts'),
    import('../git/ownCommits.ts'),
    import('../git/files.ts'),
    import('../records/files.ts'),
  ]);
  const who = await identity(repository);
  if (!who) return [];
  const commits = await ownCommits(repository, who.email, daysAfter(localDate(), -back));
  const paths = await listFiles(repository, { extensions: ['md', 'markdown'] });
  const below = (name: RegExp) =>
    new Map(
      paths
        .filter((path) => name.test(posix.basename(posix.dirname(path))))
        .map((path) => [path, readRecordSync(log.root, path) ?? '']),
    );
  const owners = codeownersFiles
    .map((path) => ({ path, text: readRecordSync(log.root, path) }))
    .find((each): each is { path: string; text: string } => each.text !== undefined);
  return indicatorsOf({
    me: [who.name, who.email, ...weekSettings().me],
    codeOwners: owners,
    ownership: below(/^ownership$/i),
    runbooks: below(/^(?:runbooks?|playbooks)$/i),
    commits,
  }).map((each) => ({ ...each, open }));
}
