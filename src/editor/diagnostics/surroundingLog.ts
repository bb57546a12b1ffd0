import * as vscode from 'vscode';
import type { CheckedLog } from '../../decisions/checks/check.ts';
import type { DecisionRecord } from '../../decisions/record.ts';
import type { DecisionLogs, OpenLog } from '../decisionLogs.ts';
import type { NumberClashes } from '../numberClashes.ts';

/** Milliseconds that a list of the repository's files is good for, where nothing tells that it changed. */
const fresh = 30_000;

/** What checks see around a record: the log as the editor shows it, texts that are not saved yet included. */
export class SurroundingLogs implements vscode.Disposable {
  readonly #logs: DecisionLogs;
  readonly #clashes: NumberClashes;
  readonly #files = new Map<
    string,
    { readonly since: number; readonly list: Promise<readonly string[] | undefined> }
  >();
  readonly #subscriptions: vscode.Disposable[];

  constructor(logs: DecisionLogs, clashes: NumberClashes) {
    this.#logs = logs;
    this.#clashes = clashes;
    const forget = () => this.#files.clear();
    this.#subscriptions = [
      vscode.workspace.onDidCreateFiles(forget),
      vscode.workspace.onDidDeleteFiles(forget),
      vscode.workspace.onDidRenameFiles(forget),
      logs.onDidChange(forget),
    ];
  }

  /** The log around a record. @param needsFiles whether the list of the repository's files is wanted. */
  async around(open: OpenLog, needsFiles: boolean): Promise<CheckedLog> {
    const { log } = open;
    const [{ readDecision }, { logOnDisk }] = await Promise.all([
      import('../../decisions/reader.ts'),
      import('../../decisions/checks/logOnDisk.ts'),
    ]);
    const texts = await this.#unsaved(open);
    const unsaved = new Map<string, DecisionRecord>();
    for (const [path, text] of texts) unsaved.set(path, readDecision(path, text, log.team));
    const onDisk = logOnDisk(log, needsFiles ? await this.#filesOf(open) : undefined);
    return {
      ...onDisk,
      records: unsaved.size ? onDisk.records.map((record) => unsaved.get(record.path) ?? record) : onDisk.records,
      recordAt: (path) => unsaved.get(path) ?? onDisk.recordAt(path),
      textOf: (path) => texts.get(path) ?? onDisk.textOf(path),
      clashOf: (path) => this.#clashes.of(open, path),
    };
  }

  /** The texts of records that differ from what is on disk, by path. */
  async #unsaved({ log }: OpenLog): Promise<Map<string, string>> {
    const texts = new Map<string, string>();
    for (const document of vscode.workspace.textDocuments) {
      if (!document.isDirty) continue;
      const place = await this.#logs.placeOf(document.uri);
      if (place?.open.log === log && log.recordAt(place.path)) texts.set(place.path, document.getText());
    }
    return texts;
  }

  #filesOf({ log, repository }: OpenLog): Promise<readonly string[] | undefined> {
    const known = this.#files.get(log.root);
    if (known && Date.now() - known.since < fresh) return known.list;
    // Without git, which is not started before the folder is trusted, nobody says which files are the repository's.
    const list = repository
      ? import('../../git/files.ts').then(({ listFiles }) => listFiles(repository)).catch(() => undefined)
      : Promise.resolve(undefined);
    this.#files.set(log.root, { since: Date.now(), list });
    return list;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
