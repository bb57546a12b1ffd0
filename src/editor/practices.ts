import { join } from 'node:path';
import * as vscode from 'vscode';
import { catalogue } from '../practices/catalogue/all.ts';
import { type OwnPractice, readOwnPractices } from '../practices/own.ts';
import type { Practice } from '../practices/practice.ts';
import { findTemplate, type Template, type TemplateError, templatesIn } from '../records/templates.ts';
import type { DecisionLogs } from './decisionLogs.ts';

/** The practices that there are in this window, ours and those that teams and users have added. */
export interface Practices {
  readonly all: readonly Practice[];
  /** Templates of the team's or the user's that cannot be used, each with the reason. */
  readonly problems: readonly TemplateError[];
  template(practice: Practice): Promise<Template>;
}

/** Reads the catalogue, and the templates beside it: a repository's in `.lead/practices`, only once it is trusted. */
export async function readPractices(logs: DecisionLogs, extension: vscode.Uri): Promise<Practices> {
  const user = vscode.workspace.getConfiguration('leadHabits').get<string>('practices.folder', '').trim();
  const folders = user ? [user] : [];
  if (vscode.workspace.isTrusted) {
    for (const { log } of await logs.all()) folders.push(join(log.root, '.lead', 'practices'));
  }
  const templates = (await Promise.all(folders.map(templatesIn))).flat();
  const { practices, problems } = await readOwnPractices(templates);
  // The later one of an id wins: the repository's over the user's, and either over ours.
  const own = new Map<string, OwnPractice>(practices.map((each) => [each.practice.id, each]));
  const builtIn = vscode.Uri.joinPath(extension, 'templates', 'practices').fsPath;
  return {
    all: [...[...own.values()].map(({ practice }) => practice), ...catalogue.filter(({ id }) => !own.has(id))],
    problems,
    template: async ({ id }) => own.get(id)?.template ?? findTemplate(id, { builtIn }),
  };
}
