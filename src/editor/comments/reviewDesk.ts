import * as vscode from 'vscode';
import { type Reporter, withoutLinks } from '../report.ts';
import type { AtWork } from './atWork.ts';
import type { ReviewRequest } from './openReview.ts';

const memory = 'review.open';

/**
 * The review that is open in this window, if there is one. Nothing is loaded or read before one is opened; one that was open
 * when the editor last ended is opened again.
 */
export class ReviewDesk implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #reporter: Reporter;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #trusted: vscode.Disposable;
  #atWork: AtWork | undefined;
  /** Whether the review of the last time is being opened. */
  isOpening = false;

  constructor(context: vscode.ExtensionContext, reporter: Reporter) {
    this.#context = context;
    this.#reporter = reporter;
    // One that was opened without trust has not asked git for anything: it is opened anew.
    this.#trusted = vscode.workspace.onDidGrantWorkspaceTrust(() => this.#resumeAny());
    if (vscode.workspace.isTrusted) this.#resumeAny();
  }

  #resumeAny(): void {
    const remembered = this.#context.workspaceState.get<Omit<ReviewRequest, 'repository'>>(memory);
    if (remembered) void this.#resume(remembered);
  }

  get atWork(): AtWork | undefined {
    return this.#atWork;
  }

  /** Opens a review instead of the one that is open. @returns undefined where somebody did not want to wait for it. */
  async open(request: ReviewRequest): Promise<AtWork | undefined> {
    const { patiently } = await import('../patience.ts');
    const ending = new AbortController();
    const work = this.#begin(request, ending.signal);
    const title = vscode.l10n.t('Opening the review of {0}', withoutLinks(request.head.subject));
    const next = await patiently('leadHabits.reviews', title, work, () => {
      ending.abort();
      // What comes of it all the same is nobody's.
      work.then(
        (unwanted) => unwanted.dispose(),
        () => undefined,
      );
    });
    return next && this.#take(next, request);
  }

  async #begin(request: ReviewRequest, signal: AbortSignal): Promise<AtWork> {
    const { AtWork } = await import('./atWork.ts');
    const repository = request.repository && { ...request.repository, signal };
    return AtWork.begin(this.#context, { ...request, repository }, this.#reporter);
  }

  async #take(next: AtWork, request: ReviewRequest): Promise<AtWork> {
    this.#atWork?.dispose();
    this.#atWork = next;
    next.onDidChange(() => this.#changed.fire());
    await next.resume();
    const { repository: _, ...remembered } = request;
    await this.#context.workspaceState.update(memory, remembered);
    await vscode.commands.executeCommand('setContext', 'leadHabits.reviewOpen', true);
    this.#changed.fire();
    return next;
  }

  async close(): Promise<void> {
    this.#atWork?.dispose();
    this.#atWork = undefined;
    await this.#context.workspaceState.update(memory, undefined);
    await vscode.commands.executeCommand('setContext', 'leadHabits.reviewOpen', false);
    this.#changed.fire();
  }

  async #resume(remembered: Omit<ReviewRequest, 'repository'>): Promise<void> {
    this.isOpening = true;
    try {
      const { repositoryAt } = await import('./reviewPlaces.ts');
      const request = { ...remembered, repository: await repositoryAt(remembered.root) };
      // Nobody waits for it: no message, however long it takes.
      await this.#take(await this.#begin(request, new AbortController().signal), request);
    } catch (error) {
      void this.#reporter.show(error);
    } finally {
      this.isOpening = false;
      this.#changed.fire();
    }
  }

  dispose(): void {
    this.#trusted.dispose();
    this.#atWork?.dispose();
    this.#changed.dispose();
  }
}
