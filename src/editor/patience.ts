import * as vscode from 'vscode';

/** Milliseconds after which whoever waits is told what for, and may give up. */
const patience = 2000;

/**
 * Shows in a view that something is under way and, where that takes long, a message with a way to cancel it.
 *
 * @param title what is being done.
 * @param cancel ends the work; its result is of no interest any more.
 * @returns undefined where it was cancelled.
 */
export async function patiently<T>(
  view: string,
  title: string,
  work: Promise<T>,
  cancel: () => void,
): Promise<T | undefined> {
  void vscode.window.withProgress({ location: { viewId: view } }, () => work.then(undefined, () => undefined));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<true>((resolve) => {
    timer = setTimeout(() => resolve(true), patience);
  });
  const isLate = await Promise.race([work.then(() => false), late]).finally(() => clearTimeout(timer));
  if (!isLate) return work;
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (_, token) =>
      new Promise<T | undefined>((resolve, reject) => {
        token.onCancellationRequested(() => {
          cancel();
          resolve(undefined);
        });
        work.then(resolve, reject);
      }),
  );
}
