import { relative, sep } from 'node:path';
import * as vscode from 'vscode';
import { listFiles } from '../../git/files.ts';
import { HumanError } from '../../humanError.ts';
import { creditHints } from '../../practices/credit.ts';
import { realPath } from '../../practices/journalPlace.ts';
import { type Publication, practiceOf, publicationOf } from '../../practices/publish.ts';
import { resolveInside, walk, writeNew } from '../../records/files.ts';
import { chooseLog } from '../practiceDocuments.ts';
import { readPractices } from '../practices.ts';
import { withoutIcons } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { mayWrite } from '../trust.ts';

const scheme = 'lead-publish';
/** What is previewed, by the preview's address: the text, and the document that it is of. */
const previews = new Map<string, { readonly text: string; readonly of: vscode.Uri }>();
let provider: vscode.Disposable | undefined;

/** "Lead: Publish to Team...": shows exactly what will be visible, and writes it into the repository once that is agreed to. */
export async function publish(surroundings: Surroundings): Promise<void> {
  const active = vscode.window.activeTextEditor?.document;
  // From its preview a document is published as from itself.
  const of = active && previews.get(active.uri.toString())?.of;
  const document = of ? await vscode.workspace.openTextDocument(of) : active;
  const journal = await surroundings.journal.existing();
  if (document?.uri.scheme !== 'file' || !(await journal?.holds(document.uri.fsPath)) || !journal) {
    throw new HumanError('No document of the journal is open. Open the draft to publish, then try again.');
  }
  const { all } = await readPractices(surroundings.logs, surroundings.context.extensionUri);
  const within = relative(journal.root, await realPath(document.uri.fsPath))
    .split(sep)
    .join('/');
  const text = document.getText();
  // Whether it may be published is said before anything is asked.
  publicationOf(within, text, all, []);
  const practice = practiceOf(within, all);
  if (!practice || !(await mayWrite())) return;
  const open = await chooseLog(surroundings, practice);
  if (!open) return;
  const { log, repository } = open;
  const paths = repository ? await listFiles(repository, { extensions: ['md', 'markdown'] }) : await walk(log.root);
  const publication = publicationOf(within, text, all, paths);
  if (!(await agreed(surroundings, publication, document))) return;
  await writeNew(await resolveInside(log.root, publication.path), publication.text);
  await vscode.window.showTextDocument(vscode.Uri.joinPath(vscode.Uri.file(log.root), publication.path), {
    preview: false,
  });
  surroundings.logs.changed();
}

/** Shows what will be visible, and asks. */
async function agreed(
  { context }: Surroundings,
  { path, text, lines: numbered, links, practice }: Publication,
  document: vscode.TextDocument,
): Promise<boolean> {
  if (!provider) {
    provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: (uri) => previews.get(uri.toString())?.text ?? '',
    });
    context.subscriptions.push(provider);
  }
  await closePreviews();
  const uri = vscode.Uri.from({ scheme, path: `/${path}`, query: String(Date.now()) });
  previews.set(uri.toString(), { text, of: document.uri });
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
  const lines = text.trimEnd().split(/\r\n?|\n/).length;
  const go = vscode.l10n.t('$(repo) Publish as {0}', withoutIcons(path));
  const hints = creditHints(numbered).map(({ line, kind, words }) => ({
    label:
      kind === 'I'
        ? vscode.l10n.t('$(info) Line {0}: "{1}". If others did it too, name them.', line, withoutIcons(words))
        : vscode.l10n.t('$(info) Line {0}: "{1}" looks for a culprit.', line, withoutIcons(words)),
    line,
  }));
  const choice = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly line?: number }>(
    [
      {
        label: go,
        detail: [
          vscode.l10n.t('All {0} lines of the preview, for everybody who reads the repository', lines),
          ...(practice.keeps?.length
            ? [vscode.l10n.t('What is below "{0}" stays in the journal', practice.keeps.join(', '))]
            : []),
          ...(links.length ? [vscode.l10n.t('{0} links lead into the journal and would not work', links.length)] : []),
        ].join('. '),
      },
      { label: vscode.l10n.t('$(lock) Keep It Private') },
      ...hints,
    ],
    {
      title: vscode.l10n.t('Publish to Team'),
      placeHolder: vscode.l10n.t('This will be visible'),
      ignoreFocusOut: true,
    },
  );
  // Whoever closes the question wants to read on: the preview stays, and asks again with the button in its title.
  if (choice) await closePreviews();
  if (choice?.line !== undefined) {
    const place = new vscode.Position(choice.line - 1, 0);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(place, place) });
  }
  return choice?.label === go;
}

async function closePreviews(): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  await vscode.window.tabGroups.close(
    tabs.filter(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === scheme),
  );
  previews.clear();
}
