import type { FromPage, ToPage } from '../decisions/logMessages.ts';
import type { LogWords } from '../decisions/logWords.ts';
import type { Host, State } from './host.ts';
import { LogPage } from './logPage.ts';

/** What VS Code puts into a webview. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): Partial<State> | undefined;
  setState(state: State): void;
};

const vscode = acquireVsCodeApi();
let answer: ((json: string | undefined) => void) | undefined;

const host: Host = {
  open: (key, beside) => vscode.postMessage({ type: 'open', key, beside }),
  address: () => undefined,
  searchIndex: () =>
    new Promise((resolve) => {
      answer = resolve;
      vscode.postMessage({ type: 'index' });
    }),
  restore: () => vscode.getState() ?? {},
  save: (state) => vscode.setState(state),
};

const root = document.getElementById('log');
const words = JSON.parse(document.getElementById('words')?.textContent ?? '{}') as LogWords;
if (root) {
  const page = new LogPage(root, host, words);
  // Messages come from the extension alone: a webview's parent is VS Code.
  window.addEventListener('message', ({ data: message }: MessageEvent<ToPage>) => {
    if (message.type === 'index') {
      answer?.(message.json);
    } else if (message.type === 'data') {
      const start = performance.now();
      page.show(message.data);
      requestAnimationFrame(() =>
        setTimeout(() => performance.measure('log.paint', { start, end: performance.now() })),
      );
    }
  });
  vscode.postMessage({ type: 'ready' });
}
