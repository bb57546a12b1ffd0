import type { Locator } from 'playwright-core';
import { eventually } from '../eventually.ts';
import type { Workbench } from './workbench.ts';

/** The input of a comment, as a person uses it: the last one that was opened. */
export class CommentInput {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  get #input(): Locator {
    return this.#workbench.page.locator('.review-widget .monaco-editor:visible').last();
  }

  /** Replaces what stands in it, key by key. */
  async write(text: string): Promise<void> {
    const { keyboard } = this.#workbench.page;
    await this.#input.click();
    await keyboard.press('Control+A');
    await keyboard.press('Backspace');
    await keyboard.type(text);
  }

  /** What stands in it. */
  async text(): Promise<string> {
    const lines = await this.#input.locator('.view-line').evaluateAll((elements) =>
      elements
        .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' }))
        .sort((one, other) => one.top - other.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    );
    return lines.join('\n');
  }

  /** Asks for what can be inserted, as Ctrl+Space does. */
  async suggest(): Promise<void> {
    await this.#workbench.page.keyboard.press('Control+Space');
  }

  /** The names of what is offered; waits for this one. */
  async offered(name: string): Promise<string[]> {
    await this.#offer(name).waitFor();
    return this.#list.locator('.monaco-list-row .label-name').allInnerTexts();
  }

  /** Inserts what is offered by this name. */
  async insert(name: string): Promise<void> {
    await this.#offer(name).click();
    await this.#list.waitFor({ state: 'hidden' });
  }

  /** The notes that VS Code shows behind or below its text. */
  notes(): Promise<string[]> {
    return this.#input.locator('.view-lines span').evaluateAll((spans) =>
      spans
        .map((span) => String(span.ownerDocument.defaultView.getComputedStyle(span, '::after').content))
        .filter((content) => content.startsWith('"'))
        .map((content) => content.slice(1, -1).replaceAll('\u00a0', ' ')),
    );
  }

  /** Waits until the notes are these. */
  async noted(...wanted: string[]): Promise<void> {
    await eventually(async () => {
      const shown = await this.notes();
      if (shown.join('\n') !== wanted.join('\n')) {
        throw new Error(`The notes are ${JSON.stringify(shown)}, not ${JSON.stringify(wanted)}`);
      }
    });
  }

  get #list(): Locator {
    return this.#workbench.page.locator('.suggest-widget.visible');
  }

  #offer(name: string): Locator {
    return this.#list
      .locator('.monaco-list-row')
      .filter({ has: this.#workbench.page.getByText(name, { exact: true }) })
      .first();
  }
}
