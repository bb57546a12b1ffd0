import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { Minutes } from '../../meetings/minutes.ts';

/** Notes, and what they are read with. */
export interface NotesToRead {
  /** Its extension says what the notes are written in; it may state the day. */
  readonly name: string;
  readonly text: string;
  /** YYYY-MM-DD, taken for the meeting's day where the notes state none. */
  readonly today: string;
}

/** Milliseconds after which somebody who waits is told why, and can stop it. */
const patience = 600;

/**
 * Reads notes in a thread of its own.
 *
 * @param extension the extension's folder, which holds `dist`.
 * @returns undefined where the user stopped it.
 */
export async function readInBackground(extension: vscode.Uri, notes: NotesToRead): Promise<Minutes | undefined> {
  const worker = new Worker(vscode.Uri.joinPath(extension, 'dist', 'minutesWorker.js').fsPath, { workerData: notes });
  const reading = new Promise<Minutes | undefined>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => resolve(undefined));
  });
  const timer = setTimeout(() => {
    void vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Reading the notes'), cancellable: true },
      (_, token) => {
        token.onCancellationRequested(() => void worker.terminate());
        return reading.catch(() => undefined);
      },
    );
  }, patience);
  try {
    return await reading;
  } finally {
    clearTimeout(timer);
    void worker.terminate();
  }
}
