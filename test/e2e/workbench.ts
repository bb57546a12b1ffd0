import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../eventually.ts';
import { openPage } from '../host/browser.ts';
import { uriPath } from '../host/extensionTests.ts';
import { temporaryFolder } from '../host/folders.ts';
import { makeSample } from '../host/sample.ts';
import { type Server, type Settings, startServer, writeSettings } from '../host/server.ts';
import { fixture, pictures, withOthers } from './fixture.ts';

export type Theme = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';

const themes: Record<Theme, string> = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

export interface OpenOptions {
  readonly theme?: Theme;
  /** Added to the quiet user settings of every host. */
  readonly settings?: Settings;
  /** Whether the folder is trusted: without asking (the default), not (Restricted Mode), or VS Code asks. */
  readonly trust?: 'given' | 'withheld' | 'asked';
  /** The window's inside, in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly environment?: Readonly<Record<string, string>>;
  /** Extensions of test/host/ that are installed besides ours. */
  readonly beside?: readonly string[];
}

/** A row of a tree view as it is seen. */
export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** 1 for the roots. */
  readonly level: number;
  readonly expanded: boolean | undefined;
  readonly checked: boolean | undefined;
  /** What a screen reader says. */
  readonly spoken: string;
}

/** Milliseconds. While a tree takes up changed files, VS Code hands no row to its commands; a person is slower than that. */
const aPersonsPause = 800;

/**
 * A VS Code window as a person uses it: the packaged extension installed, in a server of its own with fresh user
 * data. Every method waits for what it needs and fails with Playwright's message when it does not come.
 */
export class Workbench {
  readonly page: Page;
  readonly folder: string;
  private readonly server: Server;
  private readonly data: string;

  private constructor(parts: { page: Page; folder: string; server: Server; data: string }) {
    this.page = parts.page;
    this.folder = parts.folder;
    this.server = parts.server;
    this.data = parts.data;
  }

