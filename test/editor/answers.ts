import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';

/** A question that VS Code has put, and the rows that it offered; empty where something was to be typed. */
interface Question {
  readonly title: string;
  readonly rows: readonly vscode.QuickPickItem[];
}

/** What a command asked and said. */
export interface Talk {
  readonly asked: readonly Question[];
  /** Errors that it showed. */
  readonly said: readonly string[];
}

const accept = 'workbench.action.acceptSelectedQuickOpenItem';

/**
 * Does something as a person who answers its questions in VS Code's own inputs: each answer is typed into an input, or is
 * part of the row that is gone to and accepted. Every answer must be asked for, and every question have one.
 */
export async function answering(answers: readonly string[], job: (talk: Talk) => Thenable<unknown>): Promise<Talk> {
  const left = [...answers];
  const asked: Question[] = [];
  const said: string[] = [];
  const problems: string[] = [];
  const window = vscode.window as unknown as Record<string, unknown>;
  const before = { ...vscode.window };
  const put = (title: string | undefined, rows: readonly vscode.QuickPickItem[]): string | undefined => {
    asked.push({ title: title ?? '', rows });
    const answer = left.shift();
    if (answer === undefined) problems.push(`"${title}" was asked, and there is no answer`);
    return answer;
  };

  window.showQuickPick = async (items: unknown, options: vscode.QuickPickOptions = {}) => {
    const list = (await items) as readonly (string | vscode.QuickPickItem)[];
    const rows = list.map((each) => (typeof each === 'string' ? { label: each } : each));
    const answer = put(options.title, rows);
    const wanted = rows.find(({ label, kind }) => answer && kind === undefined && label.includes(answer))?.label;
    if (answer !== undefined && !wanted) problems.push(`"${options.title}" has no row with ${answer}`);
    if (!wanted) return undefined;
    let focused: string | undefined;
    const onDidSelectItem = (row: string | vscode.QuickPickItem) => {
      focused = typeof row === 'string' ? row : row.label;
    };
    const chosen = before.showQuickPick(list as vscode.QuickPickItem[], { ...options, onDidSelectItem });
    await press(chosen, () => {
      if (focused === undefined) return undefined;
      if (focused === wanted) return accept;
      focused = undefined;
      return 'workbench.action.quickOpenSelectNext';
    });
    return chosen;
  };
  window.showInputBox = async (options: vscode.InputBoxOptions = {}) => {
    const value = put(options.title, []);
    if (value === undefined) return undefined;
    const { valueSelection: _, validateInput, ...rest } = options;
    let isThere = false;
    const typed = before.showInputBox({
      ...rest,
      value,
      validateInput: (text) => {
        isThere = true;
        return validateInput?.(text);
      },
    });
    await press(typed, () => (isThere ? accept : undefined));
    return typed;
  };
  window.createInputBox = () => {
    const input = before.createInputBox();
    const show = input.show.bind(input);
    input.show = () => {
      const value = put(input.title, []);
      // Whoever asked disposes of it when it is hidden, and it then tells nobody any more.
      const dispose = input.dispose.bind(input);
      const hidden = new Promise<void>((resolve) => {
        input.dispose = () => {
          resolve();
          dispose();
        };
      });
      if (value !== undefined) input.value = value;
      show();
      if (value === undefined) input.hide();
      else void press(hidden, () => accept);
    };
    return input;
  };
  window.showErrorMessage = (message: string, ...rest: string[]) => {
    said.push(message);
    const shown = before.showErrorMessage(message, ...rest);
    // Whoever has read it closes it.
    void press(shown, () => 'notifications.clearAll');
    return shown;
  };
  try {
    await job({ asked, said });
  } finally {
    for (const name of ['showQuickPick', 'showInputBox', 'createInputBox', 'showErrorMessage'] as const) {
      window[name] = before[name];
    }
  }
  assert.deepEqual(problems, []);
  assert.deepEqual(left, [], 'answers that nobody asked for');
  return { asked, said };
}

/**
 * Runs commands until something has happened. An answer that was given is given again only after a while: on a busy machine it
 * would be taken for that to the next question.
 */
async function press(until: Thenable<unknown>, command: () => string | undefined): Promise<void> {
  let ended = false;
  const end = () => {
    ended = true;
  };
  until.then(end, end);
  for (let step = 0; !ended && step < 400; step++) {
    const chosen = command();
    if (chosen) await vscode.commands.executeCommand(chosen);
    for (let wait = 0; !ended && wait < (chosen === accept ? 100 : 1); wait++) await setTimeout(20);
  }
}
