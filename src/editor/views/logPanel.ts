import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { logData } from '../../decisions/logData.ts';
import type { FromPage, ToPage } from '../../decisions/logMessages.ts';
import { logWords } from '../../decisions/logWords.ts';
import { namedLogs, recordWithKey } from '../namedLogs.ts';
import type { Surroundings } from '../surroundings.ts';
import { logViewType } from './logViewType.ts';
import { uriOf } from './recordItem.ts';

/** The decision log as an editor tab: a page that is sent data, and follows the records. */
class LogPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #surroundings: Surroundings;

  constructor(panel: vscode.WebviewPanel, surroundings: Surroundings) {
    this.#panel = panel;
    this.#surroundings = surroundings;
    const { extensionUri } = surroundings.context;
    panel.iconPath = {
      light: vscode.Uri.joinPath(extensionUri, 'media', 'log-light.svg'),
      dark: vscode.Uri.joinPath(extensionUri, 'media', 'log-dark.svg'),
    };
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [
        vscode.Uri.joinPath(extensionUri, 'dist', 'pages'),
        vscode.Uri.joinPath(extensionUri, 'media'),
      ],
    };
    const subscriptions = [
      panel.webview.onDidReceiveMessage((message: FromPage) => this.#answer(message)),
      surroundings.logs.onDidChange(() => {
        // A hidden page asks by itself when it is shown again.
        if (panel.visible) void this.#sendData();
      }),
    ];
    panel.onDidDispose(() => {
      current = undefined;
      for (const subscription of subscriptions) subscription.dispose();
    });
    panel.webview.html = pageOf(panel.webview, extensionUri);
  }

  reveal(): void {
    this.#panel.reveal();
  }

  async #answer(message: FromPage): Promise<void> {
    try {
      switch (message.type) {
        case 'ready':
          return await this.#sendData();
        case 'index':
          return await this.#send({ type: 'index', json: (await this.#surroundings.search.current()).toJSON() });
        case 'open':
          return await this.#open(String(message.key), message.beside === true);
      }
    } catch (error) {
      await this.#surroundings.reporter.show(error);
    }
  }

  async #sendData(): Promise<void> {
    const logs = namedLogs(await this.#surroundings.logs.all());
    await this.#send({ type: 'data', data: logData(logs) });
  }

  async #send(message: ToPage): Promise<void> {
    await this.#panel.webview.postMessage(message);
  }

  async #open(key: string, beside: boolean): Promise<void> {
    const found = recordWithKey(namedLogs(await this.#surroundings.logs.all()), key);
    if (!found) return;
    const viewColumn = beside ? vscode.ViewColumn.Beside : (this.#panel.viewColumn ?? vscode.ViewColumn.Active);
    await vscode.window.showTextDocument(uriOf(found.open, found.record), { viewColumn, preview: true });
  }
}

let current: LogPanel | undefined;

/** Shows the log; there is one. */
export async function openLog(surroundings: Surroundings): Promise<void> {
  if (current) {
    current.reveal();
    return;
  }
  // One that was kept from the last window, and that nobody has looked at since, is a tab without a panel.
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const kept = tabs.filter(
    ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(logViewType),
  );
  if (kept.length) await vscode.window.tabGroups.close(kept);
  const panel = vscode.window.createWebviewPanel(logViewType, vscode.l10n.t('Decision Log'), vscode.ViewColumn.Active);
  current = new LogPanel(panel, surroundings);
}

/** Fills a panel that VS Code has kept from the last window. */
export function restoreLog(panel: vscode.WebviewPanel, surroundings: Surroundings): void {
  current = new LogPanel(panel, surroundings);
}

function pageOf(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const file = (...path: string[]) => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path));
  const nonce = randomBytes(16).toString('base64');
  const translated = Object.fromEntries(Object.entries(logWords).map(([key, word]) => [key, vscode.l10n.t(word)]));
  const words = JSON.stringify(translated).replaceAll('<', '\\u003c');
  return `<!DOCTYPE html>
<html lang="${/^[\w-]+$/.test(vscode.env.language) ? vscode.env.language : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Decision Log</title>
<link rel="stylesheet" href="${file('media', 'theme.css')}">
<link rel="stylesheet" href="${file('media', 'log.css')}">
</head>
<body>
<main id="log"></main>
<script id="words" type="application/json">${words}</script>
<script nonce="${nonce}" src="${file('dist', 'pages', 'webview.js')}"></script>
</body>
</html>`;
}
