import * as vscode from 'vscode';
import { HumanError } from '../humanError.ts';

/** A sentence of the core in the user's language. What it names is text: a path may be made to look like a link. */
export function sentence(error: HumanError): string {
  return vscode.l10n.t(error.template, ...error.args.map(withoutLinks));
}

/**
 * A record's own words where `$(name)` would be drawn as an icon, and `[words](command:...)` as a link that runs the command:
 * the status bar, a quick pick, the line below an input, the language status.
 */
export function withoutIcons(text: string): string {
  return withoutLinks(text.replaceAll('$(', '\\$(').replace(/\p{Cc}+/gu, ' '));
}

/** Words of a repository in a message, where icons are not drawn but links are: a space without width breaks them. */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', ']\u200B(');
}

/** Shows people what went wrong, and writes down what only developers can use. */
export class Reporter implements vscode.Disposable {
  #channel: vscode.LogOutputChannel | undefined;

  get #log(): vscode.LogOutputChannel {
    this.#channel ??= vscode.window.createOutputChannel('Lead Habits', { log: true });
    return this.#channel;
  }

  /**
   * Shows an error: a sentence that says what to do, with a hook's or git's own output one click away; anything else is
   * a bug of ours, and goes to the log with its stack.
   *
   * @param actions buttons; the chosen one is returned.
   */
  async show(error: unknown, ...actions: string[]): Promise<string | undefined> {
    const output = vscode.l10n.t('Show Output');
    if (!(error instanceof HumanError)) {
      this.#log.error(error instanceof Error ? error : String(error));
      const choice = await vscode.window.showErrorMessage(
        vscode.l10n.t('Something unexpected happened. The log has the details.'),
        output,
        ...actions,
      );
      if (choice === output) this.#log.show();
      return choice === output ? undefined : choice;
    }
    const { detail } = error;
    const choice = await vscode.window.showErrorMessage(sentence(error), ...(detail ? [output] : []), ...actions);
    if (choice !== output || !detail) return choice;
    this.#log.info(detail);
    const document = await vscode.workspace.openTextDocument({ content: detail, language: 'log' });
    await vscode.window.showTextDocument(document, { preview: true });
    return undefined;
  }

  dispose(): void {
    this.#channel?.dispose();
  }
}