  /**
   * Opens a folder, a `.code-workspace` file, or with `''` no folder at all, and waits until the extension's view
   * container is there.
   */
  static async open(folder: string, options: OpenOptions = {}): Promise<Workbench> {
    const { host, extensions: ours } = await fixture();
    const data = temporaryFolder();
    const extensions = options.beside ? await withOthers(options.beside, data) : ours;
    const trust = options.trust ?? 'given';
    await writeSettings(data, {
      'workbench.colorTheme': themes[options.theme ?? 'light'],
      'security.workspace.trust.startupPrompt': trust === 'asked' ? 'always' : 'never',
      ...options.settings,
    });
    const server = await startServer(host, {
      data,
      extensions,
      trusted: trust === 'given',
      environment: options.environment ?? {},
    });
    const kind = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
    let page: Page;
    try {
      page = await openPage(
        `${server.address}/?${new URLSearchParams(folder ? { [kind]: uriPath(folder) } : {})}`,
        { viewport: options.size ?? { width: 1280, height: 1000 } },
        async (page) => {
          const context = page.context();
          context.setDefaultTimeout(15_000);
          await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.address });
          // Without pictures of every step, which take a quarter of the time; a failed test leaves a screenshot of its own.
          await context.tracing.start({ screenshots: false, snapshots: false });
          await context.addInitScript(rememberToasts);
        },
        started,
      );
    } catch (error) {
      await server.stop();
      throw error;
    }
    const workbench = new Workbench({ page, folder, server, data });
    opened.add(workbench);
    return workbench;
  }

  /** Opens a new sample repository, which is deleted when the window is closed. */
  static async openSample(options: OpenOptions = {}): Promise<Workbench> {
    const folder = join(temporaryFolder(), 'billing');
    await makeSample(folder);
    const workbench = await Workbench.open(folder, options);
    workbench.deleteAtEnd.push(join(folder, '..'));
    return workbench;
  }

  /** Opens a new folder with these files, which is deleted when the window is closed; see {@link makeFolder}. */
  static async openNew(files: Files, options: OpenOptions & FolderOptions = {}): Promise<Workbench> {
    const folder = join(temporaryFolder(), 'billing');
    await makeFolder(folder, files, options);
    const workbench = await Workbench.open(folder, options);
    workbench.deleteAtEnd.push(dirname(folder));
    return workbench;
  }

  /** Folders that are deleted when the window is closed. */
  readonly deleteAtEnd: string[] = [];

  /**
   * Reloads the window, as after an update: the extension starts again and user data stays. What the window is to
   * remember of itself, VS Code keeps every few seconds, and not when it is left: a reload waits for the text.
   */
  async reload(remembered: string): Promise<void> {
    await eventually(async () => {
      if (!(await this.page.evaluate(holdsInStore(remembered)))) throw new Error(`Not yet kept: ${remembered}`);
    }, 30_000);
    await this.page.reload();
    await started(this.page);
  }

  async close(): Promise<void> {
    opened.delete(this);
    await this.page.context().browser()?.close();
    await this.server.stop();
    for (const folder of [this.data, ...this.deleteAtEnd]) await rm(folder, { recursive: true, force: true });
  }

  // The palette and quick input

  /** Opens the palette. A window that is still starting does not hear its keys. */
  private askForCommand(): Promise<void> {
    return eventually(async () => {
      if (!(await this.input.isVisible())) await this.page.keyboard.press('F1');
      await this.input.waitFor({ timeout: 2000 });
    }, 15_000);
  }

  /** Runs a command by its title, as in "Lead: New Decision Record". */
  async run(command: string): Promise<void> {
    // What opens a moment later, as an editor does, takes the palette's focus and so closes it: it is asked for again.
    await eventually(async () => {
      await this.askForCommand();
      await this.input.fill(`>${command}`, { timeout: 2000 });
      await this.choice(command).click({ timeout: 4000 });
    }, 20_000);
    // A pointer that rests where the palette was would bring up the tooltip of what is below it, over the editor.
    await this.page.mouse.move(0, 0);
    // What the command asks is asked in the same box.
    await this.page.waitForFunction(`(() => {
      const box = document.querySelector('.quick-input-box input');
      return !box?.checkVisibility() || !box.value.startsWith('>');
    })()`);
  }

  /** The titles that the palette lists for a text. */
  async palette(text: string): Promise<string[]> {
    await this.askForCommand();
    await this.input.fill(`>${text}`);
    const titles = await this.choices();
    await this.page.keyboard.press('Escape');
    return titles;
  }

  /** Types into the quick input that a command has opened, and accepts. */
  async answer(text: string): Promise<void> {
    await this.input.fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Replaces what stands in the quick input, without accepting. */
  async fill(text: string): Promise<void> {
    await this.input.fill(text);
  }

  /** What stands in the quick input. */
  inputValue(): Promise<string> {
    return this.input.inputValue();
  }

  /** Waits until a quick input with this title asks. */
  async asked(title: string): Promise<void> {
    await this.quickInput.locator('.quick-input-title', { hasText: exactly(title) }).waitFor();
  }

  /** Waits until no quick input asks. */
  async notAsked(): Promise<void> {
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  /** Chooses a row of the quick pick by its label. */
  async pick(label: string): Promise<void> {
    await this.choice(label).click();
  }

  /** What the quick input asks: its title, placeholder and message. */
  async question(): Promise<string> {
    await this.input.waitFor();
    const title = await this.quickInput.locator('.quick-input-title').innerText();
    const placeholder = (await this.input.getAttribute('placeholder')) ?? '';
    const message = await this.quickInput.locator('.quick-input-message').innerText();
    return [title, placeholder, message]
      .map((text) => text.trim())
      .filter(Boolean)
      .join('\n');
  }

  /** The labels of the rows that the quick pick shows. */
  async choices(): Promise<string[]> {
    await this.quickInput.locator('.monaco-list-row').first().waitFor();
    return this.quickInput.locator('.monaco-list-row .quick-input-list-row:first-child .label-name').allInnerTexts();
  }

  private get quickInput(): Locator {
    return this.page.locator('.quick-input-widget');
  }

  private get input(): Locator {
    return this.quickInput.locator('.quick-input-box input');
  }

  private choice(label: string): Locator {
    const name = this.page.locator('.label-name').filter({ hasText: exactly(label) });
    return this.quickInput.locator('.monaco-list-row').filter({ has: name }).first();
  }

  // Views

  /** Shows a view container of the activity bar, unless it is shown. */
  async show(container: string): Promise<void> {
    const tab = this.page.locator('.activitybar').getByRole('tab', { name: container });
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
    // A container with one view carries both names: "Lead: Decisions".
    const title = this.page.locator('.sidebar .title-label', {
      hasText: new RegExp(`^${literally(container)}(:|$)`, 'i'),
    });
    await title.waitFor();
  }

  /** A view's pane by the title in its header, expanded. */
  async pane(view: string): Promise<Locator> {
    const header = this.page.locator('.pane-header', {
      has: this.page.locator('.title', { hasText: exactly(view, 'i') }),
    });
    // The header of a container's only view is hidden.
    await header.waitFor({ state: 'attached' });
    if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
    return this.page.locator('.pane', { has: header });
  }

  /** The visible rows of a tree view. Waits for the first. */
  async rows(view: string): Promise<TreeRow[]> {
    const list = (await this.pane(view)).locator('.monaco-list-rows > .monaco-list-row');
    await list.first().waitFor();
    return list.evaluateAll((rows) => {
      const flag = (value: string | null | undefined) =>
        value === 'true' ? true : value === 'false' ? false : undefined;
      return rows
        .map((row) => ({
          top: row.getBoundingClientRect().top,
          row: {
            label: row.querySelector('.label-name')?.textContent ?? '',
            description: row.querySelector('.label-description')?.textContent ?? '',
            level: Number(row.getAttribute('aria-level')),
            expanded: flag(row.getAttribute('aria-expanded')),
            checked: flag(row.querySelector('[role=checkbox]')?.getAttribute('aria-checked')),
            spoken: row.getAttribute('aria-label') ?? '',
          },
        }))
        .sort((a, b) => a.top - b.top)
        .map(({ row }) => row);
    });
  }

  /** One row of a tree view, for clicks, by its label. */
  async row(view: string, label: string): Promise<Locator> {
    const name = this.page.locator('.label-name').filter({ hasText: exactly(label) });
    return (await this.pane(view)).locator('.monaco-list-row').filter({ has: name }).first();
  }

  /** The text of the tooltip that a row shows while it is hovered. */
  async tooltip(view: string, label: string): Promise<string> {
    const hover = this.page.locator('.workbench-hover-container .monaco-hover').first();
    // A tooltip that is still shown for another row goes first.
    await this.page.locator('.part.statusbar').hover();
    await hover.waitFor({ state: 'hidden' });
    await (await this.row(view, label)).hover();
    await hover.waitFor();
    return (await hover.innerText()).replaceAll('\u00a0', ' ');
  }

  /** Ticks or unticks a row's box. */
  async tick(view: string, label: string): Promise<void> {
    await (await this.row(view, label)).getByRole('checkbox').click();
  }

  /** Presses a button that a row shows while it is hovered. */
  async press(view: string, label: string, action: string): Promise<void> {
    const row = await this.row(view, label);
    await row.hover();
    await setTimeout(aPersonsPause);
    await row.getByRole('button', { name: action }).click();
  }

  /** Presses a button in a view's title bar. */
  async pressTitle(view: string, action: string): Promise<void> {
    const own = (await this.pane(view)).locator('.pane-header');
    const header = (await own.isVisible()) ? own : this.page.locator('.sidebar .composite.title');
    await header.hover();
    await header.getByRole('button', { name: action }).click();
  }

  /** Chooses from the menu that a right click opens. */
  async menu(target: Locator, item: string): Promise<void> {
    await setTimeout(aPersonsPause);
    await target.click({ button: 'right' });
    const choice = this.page.getByRole('menuitem', { name: item });
    await choice.waitFor();
    // A menu takes no click in the moment in which it opens.
    await setTimeout(aPersonsPause / 2);
    await choice.click();
    await choice.waitFor({ state: 'detached', timeout: 2000 }).catch(() => choice.click());
  }

  /** The text of a view that shows its welcome content. */
  async welcome(view: string): Promise<string> {
    const content = (await this.pane(view)).locator('.welcome-view-content');
    await content.waitFor();
    return content.innerText();
  }

  // Editors

  /** Opens a file of the folder through Go to File. */
  async openFile(path: string): Promise<void> {
    await this.page.keyboard.press('Control+P');
    await this.input.fill(path);
    const name = path.slice(path.lastIndexOf('/') + 1);
    // Files that were open before are listed at once, whatever is typed: the one that Enter opens is the focused one.
    await this.quickInput.locator('.monaco-list-row.focused', { hasText: name }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.editor.waitFor();
  }

  /** Moves the cursor of the active editor; the first line is 1. */
  async goTo(line: number, column = 1): Promise<void> {
    // What takes the focus a moment later, as a comment that is saved does, closes the question: it is asked again.
    await eventually(async () => {
      await this.page.keyboard.press('Control+G');
      await this.input.fill(`:${line}:${column}`, { timeout: 2000 });
      await this.page.keyboard.press('Enter');
      // Keys that come before it is gone are not the editor's.
      await this.quickInput.waitFor({ state: 'hidden', timeout: 2000 });
    }, 15_000);
  }

  /** Types where the focus is, key by key. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Saves the active editor, and waits until its tab is clean. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active:not(.dirty)').waitFor();
  }

  /** The visible text of the active editor. */
  async editorText(): Promise<string> {
    const lines = await this.editor.locator('.view-line').evaluateAll((elements) =>
      elements
        .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    );
    return lines.join('\n');
  }

  /** The titles of the open tabs, from the left. */
  async tabs(): Promise<string[]> {
    return this.page.locator('.tabs-container .tab .label-name').allInnerTexts();
  }

  /** Waits until the tab with this title is the active one, and its text is shown. */
  async tab(title: string): Promise<void> {
    await this.page.locator('.tab.active', { hasText: title }).waitFor();
    await this.editor.locator('.view-line').first().waitFor();
  }

  /** Waits until the first place to fill is selected, as after a new document was made from a template. */
  async firstGap(): Promise<void> {
    await this.editor.locator('.snippet-placeholder').first().waitFor();
    await this.page.locator('.statusbar-item', { hasText: /selected/ }).waitFor();
  }

  /** Closes what is asked, shown and open, without saving what is not saved. */
  async tidy(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.dismissNotifications();
    await this.run('View: Close All Editors');
    const refusal = this.page.locator('.monaco-dialog-box').getByRole('button', { name: "Don't Save" });
    await eventually(async () => {
      if (await refusal.isVisible()) await refusal.click();
      if (await this.page.locator('.tabs-container .tab').count()) throw new Error('An editor is still open');
    });
  }

  /** A button in the active editor's title. */
  editorTitle(action: string): Locator {
    return this.page.locator('.editor-group-container.active .editor-actions').getByRole('button', { name: action });
  }

  /** Presses a button in the active editor's title. */
  async pressEditorTitle(action: string): Promise<void> {
    await this.editorTitle(action).click();
  }

  /** The active text editor. */
  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  /** The inside of the webview that is shown. */
  get webview() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  // What VS Code says

  /** The texts of the status bar, from the left. */
  async statusBar(): Promise<string[]> {
    const texts = await this.page.locator('.statusbar-item').allInnerTexts();
    return texts.map((text) => text.trim()).filter(Boolean);
  }

  /** The messages that are shown, newest first. */
  async notifications(): Promise<string[]> {
    return this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
  }

  /** Every message that has been shown since the window was opened or reloaded, also those that are gone. */
  everNotified(): Promise<string[]> {
    return this.page.evaluate('[...globalThis.toasts]');
  }

  /** Waits until the status bar shows a text that contains this. */
  async status(text: string): Promise<string> {
    const item = this.page.locator('.statusbar-item', { hasText: text }).first();
    await item.waitFor();
    return (await item.innerText()).trim();
  }

  /** What a screen reader has been told to say. */
  async spoken(): Promise<string> {
    return (await this.page.locator('.monaco-aria-container').allTextContents()).join('\n');
  }

  /** Closes the messages that are shown. */
  async dismissNotifications(): Promise<void> {
    const toasts = this.page.locator('.notifications-toasts .notification-list-item');
    while (await toasts.count()) {
      await toasts.first().hover();
      await toasts
        .first()
        .getByRole('button', { name: /^Clear Notification/ })
        .click();
    }
  }

  /** Waits for a message that contains the text. */
  async notification(text: string): Promise<Locator> {
    const toast = this.page.locator('.notifications-toasts .notification-list-item', { hasText: text });
    await toast.waitFor();
    return toast;
  }

  /** A modal dialog that contains the text. */
  async dialog(text: string): Promise<Locator> {
    const dialog = this.page.locator('.monaco-dialog-box', { hasText: text });
    await dialog.waitFor();
    return dialog;
  }

  /** Trusts the folder of a window that was opened without trust. */
  async grantTrust(): Promise<void> {
    const restricted = this.page.locator('.statusbar-item', { hasText: 'Restricted Mode' });
    await restricted.click();
    await this.page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click();
    await restricted.waitFor({ state: 'detached' });
  }

  // Beneath the window

  /**
   * Kills the extension host as a crash would, with no chance to write anything, and waits until VS Code has started
   * another.
   */
  async killExtensionHost(): Promise<void> {
    const before = this.server.extensionHosts.length;
    const id = this.server.extensionHosts.at(-1);
    if (id === undefined) throw new Error('No extension host has started');
    process.kill(id, 'SIGKILL');
    const end = performance.now() + 20_000;
    while (this.server.extensionHosts.length === before) {
      if (performance.now() > end) throw new Error('VS Code did not start another extension host');
      await setTimeout(50);
    }
  }

  /** Where VS Code keeps the window's user data, and the extension its own files. */
  get dataFolder(): string {
    return join(this.data, 'data');
  }

  /** A file of the folder as it is on disk. */
  read(path: string): Promise<string> {
    return readFile(join(this.folder, path), 'utf8');
  }

  /** Git's answer in the folder, without the last line break. */
  async git(...args: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)('git', args, { cwd: this.folder });
    return stdout.trimEnd();
  }

  /** Writes a picture of the window into test-results/e2e/. */
  async screenshot(name: string): Promise<string> {
    const path = join(pictures, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  /** Writes a picture and a trace, which `npx playwright-core show-trace` opens, and begins a new trace. */
  async keepEvidence(path: string): Promise<void> {
    await this.page.screenshot({ path: `${path}.png` });
    await this.page.context().tracing.stopChunk({ path: `${path}.zip` });
    await this.page.context().tracing.startChunk();
  }
}

/** Runs in the page: whether one of the window's stores holds a text. */
const holdsInStore = (text: string) => `(async () => {
  const settled = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  for (const { name } of await indexedDB.databases()) {
    const database = await settled(indexedDB.open(name));
    try {
      for (const store of database.objectStoreNames) {
        const values = await settled(database.transaction(store).objectStore(store).getAll());
        if (values.some((value) => typeof value === 'string' && value.includes(${JSON.stringify(text)}))) return true;
      }
    } finally {
      database.close();
    }
  }
  return false;
})()`;

/** Runs in the page: keeps the text of every message that appears. */
const rememberToasts = `
  const toasts = (globalThis.toasts = new Set());
  new MutationObserver(() => {
    for (const each of document.querySelectorAll('.notifications-toasts .notification-list-item-message')) {
      if (each.textContent) toasts.add(each.textContent);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
`;

/** Files by path; a folder's contents. */
export type Files = Readonly<Record<string, string>>;

export interface FolderOptions {
  /** Whether the folder becomes a repository with everything committed: the default. */
  readonly git?: boolean;
}

/** Makes a folder with these files; unless told otherwise a repository whose user is Ana, everything committed. */
export async function makeFolder(folder: string, files: Files, { git = true }: FolderOptions = {}): Promise<void> {
  for (const [path, text] of Object.entries(files)) await put(join(folder, path), text);
  await mkdir(folder, { recursive: true });
  if (!git) return;
  const run = (...args: string[]) => promisify(execFile)('git', args, { cwd: folder });
  await run('init', '--quiet', '--initial-branch=main');
  await run('config', 'user.name', 'Ana Ruiz');
  await run('config', 'user.email', 'ana@billing.example');
  await run('config', 'commit.gpgsign', 'false');
  if (!Object.keys(files).length) return;
  await run('add', '--all');
  await run('commit', '--quiet', '--message', 'Begin');
}

/** Writes a file, making its folders. */
export async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** The window is drawn, and the extension's place in it. */
async function started(page: Page): Promise<void> {
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
  await page.locator('.activitybar').getByRole('tab', { name: 'Lead' }).waitFor({ timeout: 30_000 });
}

function exactly(text: string, flags = ''): RegExp {
  return new RegExp(`^\\s*${literally(text)}\\s*$`, flags);
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The windows that are open, and those of them that were when the running test began. */
const opened = new Set<Workbench>();
let openedBefore = new Set<Workbench>();

/**
 * Root hooks for mocha. A failed test leaves a screenshot and a trace of every window in test-results/e2e/. A window
 * that a test has opened is closed after it; one that a `before` hook has opened stays for the whole file to close.
 */
export const mochaHooks = {
  beforeEach() {
    openedBefore = new Set(opened);
  },
  async afterEach(this: Mocha.Context) {
    this.timeout(60_000);
    const test = this.currentTest;
    if (test?.state === 'failed') await keepEvidence(test.fullTitle());
    for (const workbench of opened) if (!openedBefore.has(workbench)) await workbench.close();
  },
  async afterAll() {
    for (const workbench of opened) await workbench.close();
  },
};

async function keepEvidence(title: string): Promise<void> {
  const name = title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100);
  let count = 0;
  for (const workbench of opened) {
    const path = join(pictures, count++ === 0 ? name : `${name}-${count}`);
    await workbench.keepEvidence(path).catch(console.error);
  }
}
