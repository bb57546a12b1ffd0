import { join } from 'node:path';
import * as vscode from 'vscode';
import { catalogue } from '../practices/catalogue/all.ts';
import { type OwnPractice, readOwnPractices } from '../practices/own.ts';
import type { Practice } from '../practices/practice.ts';
import { findTemplate, type Template, TemplateError, templatesIn } from '../records/templates.ts';
import type { DecisionLogs, OpenLog } from './decisionLogs.ts';

/** The practices that there are in this window, ours and those that teams and users have added. */
export interface Practices {
  readonly all: readonly Practice[];
  /** Templates of the team's or the user's that cannot be used, each with the reason. */
  readonly problems: readonly TemplateError[];
  template(practice: Practice): Promise<Template>;
}

/** Reads the catalogue, and the templates beside it: a repository's in `.lead/practices`, only once it is trusted. */
export async function readPractices(logs: DecisionLogs, extension: vscode.Uri): Promise<Practices> {
  const { own, problems } = await readOwn((await inOrder(logs)).map(({ log }) => log.root));
  const builtIn = vscode.Uri.joinPath(extension, 'templates', 'practices').fsPath;
  return {
    all: [...[...own.values()].map(({ practice }) => practice), ...catalogue.filter(({ id }) => !own.has(id))],
    problems,
    template: async ({ id }) => own.get(id)?.template ?? findTemplate(id, { builtIn }),
  };
}

/** The practices that a repository's team and the user have added. @param root of the repository. */
export async function ownPractices(root: string): Promise<Practice[]> {
  return [...(await readOwn([root])).own.values()].map(({ practice }) => practice);
}

/** What the user has added, and the teams of some repositories: the later one of an id wins. */
async function readOwn(roots: readonly string[]) {
  const user = userFolder();
  const folders = user ? [user] : [];
  if (vscode.workspace.isTrusted) folders.push(...roots.map((root) => join(root, '.lead', 'practices')));
  const own = new Map<string, OwnPractice>();
  const problems: TemplateError[] = [];
  for (const folder of folders) {
    const found = await templatesIn(folder);
    if (!found && folder === user) {
      problems.push(
        new TemplateError('{0} is not there. Make the folder, or name another in leadHabits.practices.folder.', [
          folder,
        ]),
      );
    }
    const read = await readOwnPractices(found?.templates ?? []);
    problems.push(...(found?.problems ?? []), ...read.problems);
    for (const each of read.practices) own.set(each.practice.id, each);
  }
  return { own, problems };
}

/** The folder with practices of the user's own; undefined where none is set. */
function userFolder(): string | undefined {
  const setting = vscode.workspace.getConfiguration('leadHabits').get<unknown>('practices.folder');
  return (typeof setting === 'string' && setting.trim()) || undefined;
}

/** The window's repositories, that of the open file last: where two have a practice of one name, its own is meant. */
async function inOrder(logs: DecisionLogs): Promise<readonly OpenLog[]> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const here = active && (await logs.placeOf(active))?.open;
  const all = await logs.all();
  return here ? [...all.filter((each) => each !== here), here] : all;
}
