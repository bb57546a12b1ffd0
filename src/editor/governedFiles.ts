import * as vscode from 'vscode';
import type { DecisionRecord } from '../decisions/record.ts';
import type { OpenLog } from './decisionLogs.ts';

/** Milliseconds in which changes of files are gathered. */
const settle = 300;
/** Milliseconds of matching between two pauses, in which the editor goes on. */
const turn = 20;

/** The files that a record was found to govern, and the list that they were found in. */
interface Governed {
  readonly files: readonly string[];
  readonly among: Promise<readonly string[]>;
}

/**
 * Which files a decision governs. The repository's files are listed when somebody first looks at a record that names
 * some, and again after files came or went.
 */
export class GovernedFiles implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** What `known` says is different. */
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable[] = [this.#changed];
  /** A log that is read anew is another one, and its files are listed anew. */
  #lists = new WeakMap<OpenLog, Promise<readonly string[]>>();
  readonly #governed = new WeakMap<DecisionRecord, Governed>();
  readonly #wanted = new Map<DecisionRecord, OpenLog>();
  #working = false;
  /** Whether `known` says something else than when `onDidChange` was last fired. */
  #different = false;
  #watching = false;
  #timer: NodeJS.Timeout | undefined;

  /**
   * The files that a record governs, relative to its log's root, as they were when last looked at; undefined before that.
   * `onDidChange` tells when they are others.
   */
  known(open: OpenLog, record: DecisionRecord): readonly string[] | undefined {
    if (!record.affects.length) return [];
    const known = this.#governed.get(record);
    if (!known || known.among !== this.#lists.get(open)) this.#want(open, record);
    return known?.files;
  }

  /** The files that a record governs, relative to its log's root. */
  async of(open: OpenLog, record: DecisionRecord): Promise<readonly string[]> {
    if (!record.affects.length) return [];
    const among = this.#filesOf(open);
    const known = this.#governed.get(record);
    if (known?.among === among) return known.files;
    const { filesGovernedBy } = await import('../decisions/affects.ts');
    const files = filesGovernedBy(record, await among);
    this.#governed.set(record, { files, among });
    const before = known?.files;
    if (before?.length !== files.length || before.some((file, index) => file !== files[index])) this.#differ();
    return files;
  }

  /** Whoever asked, the rows that were drawn with what was known before are drawn anew; at once for many records. */
  #differ(): void {
    this.#different = true;
    if (!this.#working) setTimeout(() => this.#tell());
  }

  #tell(): void {
    if (!this.#different) return;
    this.#different = false;
    this.#changed.fire();
  }

  #want(open: OpenLog, record: DecisionRecord): void {
    this.#wanted.set(record, open);
    if (this.#working) return;
    this.#working = true;
    setTimeout(
      () =>
        void this.#work().finally(() => {
          this.#working = false;
          this.#tell();
        }),
    );
  }

  async #work(): Promise<void> {
    let until = performance.now() + turn;
    for (const [record, open] of this.#wanted) {
      this.#wanted.delete(record);
      await this.of(open, record);
      if (performance.now() < until) continue;
      await new Promise(setImmediate);
      until = performance.now() + turn;
    }
  }

  #filesOf(open: OpenLog): Promise<readonly string[]> {
    this.#watch();
    const known = this.#lists.get(open) ?? listed(open);
    this.#lists.set(open, known);
    return known;
  }

  #watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
    const forget = () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#lists = new WeakMap();
        this.#changed.fire();
      }, settle);
    };
    this.#subscriptions.push(watcher, watcher.onDidCreate(forget), watcher.onDidDelete(forget));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** Every file of a log's repository, sorted by code units. Without git, those that a walk finds. */
async function listed({ log, repository }: OpenLog): Promise<readonly string[]> {
  if (repository) {
    const { listFiles } = await import('../git/files.ts');
    return (await listFiles(repository).catch(() => [])).sort();
  }
  const { walk } = await import('../records/files.ts');
  return (await walk(log.root)).sort();
}
