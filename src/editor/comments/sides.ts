import { join } from 'node:path';
import * as vscode from 'vscode';
import { gitBinary } from '../gitExtension.ts';

const scheme = 'lead-review';

/**
 * A file as it was at a commit, as a read-only document.
 *
 * @param path relative to `root`, with `/`.
 * @param commit a full name; undefined for a file that is not there, which is empty.
 */
export function sideUri(root: string, path: string, commit: string | undefined): vscode.Uri {
  return vscode.Uri.file(join(root, path)).with({ scheme, query: JSON.stringify({ root, path, commit }) });
}

/** What a document of {@link sideUri} shows; undefined for any other. */
export function sideOf(
  uri: vscode.Uri,
): { readonly root: string; readonly path: string; readonly commit: string | undefined } | undefined {
  return uri.scheme === scheme ? JSON.parse(uri.query) : undefined;
}

/** Shows the documents of {@link sideUri}; nothing is read before one is opened. */
export function registerSides(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent(uri) {
      const side = sideOf(uri);
      // Git runs programs that a repository's own configuration names: not before the folder is trusted.
      if (!side?.commit || !vscode.workspace.isTrusted) return '';
      const [{ openRepository }, { fileAt }, binary] = await Promise.all([
        import('../../git/repository.ts'),
        import('../../git/fileAt.ts'),
        gitBinary(),
      ]);
      const repository = await openRepository(side.root, binary);
      return repository ? fileAt(repository, side.commit, side.path) : '';
    },
  });
}
