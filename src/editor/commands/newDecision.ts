import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { type DecisionDraft, draftDecision } from '../../decisions/newDecision.ts';
import { readDecision } from '../../decisions/reader.ts';
import { numbersElsewhere } from '../../decisions/renumberPlan.ts';
import { identity } from '../../git/identity.ts';
import { HumanError } from '../../humanError.ts';
import { resolveInside, writeNew } from '../../records/files.ts';
import { TemplateError, type TemplateFolders } from '../../records/templates.ts';
import type { OpenLog } from '../decisionLogs.ts';
import { openDraft } from '../openDraft.ts';
import { editRecords } from '../recordEdits.ts';
import { sentence, withoutIcons } from '../report.ts';
import { selectedText } from '../selectedText.ts';
import { decisionSettings } from '../settings.ts';
import type { Surroundings } from '../surroundings.ts';
import { localDate } from '../today.ts';
import { mayWrite } from '../trust.ts';
import { askTitle } from './askTitle.ts';
import type { Origin, Target } from './origin.ts';

/**
 * "Lead: New Decision Record": one question, then the file itself, on disk, with the cursor at its first gap.
 *
 * @param affects paths of code that the decision is about.
 */
export async function newDecision(surroundings: Surroundings, affects: readonly string[] = []): Promise<void> {
  if (!(await mayWrite())) return;
  const selection = await selectedText(surroundings);
  await begin(surroundings, {
    title: vscode.l10n.t('New Decision Record'),
    question: vscode.l10n.t('What is being decided?'),
    request: (_, open) => ({ affects, ...(selection?.open === open && { selection: selection.selection }) }),
  });
}

/** Asks for the title of a new record until it is written, or the user gives up. */
export async function begin(surroundings: Surroundings, origin: Origin): Promise<void> {
  const { logs, reporter } = surroundings;
  const targets = targetsOf((await logs.all()).filter((open) => !origin.only || open === origin.only));
  if (!targets.length) {
    await reporter.show(new HumanError('No folder is open. Open the folder of a repository, then try again.'));
    return;
  }
  let target = origin.target ?? remembered(surroundings, targets) ?? (await pickTarget(surroundings, targets));
  // The title stays at hand until the record is written: a failure leads back to the question, not to nothing.
  let title = origin.guess ?? surroundings.context.workspaceState.get(unwritten, '');
  let trouble: string | undefined;
  let builtInOnly = false;
  while (target) {
    if (!builtInOnly || trouble !== undefined) {
      const answer = await askTitle(origin, target, title, !origin.target && targets.length > 1, trouble);
      if (answer === undefined) return;
      title = answer.title;
      if (answer.changeFolder) {
        target = (await pickTarget(surroundings, targets)) ?? target;
        trouble = undefined;
        continue;
      }
    }
    try {
      const draft = await write(surroundings, origin, target, title, builtInOnly);
      await surroundings.context.workspaceState.update(unwritten, undefined);
      await open(surroundings, target, draft);
      return;
    } catch (error) {
      await surroundings.context.workspaceState.update(unwritten, title);
      if (error instanceof HumanError && !(error instanceof TemplateError)) {
        trouble = sentence(error);
        continue;
      }
      builtInOnly = await goesOnBuiltIn(surroundings, error);
      if (!builtInOnly) return;
      trouble = undefined;
    }
  }
}

/** Where the title of a record that could not be written waits for the next attempt. */
const unwritten = 'decisions.unwrittenTitle';

/** Shows what is wrong with the template, and asks whether the built-in one will do. */
async function goesOnBuiltIn({ reporter }: Surroundings, error: unknown): Promise<boolean> {
  if (!(error instanceof TemplateError)) {
    await reporter.show(error);
    return false;
  }
  const builtIn = vscode.l10n.t('Use Built-in Template');
  const mend = vscode.l10n.t('Open Template');
  const choice = await reporter.show(error, builtIn, mend);
  if (choice === mend) {
    const [file = '', line] = error.args;
    const place = new vscode.Position(Math.max(0, (Number(line) || 1) - 1), 0);
    await vscode.window.showTextDocument(vscode.Uri.file(file), { selection: new vscode.Range(place, place) });
  }
  return choice === builtIn;
}

function targetsOf(logs: readonly OpenLog[]): Target[] {
  return logs.flatMap((open) => {
    const { defaultFolder } = decisionSettings(open.workspaceFolder.uri);
    const { folders } = open.log;
    return (folders.length ? folders : [defaultFolder]).map((folder) => ({ open, folder }));
  });
}

const memory = 'decisions.lastFolder';

function remembered({ context }: Surroundings, targets: readonly Target[]): Target | undefined {
  const [only, another] = targets;
  if (!another) return only;
  const key = context.workspaceState.get<string>(memory);
  return targets.find((target) => keyOf(target) === key);
}

function keyOf({ open, folder }: Target): string {
  return `${open.workspaceFolder.uri.toString()}\n${folder}`;
}

async function pickTarget({ context }: Surroundings, targets: readonly Target[]): Promise<Target | undefined> {
  const several = new Set(targets.map(({ open }) => open)).size > 1;
  const choice = await vscode.window.showQuickPick(
    targets.map((target) => ({
      label: withoutIcons(target.folder),
      description: several ? withoutIcons(target.open.workspaceFolder.name) : '',
      detail: recordCount(target.open.log.pathsIn(target.folder).length),
      target,
    })),
    { title: vscode.l10n.t('New Decision Record'), placeHolder: vscode.l10n.t('Which folder does it belong to?') },
  );
  if (choice) await context.workspaceState.update(memory, keyOf(choice.target));
  return choice?.target;
}

async function write(
  surroundings: Surroundings,
  origin: Origin,
  { open, folder }: Target,
  title: string,
  builtInOnly: boolean,
): Promise<DecisionDraft> {
  const { context } = surroundings;
  const { log, repository } = open;
  const settings = decisionSettings(open.workspaceFolder.uri);
  const builtIn = vscode.Uri.joinPath(context.extensionUri, 'templates').fsPath;
  const templates: TemplateFolders = builtInOnly
    ? { builtIn }
    : {
        builtIn,
        user: settings.templatesFolder ?? vscode.Uri.joinPath(context.globalStorageUri, 'templates').fsPath,
        repository: vscode.workspace.isTrusted ? join(log.root, '.lead', 'templates') : undefined,
      };
  const person = repository && (await identity(repository));
  const draft = await draftDecision(
    log,
    {
      title,
      date: localDate(),
      deciders: person ? [person.name] : [],
      folder,
      template: builtInOnly ? undefined : settings.template,
      ...origin.request(folder, open),
    },
    templates,
    await numbersElsewhere(repository, folder),
  );
  const [first, ...others] = origin.alongside?.(readDecision(draft.path, draft.text)) ?? [];
  const file = await resolveInside(log.root, draft.path);
  await writeNew(file, draft.text);
  log.refresh(draft.path);
  if (first) {
    await editRecords(surroundings, [first, ...others]).catch(async (error) => {
      // The other record could not be changed after all: no half of the pair stays behind.
      await rm(file, { force: true });
      log.refresh(draft.path);
      throw error;
    });
  }
  return draft;
}

function recordCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 record') : vscode.l10n.t('{0} records', count);
}

/** Shows the new file; its places to fill become tab stops. */
async function open({ drafts, logs, recordState }: Surroundings, target: Target, draft: DecisionDraft): Promise<void> {
  const uri = vscode.Uri.joinPath(vscode.Uri.file(target.open.log.root), draft.path);
  await openDraft(uri, draft.snippet, drafts);
  logs.changed();
  await recordState.update();
}
